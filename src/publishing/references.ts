import { type Form, parseRef } from '#record/record.ts'
import { referencesOf } from '#record/richText.ts'
import { type DocumentType, type Fields, type Ref, recordShape } from '#record/shape.ts'
import { isObject } from '#record/workingCopy.ts'

/** Every other document that a form names, in its facts or in a link of its texts. */
export function refsOf(form: Form): Ref[] {
  const inFacts = refsIn(recordShape[form.card.type], form.card.facts)
  const inTexts = Object.values(form.body.words).flatMap((words) =>
    Object.values(words).flatMap(({ value }) => referencesOf(value)),
  )
  return [...new Set([...inFacts, ...inTexts])]
}

function refsIn(fields: Fields, values: unknown): Ref[] {
  if (!isObject(values)) return []
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    // `factsOf` wrote keys into these fields.
    if (field.kind === 'ref') return value === undefined ? [] : [value as Ref]
    if (field.kind === 'refs') return (value ?? []) as Ref[]
    if (field.kind === 'group') return refsIn(field.fields, value)
    return field.kind === 'rows' && Array.isArray(value) ? value.flatMap((row) => refsIn(field.fields, row)) : []
  })
}

/** Ids by type, so that each collection is asked once. */
export function idsByType(refs: readonly Ref[]): Map<DocumentType, string[]> {
  return refs.reduce((groups, key) => {
    const ref = parseRef(key)
    return ref ? groups.set(ref.type, [...(groups.get(ref.type) ?? []), ref.id]) : groups
  }, new Map<DocumentType, string[]>())
}
