import { isLocale, type Locale, localeRow } from '#locales/table.ts'

/** How somebody asked to read: the locale, and where to look next when words are missing. */
export type Reading = {
  readonly requested: Locale
  /** `requested` first, then the fallbacks, nothing twice. A chain of one is strict. */
  readonly chain: readonly Locale[]
  /** The fallbacks as they were asked for; undefined stands for the table's, per locale. */
  readonly fallback: readonly Locale[] | undefined
  /** The chain as one text: equal chains have equal names. */
  readonly name: string
}

/** The reading of a locale. Without `fallback` the table's chain holds; `[]` is strict. */
export function readingOf(requested: Locale, fallback?: readonly Locale[]): Reading {
  if (fallback) return reading(requested, fallback, fallback)
  const known = configured.get(requested)
  if (known) return known
  // Fallbacks of the table are codes of the table.
  const made = reading(requested, localeRow(requested).fallback.filter(isLocale), undefined)
  configured.set(requested, made)
  return made
}

function reading(requested: Locale, next: readonly Locale[], fallback: readonly Locale[] | undefined): Reading {
  const chain = [...new Set([requested, ...next])]
  return { requested, chain, fallback, name: chain.join() }
}

// Readings that follow the table are shared: one object per locale.
const configured = new Map<Locale, Reading>()

/** The same document in another locale: an explicit fallback goes along, the table's is taken anew. */
export function readingIn(locale: Locale, reading: Reading): Reading {
  return locale === reading.requested ? reading : readingOf(locale, reading.fallback)
}

export function isStrict(chain: readonly string[]): boolean {
  return chain.length === 1
}
