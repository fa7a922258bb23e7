import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { findChromium, howToGetChromium } from './chromium.ts'
import { endWithThis, exitCodeOf } from './processes.ts'
import { addOutcomes, failed, failuresAsText, lineOf, nothingRan, type Outcome, outcomeIn } from './testOutcome.ts'
import { outcomeFile } from './testReporter.ts'

type Suite = { name: string; missing?: () => string | null }

const suites: readonly Suite[] = [
  { name: 'unit' },
  { name: 'sqlite' },
  // Its own setup looks for a server, and says what it found or how to get one.
  { name: 'mongodb' },
  { name: 'browser', missing: () => (findChromium() ? null : howToGetChromium) },
]

const reports = '.holos/tests'

/**
 * `npm test`: every suite, one after the other; then every failure once more, and the counts as the last line.
 * Arguments choose suites by name.
 */
export async function main(names: string[]): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name))
  let total = nothingRan
  for (const suite of chosen) total = addOutcomes(total, await outcomeOf(suite))
  console.log(`\n${failuresAsText(total)}\n${lineOf(total)}`)
  return total.failed === 0 ? 0 : 1
}

async function outcomeOf({ name, missing }: Suite): Promise<Outcome> {
  console.log(`\n── ${name}`)
  const cure = missing?.()
  if (cure) return withoutIts(name, cure)
  const file = `${reports}/${name}.json`
  const code = await exitCodeOf(vitest(name, file))
  return outcomeIn(file, code, name)
}

/** What cannot run here is said loudly; where a machine is meant to run everything it is a failure. */
function withoutIts(name: string, cure: string): Outcome {
  const isFailure = process.env.CI === 'true'
  console.error(`\n  ${isFailure ? 'FAILED' : 'SKIPPED'}: every ${name} test. ${cure}\n`)
  return isFailure ? failed(`every ${name} test`, cure) : { ...nothingRan, skipped: 1 }
}

function vitest(project: string, file: string) {
  const reporters = ['--reporter=default', '--reporter=./src/cli/testReporter.ts']
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', ...reporters]
  const env = { ...process.env, [outcomeFile]: file }
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  endWithThis(child)
  return child
}
