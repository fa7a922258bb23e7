import type { LocaleCode, Origin, WordPath } from './record.ts'
import type { DocumentType } from './shape.ts'
import { digestOfWords, type Stamp, type Stamps, type UnsavedCopy, wordFieldsOf } from './workingCopy.ts'

type Save = {
  type: DocumentType
  /** The document before this save, in all locales; null for a new one. */
  before: UnsavedCopy | null
  /** The document as it is about to be stored, in all locales. */
  after: UnsavedCopy
  at: string
  by?: string
  /** Where the new words of this save come from, where it is not somebody's typing: an import, a machine, a transliteration. */
  origin?: Origin
}

/**
 * The stamps of a document after a save. Words that did not change keep theirs; new words in the
 * source locale are authored, elsewhere they are a human's translation of the source words that
 * stand there now.
 */
export function stampOrigins({ type, before, after, at, by, origin }: Save): Stamps {
  const source = after.sourceLocale
  const stamps: Stamps = {}
  for (const { path, values } of wordFieldsOf(type, after)) {
    const sourceWords = source ? values[source] : undefined
    const from = sourceWords === undefined ? undefined : digestOfWords(sourceWords)
    for (const [locale, words] of Object.entries(values)) {
      const digest = digestOfWords(words)
      const fresh = locale === source ? authored(digest, origin) : translated(digest, from, origin)
      const stamp = keptStamp(before, locale, path, digest) ?? { ...fresh, at, ...(by && { by }) }
      stamps[locale] = { ...stamps[locale], [path]: stamp }
    }
  }
  return stamps
}

function keptStamp(before: UnsavedCopy | null, locale: LocaleCode, path: WordPath, digest: string): Stamp | undefined {
  const stamp = before?.origins?.[locale]?.[path]
  return stamp?.digest === digest ? stamp : undefined
}

function authored(digest: string, origin: Origin = 'authored'): Stamp {
  return { digest, origin }
}

function translated(digest: string, from: string | undefined, origin: Origin = 'human'): Stamp {
  return { digest, origin, ...(from && { from }) }
}
