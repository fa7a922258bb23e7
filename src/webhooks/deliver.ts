import type { Payload } from 'payload'
import { entries } from '#publishing/log/log.ts'
import { type PublicEntry, parseRef } from '#record/record.ts'
import { type DocumentType, documentTypes } from '#record/shape.ts'
import { waitAfter } from './backoff.ts'
import { type Delivery, giveLeaseBack, type Lease, note, takeLease } from './deliveries.ts'
import { messageOf } from './message.ts'
import { opened, signingSecrets } from './secrets.ts'
import { type Failure, type Outcome, send } from './send.ts'
import { signedHeaders } from './signature.ts'

export type Webhook = { id: string; name: string; url: string; active: boolean; types: readonly DocumentType[] }

export type DeliverOptions = {
  /** Names this process towards others that follow the same log. */
  owner: string
  /** How long one attempt may take. */
  limitMs: number
  /** How long a lease lasts that is not renewed: longer than an attempt, by more than clocks differ. */
  leaseMs: number
  /** Multiplies the waits between attempts: 1, but in tests. */
  pace: number
  stop: AbortSignal
}

/** Entries that are read at a time. */
const batch = 100

/**
 * Tells one webhook of every entry after its cursor, one at a time and in order, until nothing is left or an attempt
 * fails. Does nothing where another process has the lease.
 */
export async function deliver(payload: Payload, webhook: string, options: DeliverOptions): Promise<void> {
  const lease: Lease = { webhook, owner: options.owner }
  const now = Date.now()
  const taken = await takeLease({ payload }, lease, now, now + options.leaseMs)
  if (!taken) return
  let held: Delivery | null = taken
  try {
    while (held && !options.stop.aborted) held = await deliverNext(payload, lease, held, options)
  } catch (error) {
    // A shutdown or a database that went away: the lease goes back, nothing has moved.
    await giveLeaseBack({ payload }, lease)
    if (!options.stop.aborted) throw error
    return
  }
  if (held) await giveLeaseBack({ payload }, lease)
}

/** Delivers the next entry that is wanted. Null where the lease is over. */
async function deliverNext(
  payload: Payload,
  lease: Lease,
  held: Delivery,
  options: DeliverOptions,
): Promise<Delivery | null> {
  // Read each time: it may have been switched off or sent elsewhere since the last entry.
  const webhook = await findWebhook(payload, lease.webhook)
  if (!webhook?.active) return done(payload, lease)
  const { entry, passed } = await nextWanted(payload, held.cursor, webhook.types)
  if (!entry) return done(payload, lease, passed > held.cursor ? { cursor: passed } : {})
  const at = Date.now()
  const outcome = await attempt(payload, webhook, held, entry, options)
  if (!outcome.ok) return postpone(payload, lease, held, webhook, outcome, options.pace)
  if (held.failingSince !== null)
    payload.logger.info({ msg: 'A webhook delivers again.', webhook: webhook.id, seq: entry.seq })
  return note({ payload }, lease, {
    cursor: entry.seq,
    failures: 0,
    failingSince: null,
    lastAttempt: at,
    lastStatus: outcome.status,
    lastError: null,
    nextAttempt: 0,
    leaseUntil: Date.now() + options.leaseMs,
  })
}

async function done(payload: Payload, lease: Lease, change: Partial<Delivery> = {}): Promise<null> {
  await giveLeaseBack({ payload }, lease, change)
  return null
}

async function attempt(
  payload: Payload,
  { id, url }: Webhook,
  { secrets: text }: Delivery,
  entry: PublicEntry,
  { limitMs, stop }: DeliverOptions,
): Promise<Outcome> {
  const secrets = opened(payload, text)
  if (!secrets) return { ok: false, status: null, failure: { why: 'secret' }, retryAfter: null }
  const message = messageOf(id, entry)
  const now = Date.now()
  const headers = signedHeaders(signingSecrets(secrets, now), message, now)
  return send({ url, headers, body: message.body }, limitMs, stop)
}

/** What failed is tried again later, for ever; a receiver that says it is gone is asked no more. */
async function postpone(
  payload: Payload,
  lease: Lease,
  held: Delivery,
  webhook: Webhook,
  { status, failure, retryAfter }: Extract<Outcome, { ok: false }>,
  pace: number,
): Promise<null> {
  const isGone = failure.why === 'gone'
  if (isGone) await payload.update({ collection: 'webhooks', id: webhook.id, data: { active: false }, depth: 0 })
  const now = Date.now()
  const failures = isGone ? 0 : held.failures + 1
  const wait = isGone ? 0 : waitAfter(failures, retryAfter) * pace
  await giveLeaseBack({ payload }, lease, {
    failures,
    failingSince: held.failingSince ?? now,
    lastAttempt: now,
    lastStatus: status,
    lastError: textOf(failure),
    nextAttempt: now + wait,
  })
  // Not its address: in some of them every part is a secret.
  payload.logger.warn({
    msg: isGone ? 'A webhook was switched off: its receiver is gone.' : 'A webhook could not be delivered.',
    webhook: webhook.id,
    why: textOf(failure),
    failures,
    waitSeconds: Math.round(wait / 1000),
  })
  return null
}

function textOf({ why, detail }: Failure): string {
  return detail === undefined ? why : `${why} ${detail}`
}

/** The next entry that is wanted, and how far it was looked. */
async function nextWanted(
  payload: Payload,
  cursor: number,
  types: readonly DocumentType[],
): Promise<{ entry?: PublicEntry; passed: number }> {
  for (let passed = cursor; ; ) {
    const some = await entries({ payload }, { seq: { greater_than: passed } }, { sort: 'seq', limit: batch })
    const entry = some.find((one) => isWanted(one, types))
    if (entry) return { entry, passed }
    passed = some.at(-1)?.seq ?? passed
    if (some.length < batch) return { passed }
  }
}

function isWanted({ key }: PublicEntry, types: readonly DocumentType[]): boolean {
  const type = parseRef(key)?.type
  return types.length === 0 || (type !== undefined && types.includes(type))
}

export async function findWebhook(payload: Payload, id: string): Promise<Webhook | null> {
  const found = await payload.db.findOne<WebhookRow>({ collection: 'webhooks', where: { id: { equals: id } } })
  return found && webhookOf(found)
}

export async function activeWebhooks(payload: Payload): Promise<Webhook[]> {
  const { docs } = await payload.db.find<WebhookRow>({
    collection: 'webhooks',
    where: { active: { equals: true } },
    pagination: false,
    limit: 0,
  })
  return docs.map(webhookOf)
}

type WebhookRow = { id: string; name: string; url: string; active?: boolean | null; types?: unknown }

function webhookOf({ id, name, url, active, types }: WebhookRow): Webhook {
  const wanted: unknown[] = Array.isArray(types) ? types : []
  return { id, name, url, active: active === true, types: documentTypes.filter((type) => wanted.includes(type)) }
}
