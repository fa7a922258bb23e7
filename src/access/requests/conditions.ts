import {
  buildVersionCollectionFields,
  type FlattenedField,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
} from 'payload'
import { isObject } from '#base/isObject.ts'
import { localeCodes } from '#locales/table.ts'

/** The fields that a path may begin with, the collections that it may lead on to, and whether it may name an internal field. */
export type Scope = { fields: readonly FlattenedField[]; config: SanitizedConfig; seesInternal: boolean }

/** What conditions on a collection, or on its versions, are about; for the same person as `from`. */
export function scopeOf(from: Omit<Scope, 'fields'>, slug: string, isOfVersions: boolean): Scope | null {
  const { config, seesInternal } = from
  const collection = config.collections.find((one) => one.slug === slug)
  if (!collection) return null
  const fields = isOfVersions ? versionFields(config, collection) : collection.flattenedFields
  return { config, seesInternal, fields }
}

const ofVersions = new WeakMap<SanitizedCollectionConfig, readonly FlattenedField[]>()

/** Payload makes them anew each time. */
function versionFields(config: SanitizedConfig, collection: SanitizedCollectionConfig): readonly FlattenedField[] {
  const fields = ofVersions.get(collection) ?? buildVersionCollectionFields(config, collection, true)
  ofVersions.set(collection, fields)
  return fields
}

/**
 * Paths in a `where` that name no field, or none that whoever asks may read, or ask of one what cannot be asked. The databases
 * fail on those or, worse, find everything.
 */
export function faultsOfWhere(scope: Scope, where: unknown): string[] {
  if (!isObject(where)) return ['where']
  return Object.entries(where).flatMap(([path, asked]) => {
    if (path.toLowerCase() === 'and' || path.toLowerCase() === 'or')
      return Array.isArray(asked) ? branchesIn(scope, path, asked).flatMap((one) => faultsOfWhere(scope, one)) : [path]
    const field = fieldAtPath(scope, path)
    if (!field || !isObject(asked) || Object.keys(asked).length === 0) return [path]
    const wrong = Object.entries(asked).filter(([operator, operand]) => !isAsked(scope, field, operator, operand))
    return wrong.map(([operator]) => `${path}.${operator}`)
  })
}

/** The search of a list asks every field that it looks into; of an internal one the branch is taken away later (`searchedByEditors`). */
function branchesIn({ fields, seesInternal }: Scope, path: string, branches: readonly unknown[]): readonly unknown[] {
  if (seesInternal || path.toLowerCase() !== 'or') return branches
  const searched = fields.filter(({ custom }) => custom?.searchedByEditors).map(({ name }) => name)
  const left = branches.filter((one) => !isObject(one) || !searched.includes(Object.keys(one).join()))
  return left.length > 0 ? left : branches
}

/** Paths to sort by that name no field. The lists inside a document are sorted by fields of their own documents only. */
export function faultsOfSort(scope: Scope, sort: unknown, isOfJoin = false): string[] {
  const paths = typeof sort === 'string' ? sort.split(',') : sort
  if (!Array.isArray(paths)) return ['sort']
  const named = paths.map((path) => String(path).replace(/^-/, ''))
  return named.filter((path) => !isSortable(isOfJoin ? withoutRelations(scope) : scope, path))
}

function isSortable(scope: Scope, path: string): boolean {
  const field = fieldAtPath(scope, path)
  return field !== null && field.type !== 'json' && field.type !== 'richText' && field.type !== 'join'
}

function withoutRelations(scope: Scope): Scope {
  return { ...scope, fields: scope.fields.filter((field) => relatedSlug(field) === null) }
}

type Operand = (scope: Scope, field: FlattenedField, value: unknown) => boolean

const one: Operand = (_, field, value) => isScalar(value) && isComparable(field, value)
const several: Operand = (scope, field, value) => listOf(value).every((entry) => one(scope, field, entry))
const text: Operand = (_, field, value) => isScalar(value) && holdsText(field)

/** Has a related document like this: Payload takes such a condition after `contains` only. */
const contained: Operand = (scope, field, value) => {
  if (!isObject(value)) return listOf(value).every(isScalar) && holdsText(field)
  const slug = relatedSlug(field)
  const related = slug && scopeOf(scope, slug, false)
  return related ? faultsOfWhere(related, value).length === 0 : false
}

/** `near`, `within` and `intersects` ask of points, which nobody has here; `all` asks of what one of the databases cannot answer. */
const operators: ReadonlyMap<string, Operand> = new Map([
  ['equals', one],
  ['not_equals', one],
  ['greater_than', one],
  ['greater_than_equal', one],
  ['less_than', one],
  ['less_than_equal', one],
  ['in', several],
  ['not_in', several],
  ['like', text],
  ['not_like', text],
  ['contains', contained],
  ['exists', (_, __, value) => ['true', 'false'].includes(String(value))],
])

function isAsked(scope: Scope, field: FlattenedField, operator: string, operand: unknown): boolean {
  const isFine = operators.get(operator)
  return isFine !== undefined && field.type !== 'json' && isFine(scope, field, operand)
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? value.split(',') : [value]
}

/** Part of a number or of a time is nothing that one can look for. */
function holdsText({ type }: FlattenedField): boolean {
  return type !== 'number' && type !== 'date' && type !== 'checkbox'
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** The databases turn what is compared into the field's own kind, and fail where that cannot be done. */
function isComparable({ type }: FlattenedField, value: unknown): boolean {
  const isNone = value === null || value === '' || value === 'null'
  if (type === 'number') return isNone || Number.isFinite(Number(value))
  if (type === 'date') return isNone || !Number.isNaN(new Date(String(value)).getTime())
  return true
}

/** The field that a path of names leads to, through related documents; null where it leads nowhere. */
function fieldAtPath(scope: Scope, path: string): FlattenedField | null {
  if (typeof path !== 'string') return null
  const steps = (path === '_id' ? 'id' : path.replaceAll('__', '.')).split('.')
  let [fields, found]: [readonly FlattenedField[], FlattenedField | null] = [scope.fields, null]
  for (const [index, step] of steps.entries()) {
    if (found && isLocaleOf(found, step)) continue
    if (found && isPolymorphic(found)) return step === 'value' || step === 'relationTo' ? found : null
    const next: FlattenedField | undefined = fields.find(({ name }) => name === step)
    if (next?.custom?.internal && !scope.seesInternal) return null
    if (!next) return step === 'id' && index === steps.length - 1 ? idField : null
    found = next
    fields = fieldsInside(scope, next)
  }
  return found
}

const idField: FlattenedField = { name: 'id', type: 'text' }

function isLocaleOf(field: FlattenedField, step: string): boolean {
  return 'localized' in field && field.localized === true && localeCodes.some((code) => code === step)
}

function isPolymorphic(field: FlattenedField): boolean {
  return (field.type === 'relationship' || field.type === 'upload') && Array.isArray(field.relationTo)
}

function fieldsInside(scope: Scope, field: FlattenedField): readonly FlattenedField[] {
  if ('flattenedFields' in field) return field.flattenedFields
  const slug = relatedSlug(field)
  return (slug && scopeOf(scope, slug, false)?.fields) || []
}

export function relatedSlug(field: FlattenedField): string | null {
  if (field.type === 'join') return typeof field.collection === 'string' ? field.collection : null
  if (field.type !== 'relationship' && field.type !== 'upload') return null
  return typeof field.relationTo === 'string' ? field.relationTo : null
}
