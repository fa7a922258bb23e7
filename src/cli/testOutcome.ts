import { existsSync, readFileSync } from 'node:fs'

/** A test that failed, or a file or hook that broke, and what was thrown. */
export type Failure = { name: string; message: string }

export type Outcome = { passed: number; failed: number; skipped: number; failures: Failure[] }

export const nothingRan: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] }

/** What a suite came to: its report, and its exit code, which fails also where no test did. */
export function outcomeIn(file: string, exitCode: number, suite: string): Outcome {
  const outcome: Outcome = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : nothingRan
  if (exitCode === 0 || outcome.failed > 0) return outcome
  return addOutcomes(outcome, failed(suite, `it ended with exit code ${exitCode}; what it printed says why.`))
}

export function failed(name: string, message: string): Outcome {
  return { ...nothingRan, failed: 1, failures: [{ name, message }] }
}

export function addOutcomes(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  }
}

/** The last line of a run, as scripts read it. */
export function lineOf({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Every failure once more, where a reader of a long log looks: at its end. */
export function failuresAsText({ failures }: Outcome): string {
  return failures.map(({ name, message }) => `FAILED ${name}\n${indented(message)}\n`).join('\n')
}

const mostLines = 30

function indented(message: string): string {
  const lines = message.split('\n')
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines
  return shown.map((line) => `    ${line}`).join('\n')
}
