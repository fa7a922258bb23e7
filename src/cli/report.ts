import { errorFacts } from '#base/logs/errorFacts.ts'

/** Errors whose message is a sentence for the person at the keyboard; anything else is a bug: where it was thrown is shown, and not what it quotes. */
const callersFaults: readonly string[] = ['ConfigurationError', 'CallerError', 'UsageError']

/** Says what went wrong and answers the exit code. */
export function report(error: unknown): number {
  console.error(`\n${sentenceFor(error)}\n`)
  return 1
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isCallersFault = callersFaults.includes(error.name) || 'isOperational' in error
  return isCallersFault ? error.message : JSON.stringify(errorFacts(error), null, 2)
}
