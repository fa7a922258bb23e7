import { headerText } from '#base/headerText.ts'
import { localeTag } from '#graph/context.ts'
import { type Locale, localeCodes, localeRow } from '#locales/table.ts'
import type { ChangeFacts, LocaleCode } from '#record/record.ts'
import { parseRef } from '#record/record.ts'

/** What decides the tags of a change. */
export type TaggedChange = Pick<ChangeFacts, 'key' | 'kind' | 'facts'> & { locales: readonly LocaleCode[] }

/** The tag of every answer that shows the public log itself. */
const ofTheLog = 'changes'

/**
 * The cache tags of every answer that a change may have changed: its type (lists, and answers where the
 * document was missing), the document, and the document in each locale that changed. As the header `Cache-Tag` spells them.
 */
export function tagsOf({ key, kind, facts, locales }: TaggedChange): string[] {
  const type = parseRef(key)?.type
  const changed = facts || kind === 'withdraw' ? [...localeCodes] : withDerived(locales)
  const tags = [...(type ? [type] : []), key, ...changed.map((locale) => localeTag(key, locale)), ofTheLog]
  return tags.map(headerText)
}

/** Words of one script are also read in the other, which is derived from them. */
function withDerived(locales: readonly LocaleCode[]): LocaleCode[] {
  const derived = localeCodes.filter((code) => locales.includes(sourceOf(code) ?? ''))
  return [...new Set([...locales, ...derived])]
}

function sourceOf(code: Locale): string | undefined {
  return localeRow(code).derivesFrom
}
