import type { FlattenedField } from 'payload'
import { isObject } from '#base/isObject.ts'

type Tree = { readonly [name: string]: unknown }
type Kind = FlattenedField['type']
type Locale = string | null | undefined

/** Row ids and ids of documents are short; a longer one is none. */
const longestId = 100

/**
 * Paths of the values in `data` that are of another kind than their fields take, names and places in a list joined by `/`.
 * Payload and its databases take a value's kind for granted and fail on any other. Which words and numbers a field
 * takes is for its own validation. A save in all locales at once is refused elsewhere.
 */
export function faultsOfValues(fields: readonly FlattenedField[], data: Tree, locale: Locale): string[] {
  return fields.flatMap((field) => {
    const value = data[field.name]
    if (value === undefined || field.custom?.computed || field.type === 'join') return []
    if (locale === 'all' && 'localized' in field && field.localized) return []
    return faultsOfField(field, value, field.name, locale)
  })
}

function faultsOfField(field: FlattenedField, value: unknown, path: string, locale: Locale): string[] {
  if (field.type === 'array') return faultsOfRows(field.flattenedFields, value, path, locale)
  if (field.type === 'group' || field.type === 'tab')
    return isObject(value) ? prefixed(path, faultsOfValues(field.flattenedFields, value, locale)) : [path]
  if (value === null) return []
  const values = 'hasMany' in field && field.hasMany === true ? value : [value]
  return Array.isArray(values) && values.every((one) => isOfKind(field, one)) ? [] : [path]
}

/** A form posts an empty list as 0. */
function faultsOfRows(fields: readonly FlattenedField[], value: unknown, path: string, locale: Locale): string[] {
  if (value === null || value === 0 || value === '0') return []
  if (!Array.isArray(value)) return [path]
  const ids = value.flatMap((row) => (isObject(row) && isFilled(row.id) ? [row.id] : []))
  if (!ids.every(isId) || new Set(ids).size < ids.length) return [path]
  return value.flatMap((row, index) =>
    isObject(row) ? prefixed(`${path}/${index}`, faultsOfValues(fields, row, locale)) : [`${path}/${index}`],
  )
}

function prefixed(path: string, faults: readonly string[]): string[] {
  return faults.map((fault) => `${path}/${fault}`)
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isFilled = (value: unknown): boolean => value !== undefined && value !== null
const isId = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= longestId
const anything = () => true

/** A form posts numbers and ticks as text, too. */
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && Number.isFinite(Number(value)))
const isTick = (value: unknown): boolean => typeof value === 'boolean' || ['true', 'false', ''].includes(String(value))
const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(new Date(value).getTime())

/** A related document comes as its id, or as a whole. An empty text is none. */
function isReference(value: unknown): boolean {
  return value === '' || isId(value) || (isObject(value) && isId(value.id))
}

function isPolymorphicReference(value: unknown): boolean {
  return isObject(value) && isText(value.relationTo) && isReference(value.value)
}

/** The editor's own validation reads the rest of the tree. */
function isRichText(value: unknown): boolean {
  return isObject(value) && isObject(value.root) && isNode(value.root)
}

function isNode(node: unknown): boolean {
  if (!isObject(node) || !isText(node.type)) return false
  return node.children === undefined || (Array.isArray(node.children) && node.children.every(isNode))
}

type Check = (value: unknown, field: FlattenedField) => boolean

/** What one value of each kind of field is. Joins are stored elsewhere, points and blocks are not used. */
const checks = {
  text: isText,
  textarea: isText,
  email: isText,
  code: isText,
  select: isText,
  radio: isText,
  number: isNumber,
  checkbox: isTick,
  date: isTime,
  relationship: (value, field) =>
    'relationTo' in field && Array.isArray(field.relationTo) ? isPolymorphicReference(value) : isReference(value),
  upload: isReference,
  richText: isRichText,
  json: anything,
  join: anything,
  point: anything,
  blocks: anything,
  array: anything,
  group: anything,
  tab: anything,
} satisfies Record<Kind, Check>

function isOfKind(field: FlattenedField, value: unknown): boolean {
  const check: Check = checks[field.type]
  return check(value, field)
}
