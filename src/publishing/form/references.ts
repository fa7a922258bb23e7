import { type Form, parseRef } from '#record/record.ts'
import { referencesOf } from '#record/richText.ts'
import { type DocumentType, type Ref, recordShape } from '#record/shape.ts'
import { leavesOf } from '#record/walk.ts'

/** Every other document that a form names, in its facts or in a link of its texts. */
export function refsOf(form: Form): Ref[] {
  const inFacts = leavesOf(recordShape[form.card.type], form.card.facts).flatMap(({ field: { kind }, value }) =>
    // `factsOf` wrote keys into these fields.
    kind === 'ref' || kind === 'refs' ? ([value ?? []].flat() as Ref[]) : [],
  )
  const inTexts = Object.values(form.body.words).flatMap((words) =>
    Object.values(words).flatMap(({ value }) => referencesOf(value)),
  )
  return [...new Set([...inFacts, ...inTexts])]
}

/** Ids by type, so that each collection is asked once. */
export function idsByType(refs: readonly Ref[]): Map<DocumentType, string[]> {
  return refs.reduce((groups, key) => {
    const ref = parseRef(key)
    return ref ? groups.set(ref.type, [...(groups.get(ref.type) ?? []), ref.id]) : groups
  }, new Map<DocumentType, string[]>())
}
