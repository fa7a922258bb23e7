import { APIError } from 'payload'
import { type MessageKey, message, type Values } from './message.ts'

/** What is read of a request; one without is the command line, which speaks English. */
export type Asking = { i18n?: { language: string } } | undefined

/** The language in which whoever asks reads the admin. */
export function languageOf(req: Asking): string {
  return req?.i18n?.language ?? 'en'
}

/** The caller's fault over REST, in the caller's language. */
export function refused(
  req: Asking,
  status: number,
  key: MessageKey,
  values?: Values,
  data: Record<string, unknown> | null = null,
): APIError {
  return new APIError(message(languageOf(req), key, inOneLine(values)), status, data, true)
}

/** Ends of lines, other control characters, and what turns the direction of a text around. */
const steering = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu

/** A refusal stands in the log: what somebody sent must not look like a line of its own. */
function inOneLine(values: Values = {}): Values {
  const entries = Object.entries(values)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value.replace(steering, '\ufffd') : value]),
  )
}
