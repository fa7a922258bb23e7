import type { FlattenedField } from 'payload'
import { isObject } from '#base/isObject.ts'

type Tree = Readonly<Record<string, unknown>>

/**
 * A stored document as a form of one locale sees it: each localized field holds that locale's value. `all` leaves the
 * document as it is.
 */
export function inLocale(fields: readonly FlattenedField[], document: Tree, locale: string): Tree {
  if (locale === 'all') return document
  const seen = fields
    .filter(({ name }) => name in document)
    .map((field) => [field.name, fieldInLocale(field, document[field.name], locale)])
  return { ...document, ...Object.fromEntries(seen) }
}

function fieldInLocale(field: FlattenedField, stored: unknown, locale: string): unknown {
  const value = isLocalized(field) && isObject(stored) ? stored[locale] : stored
  if (!('flattenedFields' in field)) return value
  if (Array.isArray(value))
    return value.map((row) => (isObject(row) ? inLocale(field.flattenedFields, row, locale) : row))
  return isObject(value) ? inLocale(field.flattenedFields, value, locale) : value
}

/**
 * Form data in the shapes that the database answers with: an empty list of rows is posted as 0, a related document may
 * come as a whole.
 */
export function asStored(fields: readonly FlattenedField[], data: Tree): Tree {
  const told = fields
    .filter(({ name }) => name in data)
    .map((field) => [field.name, fieldAsStored(field, data[field.name])])
  return { ...data, ...Object.fromEntries(told) }
}

function fieldAsStored(field: FlattenedField, value: unknown): unknown {
  if (field.type === 'array' && (value === 0 || value === '0')) return []
  if (field.type === 'array' && Array.isArray(value)) return value.map((row) => nested(field.flattenedFields, row))
  if ('flattenedFields' in field) return nested(field.flattenedFields, value)
  if (field.type !== 'relationship' && field.type !== 'upload') return value
  return Array.isArray(value) ? value.map(referenceOf) : referenceOf(value)
}

function nested(fields: readonly FlattenedField[], value: unknown): unknown {
  return isObject(value) ? asStored(fields, value) : value
}

function referenceOf(value: unknown): unknown {
  if (!isObject(value)) return value
  if ('relationTo' in value) return { relationTo: value.relationTo, value: referenceOf(value.value) }
  return 'id' in value ? value.id : value
}

/** Says which field a path of names and row ids leads to, and in which locale where the path crosses one. */
export function placeOf(fields: readonly FlattenedField[], path: readonly string[], locale: string): Place {
  const names: string[] = []
  const place: Place = { path: '', fields: [] }
  let level: readonly FlattenedField[] = fields
  let rest = path
  while (rest.length > 0) {
    const [name = '', ...after] = rest
    const field = level.find((one) => one.name === name)
    names.push(name)
    rest = after
    if (!field) continue
    place.fields.push(field)
    if (isLocalized(field)) {
      place.locale = locale === 'all' ? rest[0] : locale
      if (locale === 'all') rest = rest.slice(1)
    }
    if ('flattenedFields' in field) level = field.flattenedFields
  }
  return { ...place, path: names.join('/') }
}

/** `fields` leads from the outermost field to the one that the path names. */
export type Place = { path: string; locale?: string | undefined; fields: FlattenedField[] }

/**
 * What no person types: the next save derives it anew, so it is never a question to a person. A form posts the rows
 * that a join shows as well; they are stored elsewhere.
 */
export function isComputed({ fields }: Place): boolean {
  return fields.some(
    (field) => field.type === 'join' || ('admin' in field && Boolean(field.admin?.readOnly || field.admin?.hidden)),
  )
}

function isLocalized(field: FlattenedField): boolean {
  return 'localized' in field && field.localized === true
}
