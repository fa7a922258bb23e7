import type { Payload } from 'payload'
import { isSecret, newSecret } from './signature.ts'

/** The secret that signs, and the one before it, which signs along until the receiver has surely learnt the new one. */
export type Secrets = { current: string; previous?: { secret: string; until: number } }

const oneDay = 24 * 60 * 60 * 1000

export function firstSecrets(): Secrets {
  return { current: newSecret() }
}

export function rotated({ current }: Secrets, now: number): Secrets {
  return { current: newSecret(), previous: { secret: current, until: now + oneDay } }
}

/** Newest first. */
export function signingSecrets({ current, previous }: Secrets, now: number): string[] {
  return previous && previous.until > now ? [current, previous.secret] : [current]
}

export function sealed(payload: Payload, secrets: Secrets): string {
  return payload.encrypt(JSON.stringify(secrets))
}

/** Null where they cannot be read: the studio's own secret, HOLOS_SECRET, is another one by now. */
export function opened(payload: Payload, text: string): Secrets | null {
  try {
    // Sealed by this file and by nobody else; another key gives noise, which is no JSON.
    const secrets = JSON.parse(payload.decrypt(text)) as Secrets
    return isSecret(secrets.current) ? secrets : null
  } catch {
    return null
  }
}
