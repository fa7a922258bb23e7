import type { Payload } from 'payload'
import { type Locale, locales } from '#locales/table.ts'

/** What was typed cannot be understood; the message says what can. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The options of all `holos` commands. */
export type Options = {
  email?: string
  role?: string
  name?: string
  locales?: string
  facts?: boolean
  grace?: string
  yes?: boolean
  publish?: boolean
  confirm?: string[]
  reason?: string
  'password-stdin'?: boolean
}

/** What a command does once the database is open; answers the exit code. */
export type Work = (payload: Payload) => Promise<number>

/** `uk,tr` as a list of known locales. */
export function localesIn(list: string | undefined): Locale[] {
  const codes = (list ?? '').split(',').filter((code) => code !== '')
  return codes.map((code) => localeFromCode(code.trim()))
}

function localeFromCode(code: string): Locale {
  const locale = locales.find((one) => one.code === code)
  if (locale) return locale.code
  throw new UsageError(`There is no locale "${code}". The locales are ${locales.map((one) => one.code).join(', ')}.`)
}
