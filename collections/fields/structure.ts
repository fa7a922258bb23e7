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
