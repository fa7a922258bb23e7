import type { ClientField, FormState } from 'payload'

/** A field of a form, found by a word path (`charges/<row id>/label`). */
export type FieldPlace = { field: ClientField | null; formPath: string; labels: LabelPart[] }
export type LabelPart = { label: unknown; row?: number }

/** Where a path of names and row ids stands in this form: its field, its path by row number, its labels from outside in. */
export function placeOf(fields: readonly ClientField[], state: FormState, path: string): FieldPlace {
  const place: FieldPlace = { field: null, formPath: '', labels: [] }
  let inside: readonly ClientField[] = fields
  for (const segment of path.split(/[/.]/)) {
    const row = rowNumber(state, place.formPath, segment)
    const field = row === null ? namedIn(inside, segment) : null
    place.formPath = [place.formPath, row ?? segment].filter((part) => part !== '').join('.')
    if (row !== null) {
      const last = place.labels.at(-1)
      if (last) last.row = row + 1
      continue
    }
    place.field = field
    place.labels.push({ label: (field && 'label' in field && field.label) || segment })
    inside = field && 'fields' in field ? field.fields : []
  }
  return place
}

function rowNumber(state: FormState, arrayPath: string, segment: string): number | null {
  const found = state[arrayPath]?.rows?.findIndex((row) => row.id === segment) ?? -1
  return found < 0 ? null : found
}

/** A field by name; rows, collapsibles and unnamed tabs do not nest what they hold. */
function namedIn(fields: readonly ClientField[], name: string): ClientField | null {
  for (const field of fields) {
    if ('name' in field && field.name === name) return field
    const inner = transparent(field).map((held) => namedIn(held, name))
    const found = inner.find((one) => one !== null)
    if (found) return found
  }
  return null
}

function transparent(field: ClientField): (readonly ClientField[])[] {
  if (field.type === 'tabs') return field.tabs.filter((tab) => !('name' in tab && tab.name)).map((tab) => tab.fields)
  if (field.type === 'row' || field.type === 'collapsible') return [field.fields]
  return []
}
