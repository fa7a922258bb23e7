import { ar } from './ar.ts'
import { crhCyrl } from './crh-Cyrl.ts'
import { crhLatn } from './crh-Latn.ts'
import { en } from './en.ts'
import type { LocaleFile } from './locale.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'

/**
 * The locales of this installation. Adding one is one row here and its file: the row says where to look next
 * when words are missing, and `derivesFrom` names the locale of the same language in the other script, from
 * which missing words are transliterated.
 */
export const locales = [
  { code: 'en', fallback: ['uk'], ...en },
  { code: 'uk', fallback: ['en'], ...uk },
  { code: 'ru', fallback: ['uk', 'en'], ...ru },
  { code: 'tr', fallback: ['en'], ...tr },
  { code: 'crh-Latn', fallback: ['uk', 'en'], derivesFrom: 'crh-Cyrl', ...crhLatn },
  { code: 'crh-Cyrl', fallback: ['uk', 'en'], derivesFrom: 'crh-Latn', ...crhCyrl },
  { code: 'ar', fallback: ['en'], ...ar },
] as const satisfies readonly LocaleRow[]

export type LocaleRow = LocaleFile & { code: string; fallback: readonly string[]; derivesFrom?: string }

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
