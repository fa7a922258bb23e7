import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { read } from './tree.ts'

const manifest: { scripts: Record<string, string>; engines: { node: string } } = JSON.parse(read('package.json'))
const workflow = parse(read('.github/workflows/ci.yml'))

describe('continuous integration', () => {
  it('.ci/run can be run and is sound shell', () => {
    accessSync('.ci/run', constants.X_OK)
    execFileSync('bash', ['-n', '.ci/run'])
  })

  it('runs on Node 20, 22 and 24 with a real MongoDB', () => {
    const { strategy, services, env, steps } = workflow.jobs.test
    expect(strategy.matrix.node.map((version: string) => version.split('.')[0])).toEqual(['20', '22', '24'])
    expect(services.mongodb.image).toMatch(/^mongo/)
    expect(env.TEST_MONGODB_URL).toMatch(/^mongodb:/)
    expect(steps.at(-1).run).toBe('.ci/run')
  })

  it('the workflow may read and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })
})

describe('npm scripts', () => {
  it('are the names that operators rely on', () => {
    expect(Object.keys(manifest.scripts)).toEqual(
      expect.arrayContaining(['start', 'test', 'dev', 'check', 'fix', 'generate', 'seed', 'holos']),
    )
  })

  it('each goes through the door that installs what is missing', () => {
    const { bench: _, ...ours } = manifest.scripts
    // `exec`: no shell stands between npm and the planes, which would swallow a SIGTERM.
    const before: Record<string, string> = { start: 'exec ', dev: 'exec ' }
    for (const [name, script] of Object.entries(ours))
      expect(script).toBe(`${before[name] ?? ''}node --conditions=production src/cli/run.mjs ${name}`)
  })
})
