/** Errors whose message is a sentence for the person at the keyboard; anything else is a bug and shows its stack. */
const callersFaults: readonly string[] = ['ConfigurationError', 'CallerError', 'UsageError']

/** Says what went wrong and answers the exit code. */
export function report(error: unknown): number {
  console.error(`\n${sentenceFor(error)}\n`)
  return 1
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isCallersFault = callersFaults.includes(error.name) || 'isOperational' in error
  return isCallersFault ? error.message : (error.stack ?? error.message)
}
