import { type JsonObject, ValidationError, type Where } from 'payload'
import { newestEntry } from '#publishing/log/log.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { firstSecrets, sealed } from './secrets.ts'

/** How far a webhook has been told. Times are milliseconds since 1970. */
export type Delivery = {
  webhook: string
  /** Sealed; `secrets.ts` opens them. */
  secrets: string
  /** The last entry that was delivered, or that the webhook did not want. */
  cursor: number
  /** Failed attempts in a row, since somebody last asked to try again. */
  failures: number
  failingSince: number | null
  lastAttempt: number | null
  lastStatus: number | null
  /** `why`, or `why detail`, of a `Failure`. */
  lastError: string | null
  nextAttempt: number
  /** Until then only `leaseOwner` delivers; a process that was killed gives its lease back by this. */
  leaseUntil: number
  leaseOwner: string | null
}

const collection = 'webhookDeliveries'

/** Who delivers: the conditions of every write that a delivery makes. */
export type Lease = { webhook: string; owner: string }

export async function findDelivery({ payload, req }: RequestScope, webhook: string): Promise<Delivery | null> {
  const row = await payload.db.findOne<Row>({ collection, where: of(webhook), req })
  return row && deliveryFrom(row)
}

export async function allDeliveries({ payload }: RequestScope): Promise<Map<string, Delivery>> {
  const { docs } = await payload.db.find<Row>({ collection, pagination: false, limit: 0 })
  return new Map(docs.map((row) => [row.webhook, deliveryFrom(row)]))
}

/**
 * The webhook's delivery; one that has none gets it here and starts at the log's present end. Two callers at once get
 * the same.
 */
export async function deliveryOf(scope: RequestScope, webhook: string): Promise<Delivery> {
  const known = await findDelivery(scope, webhook)
  if (known) return known
  await begin(scope, webhook)
  const begun = await findDelivery(scope, webhook)
  if (begun) return begun
  throw new Error(`The webhook ${webhook} was deleted while its delivery began.`)
}

async function begin({ payload, req }: RequestScope, webhook: string): Promise<void> {
  const data = {
    webhook,
    secrets: sealed(payload, firstSecrets()),
    cursor: (await newestEntry({ payload, req }))?.seq ?? 0,
    failures: 0,
    nextAttempt: 0,
    leaseUntil: 0,
  }
  try {
    await payload.db.create({ collection, data, req, returning: false })
  } catch (error) {
    // The unique index refused: somebody else has begun it.
    if (!(error instanceof ValidationError)) throw error
  }
}

export async function forget({ payload, req }: RequestScope, webhook: string): Promise<void> {
  await payload.db.deleteMany({ collection, where: of(webhook), req })
}

/** The next look tries again at once, and waits grow from the shortest again. What is known of the failure stays. */
export async function retryNow(scope: RequestScope, webhook: string): Promise<void> {
  await write(scope, of(webhook), { nextAttempt: 0, failures: 0 })
}

/** Puts new secrets in the place of those that were read; false where somebody else did so first. */
export async function replaceSecrets(
  scope: RequestScope,
  { webhook, secrets }: Delivery,
  next: string,
): Promise<boolean> {
  return (await write(scope, { and: [of(webhook), { secrets: { equals: secrets } }] }, { secrets: next })) !== null
}

/** Takes the lease where nobody holds it and an attempt is due. */
export async function takeLease(
  scope: RequestScope,
  lease: Lease,
  now: number,
  until: number,
): Promise<Delivery | null> {
  const isFree: Where = {
    and: [of(lease.webhook), { leaseUntil: { less_than_equal: now } }, { nextAttempt: { less_than_equal: now } }],
  }
  return write(scope, isFree, { leaseUntil: until, leaseOwner: lease.owner })
}

/** Writes what became of an attempt. Null where another process has the lease by now. */
export async function note(scope: RequestScope, lease: Lease, change: Partial<Delivery>): Promise<Delivery | null> {
  return write(scope, { and: [of(lease.webhook), { leaseOwner: { equals: lease.owner } }] }, change)
}

export async function giveLeaseBack(scope: RequestScope, lease: Lease, change: Partial<Delivery> = {}): Promise<void> {
  await note(scope, lease, { ...change, leaseUntil: 0, leaseOwner: null })
}

/**
 * One conditional write, the same on both databases: MongoDB finds and updates in one step, SQLite in one exclusive
 * transaction.
 */
async function write({ payload, req }: RequestScope, where: Where, data: Partial<Delivery>): Promise<Delivery | null> {
  const written: JsonObject | null = await payload.db.updateOne({ collection, where, data, req })
  // What this file writes, in the columns of `collections/hidden/webhookDeliveries.ts`.
  return written && deliveryFrom(written as Row)
}

type Row = { id: string } & Delivery

/** MongoDB leaves out what was never written; SQLite answers null. */
function deliveryFrom(row: Row): Delivery {
  const unsaid = { failingSince: null, lastAttempt: null, lastStatus: null, lastError: null, leaseOwner: null }
  return { ...unsaid, ...row }
}

function of(webhook: string): Where {
  return { webhook: { equals: webhook } }
}
