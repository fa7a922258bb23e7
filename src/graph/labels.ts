import { type Label, type Labels, type VocabularyName, vocabularies, type WordOf } from '#record/vocabularies.ts'

export type Gender = WordOf<'gender'>

/** A controlled word as a reader of `locale` says it, in the feminine for women where the language has one. */
export function labelIn<Name extends VocabularyName>(
  vocabulary: Name,
  word: WordOf<Name>,
  locale: string,
  gender?: Gender,
): string {
  // The union of all vocabularies does not index by a generic word.
  const labels = (vocabularies[vocabulary] as Readonly<Record<string, Labels>>)[word]
  return labels ? inGender(labels[locale] ?? labels.en, gender) : word
}

function inGender(label: Label, gender: Gender | undefined): string {
  if (typeof label === 'string') return label
  return gender === 'female' ? label.feminine : label.masculine
}
