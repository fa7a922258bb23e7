import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'

// Plain JavaScript without types of its own: it runs before anything is installed.
const { isInstalled } = await import('#cli/install.mjs' as string)

const place = mkdtempSync(join(tmpdir(), 'holos-install-'))
afterAll(() => rmSync(place, { recursive: true }))

const lock = file('lock.json', {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/only-on-mac': { version: '1.0.0', optional: true },
  'node_modules/for-tests': { version: '2.0.0', dev: true },
})

const installs: [what: string, packages: Record<string, object>, answer: boolean][] = [
  ['every package', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-tests': { version: '2.0.0' } }, true],
  [
    'another version',
    { 'node_modules/a': { version: '1.0.1' }, 'node_modules/for-tests': { version: '2.0.0' } },
    false,
  ],
  ['one package less', { 'node_modules/a': { version: '1.0.0' } }, false],
]

describe('two-commands: installing', () => {
  it.each(installs)('%s', (what, packages, answer) => {
    expect(isInstalled(lock, file(`${what}.json`, packages))).toBe(answer)
  })

  it('nothing at all', () => {
    expect(isInstalled(lock, join(place, 'none.json'))).toBe(false)
  })

  it('production needs no package of development', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(isInstalled(lock, file('production.json', { 'node_modules/a': { version: '1.0.0' } }))).toBe(true)
    vi.unstubAllEnvs()
  })

  it('this repository is installed: npm wrote what its lock file says', () => {
    expect(isInstalled()).toBe(true)
  })
})

function file(name: string, packages: Record<string, object>): string {
  const path = join(place, name)
  writeFileSync(path, JSON.stringify({ packages }))
  return path
}
