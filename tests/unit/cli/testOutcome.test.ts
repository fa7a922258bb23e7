import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addOutcomes, failed, failuresAsText, lineOf, nothingRan, outcomeIn } from '#cli/testOutcome.ts'
import { outcomeFile } from '#cli/testReporter.ts'

const place = mkdtempSync(join(tmpdir(), 'holos-outcome-'))
afterAll(() => rmSync(place, { recursive: true }))

describe('the outcome of a test run', () => {
  it('counts tests, and names every failure: of a test, a hook, a file, and outside of tests', async () => {
    const outcome = await outcomeOfRun({
      'mixed.test.ts': `
        import { beforeAll, describe, expect, it } from 'vitest'
        it('passes', () => {})
        it.skip('is skipped', () => {})
        it.todo('is to do')
        it('fails', () => expect(1).toBe(2))
        describe('group', () => {
          beforeAll(() => { throw new Error('the hook broke') })
          it('never ran', () => {})
        })`,
      'broken.test.ts': `throw new Error('the file broke')`,
      'stray.test.ts': `
        import { it } from 'vitest'
        it('passes, and leaves a rejection', async () => {
          Promise.reject(new Error('nobody caught this'))
          await new Promise((done) => setTimeout(done, 50))
        })`,
    })
    expect(outcome).toMatchObject({ passed: 2, failed: 4, skipped: 3 })
    const text = failuresAsText(outcome)
    expect(text).toContain('FAILED mixed.test.ts > fails')
    expect(text).toContain('expected 1 to be 2')
    expect(text).toContain('FAILED mixed.test.ts > group')
    expect(text).toContain('the hook broke')
    expect(text).toContain('FAILED broken.test.ts')
    expect(text).toContain('the file broke')
    expect(text).toContain('FAILED outside of the tests')
    expect(text).toContain('nobody caught this')
  })

  it('is a failure where the run ended badly without one, with and without a report', () => {
    const file = join(place, 'fine.json')
    writeFileSync(file, JSON.stringify({ ...nothingRan, passed: 5 }))
    expect(outcomeIn(file, 0, 'unit')).toEqual({ ...nothingRan, passed: 5 })
    expect(outcomeIn(file, 3, 'unit')).toMatchObject({ passed: 5, failed: 1, failures: [{ name: 'unit' }] })
    expect(outcomeIn(join(place, 'none.json'), 1, 'unit').failed).toBe(1)
  })

  it('ends in one line that scripts read', () => {
    const sum = addOutcomes({ ...nothingRan, passed: 3 }, failed('unit', 'why'))
    expect(lineOf(sum)).toBe('3 passed, 1 failed')
    expect(lineOf({ ...sum, skipped: 4 })).toBe('3 passed, 1 failed, 4 skipped')
  })
})

async function outcomeOfRun(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)
  const file = join(place, 'outcome.json')
  const reporter = `--reporter=${resolve('src/cli/testReporter.ts')}`
  const args = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', place, reporter]
  const code = await new Promise<number>((done) => {
    const env = { ...process.env, [outcomeFile]: file }
    execFile(process.execPath, args, { env }, (error) => done(error ? Number(error.code) : 0))
  })
  expect(code).toBe(1)
  return outcomeIn(file, code, 'all')
}
