import { isMessageKey, type MessageKey, message } from './message.ts'

/** The key of a field's text: `people.fields.name.given.label`, or the common one of its last name, `fields.sources.label`. */
export function fieldKey(collection: string, path: string, text: 'label' | 'help' | 'row'): MessageKey | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return [`${collection}.fields.${path}.${text}`, `fields.${name}.${text}`].find(isMessageKey)
}

/** A field by its label, as the form calls it; by its own name where it has none. Ids of rows in the path are passed over. */
export function fieldLabel(language: string, collection: string, path: readonly string[]): string {
  const named = path.reduce((known, step) => {
    const next = known ? `${known}.${step}` : step
    return fieldKey(collection, next, 'label') ? next : known
  }, '')
  const key = fieldKey(collection, named, 'label')
  return key ? message(language, key) : (path.at(-1) ?? '')
}
