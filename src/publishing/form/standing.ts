import type { Where } from 'payload'
import { localeCodes } from '#locales/table.ts'
import type { Form, Part } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import { type WorkingCopy, wordFieldsOf } from '#record/workingCopy.ts'
import { projectForm, sameContent } from './projectForm.ts'
import { publicView } from './publicView.ts'

/** Every part that a document can have: facts first, then locales as in their table. */
const partOrder: readonly Part[] = ['facts', ...localeCodes]

/** Finds the working copies that publishing would change something of. */
export const isPending: Where = { pendingIn: { in: [...partOrder] } }

export type Standing = { publishedIn: Part[]; pendingIn: Part[] }

/**
 * Where a working copy stands towards the record: the parts that are public, and those that would
 * change if they were published now. A part that was never public and says something is pending.
 */
export function standingOf(type: DocumentType, copy: WorkingCopy, published: Form | null): Standing {
  const publishedIn = Object.keys(published?.card.parts ?? {})
  const would = wouldBe(type, copy, published)
  const pendingIn = partsOf(type, copy, published).filter((part) =>
    publishedIn.includes(part) ? !sameContent(would, published, part) : saysSomething(would, part),
  )
  return { publishedIn: ordered(publishedIn), pendingIn: ordered(pendingIn) }
}

/** The form after publishing everything that a working copy holds, at this time. */
export function wouldBe(type: DocumentType, copy: WorkingCopy, published: Form | null, at = ''): Form {
  const locales = partsOf(type, copy, published).filter((part) => part !== 'facts')
  return projectForm(type, copy, published, { facts: true, locales }, at)
}

/** Facts, every locale with words, and whatever is public. */
export function partsOf(type: DocumentType, copy: WorkingCopy, published: Form | null): Part[] {
  const written = wordFieldsOf(type, publicView(type, copy)).flatMap(({ values }) => Object.keys(values))
  return ordered([...new Set(['facts', ...written, ...Object.keys(published?.card.parts ?? {})])])
}

export function saysSomething(form: Form, part: Part): boolean {
  if (part === 'facts') return form.card.slug !== undefined || Object.keys(form.card.facts).length > 0
  return Object.keys(form.card.words[part] ?? {}).length > 0 || Object.keys(form.body.words[part] ?? {}).length > 0
}

/** In the order of the parts: equal standings have equal lists. */
function ordered(parts: readonly Part[]): Part[] {
  return [...parts].sort((one, other) => partOrder.indexOf(one) - partOrder.indexOf(other))
}
