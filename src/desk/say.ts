import { type SentenceName, type StudioLanguage, studioLanguages, type Text, words } from './words.ts'

export type Values = Readonly<Record<string, string | number>>

/** One sentence of the table in a language of the interface; any other language reads English. */
export function say(language: string, name: SentenceName, values: Values = {}): string {
  const known = studioLanguages.find((one) => one === language) ?? 'en'
  const text = formFor(words[name][known], known, values.count)
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => shown(values[key], known) ?? whole)
}

function formFor(text: Text, language: StudioLanguage, count: string | number | undefined): string {
  if (typeof text === 'string') return text
  return text[new Intl.PluralRules(language).select(Number(count))] ?? text.other
}

function shown(value: string | number | undefined, language: StudioLanguage): string | undefined {
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
}
