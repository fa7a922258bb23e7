import { sha256 } from '#base/digest.ts'
import { refOf } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { type DemoDocument, Link, Localized, sourceLocale } from './content.ts'

/** How ids look in a database: a UUID, or MongoDB's 24 hex digits. */
export type IdKind = 'uuid' | 'objectId'

/** The same id in every installation, so that loading the demo again finds what it loaded. */
export function idOf({ type, key }: Pick<DemoDocument, 'type' | 'key'>, kind: IdKind): string {
  const hex = sha256(`holos demo ${type} ${key}`)
  if (kind === 'objectId') return hex.slice(0, 24)
  // A UUID of version 8: made by a rule of our own (RFC 9562, section 5.8).
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

export function refOfDemo(document: Pick<DemoDocument, 'type' | 'key'>, kind: IdKind): Ref {
  return refOf(document.type, idOf(document, kind))
}

type Reading = { kind: IdKind; locale: string; isKnown: (link: Link) => boolean }

/** A document as it is saved in one locale. Links that lead nowhere yet are left out. */
export function copyIn(document: DemoDocument, reading: Reading): Record<string, unknown> {
  return valueIn(document.data, reading, `${document.type} ${document.key}`) as Record<string, unknown>
}

/** What of a document is written in a locale: the fields that hold words of it, rows and groups with all they have. */
export function wordsIn(document: DemoDocument, reading: Reading): Record<string, unknown> {
  const copy = copyIn(document, reading)
  const worded = Object.entries(document.data).filter(([, value]) => hasWords(value, reading.locale))
  return Object.fromEntries(worded.map(([name]) => [name, copy[name]]))
}

function valueIn(value: unknown, reading: Reading, path: string): unknown {
  if (value instanceof Localized) return value.values[reading.locale]
  if (value instanceof Link) return reading.isKnown(value) ? linked(value, reading.kind) : undefined
  if (Array.isArray(value))
    return value.map((item, at) => rowIn(item, reading, `${path} ${at}`)).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, valueIn(field, reading, `${path} ${name}`)])
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined))
}

/** Rows keep their ids from one locale to the next: that is what holds their words together. */
function rowIn(item: unknown, reading: Reading, path: string): unknown {
  const value = valueIn(item, reading, path)
  const isRow = typeof item === 'object' && item !== null && !(item instanceof Link) && !(item instanceof Localized)
  return isRow ? { id: sha256(path).slice(0, 24), ...(value as object) } : value
}

function linked(link: Link, kind: IdKind): unknown {
  const id = idOf(link, kind)
  return link.isPolymorphic ? { relationTo: link.type, value: id } : id
}

function hasWords(value: unknown, locale: string): boolean {
  if (value instanceof Localized) return value.values[locale] !== undefined
  return childrenOf(value).some((child) => hasWords(child, locale))
}

export function linksIn(value: unknown): Link[] {
  return value instanceof Link ? [value] : childrenOf(value).flatMap(linksIn)
}

/** Every locale that a document has words in, the one it was written in first. */
export function localesOf(document: DemoDocument): string[] {
  const found = new Set<string>([sourceLocale])
  const visit = (value: unknown): void => {
    if (value instanceof Localized) for (const locale of Object.keys(value.values)) found.add(locale)
    for (const child of childrenOf(value)) visit(child)
  }
  visit(document.data)
  return [...found]
}

function childrenOf(value: unknown): unknown[] {
  if (value instanceof Localized || value instanceof Link) return []
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}
