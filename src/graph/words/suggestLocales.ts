import { type Locale, localeCodes } from '#locales/table.ts'

/** What is written for a configured locale: countries for languages, names of the language. */
const habits: Readonly<Record<string, readonly string[]>> = {
  ua: ['uk'],
  ukr: ['uk'],
  gb: ['en'],
  us: ['en'],
  eng: ['en'],
  rus: ['ru'],
  tur: ['tr'],
  ara: ['ar'],
}

/** The locales that an unknown code may stand for; all of them where nothing comes near. */
export function suggestLocales(code: string): Locale[] {
  const [language = ''] = code.toLowerCase().split(/[-_]/)
  const meant = habits[Object.hasOwn(habits, language) ? language : ''] ?? [language]
  const near = localeCodes.filter((known) => meant.includes(known.split('-')[0] ?? known))
  return near.length > 0 ? near : [...localeCodes]
}
