import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectionAfterLoginHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import type { Environment } from '#base/env.ts'
import { refused } from '#messages/refused.ts'
import { addressBlock } from './address.ts'
import { Attempts } from './attempts.ts'
import { accountKey, deviceCookieFor, deviceOf } from './deviceCookie.ts'
import { spendAHash } from './passwordHash.ts'

type SignInEnvironment = Pick<Environment, 'STUDIO_URL' | 'TRUSTED_PROXIES'>

/** Who tries, as far as counting goes. */
type Trying = { account: string; block: string; pair: string; device: string | null }

const contextKey = 'holosTrying'

/**
 * Signing in, before and after Payload asks for the password. Known and unknown accounts take the same way in the same time; what is
 * tried in vain waits longer each time; nobody who was there before waits for what others try.
 */
export function signingIn(env: SignInEnvironment, attempts = new Attempts()) {
  const isHttps = env.STUDIO_URL?.startsWith('https:') ?? false
  const deviceOptions = (req: PayloadRequest) => ({ secret: req.payload.secret, isHttps })

  const before: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
    if (operation !== 'login') return args
    // The union of all operations is not narrowed by the operation's name.
    const { email, password } = (args as { data: { email?: unknown; password?: unknown } }).data
    if (typeof email !== 'string' || typeof password !== 'string') return args
    const address = email.toLowerCase().trim()
    const trying = tryingAs(req, address)
    if (trying) await takeTurn(req, trying)
    const known = await req.payload.db.findOne({
      collection: 'users',
      where: { email: { equals: address } },
      select: { id: true },
      req,
    })
    if (!known) await spendAHash(password)
    return args
  }

  const after: CollectionAfterLoginHook = ({ req, user }) => {
    const trying = tryingIn(req)
    if (!trying) return
    attempts.takeBack('block', trying.block)
    attempts.takeBack('account', trying.account)
    attempts.forget('pair', trying.pair)
    if (trying.device) attempts.forget('device', trying.device)
    else {
      req.responseHeaders ??= new Headers()
      req.responseHeaders.append('Set-Cookie', deviceCookieFor({ email: String(user.email) }, deviceOptions(req)))
    }
  }

  /** Null on the command line and in hooks of our own, where nobody is at the other end. */
  function tryingAs(req: PayloadRequest, email: string): Trying | null {
    if (req.payloadAPI !== 'REST') return null
    const account = accountKey(email)
    const block = addressBlock(req.headers, env.TRUSTED_PROXIES)
    return { account, block, pair: `${block} ${account}`, device: deviceOf(req.headers, account, deviceOptions(req)) }
  }

  async function takeTurn(req: PayloadRequest, trying: Trying): Promise<void> {
    const counted = trying.device
      ? ([['device', trying.device]] as const)
      : ([
          ['pair', trying.pair],
          ['block', trying.block],
        ] as const)
    const wait = Math.max(...counted.map(([what, key]) => attempts.remaining(what, key)))
    if (wait > 0) throw tooMany(req, wait)
    req.context[contextKey] = trying
    for (const [what, key] of counted) attempts.count(what, key)
    if (trying.device) return
    const held = attempts.delay('account', trying.account)
    attempts.count('account', trying.account)
    if (held > 0) await sleep(held)
  }

  return { before, after }
}

function tryingIn(req: PayloadRequest): Trying | null {
  // Put there by `before` of the same request.
  return (req.context[contextKey] as Trying | undefined) ?? null
}

/** 429 with the seconds in the sentence and in Retry-After. */
export function tooMany(req: PayloadRequest, waitMs: number): Error {
  const seconds = Math.ceil(waitMs / 1000)
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(seconds))
  return refused(req, 429, 'signin.wait', { seconds }, { retryAfter: seconds })
}
