import type { EnumRef } from '@pothos/core'
import type { PictureCrop, PictureFormat } from '#base/pictureCopies.ts'
import type { PartialDate } from '#base/time/partialDate.ts'
import { labelOf } from '#locales/labels.ts'
import type { Origin as OriginOfWords } from '#record/record.ts'
import { type VocabularyName, vocabularies, type WordOf } from '#record/vocabularies.ts'
import { letterRefusals } from '../../people/letter.ts'
import { constantCase } from '../../words/constantCase.ts'
import { builder, type Types } from '../builder.ts'

/** An enum of words, each called in constant case, with what it means. */
export function describedEnum<Word extends string>(
  name: string,
  description: string,
  meanings: { readonly [word in Word]: string },
): EnumRef<Types, Word> {
  const values = Object.entries(meanings).map(([word, meaning]) => [
    constantCase(word),
    { value: word, description: meaning },
  ])
  // `Object.entries` forgets which words they are.
  return builder.enumType(name, { description, values: Object.fromEntries(values) }) as EnumRef<Types, Word>
}

function vocabularyEnum<Name extends VocabularyName>(name: string, vocabulary: Name, description: string) {
  const words: readonly WordOf<Name>[] = vocabularies[vocabulary]
  const meanings = Object.fromEntries(words.map((word) => [word, labelOf(vocabulary, word, 'en')]))
  // `Object.fromEntries` forgets which words they are.
  return describedEnum(name, description, meanings as { [word in WordOf<Name>]: string })
}

export const PersonKind = vocabularyEnum('PersonKind', 'personKind', 'What a person is to these profiles.')
export const Gender = vocabularyEnum('Gender', 'gender', 'Grammatical and told gender of a person.')
export const NameKind = vocabularyEnum('NameKind', 'nameKind', 'Why a name is listed beside the present one.')
export const RelationType = vocabularyEnum('RelationType', 'relationType', 'What the other is to the person.')
export const RecognitionKind = vocabularyEnum('RecognitionKind', 'recognitionKind', 'What a person was recognised as.')
export const CustodyStatus = vocabularyEnum('CustodyStatus', 'custodyStatus', 'Whether and how a person is held.')
export const CustodyProcedure = vocabularyEnum('CustodyProcedure', 'custodyProcedure', 'How far the case has come.')
export const Connection = vocabularyEnum('SpeakerRelation', 'connection', 'How the speaker knows what they speak of.')
export const EventKind = vocabularyEnum('EventKind', 'eventKind', 'What kind of thing happened.')
export const PlacePrecision = vocabularyEnum('PlacePrecision', 'placePrecision', 'How exactly the place is told.')
export const ParticipantRole = vocabularyEnum('ParticipantRole', 'participantRole', 'What somebody was in an event.')
export const Regime = vocabularyEnum('Regime', 'regime', 'The regime of a sentence.')
export const Certainty = vocabularyEnum('Certainty', 'certainty', 'How sure the editors are that it happened so.')
export const Sensitivity = vocabularyEnum('Sensitivity', 'sensitivity', 'What to mind before showing a picture.')
export const OrganizationKind = vocabularyEnum(
  'OrganizationKind',
  'organizationKind',
  'What kind of organization it is.',
)
export const PlaceKind = vocabularyEnum('PlaceKind', 'placeKind', 'What kind of place it is.')
export const SourceKind = vocabularyEnum('SourceKind', 'sourceKind', 'What kind of source it is.')

export const Origin = describedEnum('Origin', 'Where words come from.', {
  authored: 'Written in this language by the editors.',
  human: 'Translated by a person.',
  machine: 'Translated by a machine.',
  official: 'Published in this language by whoever said it.',
  transliterated: 'Carried over from the other script of the same language.',
} satisfies { [origin in OriginOfWords]: string })

export const TextDirection = describedEnum(
  'TextDirection',
  'The direction that words are written in: the value of `dir` in HTML.',
  { ltr: 'From left to right.', rtl: 'From right to left.' },
)

export const LetterUnavailable = describedEnum(
  'LetterUnavailable',
  'Why there is no address to write to.',
  letterRefusals,
)

export const DatePrecision = describedEnum('DatePrecision', 'How much of a date is known.', {
  day: 'Known to the day.',
  month: 'Known to the month.',
  season: 'Known to the season.',
  year: 'Known to the year.',
  decade: 'Known to the decade.',
  century: 'Known to the century.',
  interval: 'From one date to another, either of which may be open.',
  set: 'One of several dates, or all of them.',
} satisfies { [precision in PartialDate['precision']]: string })

export const ImageFormat = describedEnum('ImageFormat', 'The format of a file of a picture.', {
  avif: 'AVIF, the smallest.',
  webp: 'WebP, of the whole picture.',
  jpeg: 'JPEG, which everything can show; of a see-through picture the PNG in its place.',
  png: 'PNG, lossless: drawings, and whatever is see-through.',
} satisfies { [format in PictureFormat]: string })

export const ImageCrop = describedEnum(
  'ImageCrop',
  'What a file of a picture shows; crops are made around the focal point.',
  {
    whole: 'The whole picture.',
    square: '1:1.',
    portrait: '4:5, upright.',
    wide: '16:9.',
    social: '1.91:1, for the previews of links.',
  } satisfies { [crop in PictureCrop]: string },
)
