import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** As Payload hashes passwords (`auth/strategies/local`), which it does not export. Tests sign in against both. */
const current = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, bytes: 32 }

const hash = promisify(pbkdf2)

export type Hashed = { hash?: unknown; salt?: unknown }

/** Whether this is the password of an account. An account without a hash has none. */
export async function isPasswordOf(password: string, { hash: stored, salt }: Hashed): Promise<boolean> {
  if (typeof stored !== 'string' || typeof salt !== 'string' || !stored.startsWith(current.prefix)) return false
  const expected = Buffer.from(stored.slice(current.prefix.length), 'hex')
  const given = await hash(password, salt, current.iterations, current.bytes, 'sha256')
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Takes as long as asking whether a password is the right one: whoever measures learns not that there is nobody to ask about. */
export async function spendAHash(password: string): Promise<void> {
  await hash(password, '0'.repeat(64), current.iterations, current.bytes, 'sha256')
}
