/** A mistake of whoever set this installation up. Stops the start; its message is one sentence that names the cure. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/** The caller's fault: a stable code, an HTTP status and a sentence that says what is wrong. */
export class CallerError extends Error {
  override name = 'CallerError'
  readonly code: string
  readonly status: number
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
  }
}
