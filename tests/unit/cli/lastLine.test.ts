import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const passing = `import { it } from 'vitest'; it('passes', () => {})`

describe.concurrent('the last line of a test run', () => {
  it('counts tests, and as failures also what broke in a hook, in a file and outside of tests', async () => {
    const { output, lastLine, exitCode } = await runOf({
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
    expect([lastLine, exitCode]).toEqual(['2 passed, 4 failed, 3 skipped', 1])
    for (const cause of ['expected 1 to be 2', 'the hook broke', 'the file broke', 'nobody caught this'])
      expect(output).toContain(cause)
  })

  it('names no skipped ones where there are none', async () => {
    expect(await runOf({ 'fine.test.ts': passing })).toMatchObject({ lastLine: '1 passed, 0 failed', exitCode: 0 })
  })

  it('is never without a failure where the run has failed', async () => {
    const run = await runOf({ 'fine.test.ts': passing, 'setup.ts': `export default () => { throw new Error('no') }` })
    expect(run).toMatchObject({ lastLine: '0 passed, 1 failed', exitCode: 1 })
  })
})

describe.concurrent('what cannot run on this machine', () => {
  const files = {
    'needy.test.ts': passing,
    'setup.ts': `
      import { cannotRun } from '${resolve('tests/harness/vitest/missing.ts')}'
      export default (project) => cannotRun(project, 'There is no server. Start one.')`,
  }

  it('is skipped and says how it could run', async () => {
    const { output, lastLine, exitCode } = await runOf(files, { CI: '' })
    expect([lastLine, exitCode]).toEqual(['0 passed, 0 failed, 1 skipped', 0])
    expect(output).toContain('SKIPPED: every needy test. There is no server. Start one.')
  })

  it('is a failure on a machine that is meant to run everything', async () => {
    const { output, lastLine, exitCode } = await runOf(files, { CI: 'true' })
    expect([lastLine, exitCode]).toEqual(['0 passed, 1 failed', 1])
    expect(output).toContain('FAILED: every needy test. There is no server. Start one.')
  })
})

/** A run of these files with the reporters and the setup of ours; a file `setup.ts` is the project's globalSetup. */
async function runOf(files: Record<string, string>, env: Record<string, string> = {}) {
  const place = mkdtempSync(join(tmpdir(), 'holos-last-line-'))
  const config = {
    root: place,
    test: {
      name: 'needy',
      reporters: ['default', resolve('tests/harness/vitest/lastLine.ts')],
      setupFiles: [resolve('tests/harness/vitest/failWhereMissing.ts')],
      globalSetup: 'setup.ts' in files ? ['./setup.ts'] : [],
    },
  }
  const all = { ...files, 'vitest.config.mjs': `export default ${JSON.stringify(config)}` }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(place, name), text)
  const args = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--config', join(place, 'vitest.config.mjs')]
  return new Promise<{ output: string; lastLine: string | undefined; exitCode: number }>((done) => {
    execFile(process.execPath, args, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      rmSync(place, { recursive: true })
      const exitCode = error ? Number(error.code) : 0
      done({ output: stdout + stderr, lastLine: stdout.trimEnd().split('\n').at(-1), exitCode })
    })
  })
}
