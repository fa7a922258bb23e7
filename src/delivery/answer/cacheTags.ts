import { headerText } from '#base/headerText.ts'

/** CDNs accept some 16 KB of `Cache-Tag`, and Node's own client refuses more than that in all headers together. */
const mostBytes = 4000

/**
 * The `Cache-Tag` of an answer. Tags are `people:<id>`, `people:<id>@<locale>` or, for lists,
 * `people`. Where they are too many, the types stand for their documents: whoever purges by tag
 * purges a change's type, document and locales alike.
 */
export function cacheTagOf(tags: ReadonlySet<string>): string {
  for (const shorten of [asItIs, documentOf, typeOf]) {
    const text = joined(tags, shorten)
    if (text.length <= mostBytes) return text
  }
  return ''
}

function joined(tags: ReadonlySet<string>, shorten: (tag: string) => string): string {
  if (shorten === asItIs) return [...tags].map(headerText).join(',')
  return [...new Set([...tags].map(shorten))].map(headerText).join(',')
}

function asItIs(tag: string): string {
  return tag
}

function documentOf(tag: string): string {
  return tag.split('@', 1)[0] ?? tag
}

function typeOf(tag: string): string {
  return tag.split(':', 1)[0] ?? tag
}
