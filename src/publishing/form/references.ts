import { type Form, type Part, parseRef } from '#record/record.ts'
import { referencesOf } from '#record/richText.ts'
import { type DocumentType, type Ref, recordShape } from '#record/shape.ts'
import { leavesOf } from '#record/walk.ts'

/** Every other document that a form names, in its facts or in a link of its texts. */
export function refsOf(form: Form): Ref[] {
  return [...new Set(['facts', ...Object.keys(form.body.words)].flatMap((part) => refsInPart(form, part)))]
}

/** The documents that one part of a form names. */
export function refsInPart({ card, body }: Form, part: Part): Ref[] {
  if (part !== 'facts') return Object.values(body.words[part] ?? {}).flatMap(({ value }) => referencesOf(value))
  return leavesOf(recordShape[card.type], card.facts).flatMap(({ field: { kind }, value }) =>
    // `factsOf` wrote keys into these fields.
    kind === 'ref' || kind === 'refs' ? ([value ?? []].flat() as Ref[]) : [],
  )
}

/** Ids by type, so that each collection is asked once. */
export function idsByType(refs: readonly Ref[]): Map<DocumentType, string[]> {
  return refs.reduce((groups, key) => {
    const ref = parseRef(key)
    return ref ? groups.set(ref.type, [...(groups.get(ref.type) ?? []), ref.id]) : groups
  }, new Map<DocumentType, string[]>())
}
