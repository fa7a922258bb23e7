import { isObject } from '#base/isObject.ts'
import { parseEdtf } from '#dates/edtf.ts'
import { displayName, type PersonName, sortName } from '#locales/personName.ts'
import { localeCodes } from '#locales/table.ts'
import { nameKeys } from '#names/fold.ts'
import { type DocumentType, documents, type Fields, recordShape } from '#record/shape.ts'

type Copy = { readonly [name: string]: unknown }

type Values = { [name: string]: unknown }

/** What the studio computes for a document from the document itself. Localized values are those of `locale`. */
export function computedValues(type: DocumentType, copy: Copy, locale: string): Values {
  return { heading: headingIn(type, copy), ...ownValues[type]?.(copy, locale) }
}

/** What one type has beside, or in place of, the heading. */
const ownValues: { readonly [Type in DocumentType]?: (copy: Copy, locale: string) => Values } = {
  people: (copy, locale) => ({
    displayName: displayName(nameIn(copy, locale), locale) || null,
    sortName: sortName(nameIn(copy, locale), locale) || null,
    nameKeys: nameKeys(spellingsOf(copy)),
    heading: inSource(copy, (one) => displayName(nameIn(copy, one), one)),
  }),
  events: (copy) => boundsOf(copy.date),
}

/** A name stands whole; other words, and facts, are cut to a line. */
function headingIn(type: DocumentType, copy: Copy): string | null {
  const fields: Fields = recordShape[type]
  const names: readonly string[] = documents[type].name
  for (const path of documents[type].heading) {
    const isWords = fields[path]?.kind === 'text'
    const text = isWords ? inSource(copy, (locale) => wordsIn(copy[path], locale)) : textOf(copy[path])
    if (text !== null) return isWords && names.includes(path) ? text : shortened(text)
  }
  return null
}

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

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
