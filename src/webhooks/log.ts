import type { Payload, PayloadRequest } from 'payload'
import type { ChangeFacts } from '#record/record.ts'

/** An entry of the public log as the public may read it: without its form. */
export type PublicEntry = ChangeFacts & { hash: string }

const publicColumns = {
  seq: true,
  key: true,
  kind: true,
  facts: true,
  locales: true,
  formHash: true,
  prev: true,
  hash: true,
  at: true,
} as const satisfies Record<keyof PublicEntry, true>

/** Where the log ends; 0 before the first publish. */
export async function newestSeq(payload: Payload, req?: PayloadRequest): Promise<number> {
  const { docs } = await payload.db.find<{ seq: number }>({
    collection: 'changes',
    select: { seq: true },
    sort: '-seq',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.seq ?? 0
}

/** At most `limit` entries after `seq`, oldest first. What an entry may still carry of a form is not read. */
export async function entriesAfter(payload: Payload, seq: number, limit: number): Promise<PublicEntry[]> {
  const { docs } = await payload.db.find<Omit<PublicEntry, 'locales'> & { locales: string }>({
    collection: 'changes',
    where: { seq: { greater_than: seq } },
    select: publicColumns,
    sort: 'seq',
    limit,
    pagination: false,
  })
  return docs.map(({ seq, key, kind, facts, locales, formHash, prev, hash, at }) => ({
    seq,
    key,
    kind,
    facts,
    locales: JSON.parse(locales),
    formHash,
    prev,
    hash,
    at,
  }))
}
