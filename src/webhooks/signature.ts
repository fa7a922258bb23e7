import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A secret as Standard Webhooks writes it: 32 random bytes. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

export function isSecret(text: string): boolean {
  return /^whsec_[A-Za-z0-9+/]{32,}=*$/.test(text)
}

/**
 * The three headers of Standard Webhooks 1.0. Each secret gives a signature of its own, so that a receiver may know the old
 * or the new one while it changes. `at` is in milliseconds.
 */
export function signedHeaders(secrets: readonly string[], { id, body }: { id: string; body: string }, at: number) {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
  }
}
