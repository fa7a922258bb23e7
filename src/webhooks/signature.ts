import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A secret as Standard Webhooks writes it: 32 random bytes. */
export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`
}

export function isSecret(text: string): boolean {
  return /^whsec_[A-Za-z0-9+/]{32,}=*$/.test(text)
}

/**
 * The three headers of Standard Webhooks 1.0 (standardwebhooks.com). Each secret gives a signature of its own, so that a
 * receiver may know the old or the new one while it changes. `at` is in milliseconds.
 */
export function signedHeaders(secrets: readonly string[], { id, body }: { id: string; body: string }, at: number) {
  const timestamp = String(Math.floor(at / 1000))
  const signatures = secrets.map((secret) => `v1,${hmac(secret, `${id}.${timestamp}.${body}`)}`)
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

function hmac(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  return createHmac('sha256', key).update(content).digest('base64')
}
