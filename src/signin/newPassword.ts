import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { message } from '#messages/message.ts'
import { refused } from '#messages/refused.ts'
import { Attempts } from './attempts.ts'
import { isPasswordOf } from './passwordHash.ts'
import { faultOfPassword, type PasswordFault, passwordLengths } from './passwordRules.ts'
import { tooMany } from './signingIn.ts'

const sentences = {
  short: 'users.shortPassword',
  long: 'users.longPassword',
  common: 'users.commonPassword',
  own: 'users.ownPassword',
} as const satisfies Record<PasswordFault, string>

export function sentenceOfFault(language: string, fault: PasswordFault): string {
  return message(language, sentences[fault], passwordLengths)
}

/** Every password that anybody is given, on whatever way, keeps the rules. */
export const refuseWeakPassword: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const password: unknown = data?.password
  if (typeof password !== 'string') return
  const fault = faultOfPassword(password, { ...originalDoc, ...data })
  if (fault) throw refused(req, 400, sentences[fault], passwordLengths)
}

/** It is asked for and thrown away: a database that takes any document would keep it. */
export const forgetPresentPassword: CollectionBeforeChangeHook = ({ data }) => {
  const { presentPassword: _, ...account } = data
  return account
}

/** The arguments of an update, as far as passwords go. */
type Update = { id?: string | number; data?: Record<string, unknown> }

/**
 * A new password asks for the present one, so that a browser that was left open gives nobody the account. Nobody sets
 * somebody else's: an administrator makes a link for that (`passwordLink.ts`).
 */
export function askForPresentPassword(attempts = new Attempts()): CollectionBeforeOperationHook {
  return async ({ args, operation, overrideAccess, req }) => {
    if (operation !== 'update' || overrideAccess || !req.user) return args
    // The union of all operations is not narrowed by the operation's name.
    const { id, data = {} } = args as Update
    const { password, presentPassword } = data
    if (password === undefined || password === null || password === '') return args
    if (String(id) !== String(req.user.id)) throw refused(req, 403, 'users.passwordByLink')
    await refuseWrong(req, presentPassword, attempts)
    return args
  }
}

async function refuseWrong(req: PayloadRequest, given: unknown, attempts: Attempts): Promise<void> {
  const key = String(req.user?.id)
  const wait = attempts.remaining('present', key)
  if (wait > 0) throw tooMany(req, wait)
  attempts.count('present', key)
  const account = await req.payload.db.findOne<{ id: string; hash?: unknown; salt?: unknown }>({
    collection: 'users',
    where: { id: { equals: key } },
    req,
  })
  if (!account || typeof given !== 'string' || !(await isPasswordOf(given, account)))
    throw refused(req, 403, 'users.presentPassword')
  attempts.forget('present', key)
}
