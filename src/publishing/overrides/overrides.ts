import { ValidationError, type Where } from 'payload'
import { canonicalJson, sha256 } from '#base/digest.ts'
import type { Part, WordPath } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { RequestScope } from '../requestScope.ts'
import type { OverridePolicy } from './policy.ts'

/** What an override is of: a gate, a place in a document, perhaps the person whom it is about, and what stands there. */
export type Overridden = { gate: string; key: Ref; part?: Part; path?: WordPath; about?: Ref; text: string }

/** Who let it through, why and when. `by` is the id of a user; without one it was the command line. */
export type Agreement = { reason: string; by: string; at: string }

/** An override as it is kept. `second` is whoever agreed, where a gate takes two. */
export type Override = Omit<Overridden, 'text'> & Agreement & { digest: string; second?: Agreement }

/** The first of two. `insteadOf`: who was it before and does not count any more. */
export type Begun = Override & { insteadOf?: string }

/** What somebody says to a finding that may be overridden: which one, by its digest, and why. */
export type Confirmation = { digest: string; reason: string }

/** In characters. */
export const longestReason = 2000

export const byCommandLine = 'command line'

/** Whether it counts: an operator decides alone, everybody else as the gate says. */
export function isComplete({ by, second }: Override, { people }: OverridePolicy): boolean {
  return people !== 2 || by === byCommandLine || second !== undefined
}

/** Other words, another place or another person are another digest. */
export function digestOfOverride({ gate, key, part, path, about, text }: Overridden): string {
  return sha256(canonicalJson({ gate, key, part, path, about, text: text.normalize('NFC') })).slice(0, 32)
}

/** The overrides among these digests that were kept. */
export async function overridesAmong(
  scope: RequestScope,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Override>> {
  const found = new Map<string, Override>()
  for (let from = 0; from < digests.length; from += mostAtOnce)
    for (const one of await overridesWhere(scope, { digest: { in: digests.slice(from, from + mostAtOnce) } }))
      found.set(one.digest, one)
  return found
}

const mostAtOnce = 500

export async function keepOverrides({ payload, req }: RequestScope, overrides: readonly Begun[]): Promise<void> {
  for (const override of overrides) {
    if (override.second) await keepSecond({ payload, req }, override.digest, override.second)
    else if (override.insteadOf) await keepAnotherFirst({ payload, req }, override, override.insteadOf)
    else await keepFirst({ payload, req }, override)
    const { gate, key, by, second } = override
    payload.logger.info({ gate, key, user: second?.by ?? by }, 'Somebody let a document through a gate.')
  }
}

/** What is kept of a save that took protection away: nobody asks for a reason there. */
export const noReason = '-'

/** A field that protects somebody was opened: kept beside what was let through a gate, each time anew. */
export async function keepOpened(
  { payload, req }: RequestScope,
  { by, ...opened }: Pick<Override, 'gate' | 'key' | 'path' | 'by'>,
): Promise<void> {
  const at = new Date().toISOString()
  const digest = digestOfOverride({ ...opened, text: `${by} ${at}` })
  await keepFirst({ payload, req }, { ...opened, digest, reason: noReason, by, at })
  const { gate, key, path } = opened
  payload.logger.info({ gate, key, field: path, user: by }, 'Somebody opened what protects somebody in a document.')
}

/** What was let through last, and before that; all of it where no limit is given. */
export function newestOverrides(scope: RequestScope, limit = 0): Promise<Override[]> {
  return overridesWhere(scope, {}, { sort: '-at', limit })
}

export async function countOverrides({ payload }: RequestScope): Promise<number> {
  return (await payload.db.count({ collection: 'gateOverrides', where: {} })).totalDocs
}

async function keepFirst({ payload, req }: RequestScope, { second: _, ...data }: Override): Promise<void> {
  try {
    await payload.db.create({ collection: 'gateOverrides', data: { ...data }, req, returning: false })
  } catch (error) {
    // Somebody else has just kept the same.
    if (!(error instanceof ValidationError)) throw error
  }
}

async function keepAnotherFirst({ payload, req }: RequestScope, { digest, reason, by, at }: Override, former: string) {
  const where: Where = {
    and: [{ digest: { equals: digest } }, { by: { equals: former } }, { secondBy: { exists: false } }],
  }
  await payload.db.updateOne({ collection: 'gateOverrides', where, data: { reason, by, at }, req, returning: false })
}

async function keepSecond({ payload, req }: RequestScope, digest: string, second: Agreement): Promise<void> {
  const data = { secondReason: second.reason, secondBy: second.by, secondAt: second.at }
  const where: Where = { and: [{ digest: { equals: digest } }, { secondBy: { exists: false } }] }
  await payload.db.updateOne({ collection: 'gateOverrides', where, data, req, returning: false })
}

/** What stood in a document that is gone needs none. What is about a person who is gone stays. */
export async function forgetOverrides({ payload, req }: RequestScope, key: Ref): Promise<void> {
  await payload.db.deleteMany({ collection: 'gateOverrides', where: { key: { equals: key } }, req })
}

type Row = Omit<Override, 'second'> & {
  secondReason?: string | null
  secondBy?: string | null
  secondAt?: string | null
}

async function overridesWhere(
  { payload, req }: RequestScope,
  where: Where,
  { sort, limit }: { sort: string; limit: number } = { sort: 'at', limit: 0 },
): Promise<Override[]> {
  const { docs } = await payload.db.find<Row>({
    collection: 'gateOverrides',
    where,
    sort,
    pagination: false,
    limit,
    req,
  })
  return docs.map(({ digest, gate, key, part, path, about, reason, by, at, secondReason, secondBy, secondAt }) => ({
    digest,
    gate,
    key,
    // What is not there is null on one database and undefined on the other.
    ...(part && { part }),
    ...(path && { path }),
    ...(about && { about }),
    reason,
    by,
    at,
    ...(secondReason && secondBy && secondAt && { second: { reason: secondReason, by: secondBy, at: secondAt } }),
  }))
}
