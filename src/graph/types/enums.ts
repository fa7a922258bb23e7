import { labelOf } from '#locales/labels.ts'
import { origins } from '#record/record.ts'
import { type VocabularyName, vocabularies, type WordOf } from '#record/vocabularies.ts'
import { builder } from '../builder.ts'
import { constantCase } from '../constantCase.ts'
import { type LetterRefusal, letterRefusals } from '../letter.ts'

function vocabularyEnum<Name extends VocabularyName>(name: string, vocabulary: Name, description: string) {
  const words: readonly WordOf<Name>[] = vocabularies[vocabulary]
  const values = words.map((word) => [
    constantCase(word),
    { value: word, description: labelOf(vocabulary, word, 'en') },
  ])
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<string, { value: WordOf<Name>; description: string }>,
  })
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

const originDescriptions = {
  authored: 'Written in this language by the editors.',
  human: 'Translated by a person.',
  machine: 'Translated by a machine.',
  official: 'Published in this language by whoever said it.',
  transliterated: 'Carried over from the other script of the same language.',
} as const satisfies Record<(typeof origins)[number], string>

export const Origin = builder.enumType('Origin', {
  description: 'Where words come from.',
  values: Object.fromEntries(
    origins.map((origin) => [origin.toUpperCase(), { value: origin, description: originDescriptions[origin] }]),
  ) as Record<string, { value: (typeof origins)[number]; description: string }>,
})

export const TextDirection = builder.enumType('TextDirection', {
  description: 'The direction that words are written in: the value of `dir` in HTML.',
  values: {
    LTR: { value: 'ltr', description: 'From left to right.' },
    RTL: { value: 'rtl', description: 'From right to left.' },
  } as const,
})

export const LetterUnavailable = builder.enumType('LetterUnavailable', {
  description: 'Why there is no address to write to.',
  values: Object.fromEntries(
    Object.entries(letterRefusals).map(([name, description]) => [name, { value: name, description }]),
  ) as Record<string, { value: LetterRefusal; description: string }>,
})

const precisions = ['day', 'month', 'season', 'year', 'decade', 'century', 'interval', 'set'] as const

export const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How much of a date is known.',
  values: Object.fromEntries(
    precisions.map((precision) => [
      precision.toUpperCase(),
      { value: precision, description: precisionSays(precision) },
    ]),
  ) as Record<string, { value: (typeof precisions)[number]; description: string }>,
})

function precisionSays(precision: (typeof precisions)[number]): string {
  if (precision === 'interval') return 'From one date to another, either of which may be open.'
  return precision === 'set' ? 'One of several dates, or all of them.' : `Known to the ${precision}.`
}
