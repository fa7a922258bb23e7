import type { FlattenedField, SanitizedConfig } from 'payload'
import { localeCodes } from '#locales/table.ts'
import { type DocumentType, documentTypes } from '#record/shape.ts'

/** An internal field of a collection, by the names that lead to it. */
export type InternalField = { type: DocumentType; path: string; field: FlattenedField }

/** Every field of every collection that is marked internal: a new one is planted and walked to without a word here. */
export function internalFieldsOf(config: SanitizedConfig): InternalField[] {
  return documentTypes.flatMap((type) => {
    const fields = config.collections.find(({ slug }) => slug === type)?.flattenedFields ?? []
    return internalIn(fields, '').map(({ path, field }) => ({ type, path, field }))
  })
}

function internalIn(fields: readonly FlattenedField[], above: string): Omit<InternalField, 'type'>[] {
  return fields.flatMap((field) => {
    const path = `${above}${field.name}`
    if (field.custom?.internal) return [{ path, field }]
    return 'flattenedFields' in field ? internalIn(field.flattenedFields, `${path}.`) : []
  })
}

/** Fields of other documents through which a condition or an order could reach an internal one: `speaker.safety.risk`. */
export function pathsThroughRelations(config: SanitizedConfig, type: string): string[] {
  const fields = config.collections.find(({ slug }) => slug === type)?.flattenedFields ?? []
  const internal = internalFieldsOf(config)
  return linksIn(fields, '').flatMap(({ path, to }) =>
    internal.filter((one) => one.type === to).map((one) => `${path}.${one.path}`),
  )
}

function linksIn(fields: readonly FlattenedField[], above: string): { path: string; to: string }[] {
  return fields.flatMap((field) => {
    const path = `${above}${field.name}`
    if (field.type === 'join') return [{ path, to: String(field.collection) }]
    if (field.type === 'relationship' || field.type === 'upload')
      return [field.relationTo].flat().map((to) => ({ path, to }))
    return 'flattenedFields' in field ? linksIn(field.flattenedFields, `${path}.`) : []
  })
}

/** What no answer may hold for somebody who may not read internal fields. A date is one that nothing else has, and ahead: a consent that ran out refuses. */
export const canary = 'CANARY'
export const canaryDate = '2907-03-09'

/** A value of a kind that the field takes; `which` tells one canary from another. */
export function canaryFor({ path, field }: InternalField, which: string): unknown {
  if (field.type === 'select') {
    const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
    // Not the full name: how the person is named depends on it.
    const value = path.endsWith('publishAs') ? 'pseudonym' : (values.at(-1) ?? '')
    return field.hasMany ? [value] : value
  }
  if (field.type === 'checkbox') return true
  if (field.type === 'date') return `${canaryDate}T00:00:00.000Z`
  if (/(date|until)$/i.test(path)) return canaryDate
  const text = `${canary}-${path.replaceAll('.', '-')}-${which}`
  if (path === 'faces') return [{ id: text, x: 0.1, y: 0.1, width: 0.1, height: 0.1 }]
  return field.type === 'json' ? { words: [text] } : text
}

/** Every internal field of a type with its canary, as a document holds them. */
export function planted(fields: readonly InternalField[], which: string, isWhole: boolean): Record<string, unknown> {
  const tree: Record<string, unknown> = {}
  for (const one of fields) {
    const steps = one.path.split('.')
    const last = steps.pop() ?? ''
    let place = tree
    for (const step of steps) {
      place[step] ??= {}
      // Made on the line before.
      place = place[step] as Record<string, unknown>
    }
    const value = canaryFor(one, which)
    const isLocalized = 'localized' in one.field && one.field.localized === true
    place[last] = isWhole && isLocalized ? Object.fromEntries(localeCodes.map((code) => [code, value])) : value
  }
  return tree
}
