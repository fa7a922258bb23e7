import { eventVocabularies } from './vocabularies/events.ts'
import type { Label, Labels, Vocabulary } from './vocabularies/label.ts'
import { peopleVocabularies } from './vocabularies/people.ts'
import { thingVocabularies } from './vocabularies/things.ts'

export type { Labels, Vocabulary }

/** Controlled lists. A word is one row; its labels say it in each locale, by gender where the language needs it. */
export const vocabularies = {
  ...peopleVocabularies,
  ...eventVocabularies,
  ...thingVocabularies,
} as const satisfies Readonly<Record<string, Vocabulary>>

export type VocabularyName = keyof typeof vocabularies
export type WordOf<Name extends VocabularyName> = keyof (typeof vocabularies)[Name] & string

/**
 * A controlled word in a locale, in English where that locale has none. Without a gender the neutral
 * word, else both: `Activist` in Ukrainian is «Активіст / Активістка».
 */
export function labelOf<Name extends VocabularyName>(
  vocabulary: Name,
  word: WordOf<Name>,
  locale: string,
  gender?: string,
): string {
  // The union of all vocabularies is not indexed by the word of one of them.
  const labels = (vocabularies[vocabulary] as Vocabulary)[word]
  return labels ? inGender(labels[locale] ?? labels.en, gender) : word
}

/** Whether a word has a label of its own in a locale. */
export function isLabelled<Name extends VocabularyName>(vocabulary: Name, word: WordOf<Name>, locale: string): boolean {
  // The union of all vocabularies is not indexed by the word of one of them.
  return (vocabularies[vocabulary] as Vocabulary)[word]?.[locale] !== undefined
}

function inGender(label: Label, gender: string | undefined): string {
  if (typeof label === 'string') return label
  const { masculine, feminine, neutral } = label
  if (gender === 'female') return feminine
  return gender === 'male' ? masculine : (neutral ?? `${masculine} / ${feminine}`)
}

/** The words of a vocabulary as options of a select, in the languages of the admin. */
export function choicesOf<Name extends VocabularyName>(
  name: Name,
): { value: WordOf<Name>; label: Record<string, string> }[] {
  // `Object.keys` forgets which keys there are.
  const words = Object.keys(vocabularies[name]) as WordOf<Name>[]
  return words.map((value) => ({ value, label: inAdminLanguages((language) => labelOf(name, value, language)) }))
}

function inAdminLanguages(label: (language: string) => string): Record<string, string> {
  return Object.fromEntries(['en', 'uk', 'ru', 'tr'].map((language) => [language, label(language)]))
}
