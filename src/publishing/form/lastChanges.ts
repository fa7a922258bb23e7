import { isObject } from '#base/isObject.ts'
import type { Part } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { sameContent } from './projectForm.ts'
import { partsOf, saysSomething, wouldBe } from './standing.ts'

/** Who last changed what a part would say in public, and when. Without `by` it was an import or a command. */
export type LastChange = { by?: string; at: string }
export type LastChanges = { readonly [part: Part]: LastChange }

export function lastChangesOf({ changedBy }: { readonly [field: string]: unknown }): LastChanges {
  // Written by `lastChangesAfter`.
  return isObject(changedBy) ? (changedBy as LastChanges) : {}
}

/** After a save: a part that would say something else now was changed by whoever saves, the others as before. */
export function lastChangesAfter(
  type: DocumentType,
  before: WorkingCopy | null,
  after: WorkingCopy,
  change: LastChange,
): LastChanges {
  const was = before && wouldBe(type, before, null)
  const is = wouldBe(type, after, null)
  const parts = new Set([...partsOf(type, after, null), ...(before ? partsOf(type, before, null) : [])])
  const changed = [...parts].filter((part) => (was ? !sameContent(was, is, part) : saysSomething(is, part)))
  return { ...(before && lastChangesOf(before)), ...Object.fromEntries(changed.map((part) => [part, change])) }
}
