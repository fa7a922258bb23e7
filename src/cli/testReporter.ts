import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import type { Failure, Outcome } from './testOutcome.ts'

/** Where the outcome of a run goes; `npm test` names a file for each suite. */
export const outcomeFile = 'TEST_OUTCOME_FILE'

/**
 * Writes what a run of vitest came to: counts, and every failure by name. A file that broke before its first
 * test, a hook that threw and an error outside of tests are failures, too: vitest counts only tests.
 */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env[outcomeFile]
    if (!file) throw new Error(`${outcomeFile} must name the file that the outcome of the tests is written to.`)
    writeFileSync(file, JSON.stringify(outcomeOf(modules, unhandled)))
  }
}

export function outcomeOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Outcome {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const states = tests.map((test) => test.result().state)
  const failures = [
    ...modules.flatMap(failuresIn),
    ...unhandled.map((error) => failure('outside of the tests', [error])),
  ]
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed: failures.length,
    skipped: states.filter((state) => state !== 'passed' && state !== 'failed').length,
    failures,
  }
}

function failuresIn(module: TestModule): Failure[] {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0)
  const tests = [...module.children.allTests('failed')]
  return [
    ...(module.errors().length > 0 ? [failure(module.relativeModuleId, module.errors())] : []),
    ...suites.map((suite) => failure(`${module.relativeModuleId} > ${suite.fullName}`, suite.errors())),
    ...tests.map((test) => failure(`${module.relativeModuleId} > ${test.fullName}`, test.result().errors ?? [])),
  ]
}

function failure(name: string, errors: readonly SerializedError[]): Failure {
  return { name, message: errors.map((error) => error.stack ?? error.message).join('\n') }
}
