import { ValidationError, type Where } from 'payload'
import { canonicalJson, sha256 } from '#base/digest.ts'
import {
  type Body,
  type Card,
  type ChangeEntry,
  type ChangeFacts,
  type Form,
  firstPrev,
  formVersion,
  type PublishedRow,
} from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { RequestScope } from '../requestScope.ts'

/** What a new entry says; its number, predecessor and hashes follow from the log. */
export type Change = Pick<ChangeFacts, 'key' | 'kind' | 'facts' | 'locales' | 'at'> & { form: Form | null }

export function formHash(form: Form | null): string {
  return sha256(canonicalJson(form))
}

export function entryHash({ seq, key, kind, facts, locales, formHash, prev, at }: ChangeFacts): string {
  return sha256(canonicalJson({ seq, key, kind, facts, locales, formHash, prev, at }))
}

/** The entry that would follow `head`. */
export function nextEntry(head: ChangeEntry | null, { form, ...change }: Change): ChangeEntry {
  const facts: ChangeFacts = {
    ...change,
    seq: (head?.seq ?? 0) + 1,
    formHash: formHash(form),
    prev: head?.hash ?? firstPrev,
  }
  return { ...facts, hash: entryHash(facts), applied: false, form: canonicalJson(form) }
}

/** The row that an entry with its form makes: nothing but the entry decides it. */
function rowOf(entry: ChangeEntry): PublishedRow {
  // The form was written by `nextEntry`.
  const form = JSON.parse(entry.form ?? 'null') as Form | null
  return {
    key: entry.key,
    seq: entry.seq,
    hash: entry.formHash,
    formVersion,
    publishedAt: form?.card.publishedAt ?? null,
    withdrawnAt: form ? null : entry.at,
    card: form && canonicalJson(form.card),
    body: form && canonicalJson(form.body),
  }
}

export function formOf(row: Pick<PublishedRow, 'card' | 'body'> | null): Form | null {
  if (!row?.card || !row.body) return null
  // The record holds what `projectForm` made.
  return { card: JSON.parse(row.card) as Card, body: JSON.parse(row.body) as Body }
}

export async function newestEntry(scope: RequestScope): Promise<ChangeEntry | null> {
  const [head] = await entries(scope, {}, { sort: '-seq', limit: 1 })
  return head ?? null
}

/** The newest entry of each part of one document is found among these: all of its entries, newest first. */
export function entriesOf(scope: RequestScope, key: Ref): Promise<ChangeEntry[]> {
  return entries(scope, { key: { equals: key } }, { sort: '-seq' })
}

export async function entries(
  { payload, req }: RequestScope,
  where: Where,
  options: { sort: string; limit?: number },
): Promise<ChangeEntry[]> {
  const { docs } = await payload.db.find({ collection: 'changes', where, pagination: false, limit: 0, ...options, req })
  return docs.map(entryFrom)
}

export async function publicRow(scope: RequestScope, key: Ref): Promise<PublishedRow | null> {
  const [row] = await rows(scope, { key: { equals: key } })
  return row ?? null
}

export async function rows(
  { payload, req }: RequestScope,
  where: Where,
  options: { sort?: string; limit?: number } = {},
): Promise<PublishedRow[]> {
  const { docs } = await payload.db.find({
    collection: 'published',
    where,
    pagination: false,
    limit: 0,
    ...options,
    req,
  })
  return docs.map(rowFrom)
}

/** Commits a change: true when its entry is stored, false when another writer took its number. */
export async function commit({ payload, req }: RequestScope, entry: ChangeEntry): Promise<boolean> {
  try {
    await payload.db.create({
      collection: 'changes',
      data: { ...entry, locales: canonicalJson(entry.locales) },
      req,
      returning: false,
    })
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/**
 * Applies every entry that still carries its form, in order. Two processes may do so at once: a row
 * is only ever written where its `seq` is lower, and clearing twice is clearing.
 */
export async function applyAll(scope: RequestScope): Promise<void> {
  for (const entry of await unapplied(scope)) {
    if (!isIntact(entry))
      throw new Error(`Entry ${entry.seq} of the change log is damaged. Run \`npm run holos -- verify\`.`)
    await apply(scope, entry)
  }
}

export function unapplied(scope: RequestScope): Promise<ChangeEntry[]> {
  return entries(scope, { applied: { equals: false } }, { sort: 'seq' })
}

/** Whether the form that an entry carries is the one that it was committed with. */
export function isIntact({ form, formHash }: ChangeEntry): boolean {
  return form !== null && sha256(form) === formHash
}

export async function apply(scope: RequestScope, entry: ChangeEntry): Promise<void> {
  const row = rowOf(entry)
  const known = await publicRow(scope, row.key)
  if (!known) await createRow(scope, row)
  else if (known.seq < row.seq) await raiseRow(scope, row)
  await scope.payload.db.updateOne({
    collection: 'changes',
    where: { seq: { equals: entry.seq } },
    data: { applied: true, form: null },
    req: scope.req,
    returning: false,
  })
}

async function createRow(scope: RequestScope, row: PublishedRow): Promise<void> {
  try {
    await scope.payload.db.create({ collection: 'published', data: { ...row }, req: scope.req, returning: false })
  } catch (error) {
    if (!isTaken(error)) throw error
    // Another process has just written it, from this entry or from another one.
    await raiseRow(scope, row)
  }
}

async function raiseRow({ payload, req }: RequestScope, row: PublishedRow): Promise<void> {
  const where: Where = { and: [{ key: { equals: row.key } }, { seq: { less_than: row.seq } }] }
  await payload.db.updateOne({ collection: 'published', where, data: { ...row }, req, returning: false })
}

/** The unique index refused: both adapters say so with a ValidationError. */
function isTaken(error: unknown): boolean {
  return error instanceof ValidationError
}

function entryFrom(document: { [field: string]: unknown }): ChangeEntry {
  // What `commit` wrote, in the columns of `collections/hidden/changes.ts`.
  const { seq, key, kind, facts, locales, formHash, prev, at, hash, applied, form } = document as Omit<
    ChangeEntry,
    'locales'
  > & { locales: string }
  return { seq, key, kind, facts, locales: JSON.parse(locales), formHash, prev, at, hash, applied, form: form ?? null }
}

function rowFrom(document: { [field: string]: unknown }): PublishedRow {
  // What `apply` wrote, in the columns of `collections/hidden/published.ts`.
  const { key, seq, hash, formVersion, publishedAt, withdrawnAt, card, body } = document as PublishedRow
  return {
    key,
    seq,
    hash,
    formVersion,
    publishedAt: publishedAt ?? null,
    withdrawnAt: withdrawnAt ?? null,
    card: card ?? null,
    body: body ?? null,
  }
}
