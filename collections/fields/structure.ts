import type { ArrayField, Field, GroupField, RowField, Tab, TabsField } from 'payload'
import { type ListName, mostItems } from '#record/listSizes.ts'

/** Tabs of a form. `name` only finds its messages: a tab does not nest its fields. */
export function tabs(...all: Tab[]): TabsField {
  return { type: 'tabs', tabs: all }
}

export function tab(name: string, fields: Field[]): Tab {
  return { label: name, fields }
}

export function group(name: string, fields: Field[]): GroupField {
  return { name, type: 'group', fields }
}

/** Repeated facts. Each row has an id of its own that stays across saves. */
export function rows(name: ListName, fields: Field[]): ArrayField {
  return { name, type: 'array', fields, maxRows: mostItems[name] }
}

/** Fields beside each other. */
export function row(...fields: Field[]): RowField {
  return { type: 'row', fields }
}

/** Fields as `change` makes them, what a field holds before the field itself. `path` is the names that lead to it, joined by dots. */
export function mapFields(
  fields: readonly Field[],
  change: (field: Field, path: string) => Field,
  above = '',
): Field[] {
  return fields.map((field) => {
    const name = 'name' in field && field.name ? field.name : ''
    const inside = (held: readonly Field[]) => mapFields(held, change, name ? `${above}${name}.` : above)
    // Payload types each kind of field by itself.
    const changed = { ...field, ...('fields' in field && { fields: inside(field.fields) }) } as Field
    if (changed.type === 'tabs') changed.tabs = changed.tabs.map((tab) => ({ ...tab, fields: inside(tab.fields) }))
    return change(changed, `${above}${name}`)
  })
}
