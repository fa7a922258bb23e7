import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOfFiles } from '#cli/building/inputs.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'holos-inputs-'))
  mkdirSync(join(place, 'deep/er'), { recursive: true })
  writeFileSync(join(place, 'deep/er/a.ts'), 'a')
  writeFileSync(join(place, 'b.ts'), 'b')
})
afterEach(() => rmSync(place, { recursive: true }))

const changes: [what: string, change: () => void, isSeen: boolean][] = [
  ['nothing', () => undefined, false],
  ['the bytes of a file', () => writeFileSync(join(place, 'deep/er/a.ts'), 'A'), true],
  ['the name of a file', () => renameSync(join(place, 'b.ts'), join(place, 'c.ts')), true],
  ['a new file', () => writeFileSync(join(place, 'deep/new.ts'), ''), true],
  ['a file gone', () => rmSync(join(place, 'b.ts')), true],
  ['the time of a file', () => utimesSync(join(place, 'b.ts'), 1, 1), false],
  ['a file that does not count', () => writeFileSync(join(place, 'except.ts'), 'x'), false],
]

describe('whether something must be built again', () => {
  it.each(changes)('after %s', (_, change, isSeen) => {
    const digest = () => digestOfFiles([place], [join(place, 'except.ts')])
    const before = digest()
    change()
    expect(digest() !== before).toBe(isSeen)
  })

  it('counts a missing path as empty', () => {
    expect(digestOfFiles([join(place, 'none'), place])).toBe(digestOfFiles([place]))
  })
})
