import type { PayloadRequest } from 'payload'
import { mayDo, type Staff } from '#access/roles.ts'
import { CallerError } from '#base/errors.ts'
import { refuse } from '#graph/request/refusal.ts'
import { type MessageKey, message, type Values } from '#messages/message.ts'
import { languageOf } from '#messages/refused.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { parseRef } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { type Copy, copiesOf, type View } from './draftForms.ts'
import { heldBackNamesIn, isWrittenByOthersSince } from './heldBack.ts'
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
  if (token) return copiesOfToken(scope, req, token, asked)
  refuseStrangers(req)
  const copies = await copiesOf(scope, asked.length > 0 ? asked : 'pending', viewOf(req.user))
  const missing = asked.filter((key) => !copies.some(({ type, id }) => key === `${type}:${id}`))
  if (missing.length > 0) throw refuse('BAD_REQUEST', said(req, 'publish.noSuchDocument', { key: missing.join(', ') }))
  return copies
}

async function copiesOfToken(
  scope: RequestScope,
  req: PayloadRequest,
  token: string,
  asked: readonly Ref[],
): Promise<Copy[]> {
  const { key, maker, createdAt } = await documentFor(scope, req, token, asked)
  const copies = await copiesOf(scope, [key], viewOf(maker))
  if (copies.length === 0) throw gone(req)
  const isForNow =
    !(await isWrittenByOthersSince(scope, key, createdAt)) && (await heldBackNamesIn(scope, key)).length === 0
  if (isForNow) return copies
  throw forbidden(said(req, 'preview.refused.notNow'))
}

function viewOf(user: Staff | null): View {
  return mayDo(user, 'readInternal') ? 'whole' : 'withoutInternal'
}

async function documentFor(
  scope: RequestScope,
  req: PayloadRequest,
  token: string,
  asked: readonly Ref[],
): Promise<{ key: Ref; maker: Staff; createdAt: string }> {
  const link = await linkOfToken(scope, token)
  if (!link) throw gone(req)
  const { key } = link
  if (asked.every((one) => one === key)) return link
  throw forbidden(said(req, 'preview.refused.otherDocument', { key }))
}

/** One sentence for all of it: a stranger does not learn which links there were. */
function gone(req: PayloadRequest): CallerError {
  return unauthenticated(said(req, 'preview.refused.gone'))
}

function refuseStrangers(req: PayloadRequest): void {
  if (!req.user) throw unauthenticated(said(req, 'preview.refused.strangers'))
  if (!mayDo(req.user, 'read')) throw forbidden(said(req, 'preview.refused.mayNotRead'))
}

function said(req: PayloadRequest, key: MessageKey, values?: Values): string {
  return message(languageOf(req), key, values)
}

// These codes are of the preview alone: delivery asks nobody who they are.
const unauthenticated = (message: string) => new CallerError('UNAUTHENTICATED', 401, message)
const forbidden = (message: string) => new CallerError('FORBIDDEN', 403, message)

/** `?key=people:1&key=quotes:2` */
function keysIn(req: PayloadRequest): Ref[] {
  const keys = [...new Set(req.searchParams.getAll('key'))]
  if (keys.length > mostKeys) {
    const values = { asked: keys.length, most: mostKeys }
    throw refuse('BAD_REQUEST', said(req, 'preview.refused.tooManyKeys', values))
  }
  const wrong = keys.filter((key) => !parseRef(key))
  if (wrong.length > 0) throw refuse('BAD_REQUEST', said(req, 'preview.refused.notAKey', { keys: wrong.join(', ') }))
  // A key of a known type is a Ref by definition.
  return keys as Ref[]
}
