import type { PayloadRequest } from 'payload'
import { mayDo } from '#access/roles.ts'
import { CallerError } from '#base/errors.ts'
import { refuse } from '#graph/request/refusal.ts'
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
  if (token) return copiesOfToken(scope, token, asked)
  refuseStrangers(req)
  const copies = await copiesOf(scope, asked.length > 0 ? asked : 'pending')
  const missing = asked.filter((key) => !copies.some(({ type, id }) => key === `${type}:${id}`))
  if (missing.length > 0)
    throw refuse('BAD_REQUEST', `There is no document ${missing.join(', ')}, or it is in the trash.`)
  return copies
}

async function copiesOfToken(scope: RequestScope, token: string, asked: readonly Ref[]): Promise<Copy[]> {
  const key = await documentFor(scope, token, asked)
  const copies = await copiesOf(scope, [key])
  if (copies.length === 0) throw gone()
  if ((await heldBackNamesIn(scope, key)).length === 0) return copies
  throw forbidden('The document says a name that is held back. It is shown when that is cured.')
}

async function documentFor(scope: RequestScope, token: string, asked: readonly Ref[]): Promise<Ref> {
  const key = await documentOfToken(scope, token)
  if (!key) throw gone()
  if (asked.every((one) => one === key)) return key
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
