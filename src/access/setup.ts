import { randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { sha256 } from '#base/digest.ts'
import { type Environment, readEnvironment } from '#base/env.ts'

/**
 * The way in for the first user. As long as there is none, a start of Holos makes a link that works
 * once and for a day; only its hash is kept, in `DATA_DIR/setup.json`. Without the link nobody
 * becomes the first user, however early they find the studio.
 */
type SetupEnvironment = Pick<Environment, 'DATA_DIR' | 'STUDIO_URL' | 'STUDIO_HOST' | 'STUDIO_PORT'>
type Kept = { hash: string; expires: number }

const oneDay = 24 * 60 * 60 * 1000

export async function hasUsers(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  return totalDocs > 0
}

/** A fresh link, which ends every earlier one; null where somebody can sign in already. */
export async function setupLink(
  payload: Payload,
  env: SetupEnvironment = readEnvironment(),
  now = Date.now(),
): Promise<string | null> {
  if (await hasUsers(payload)) return null
  const token = randomBytes(24).toString('base64url')
  const kept: Kept = { hash: sha256(token), expires: now + oneDay }
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 })
  writeFileSync(fileIn(env), JSON.stringify(kept), { mode: 0o600 })
  return `${studioOrigin(env)}/setup?token=${token}`
}

export function isSetupToken(token: string, env: Pick<Environment, 'DATA_DIR'>, now = Date.now()): boolean {
  const kept = keptIn(env)
  return kept !== null && kept.expires > now && isSame(sha256(token), kept.hash)
}

/** Spends the token for `work`: of two calls with one token, one does the work. Where the work fails, the token stays good. */
export async function withSetupToken<Result>(
  token: string,
  env: Pick<Environment, 'DATA_DIR'>,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const spent = `${fileIn(env)}.spent`
  if (!isSetupToken(token, env) || !moved(fileIn(env), spent)) return null
  try {
    const result = await work()
    rmSync(spent, { force: true })
    return result
  } catch (error) {
    moved(spent, fileIn(env))
    throw error
  }
}

function fileIn(env: Pick<Environment, 'DATA_DIR'>): string {
  return join(env.DATA_DIR, 'setup.json')
}

function keptIn(env: Pick<Environment, 'DATA_DIR'>): Kept | null {
  try {
    // Written by `setupLink` and by nobody else.
    return JSON.parse(readFileSync(fileIn(env), 'utf8')) as Kept
  } catch {
    // No file, or one that a crash cut short: there is no valid link.
    return null
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A rename happens once: the second of two finds nothing to rename. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}

const anywhere: readonly string[] = ['0.0.0.0', '::']

/** Where a browser finds the studio. */
export function studioOrigin({
  STUDIO_URL,
  STUDIO_HOST,
  STUDIO_PORT,
}: Pick<Environment, 'STUDIO_URL' | 'STUDIO_HOST' | 'STUDIO_PORT'>): string {
  return STUDIO_URL ?? `http://${anywhere.includes(STUDIO_HOST) ? 'localhost' : STUDIO_HOST}:${STUDIO_PORT}`
}
