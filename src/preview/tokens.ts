import { randomBytes } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import { mayDo, type Staff } from '#access/roles.ts'
import { sha256 } from '#base/digest.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import type { Ref } from '#record/shape.ts'

const oneDay = 24 * 60 * 60 * 1000
export const days = { usual: 7, most: 30 } as const

/** More links to one document than anybody keeps track of: the oldest ends when another one is made. */
const mostPerDocument = 50

/** What staff see of a link. The token itself was seen once, by whoever made it. */
export type PreviewLink = {
  id: string
  madeBy: { id: string; name: string }
  createdAt: string
  expiresAt: string
}
type Row = { id: string; key: Ref; madeBy: string; createdAt: string; expiresAt: string }

/** A new token that shows one document until `expiresAt`. */
export async function makeToken(
  scope: RequestScope,
  key: Ref,
  user: Staff,
  validDays: number = days.usual,
  now = Date.now(),
): Promise<{ id: string; token: string; expiresAt: string }> {
  await forget(scope, { expiresAt: { less_than: iso(now) } })
  const older = await rowsWhere(scope, { key: { equals: key } })
  for (const { id } of older.slice(mostPerDocument - 1)) await forget(scope, { id: { equals: id } })
  const token = randomBytes(32).toString('base64url')
  const expiresAt = iso(now + validDays * oneDay)
  const { id } = await scope.payload.create({
    collection: 'previewTokens',
    data: { hash: sha256(token), key, madeBy: String(user.id), expiresAt },
    req: scope.req,
  })
  return { id: String(id), token, expiresAt }
}

/** The document that a token shows and who gave it; null where the token is unknown, revoked or expired, or its maker may not give it any more. */
export async function linkOfToken(
  scope: RequestScope,
  token: string,
  now = Date.now(),
): Promise<{ key: Ref; maker: Staff; createdAt: string } | null> {
  const [row] = await rowsWhere(scope, { hash: { equals: sha256(token) } })
  if (!row || row.expiresAt <= iso(now)) return null
  const maker = await userOf(scope, row.madeBy)
  return maker && mayDo(maker, 'preview') ? { key: row.key, maker, createdAt: row.createdAt } : null
}

/** The links of a document that are still good, the newest first. */
export async function linksOf(scope: RequestScope, key: Ref, now = Date.now()): Promise<PreviewLink[]> {
  const rows = await rowsWhere(scope, { and: [{ key: { equals: key } }, { expiresAt: { greater_than: iso(now) } }] })
  const links = rows.map(async ({ id, madeBy, createdAt, expiresAt }) => {
    const maker = await userOf(scope, madeBy)
    return mayDo(maker, 'preview') && { id, madeBy: { id: madeBy, name: nameOf(maker) }, createdAt, expiresAt }
  })
  return (await Promise.all(links)).filter((link) => link !== false)
}

/** False where the document has no such link. */
export async function revoke(scope: RequestScope, key: Ref, id: string): Promise<boolean> {
  const where: Where = { and: [{ key: { equals: key } }, { id: { equals: id } }] }
  return (await forget(scope, where)) > 0
}

export function forgetDocument(req: PayloadRequest, key: Ref): Promise<number> {
  return forget({ payload: req.payload, req }, { key: { equals: key } })
}

export function forgetUser(req: PayloadRequest, id: string): Promise<number> {
  return forget({ payload: req.payload, req }, { madeBy: { equals: id } })
}

async function forget({ payload, req }: RequestScope, where: Where): Promise<number> {
  const { docs } = await payload.delete({ collection: 'previewTokens', where, depth: 0, req })
  return docs.length
}

async function rowsWhere({ payload, req }: RequestScope, where: Where): Promise<Row[]> {
  const { docs } = await payload.find({
    collection: 'previewTokens',
    where,
    sort: '-createdAt',
    depth: 0,
    pagination: false,
    req,
  })
  // `makeToken` wrote the key of a document.
  return docs.map((row) => ({ ...row, id: String(row.id), key: row.key as Ref }))
}

type Maker = Staff & { name?: unknown }

export async function userOf({ payload, req }: RequestScope, id: string): Promise<Maker | null> {
  return payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, req })
}

function nameOf(maker: Maker | null): string {
  return typeof maker?.name === 'string' ? maker.name : ''
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
