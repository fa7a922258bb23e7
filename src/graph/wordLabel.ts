import { isLocale, localeRow } from '#locales/table.ts'
import { transliterateCrh } from '#names/transliterateCrh.ts'
import { isLabelled, labelOf, type VocabularyName, type WordOf } from '#record/vocabularies.ts'

/** A controlled word as a reader of `locale` says it: a locale without a label of its own has that of the other script. */
export function wordLabel<Name extends VocabularyName>(
  vocabulary: Name,
  word: WordOf<Name>,
  locale: string,
  gender?: WordOf<'gender'>,
): string {
  const source = isLocale(locale) ? localeRow(locale).derivesFrom : undefined
  if (!source || isLabelled(vocabulary, word, locale)) return labelOf(vocabulary, word, locale, gender)
  return inOtherScript(labelOf(vocabulary, word, source, gender), locale === 'crh-Cyrl' ? 'Cyrl' : 'Latn')
}

/** Labels are few, and every answer repeats them. */
const carried = new Map<string, string>()

function inOtherScript(label: string, script: 'Latn' | 'Cyrl'): string {
  const known = carried.get(label)
  if (known !== undefined) return known
  const text = transliterateCrh(label, script)
  carried.set(label, text)
  return text
}
