import { isObject } from '#base/isObject.ts'
import { parseEdtf } from '#dates/edtf.ts'
import { displayName, type PersonName, sortName } from '#locales/personName.ts'
import { localeCodes } from '#locales/table.ts'
import { nameKeys } from '#names/fold.ts'
import type { DocumentType } from '#record/shape.ts'

type Copy = { readonly [name: string]: unknown }

/** What the studio computes for each kind of document from the document itself. Localized values are those of `locale`. */
export const computed = {
  people: (copy, locale) => ({
    displayName: displayName(nameIn(copy, locale), locale) || null,
    sortName: sortName(nameIn(copy, locale), locale) || null,
    nameKeys: nameKeys(spellingsOf(copy)),
    heading: inSource(copy, (one) => displayName(nameIn(copy, one), one)),
  }),
  quotes: (copy) => ({ heading: shortened(inSource(copy, (locale) => wordsIn(copy.text, locale))) }),
  events: (copy) => ({ ...boundsOf(copy.date), heading: inSource(copy, (locale) => wordsIn(copy.title, locale)) }),
  media: (copy) => ({
    heading: shortened(inSource(copy, (locale) => wordsIn(copy.alt, locale)) ?? textOf(copy.filename)),
  }),
  organizations: (copy) => ({ heading: inSource(copy, (locale) => wordsIn(copy.name, locale)) }),
  places: (copy) => ({ heading: inSource(copy, (locale) => wordsIn(copy.name, locale)) }),
  sources: (copy) => ({ heading: shortened(textOf(copy.title) ?? textOf(copy.url)) }),
} as const satisfies Record<DocumentType, (copy: Copy, locale: string) => { [name: string]: unknown }>

/** The first locale that says something, the document's own first. */
function inSource(copy: Copy, read: (locale: string) => string | null): string | null {
  const locales = [textOf(copy.sourceLocale) ?? '', ...localeCodes]
  return locales.map(read).find((text) => text !== null && text !== '') ?? null
}

function wordsIn(words: unknown, locale: string): string | null {
  return isObject(words) ? textOf(words[locale]) : null
}

function nameIn(copy: Copy, locale: string): PersonName {
  const { given, additional, family } = isObject(copy.name) ? copy.name : {}
  return { given: wordsIn(given, locale), additional: wordsIn(additional, locale), family: wordsIn(family, locale) }
}

/** The name in every locale and every other spelling. */
function spellingsOf(copy: Copy): string[] {
  const names = localeCodes.map((locale) => displayName(nameIn(copy, locale), locale))
  const others = Array.isArray(copy.alternateNames) ? copy.alternateNames : []
  const spellings = others.map((row) => (isObject(row) ? textOf(row.value) : null) ?? '')
  return [...names, ...spellings].filter((spelling) => spelling !== '')
}

function boundsOf(date: unknown): { earliest: string | null; latest: string | null; precision: string | null } {
  const parsed = typeof date === 'string' && date !== '' ? parseEdtf(date) : null
  if (!parsed?.ok) return { earliest: null, latest: null, precision: null }
  const { earliest, latest, precision } = parsed.date
  return { earliest, latest, precision }
}

const longest = 80

function shortened(text: string | null): string | null {
  const line = text?.replace(/\s+/g, ' ').trim()
  if (!line) return null
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
