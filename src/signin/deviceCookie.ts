import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'payload/shared'
import { sha256 } from '#base/digest.ts'

/**
 * A browser that has signed into an account keeps a cookie that says so. It opens nothing: with it, waiting is counted for
 * this browser alone, so that strangers who try passwords on the account keep nobody out who was there before.
 */
type Options = { secret: string; isHttps: boolean }

const oneYear = 365 * 24 * 60 * 60
const nameOf = (isHttps: boolean) => `${isHttps ? '__Host-' : ''}holos-device`

/** What tells this browser from others of the account; null where it does not belong to the account. */
export function deviceOf(headers: Headers, account: string, { secret, isHttps }: Options): string | null {
  const [id = '', signature = ''] = (parseCookies(headers).get(nameOf(isHttps)) ?? '').split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(id, account, secret))]
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}

/** For the browser in which somebody has just shown that an account is theirs: by its password, or by a link for a new one. */
export function deviceCookieFor({ email }: { email: string }, options: Options): string {
  return deviceCookie(accountKey(email), options)
}

/** What attempts on an account, and its browsers, are counted by. */
export function accountKey(email: string): string {
  return sha256(email.toLowerCase().trim())
}

function deviceCookie(account: string, { secret, isHttps }: Options): string {
  const id = randomBytes(12).toString('base64url')
  const value = `${id}.${signatureOf(id, account, secret)}`
  const attributes = ['Path=/', `Max-Age=${oneYear}`, 'HttpOnly', 'SameSite=Strict', ...(isHttps ? ['Secure'] : [])]
  return [`${nameOf(isHttps)}=${value}`, ...attributes].join('; ')
}

function signatureOf(id: string, account: string, secret: string): string {
  return createHmac('sha256', secret).update(`device ${id} ${account}`).digest('base64url')
}
