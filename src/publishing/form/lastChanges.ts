import { isObject } from '#base/isObject.ts'
import type { Form, Part } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { sameContent } from './projectForm.ts'
import { partsOf, saysSomething, wouldBe } from './standing.ts'

/**
 * Who last changed what a part would say in public, and when; `others` changed it before, since it was last published. Without `by` it
 * was an import or a command.
 */
export type LastChange = { by?: string; at: string; others?: readonly string[] }
export type LastChanges = { readonly [part: Part]: LastChange }

/** More people than a desk has. Whoever comes after them is remembered in place of the first. */
const mostOthers = 50

export function lastChangesOf({ changedBy }: { readonly [field: string]: unknown }): LastChanges {
  // Written by `lastChangesAfter`.
  return isObject(changedBy) ? (changedBy as LastChanges) : {}
}

/** Everybody who changed a part since it was last published. */
export function changersOf({ by, others = [] }: LastChange): string[] {
  return [...new Set([...others, ...(by ? [by] : [])])]
}

type Saved = {
  before: WorkingCopy | null
  after: WorkingCopy
  published: Form | null
  /** Whether what decides over all parts was changed, and is in none of them. */
  changesAll: boolean
}

/** After a save: a part that would say something else now was changed by whoever saves, the others as before. */
export function lastChangesAfter(
  type: DocumentType,
  { before, after, published, changesAll }: Saved,
  change: LastChange,
): LastChanges {
  const was = before && wouldBe(type, before, null)
  const is = wouldBe(type, after, null)
  const parts = new Set([...partsOf(type, after, null), ...(before ? partsOf(type, before, null) : [])])
  const isChanged = (part: Part) => changesAll || (was ? !sameContent(was, is, part) : saysSomething(is, part))
  const known = before ? lastChangesOf(before) : {}
  const changed = [...parts]
    .filter(isChanged)
    .map((part) => [part, withOthers(change, known[part], published?.card.parts[part])] as const)
  return { ...known, ...Object.fromEntries(changed) }
}

function withOthers(change: LastChange, previous: LastChange | undefined, publishedAt = ''): LastChange {
  const since = previous && publishedAt < previous.at ? changersOf(previous) : []
  const others = since.filter((one) => one !== change.by).slice(-mostOthers)
  return { ...change, ...(others.length > 0 && { others }) }
}
