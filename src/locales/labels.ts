import { forEachLanguage, type Language } from '#messages/message.ts'
import { transliterateCrh } from '#names/transliterateCrh.ts'
import { type VocabularyName, vocabularies, type WordOf } from '#record/vocabularies.ts'
import type { Gendered, RoleLabel } from './locale.ts'
import { isLocale, localeRow } from './table.ts'

/**
 * A controlled word as a reader of `locale` reads it: of a person by gender, of an organization in its own form,
 * else neutral: `Activist` in Ukrainian is «Активіст / Активістка». A code that is not configured has no words:
 * the controlled word stands as it is kept.
 */
export function labelOf<Name extends VocabularyName>(
  vocabulary: Name,
  word: WordOf<Name>,
  locale: string,
  form?: string,
): string {
  if (!isLocale(locale)) return word
  const { labels, script, transliteratesLabels } = localeRow(locale)
  // The union of all vocabularies is not indexed by the word of one of them.
  const label = (labels[vocabulary] as { readonly [word: string]: RoleLabel | Gendered })[word]
  const text = label === undefined ? word : inForm(label, form)
  return script && transliteratesLabels ? carriedOver(text, script) : text
}

/** One word of the several that a language has: by gender (`female`, `male`), for an `organization`, else neutral. */
export function inForm(label: RoleLabel | Gendered, form: string | undefined): string {
  if (typeof label === 'string') return label
  if ('org' in label && form === 'organization') return label.org
  if (!('m' in label)) return label.n
  if (form === 'female') return label.f
  return form === 'male' ? label.m : (label.n ?? `${label.m} / ${label.f}`)
}

/** Labels are few, and every answer repeats them. */
const carried = new Map<string, string>()

function carriedOver(label: string, script: 'Latn' | 'Cyrl'): string {
  const known = carried.get(label)
  if (known !== undefined) return known
  const text = transliterateCrh(label, script)
  carried.set(label, text)
  return text
}

/** The words of a vocabulary as options of a select, in the languages of the admin. */
export function choicesOf<Name extends VocabularyName>(
  name: Name,
): { value: WordOf<Name>; label: Record<Language, string> }[] {
  const words: readonly WordOf<Name>[] = vocabularies[name]
  // A language of the admin that is no locale of the content has no labels of its own: there the words are English.
  return words.map((value) => ({
    value,
    label: forEachLanguage((language: string) => labelOf(name, value, isLocale(language) ? language : 'en')),
  }))
}
