import type { Locale } from '#locales/table.ts'
import type { PublicEntry } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { Catalog } from './catalog.ts'

/** What one request reads from and leaves behind. */
export type GraphContext = {
  catalog: Catalog
  /** Public origins without a trailing slash: the front end's and delivery's. */
  urls: { site?: string; delivery?: string }
  defaultLocale: Locale
  /** Filled while resolving: what an answer was made of (`people:1`, `people:1@uk`, `people`), for `Cache-Tag`. */
  tags: Set<string>
  now: () => Date
  /** The public log, oldest first: entries after `seq`, at most `count`. Without it the log answers as empty. */
  changes?: (seq: number, count: number) => readonly PublicEntry[] | Promise<readonly PublicEntry[]>
}

/**
 * Notes that an answer was made with a document: by its key, or by its type while it is not public, so that the
 * answer changes when it is published.
 */
export function noteDocument(ref: Ref, { catalog, tags }: Pick<GraphContext, 'catalog' | 'tags'>): void {
  tags.add(catalog.get(ref)?.key ?? ref.slice(0, ref.indexOf(':')))
}

/** The tag of a document's words in one locale. Made once: the same tags are noted for every answer. */
export function localeTag(key: string, locale: string): string {
  const ofLocale = localeTags.get(locale) ?? new Map<string, string>()
  const known = ofLocale.get(key)
  if (known !== undefined) return known
  if (ofLocale.size >= mostTags) ofLocale.clear()
  const tag = `${key}@${locale}`
  localeTags.set(locale, ofLocale.set(key, tag))
  return tag
}

const localeTags = new Map<string, Map<string, string>>()
const mostTags = 20_000
