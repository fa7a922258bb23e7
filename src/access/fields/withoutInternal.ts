import type { FlattenedField } from 'payload'
import { isObject } from '#base/isObject.ts'

type Tree = { readonly [name: string]: unknown }

/** A stored document as somebody without `readInternal` may know it: as if its internal fields were empty. */
export function withoutInternal<Document extends Tree>(
  fields: readonly FlattenedField[],
  document: Document,
): Document {
  const kept = fields.flatMap((field): [string, unknown][] => {
    const value = document[field.name]
    if (value === undefined || field.custom?.internal) return []
    if (!('flattenedFields' in field)) return [[field.name, value]]
    const inside = (held: unknown) => (isObject(held) ? withoutInternal(field.flattenedFields, held) : held)
    return [[field.name, Array.isArray(value) ? value.map(inside) : inside(value)]]
  })
  const internal = fields.filter(({ custom }) => custom?.internal).map(({ name }) => name)
  const rest = Object.entries(document).filter(([name]) => !internal.includes(name))
  // The same document with fewer fields: all that are internal may be absent.
  return { ...Object.fromEntries(rest), ...Object.fromEntries(kept) } as Document
}
