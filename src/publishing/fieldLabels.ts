import type { Payload } from 'payload'
import type { DocumentType } from '#record/shape.ts'

/** The label that the admin shows for a field, by its path without row ids; the field's own name where it has none in words. */
export function fieldLabels(
  payload: Payload,
  type: DocumentType,
  language: string,
): (path: readonly string[]) => string {
  const { flattenedFields } = payload.collections[type].config
  return (path) => inLanguage(fieldAt(flattenedFields, path)?.label, language) ?? path.at(-1) ?? ''
}

type Labelled = { name: string; label?: unknown; flattenedFields?: Labelled[] }

function fieldAt(fields: readonly Labelled[], [step, ...rest]: readonly string[]): Labelled | undefined {
  const field = fields.find(({ name }) => name === step)
  return rest.length === 0 ? field : fieldAt(field?.flattenedFields ?? [], rest)
}

function inLanguage(label: unknown, language: string): string | undefined {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null) return undefined
  const { [language]: own, en } = label as { [language: string]: unknown }
  return [own, en].find((one) => typeof one === 'string')
}
