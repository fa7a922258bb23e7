import type { Field, Tab } from 'payload'
import { common } from './wording/common.ts'
import type { FieldWording, Wording } from './wording/say.ts'

type Words = Pick<Wording, 'tabs' | 'fields'>

/** Gives every field and tab its label and help. A field without wording is a mistake of ours and stops the start. */
export function described(fields: readonly Field[], wording: Words, prefix = ''): Field[] {
  return fields.map((field) => describedField(field, wording, prefix))
}

function describedField(field: Field, wording: Words, prefix: string): Field {
  if (field.type === 'ui') return field
  if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab) => describedTab(tab, wording, prefix)) }
  // What has no name of its own only arranges others; Payload types each such kind by itself.
  if (!('name' in field) || !field.name)
    return 'fields' in field ? ({ ...field, fields: described(field.fields, wording, prefix) } as Field) : field
  const path = `${prefix}${field.name}`
  const { label, help, row } = wordingOf(wording, path)
  return {
    ...field,
    label,
    ...(field.type === 'array' && { labels: { singular: row ?? label, plural: label } }),
    ...('fields' in field && { fields: described(field.fields, wording, `${path}.`) }),
    admin: { ...field.admin, description: help },
    // As above: all of these exist on every kind of named field.
  } as Field
}

function describedTab(tab: Tab, wording: Words, prefix: string): Tab {
  const said = typeof tab.label === 'string' ? wording.tabs?.[tab.label] : undefined
  if (!said) throw new Error(`The tab ${String(tab.label)} has no wording.`)
  return { ...tab, label: said.label, description: said.help, fields: described(tab.fields, wording, prefix) } as Tab
}

const shared: Readonly<Record<string, FieldWording>> = common

function wordingOf({ fields }: Words, path: string): FieldWording {
  const said = fields[path] ?? shared[path.slice(path.lastIndexOf('.') + 1)]
  if (!said) throw new Error(`The field ${path} has no wording.`)
  return said
}
