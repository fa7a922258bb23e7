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
  return new APIError(message(languageOf(req), key, values), status, data, true)
}
