/** Errors whose message is a sentence for the person at the keyboard; anything else is ours and shows its stack. */
const spoken: readonly string[] = ['ConfigurationError', 'CallerError', 'UsageError']

/** Says what went wrong and answers the exit code. */
export function report(error: unknown): number {
  console.error(`\n${sentenceOf(error)}\n`)
  return 1
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isSpoken = spoken.includes(error.name) || 'isOperational' in error
  return isSpoken ? error.message : (error.stack ?? error.message)
}
