import { isLocale, type Locale, localeRow } from '#locales/table.ts'

/** The locale that somebody asked for, and where to look next when words are missing. */
export type LocaleRequest = {
  readonly locale: Locale
  /** `locale` first, then the fallbacks, nothing twice. A chain of one is strict. */
  readonly chain: readonly Locale[]
  /** The fallbacks as they were asked for; undefined stands for the table's, per locale. */
  readonly fallback: readonly Locale[] | undefined
  /** The chain as one text: equal chains have equal names. */
  readonly name: string
}

/** Without `fallback` the table's chain holds; `[]` is strict. */
export function localeRequest(locale: Locale, fallback?: readonly Locale[]): LocaleRequest {
  if (fallback) return along(locale, fallback, fallback)
  const known = configured.get(locale)
  if (known) return known
  // Fallbacks of the table are codes of the table.
  const made = along(locale, localeRow(locale).fallback.filter(isLocale), undefined)
  configured.set(locale, made)
  return made
}

function along(locale: Locale, next: readonly Locale[], fallback: readonly Locale[] | undefined): LocaleRequest {
  const chain = [...new Set([locale, ...next])]
  return { locale, chain, fallback, name: chain.join() }
}

// Requests that follow the table are shared: one object per locale.
const configured = new Map<Locale, LocaleRequest>()

/** The same request for another locale: an explicit fallback goes along, the table's is taken anew. */
export function requestIn(locale: Locale, request: LocaleRequest): LocaleRequest {
  return locale === request.locale ? request : localeRequest(locale, request.fallback)
}

export function isStrict(chain: readonly string[]): boolean {
  return chain.length === 1
}
