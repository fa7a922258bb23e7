import type { PayloadRequest } from 'payload'
import { mayDo, type Staff } from '#access/roles.ts'
import { CallerError } from '#base/errors.ts'
import { refuse } from '#graph/request/refusal.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { parseRef } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { type Copy, copiesOf, type View } from './draftForms.ts'
import { isForLinksOf } from './heldBack.ts'
import { linkOfToken } from './tokens.ts'

const scheme = /^Preview (\S+)$/
const mostKeys = 100

/**
 * The working copies that whoever asks may see in place of what is public: with a token its
 * document, with a session those that `key` names, or everything pending. Nobody sees through a preview what they, or who gave
 * them the link, may not read.
 */
export async function copiesFor(scope: RequestScope, req: PayloadRequest): Promise<Copy[]> {
  const asked = keysIn(req)
  const authorization = req.headers.get('Authorization') ?? ''
  const token = scheme.exec(authorization)?.[1]
  if (token) return copiesOfToken(scope, token, asked)
  refuseStrangers(req)
  const copies = await copiesOf(scope, asked.length > 0 ? asked : 'pending', viewOf(req.user))
  const missing = asked.filter((key) => !copies.some(({ type, id }) => key === `${type}:${id}`))
  if (missing.length > 0)
    throw refuse('BAD_REQUEST', `There is no document ${missing.join(', ')}, or it is in the trash.`)
  return copies
}

async function copiesOfToken(scope: RequestScope, token: string, asked: readonly Ref[]): Promise<Copy[]> {
  const { key, maker } = await documentFor(scope, token, asked)
  const copies = await copiesOf(scope, [key], viewOf(maker))
  if (copies.length === 0) throw gone()
  if (await isForLinksOf(scope, key, maker)) return copies
  throw forbidden('This document is not shown through this link now.')
}

function viewOf(user: Staff | null): View {
  return mayDo(user, 'readInternal') ? 'whole' : 'withoutInternal'
}

async function documentFor(
  scope: RequestScope,
  token: string,
  asked: readonly Ref[],
): Promise<{ key: Ref; maker: Staff }> {
  const link = await linkOfToken(scope, token)
  if (!link) throw gone()
  const { key } = link
  if (asked.every((one) => one === key)) return link
  throw forbidden(`This preview link shows ${key} and no other document.`)
}

/** One sentence for all of it: a stranger does not learn which links there were. */
function gone(): CallerError {
  return unauthenticated('This preview link is not good any more. Ask for a new one.')
}

function refuseStrangers({ user }: PayloadRequest): void {
  if (!user) {
    const cure = 'Sign in to the studio, or send `Authorization: Preview <token>`.'
    throw unauthenticated(`A preview is for staff and for those whom they gave a link. ${cure}`)
  }
  if (!mayDo(user, 'read')) throw forbidden('Your account may not read working copies.')
}

// These codes are of the preview alone: delivery asks nobody who they are.
const unauthenticated = (message: string) => new CallerError('UNAUTHENTICATED', 401, message)
const forbidden = (message: string) => new CallerError('FORBIDDEN', 403, message)

/** `?key=people:1&key=quotes:2` */
function keysIn({ searchParams }: PayloadRequest): Ref[] {
  const keys = [...new Set(searchParams.getAll('key'))]
  if (keys.length > mostKeys) throw refuse('BAD_REQUEST', `There are ${keys.length} keys; the limit is ${mostKeys}.`)
  const wrong = keys.filter((key) => !parseRef(key))
  if (wrong.length > 0)
    throw refuse('BAD_REQUEST', `A key is the id of a document, as \`people:1\`, not ${wrong.join(', ')}.`)
  // A key of a known type is a Ref by definition.
  return keys as Ref[]
}
