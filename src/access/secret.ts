import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseKind, type Environment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'

type SecretEnvironment = Pick<Environment, 'DATABASE_URL' | 'STUDIO_HOST' | 'HOLOS_SECRET' | 'DATA_DIR'>

const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost']

/**
 * The studio's secret: HOLOS_SECRET, or on one machine a secret that is made once and kept in
 * `DATA_DIR/secret`. Where others can reach the studio in production there is no default.
 */
export function studioSecret(env: SecretEnvironment, isProduction: boolean): string {
  if (env.HOLOS_SECRET) return env.HOLOS_SECRET
  const isShared = databaseKind(env.DATABASE_URL) === 'mongodb' || !loopback.includes(env.STUDIO_HOST)
  if (isProduction && isShared) {
    throw new ConfigurationError(
      'HOLOS_SECRET is missing: set it to at least 32 random characters, for example the output of `openssl rand -hex 32`.',
    )
  }
  return keptSecret(env.DATA_DIR)
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    // `wx` fails where the file exists: of two processes that start at once only one makes the secret.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new ConfigurationError(
    `${file} is empty or too short: delete it, and a new secret is made (everybody signs in again).`,
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
