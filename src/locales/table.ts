/**
 * The locales of this installation. Adding one is one row: its own name, its name in English, its
 * direction, and where to look next when words are missing.
 *
 * `derivesFrom` names the locale of the same language in the other script, from which missing
 * words are transliterated. `collation` is the nearest order that Intl knows (LANGUAGES facts:
 * Intl does not know Crimean Tatar).
 */
// biome-ignore format: one locale, one row
export const locales = [
  { code: 'en', name: 'English', english: 'English', dir: 'ltr', fallback: ['uk'], collation: 'en' },
  { code: 'uk', name: 'Українська', english: 'Ukrainian', dir: 'ltr', fallback: ['en'], collation: 'uk' },
  { code: 'ru', name: 'Русский', english: 'Russian', dir: 'ltr', fallback: ['uk', 'en'], collation: 'ru' },
  { code: 'tr', name: 'Türkçe', english: 'Turkish', dir: 'ltr', fallback: ['en'], collation: 'tr' },
  { code: 'crh-Latn', name: 'Qırımtatarca', english: 'Crimean Tatar (Latin)', dir: 'ltr', fallback: ['uk', 'en'], collation: 'tr', derivesFrom: 'crh-Cyrl' },
  { code: 'crh-Cyrl', name: 'Къырымтатарджа', english: 'Crimean Tatar (Cyrillic)', dir: 'ltr', fallback: ['uk', 'en'], collation: 'ru', derivesFrom: 'crh-Latn' },
  { code: 'ar', name: 'العربية', english: 'Arabic', dir: 'rtl', fallback: ['en'], collation: 'ar' },
] as const satisfies readonly LocaleRow[]

export type LocaleRow = {
  code: string
  name: string
  english: string
  dir: 'ltr' | 'rtl'
  fallback: readonly string[]
  collation: string
  derivesFrom?: string
}

export type Locale = (typeof locales)[number]['code']

const byCode: ReadonlyMap<string, LocaleRow> = new Map(locales.map((row) => [row.code, row]))

export function isLocale(code: unknown): code is Locale {
  return typeof code === 'string' && byCode.has(code)
}

/** The row of a configured locale. An unknown code is a programming error: check with `isLocale` at the door. */
export function localeRow(code: Locale): LocaleRow {
  const row = byCode.get(code)
  if (!row) throw new Error(`Locale ${code} is not in the table.`)
  return row
}

export const localeCodes: readonly Locale[] = locales.map((row) => row.code)
