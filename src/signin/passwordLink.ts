import { randomBytes } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { sha256 } from '#base/digest.ts'

/**
 * The way back in for somebody who forgot a password: an administrator makes a link, which works once and for a day and is
 * handed over by a way of their own. Only its hash is kept, in the place that Payload has for it.
 */
export type PasswordLink = { token: string; expiresAt: string }
type Owner = { id: string; email: string; name?: string | null }
type Kept = Owner & { resetPasswordToken?: string | null; resetPasswordExpiration?: string | null }

const oneDay = 24 * 60 * 60 * 1000

/** A fresh link, which ends every earlier one of the same account. */
export async function makePasswordLink(
  payload: Payload,
  id: number | string,
  req?: PayloadRequest,
  now = Date.now(),
): Promise<PasswordLink> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(now + oneDay).toISOString()
  await keepLink(payload, id, { resetPasswordToken: hashOf(token), resetPasswordExpiration: expiresAt }, req)
  return { token, expiresAt }
}

/** Whose link this is; null where it is over or never was. */
export async function ownerOfLink(payload: Payload, token: string, now = Date.now()): Promise<Owner | null> {
  const found = await payload.db.findOne<Kept>({
    collection: 'users',
    where: { resetPasswordToken: { equals: hashOf(token) } },
  })
  const until = found?.resetPasswordExpiration
  return found && until && new Date(until).getTime() > now
    ? { id: String(found.id), email: found.email, name: found.name }
    : null
}

/** Spends the link for a new password, which ends every session. Of two calls with one link, one is answered true. */
export async function setPasswordByLink(payload: Payload, token: string, password: string): Promise<boolean> {
  const owner = await ownerOfLink(payload, token)
  if (!owner || !(await isSpentHere(payload, owner.id, token))) return false
  await payload.update({ collection: 'users', id: owner.id, data: { password }, overrideAccess: true, depth: 0 })
  return true
}

/** One write that asks and changes: of two at once it finds the token for one. */
async function isSpentHere(payload: Payload, id: string, token: string): Promise<boolean> {
  const account = await payload.db.findOne<Kept>({ collection: 'users', where: { id: { equals: id } } })
  const written = await payload.db.updateOne({
    collection: 'users',
    where: { and: [{ id: { equals: id } }, { resetPasswordToken: { equals: hashOf(token) } }] },
    // The whole account: on SQLite an update without its rows would delete them.
    data: { ...account, resetPasswordToken: null, resetPasswordExpiration: null },
  })
  return Boolean(written)
}

async function keepLink(
  payload: Payload,
  id: number | string,
  link: Partial<Kept>,
  req?: PayloadRequest,
): Promise<void> {
  const account = await payload.db.findOne<Kept>({ collection: 'users', where: { id: { equals: id } }, req })
  if (!account) throw new Error('A link is made for an account that is there.')
  await payload.db.updateOne({ collection: 'users', id, data: { ...account, ...link }, req })
}

/** Named, so that the hash of nothing else fits. */
function hashOf(token: string): string {
  return sha256(`password link ${token}`)
}

/** The page behind a link. */
export function passwordLinkAt(origin: string, token: string): string {
  return `${origin}/password?token=${token}`
}
