import type { Part } from '#record/record.ts'
import type { GateMessage, PublishAnswer } from '../publish/publication.ts'
import { requestFor } from '../publish/selection.ts'

export type BulkAction = 'publish' | 'withdraw'

/** One document of a bulk action, as `POST /api/<collection>/publish` and `/withdraw` answer it. */
export type BulkResult =
  | { id: string; status: 200; answer: Pick<PublishAnswer, 'unchanged'> }
  | { id: string; status: number; message: string; data?: { refusals?: GateMessage[] } | null }

export type BulkAnswer = { docs: BulkResult[] }

/** A chosen row of the list, with what of it is pending and what is public. */
export type BulkDocument = {
  id: string
  heading?: string | null
  pendingIn?: Part[] | null
  publishedIn?: Part[] | null
}

export type BulkRequest = { ids: string[]; facts?: boolean; locales?: string[] }

/** So many documents go in one request: progress is seen, and a closed tab loses little. */
const bulkSize = 10

/**
 * The requests of a bulk action. A document is asked to publish what is chosen *and* pending in it, so
 * that a locale nobody wrote yet refuses nothing; one with nothing to publish is left out.
 */
export function bulkPlan(
  action: BulkAction,
  documents: readonly BulkDocument[],
  chosen: ReadonlySet<Part>,
): BulkRequest[] {
  if (action === 'withdraw') return chunked(documents, chosen.has('facts') ? {} : { locales: [...chosen] })
  const groups = new Map<string, BulkDocument[]>()
  for (const one of documents) {
    const parts = [...chosen].filter((part) => one.pendingIn?.includes(part))
    if (parts.length > 0) groups.set(parts.join(), [...(groups.get(parts.join()) ?? []), one])
  }
  return [...groups].flatMap(([parts, group]) => chunked(group, requestFor(new Set(parts.split(',')))))
}

function chunked(documents: readonly BulkDocument[], parts: Omit<BulkRequest, 'ids'>): BulkRequest[] {
  const ids = documents.map(({ id }) => id)
  const count = Math.ceil(ids.length / bulkSize)
  return Array.from({ length: count }, (_, index) => ({
    ids: ids.slice(index * bulkSize, (index + 1) * bulkSize),
    ...parts,
  }))
}

/** What an action still finds to do in a document. */
const opens = { publish: 'pendingIn', withdraw: 'publishedIn' } as const satisfies {
  [action in BulkAction]: keyof BulkDocument
}

/** The documents in which something can still be done after a request was answered: what was refused keeps all its parts. */
export function leftAfter(
  action: BulkAction,
  documents: readonly BulkDocument[],
  request: BulkRequest,
  results: readonly BulkResult[],
): BulkDocument[] {
  const open = opens[action]
  const done = new Set(results.filter((one) => !isRefused(one)).map(({ id }) => id))
  return documents
    .map((one) => (done.has(one.id) ? { ...one, [open]: one[open]?.filter((part) => !isIn(request, part)) } : one))
    .filter((one) => (one[open]?.length ?? 0) > 0)
}

/** A withdrawal that names no locales is one of the whole document. */
function isIn({ facts, locales }: BulkRequest, part: Part): boolean {
  if (locales === undefined) return true
  return part === 'facts' ? facts === true : locales.includes(part)
}

export function isRefused(result: BulkResult): result is Exclude<BulkResult, { status: 200 }> {
  return 'message' in result
}

type Tally = { published: number; unchanged: number; refused: number; notReached: number }

/** Every document counts once: as it was answered, as not reached where it was asked for without an answer, else as unchanged. */
export function tallyOf(count: number, plan: readonly BulkRequest[], results: readonly BulkResult[]): Tally {
  const answered = new Set(results.map(({ id }) => id))
  const notReached = plan.flatMap(({ ids }) => ids).filter((id) => !answered.has(id)).length
  const refused = results.filter(isRefused).length
  const published = results.filter((one) => !isRefused(one) && !one.answer.unchanged).length
  return { published, refused, notReached, unchanged: count - refused - published - notReached }
}
