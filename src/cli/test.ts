import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { findChromium, howToGetChromium } from './chromium.ts'
import { endWithThis, exitCodeOf } from './processes.ts'
import { addCounts, type Counts, countsOf, lineOf } from './testCounts.ts'

type Suite = { name: string; missing?: () => string | null }

const suites: readonly Suite[] = [
  { name: 'unit' },
  { name: 'sqlite' },
  // Its own setup looks for a server, and says what it found or how to get one.
  { name: 'mongodb' },
  { name: 'browser', missing: () => (findChromium() ? null : howToGetChromium) },
]

const reports = '.holos/tests'

/** `npm test`: every suite, one after the other; the last line has the counts. Arguments choose suites by name. */
export async function main(names: string[]): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name))
  let total: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const suite of chosen) total = addCounts(total, await countsAfter(suite))
  console.log(`\n${lineOf(total)}`)
  return total.failed === 0 ? 0 : 1
}

async function countsAfter({ name, missing }: Suite): Promise<Counts> {
  console.log(`\n── ${name}`)
  const cure = missing?.()
  if (cure) return withoutIts(name, cure)
  const file = `${reports}/${name}.json`
  const code = await exitCodeOf(vitest(name, file))
  return countsOf(file, code)
}

/** What cannot run here is said loudly; where a machine is meant to run everything it is a failure. */
function withoutIts(name: string, cure: string): Counts {
  const isFailure = process.env.CI === 'true'
  console.error(`\n  ${isFailure ? 'FAILED' : 'SKIPPED'}: every ${name} test. ${cure}\n`)
  return { passed: 0, failed: isFailure ? 1 : 0, skipped: isFailure ? 0 : 1 }
}

function vitest(project: string, outputFile: string) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', ...reporters]
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  endWithThis(child)
  return child
}
