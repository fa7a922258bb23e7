import type { PayloadRequest } from 'payload'
import { mayDo } from '#access/roles.ts'
import { CallerError } from '#base/errors.ts'
import { refuse } from '#graph/request/refusal.ts'
import { type MessageKey, message, type Values } from '#messages/message.ts'
import { languageOf } from '#messages/refused.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { parseRef } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { type Copy, copiesOf } from './draftForms.ts'
import { heldBackNamesIn } from './heldBack.ts'
import { documentOfToken } from './tokens.ts'

const scheme = /^Preview (\S+)$/
const mostKeys = 100

/**
 * The working copies that whoever asks may see in place of what is public: with a token its
 * document, with a session those that `key` names, or everything pending.
 */
export async function copiesFor(scope: RequestScope, req: PayloadRequest): Promise<Copy[]> {
  const asked = keysIn(req)
  const authorization = req.headers.get('Authorization') ?? ''
  const token = scheme.exec(authorization)?.[1]
  if (token) return copiesOfToken(scope, req, token, asked)
  refuseStrangers(req)
  const copies = await copiesOf(scope, asked.length > 0 ? asked : 'pending')
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
  const key = await documentFor(scope, req, token, asked)
  const copies = await copiesOf(scope, [key])
  if (copies.length === 0) throw gone(req)
  if ((await heldBackNamesIn(scope, key)).length === 0) return copies
  throw forbidden(said(req, 'preview.refused.heldBack'))
}

async function documentFor(
  scope: RequestScope,
  req: PayloadRequest,
  token: string,
  asked: readonly Ref[],
): Promise<Ref> {
  const key = await documentOfToken(scope, token)
  if (!key) throw gone(req)
  if (asked.every((one) => one === key)) return key
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
