import type { Field, Tab } from 'payload'
import { fieldKey } from '#messages/fieldKey.ts'
import { inAllLanguages, isMessageKey } from '#messages/message.ts'

/**
 * Gives every field and tab its label and help: the messages `people.fields.name.given.label` and `.help`, or
 * `fields.sources.label` for what means the same wherever it stands. A field without messages stops the start.
 */
export function described(slug: string, fields: readonly Field[], parent = ''): Field[] {
  return fields.map((field) => describedField(slug, field, parent))
}

function describedField(slug: string, field: Field, parent: string): Field {
  if (field.type === 'ui') return field
  if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab) => describedTab(slug, tab, parent)) }
  // What has no name of its own only arranges others; Payload types each such kind by itself.
  if (!('name' in field) || !field.name)
    return 'fields' in field ? ({ ...field, fields: described(slug, field.fields, parent) } as Field) : field
  const path = `${parent}${field.name}`
  const { label, help, row } = textsOf(slug, path)
  return {
    ...field,
    label,
    ...(field.type === 'array' && { labels: { singular: row, plural: label } }),
    ...('fields' in field && { fields: described(slug, field.fields, `${path}.`) }),
    admin: { ...field.admin, description: help },
    // As above: all of these exist on every kind of named field.
  } as Field
}

function describedTab(slug: string, tab: Tab, parent: string): Tab {
  const [label, help] = [`${slug}.tabs.${String(tab.label)}.label`, `${slug}.tabs.${String(tab.label)}.help`]
  if (!isMessageKey(label) || !isMessageKey(help)) throw new Error(`The tab ${label} has no messages.`)
  const fields = described(slug, tab.fields, parent)
  return { ...tab, label: inAllLanguages(label), description: inAllLanguages(help), fields } as Tab
}

function textsOf(slug: string, path: string) {
  const [label, help, row = label] = (['label', 'help', 'row'] as const).map((text) => fieldKey(slug, path, text))
  if (!label || !help || !row) throw new Error(`The field ${path} of ${slug} has no messages.`)
  return { label: inAllLanguages(label), help: inAllLanguages(help), row: inAllLanguages(row) }
}
