import { isDeepStrictEqual } from 'node:util'
import type { FlattenedField } from 'payload'
import { isObject } from '#base/isObject.ts'

type Tree = { readonly [name: string]: unknown }

/** What somebody may write: the localized fields among `fields`, in `locales`. The request is in `locale`, or in `all`. */
export type Mine = { fields: readonly FlattenedField[]; locale: string; locales: readonly string[] }

/** A field that is not yours to write: names and row ids joined by `/`, and the locale where its words are another translator's. */
export type ForeignPath = { path: string; locale?: string }

/** What travels with a form and is no field that a person fills in. */
const envelope: readonly string[] = ['resolutions', 'resolvedAt']

/**
 * Paths of the internal fields that `data` names, whatever it says of them: an answer that depends on the value would
 * tell the value to whoever asks often enough.
 */
export function internalPaths(fields: readonly FlattenedField[], data: Tree, prefix = ''): ForeignPath[] {
  return fields.flatMap((field) => {
    const value = data[field.name]
    if (value === undefined) return []
    const path = `${prefix}${field.name}`
    if (field.custom?.internal) return [{ path }]
    if (!('flattenedFields' in field)) return []
    const inside = (held: Tree, above: string) => internalPaths(field.flattenedFields, held, `${above}/`)
    if (isObject(value)) return inside(value, path)
    if (field.type === 'array' && Array.isArray(value))
      return value.filter(isObject).flatMap((row, index) => inside(row, rowPath(path, row, index)))
    // Nothing in the place of a group would take its fields away.
    return field.type !== 'array' && holdsInternal(field.flattenedFields) ? [{ path }] : []
  })
}

/** Paths of the fields that `data` would change in `document` and that are not `mine`. Internal and computed fields are not asked about here. */
export function foreignPaths(mine: Mine, data: Tree, document: Tree): ForeignPath[] {
  const names = Object.keys(data).filter((name) => !envelope.includes(name))
  return inTree(mine, data, document, '', names)
}

function inTree(mine: Mine, data: Tree, document: Tree, prefix: string, names = Object.keys(data)): ForeignPath[] {
  return names.flatMap((name) => {
    const path = `${prefix}${name}`
    const field = mine.fields.find((one) => one.name === name)
    if (data[name] === undefined) return []
    return field
      ? inField(mine, field, data[name], document[name], path)
      : unless(isSame(data[name], document[name]), { path })
  })
}

function inField(mine: Mine, field: FlattenedField, now: unknown, before: unknown, path: string): ForeignPath[] {
  if (isComputed(field) || field.custom?.internal) return []
  if ('localized' in field && field.localized) return inWords(mine, now, before, path)
  if (field.type === 'array')
    return inRows({ ...mine, fields: field.flattenedFields }, rowsOf(now), rowsOf(before), path)
  if ('flattenedFields' in field && isObject(now))
    return inTree({ ...mine, fields: field.flattenedFields }, now, isObject(before) ? before : {}, `${path}/`)
  return unless(isSame(now, before), { path })
}

function inWords({ locale, locales }: Mine, now: unknown, before: unknown, path: string): ForeignPath[] {
  if (locale !== 'all') return unless(locales.includes(locale) || isSame(now, before), { path, locale })
  const words = isObject(now) ? now : {}
  const stored = isObject(before) ? before : {}
  return Object.keys(words).flatMap((one) =>
    unless(locales.includes(one) || isSame(words[one], stored[one]), { path, locale: one }),
  )
}

/** Which rows there are, and in which order, is a fact; inside a row words are words. */
function inRows(mine: Mine, now: Tree[], before: Tree[], path: string): ForeignPath[] {
  if (!isDeepStrictEqual(now.map(idOf), before.map(idOf))) return [{ path }]
  return now.flatMap((row, index) =>
    inTree(
      mine,
      row,
      before[index] ?? {},
      `${rowPath(path, row, index)}/`,
      Object.keys(row).filter((name) => name !== 'id'),
    ),
  )
}

/** The studio computes it, whatever a form says (`ownValues.ts`). */
function isComputed(field: FlattenedField): boolean {
  return field.type === 'join' || field.custom?.computed === true
}

function holdsInternal(fields: readonly FlattenedField[]): boolean {
  return fields.some(
    (field) => field.custom?.internal === true || ('flattenedFields' in field && holdsInternal(field.flattenedFields)),
  )
}

const unless = (isFine: boolean, foreign: ForeignPath): ForeignPath[] => (isFine ? [] : [foreign])
const idOf = (row: Tree): unknown => row.id

function rowPath(path: string, { id }: Tree, index: number): string {
  return `${path}/${typeof id === 'string' ? id : index}`
}

/** A form posts an empty list as 0. */
function rowsOf(value: unknown): Tree[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isSame(now: unknown, before: unknown): boolean {
  return isDeepStrictEqual(plain(now), plain(before))
}

/** One shape for all that means the same: nothing, an unticked box, no entries, a related document as a whole or by id. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '' || value === false) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (!isObject(value)) return value
  if ('relationTo' in value && 'value' in value) return { relationTo: value.relationTo, value: plain(value.value) }
  if (typeof value.id === 'string' && 'createdAt' in value) return value.id
  const filled = Object.entries(value)
    .map(([name, one]) => [name, plain(one)] as const)
    .filter(([, one]) => one !== null)
  return filled.length === 0 ? null : Object.fromEntries(filled)
}
