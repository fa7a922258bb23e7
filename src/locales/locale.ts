import type { DateWords } from '#dates/words.ts'
import type { VocabularyName, WordOf } from '#record/vocabularies.ts'
import type { Durations } from './durations.ts'

/**
 * What a language brings, one file each: `src/locales/<code>.ts`. Every word is demanded by this type, so a
 * language that lacks one does not compile and nothing is answered in English for want of a label.
 */
export type LocaleFile = {
  /** The language in its own words. */
  name: string
  english: string
  dir: 'ltr' | 'rtl'
  /** The nearest order and casing that Intl knows; it does not know Crimean Tatar. */
  collation: string
  quotationMarks: readonly [opening: string, closing: string]
  /** Stands where a name would, so that a reader sees that it is held back and not missing. */
  withheldName: string
  names: NameOrder
  dates: DateWords
  durations: Durations
  attribution: Attribution
  labels: Labels
  /** Of a language that is written in two scripts: the one that words of the other are carried over into. */
  script?: 'Latn' | 'Cyrl'
  /** The labels are those of the other script and are carried over as well. */
  transliteratesLabels?: true
}

/** By gender: masculine, feminine, neutral. Without `n` a word for nobody in particular names both: «Активіст / Активістка». */
export type Gendered = string | { m: string; f: string; n?: string }
/** A role that an organization can have too: `org` is what an organization is called in it. */
export type RoleLabel = string | { m: string; f: string; n?: string; org: string } | { n: string; org: string }

export type Labels = {
  readonly [Name in VocabularyName]: {
    readonly [Word in WordOf<Name>]: Name extends 'participantRole' ? RoleLabel : Gendered
  }
}

export type NamePart = 'given' | 'additional' | 'family'

/** How a name is put together: order in running text, order in a sorted list, what stands after the family name there. */
export type NameOrder = { display: readonly NamePart[]; sort: readonly NamePart[]; sortMark: string }

export const givenNameFirst: NameOrder = {
  display: ['given', 'family'],
  sort: ['family', 'given', 'additional'],
  sortMark: ',',
}

/** Relations that an attribution line can name. */
export type KinRelation = Exclude<WordOf<'relationType'>, 'other'>
/** What a speaker is to the other person, as it stands in the line; `n` where the gender is not public. */
export type Kin = string | { m: string; f: string; n: string }

export type Attribution = {
  /** Puts speaker, kin and the other's name together without inflecting a name wrongly. */
  line: (speaker: string, kin: string, other: string) => string
  kin: { readonly [relation in KinRelation]: Kin }
}
