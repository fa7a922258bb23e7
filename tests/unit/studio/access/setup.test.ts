import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { studioSecret } from '#access/secret.ts'
import { isSetupToken, setupLink, withSetupToken } from '#access/setup.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'holos-setup-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const environment = () => ({ DATA_DIR: home, STUDIO_URL: undefined, STUDIO_HOST: '127.0.0.1', STUDIO_PORT: 3000 })
const studioWith = (users: number) => ({ count: async () => ({ totalDocs: users }) }) as unknown as Payload
const newToken = async () =>
  new URL((await setupLink(studioWith(0), environment())) ?? '').searchParams.get('token') ?? ''

describe('the setup link', () => {
  it('is made only where nobody can sign in', async () => {
    expect(await setupLink(studioWith(1), environment())).toBeNull()
    expect(await setupLink(studioWith(0), environment())).toMatch(
      /^http:\/\/127\.0\.0\.1:3000\/setup\?token=[\w-]{32}$/,
    )
  })

  it('is kept as a hash that only this user reads', async () => {
    const token = await newToken()
    const file = join(home, 'setup.json')
    expect(readFileSync(file, 'utf8')).not.toContain(token)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('works for a day, and a newer link ends an older one', async () => {
    const token = await newToken()
    expect(isSetupToken(token, environment())).toBe(true)
    expect(isSetupToken('', environment())).toBe(false)
    expect(isSetupToken(token, environment(), Date.now() + 25 * 60 * 60 * 1000)).toBe(false)
    const newer = await newToken()
    expect([isSetupToken(token, environment()), isSetupToken(newer, environment())]).toEqual([false, true])
  })

  it('works once, of two calls at once for one', async () => {
    const token = await newToken()
    let done = 0
    const work = async () => ++done
    await Promise.all([withSetupToken(token, environment(), work), withSetupToken(token, environment(), work)])
    expect(done).toBe(1)
    expect(await withSetupToken(token, environment(), work)).toBeNull()
  })

  it('stays good where the work fails', async () => {
    const token = await newToken()
    const failing = withSetupToken(token, environment(), async () => {
      throw new Error('the database is away')
    })
    await expect(failing).rejects.toThrow('away')
    expect(isSetupToken(token, environment())).toBe(true)
  })
})

describe('the secret', () => {
  const env = (changes: object = {}) => ({
    DATABASE_URL: 'file:x.db',
    STUDIO_HOST: '127.0.0.1',
    DATA_DIR: home,
    HOLOS_SECRET: undefined,
    ...changes,
  })

  it('is made once, for this user’s eyes', () => {
    const secret = studioSecret(env(), true)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(studioSecret(env(), false)).toBe(secret)
    expect(statSync(join(home, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('must be given where others can reach a studio in production', () => {
    expect(() => studioSecret(env({ DATABASE_URL: 'mongodb://db/holos' }), true)).toThrow(/HOLOS_SECRET.*openssl/)
    expect(() => studioSecret(env({ STUDIO_HOST: '0.0.0.0' }), true)).toThrow(/HOLOS_SECRET/)
    expect(studioSecret(env({ STUDIO_HOST: '0.0.0.0' }), false).length).toBeGreaterThanOrEqual(32)
    expect(studioSecret(env({ STUDIO_HOST: '0.0.0.0', HOLOS_SECRET: 'given' }), true)).toBe('given')
  })

  it('that a crash cut short is named with its cure', () => {
    writeFileSync(join(home, 'secret'), 'short')
    expect(() => studioSecret(env(), false)).toThrow(/delete it/)
  })
})
