import { describe, expect, it } from 'vitest'
import { read } from './tree.ts'

type Locked = { version?: string; resolved?: string; integrity?: string; engines?: { node?: string }; link?: boolean }
const lock: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))
const manifest: Record<string, Record<string, string>> = JSON.parse(read('package.json'))
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')

describe('packages', () => {
  it('the lock file names no registry, so that any mirror can serve it', () => {
    expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([])
    expect(read('package-lock.json')).not.toContain('https://registry')
  })

  it('every locked package has its hash', () => {
    expect(locked.filter(([, entry]) => !entry.integrity && !entry.link).map(([path]) => path)).toEqual([])
  })

  it('every direct dependency is pinned to one version', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('every package runs on Node 20.20', () => {
    expect(locked.filter(([, entry]) => !runsOn20(entry.engines?.node ?? '*')).map(([path]) => path)).toEqual([])
  })

  it('Payload has one version throughout', () => {
    const versions = locked
      .filter(([path]) => /node_modules\/(@payloadcms\/[^/]+|payload)$/.test(path))
      .map(([, entry]) => entry.version)
    expect(new Set(versions).size).toBe(1)
  })
})

/** Enough of semver for `engines`: alternatives of `>=`, `^`, `~` or a bare version; upper bounds are rare and above 20. */
function runsOn20(range: string): boolean {
  return range.split('||').some((alternative) => {
    const [, operator = '', major = '0', minor = '0'] =
      /^\s*v?(>=?|\^|~)?\s*v?(\d+)?(?:\.(\d+))?/.exec(alternative) ?? []
    const isReached = Number(major) < 20 || (Number(major) === 20 && Number(minor) <= 20)
    return operator.startsWith('>') ? isReached : major === '0' || (Number(major) === 20 && isReached)
  })
}
