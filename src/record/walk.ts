import { isObject } from '#base/isObject.ts'
import type { WordPath } from './record.ts'
import type { Field, Fields } from './shape.ts'

/** A field that holds a value and no further fields. */
type LeafField = Exclude<Field, { readonly fields: Fields }>

/** A leaf of a document. `position` is its path with the positions of rows in place of their ids, as in `charges.0.label`. */
type Leaf = { field: LeafField; value: unknown; path: WordPath; position: string }

/** Every leaf that the groups and rows of a document have a place for, empty ones too, in the order of the table. */
export function leavesOf(fields: Fields, values: unknown): Leaf[] {
  const leaves: Leaf[] = []
  walk(fields, values, '', '', leaves)
  return leaves
}

function walk(fields: Fields, values: unknown, above: string, aboveInPositions: string, leaves: Leaf[]): void {
  const held = isObject(values) ? values : {}
  for (const [name, field] of Object.entries(fields)) {
    const value = held[name]
    const path = above + name
    const position = aboveInPositions + name
    if (field.kind === 'group') walk(field.fields, value, `${path}/`, `${position}.`, leaves)
    else if (field.kind !== 'rows') leaves.push({ field, value, path, position })
    else
      rowsOf(value).forEach((row, index) => {
        walk(field.fields, row, `${path}/${row.id}/`, `${position}.${index}.`, leaves)
      })
  }
}

/** The leaves of the table itself, each with the names that lead to it. */
export function leafFields(fields: Fields, above: readonly string[] = []): { field: LeafField; names: string[] }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const names = [...above, name]
    return 'fields' in field ? leafFields(field.fields, names) : [{ field, names }]
  })
}

/** The rows of a repeated group that can be told apart. */
export function rowsOf(value: unknown): { id: string; [field: string]: unknown }[] {
  return Array.isArray(value) ? value.filter((row) => isObject(row) && typeof row.id === 'string' && row.id !== '') : []
}
