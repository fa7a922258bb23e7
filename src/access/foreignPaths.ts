import { isDeepStrictEqual } from 'node:util'
import type { FlattenedField } from 'payload'
import { isObject } from '#base/isObject.ts'

type Tree = { readonly [name: string]: unknown }

/** What somebody may write: the localized fields among `fields`, in `locales`. The request is in `locale`, or in `all`. */
export type Mine = { fields: readonly FlattenedField[]; locale: string; locales: readonly string[] }

/** What travels with a form and is no field that a person fills in. */
const envelope: readonly string[] = ['id', 'createdAt', 'updatedAt', 'resolutions', 'resolvedAt']

/** Paths of the fields that `data` would change in `document` and that are not `mine`; words of other locales say which: `description (ru)`. */
export function foreignPaths(mine: Mine, data: Tree, document: Tree): string[] {
  const names = Object.keys(data).filter((name) => !envelope.includes(name))
  return inTree(mine, data, document, '', names)
}

function inTree(mine: Mine, data: Tree, document: Tree, prefix: string, names = Object.keys(data)): string[] {
  return names.flatMap((name) => {
    const path = `${prefix}${name}`
    const field = mine.fields.find((one) => one.name === name)
    if (data[name] === undefined) return []
    return field
      ? inField(mine, field, data[name], document[name], path)
      : unless(isSame(data[name], document[name]), path)
  })
}

function inField(mine: Mine, field: FlattenedField, now: unknown, before: unknown, path: string): string[] {
  if (isComputed(field)) return []
  if (field.custom?.internal) return unless(isSame(now, before), path)
  if ('localized' in field && field.localized) return inWords(mine, now, before, path)
  if (field.type === 'array')
    return inRows({ ...mine, fields: field.flattenedFields }, rowsOf(now), rowsOf(before), path)
  if ('flattenedFields' in field && isObject(now))
    return inTree({ ...mine, fields: field.flattenedFields }, now, isObject(before) ? before : {}, `${path}.`)
  return unless(isSame(now, before), path)
}

function inWords({ locale, locales }: Mine, now: unknown, before: unknown, path: string): string[] {
  if (locale !== 'all') return unless(locales.includes(locale) || isSame(now, before), `${path} (${locale})`)
  const words = isObject(now) ? now : {}
  const stored = isObject(before) ? before : {}
  return Object.keys(words).flatMap((one) =>
    unless(locales.includes(one) || isSame(words[one], stored[one]), `${path} (${one})`),
  )
}

/** Which rows there are, and in which order, is a fact; inside a row words are words. */
function inRows(mine: Mine, now: Tree[], before: Tree[], path: string): string[] {
  if (!isDeepStrictEqual(now.map(idOf), before.map(idOf))) return [path]
  return now.flatMap((row, index) =>
    inTree(
      mine,
      row,
      before[index] ?? {},
      `${path}.${index}.`,
      Object.keys(row).filter((name) => name !== 'id'),
    ),
  )
}

/** The studio computes it, whatever a form says (`collections/fields/ruled.ts`). */
function isComputed(field: FlattenedField): boolean {
  return field.type === 'join' || field.custom?.computed === true
}

const unless = (isFine: boolean, path: string): string[] => (isFine ? [] : [path])
const idOf = (row: Tree): unknown => row.id

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
