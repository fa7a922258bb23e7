import type { FlattenedField } from 'payload'
import { isObject } from '#base/isObject.ts'

type Tree = Readonly<Record<string, unknown>>

/**
 * A stored document as a form of one locale sees it: each localized field holds that locale's value. `all` leaves the
 * document as it is.
 */
export function inLocale(fields: readonly FlattenedField[], document: Tree, locale: string): Tree {
  if (locale === 'all') return document
  return mapValues(fields, document, (field, stored) =>
    isLocalized(field) && isObject(stored) ? stored[locale] : stored,
  )
}

/**
 * Form data in the shapes that the database answers with: an empty list of rows is posted as 0, a related document may
 * come as a whole.
 */
export function asStored(fields: readonly FlattenedField[], data: Tree): Tree {
  return mapValues(fields, data, (field, value) => {
    if (field.type === 'array' && (value === 0 || value === '0')) return []
    if (field.type !== 'relationship' && field.type !== 'upload') return value
    return Array.isArray(value) ? value.map(referenceOf) : referenceOf(value)
  })
}

/** A document with each field that it holds as `read` has it, from the outermost inwards. */
function mapValues(
  fields: readonly FlattenedField[],
  document: Tree,
  read: (field: FlattenedField, value: unknown) => unknown,
): Tree {
  const mapped = fields
    .filter(({ name }) => name in document)
    .map((field) => {
      const value = read(field, document[field.name])
      if (!('flattenedFields' in field)) return [field.name, value]
      const inside = (held: unknown) => (isObject(held) ? mapValues(field.flattenedFields, held, read) : held)
      return [field.name, Array.isArray(value) ? value.map(inside) : inside(value)]
    })
  return { ...document, ...Object.fromEntries(mapped) }
}

function referenceOf(value: unknown): unknown {
  if (!isObject(value)) return value
  if ('relationTo' in value) return { relationTo: value.relationTo, value: referenceOf(value.value) }
  return 'id' in value ? value.id : value
}

/** Says which field a path of names and row ids leads to, and in which locale where the path crosses one. */
export function fieldAt(fields: readonly FlattenedField[], path: readonly string[], locale: string): FieldPath {
  const names: string[] = []
  const found: FieldPath = { path: '', fields: [] }
  let level: readonly FlattenedField[] = fields
  let rest = path
  while (rest.length > 0) {
    const [name = '', ...after] = rest
    const field = level.find((one) => one.name === name)
    names.push(name)
    rest = after
    if (!field) continue
    found.fields.push(field)
    if (isLocalized(field)) {
      found.locale = locale === 'all' ? rest[0] : locale
      if (locale === 'all') rest = rest.slice(1)
    }
    if ('flattenedFields' in field) level = field.flattenedFields
  }
  return { ...found, path: names.join('/') }
}

/** `fields` leads from the outermost field to the one that the path names. */
export type FieldPath = { path: string; locale?: string | undefined; fields: FlattenedField[] }

/**
 * What no person types: the next save derives it anew, so it is never a question to a person. A form posts the rows
 * that a join shows as well; they are stored elsewhere.
 */
export function isComputed({ fields }: FieldPath): boolean {
  return fields.some(
    (field) => field.type === 'join' || ('admin' in field && Boolean(field.admin?.readOnly || field.admin?.hidden)),
  )
}

function isLocalized(field: FlattenedField): boolean {
  return 'localized' in field && field.localized === true
}
