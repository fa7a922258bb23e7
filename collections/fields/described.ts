import type { Field, Tab } from 'payload'
import { fieldKey } from '#messages/fieldKey.ts'
import { inAllLanguages, isMessageKey } from '#messages/message.ts'
import { mapFields } from './structure.ts'

/**
 * Gives every field and tab its label and help: the messages `people.fields.name.given.label` and `.help`, or
 * `fields.sources.label` for what means the same wherever it stands. A field without messages stops the start.
 */
export function described(slug: string, fields: readonly Field[]): Field[] {
  return mapFields(fields, (field, path) => {
    if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab) => describedTab(slug, tab)) }
    // What has no name of its own only arranges others.
    if (field.type === 'ui' || !('name' in field) || !field.name) return field
    const { label, help, row } = textsOf(slug, path)
    return {
      ...field,
      label,
      ...(field.type === 'array' && { labels: { singular: row, plural: label } }),
      admin: { ...field.admin, description: help },
      // All of these exist on every kind of named field; Payload types each kind by itself.
    } as Field
  })
}

function describedTab(slug: string, tab: Tab): Tab {
  const [label, help] = [`${slug}.tabs.${String(tab.label)}.label`, `${slug}.tabs.${String(tab.label)}.help`]
  if (!isMessageKey(label) || !isMessageKey(help)) throw new Error(`The tab ${label} has no messages.`)
  return { ...tab, label: inAllLanguages(label), description: inAllLanguages(help) }
}

function textsOf(slug: string, path: string) {
  const [label, help, row = label] = (['label', 'help', 'row'] as const).map((text) => fieldKey(slug, path, text))
  if (!label || !help || !row) throw new Error(`The field ${path} of ${slug} has no messages.`)
  return { label: inAllLanguages(label), help: inAllLanguages(help), row: inAllLanguages(row) }
}
