import { isLocale, localeRow } from '#locales/table.ts'
import type { RichText } from '#record/record.ts'
import { unlinked } from '#record/richText.ts'
import type { GraphContext } from '../context.ts'
import { nodeOfKey } from '../documents/node.ts'
import { pageUrl, pathOf } from '../documents/paths.ts'
import type { LocaleRequest } from './localeRequest.ts'
import type { Served } from './resolveWords.ts'

/** Rich text as it is served. */
export type ServedRichText = { served: Served<RichText>; request: LocaleRequest }

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return isLocale(locale) ? localeRow(locale).dir : 'ltr'
}

/** The levels that a text's highest headings may be asked for: its three levels end in h6 at most. */
export const headingLevels = { least: 2, most: 4 } as const

/**
 * HTML to insert as it is, its highest headings of `headingLevel`. Links to public documents lead to
 * their page in the requested locale, others are text; words in another language than the page's say so.
 */
export function htmlOf(
  { served, request }: ServedRichText,
  context: GraphContext,
  headingLevel: number = headingLevels.least,
): string {
  const linked = lowered(served.value.html, headingLevel).replace(internalLink, (_, key: string, inside: string) => {
    const node = nodeOfKey(decoded(key), request, context)
    if (!node) return inside
    const href = pageUrl(node, request.locale, context) ?? pathOf(node, request.locale)
    return `<a href="${href}">${inside}</a>`
  })
  if (served.locale === request.locale) return linked
  return `<div lang="${served.locale}" dir="${directionOf(served.locale)}">${linked}</div>`
}

/** The tree of blocks, in which as in the HTML only public documents are linked to. */
export function jsonOf({ served, request }: ServedRichText, context: GraphContext): unknown {
  return unlinked(served.value.json, (ref) => !nodeOfKey(ref, request, context))
}

/** Only tags hold a `<`: in a text it is escaped. */
function lowered(html: string, headingLevel: number): string {
  const by = headingLevel - headingLevels.least
  return by === 0 ? html : html.replace(/(<\/?h)(\d)>/g, (_, tag, level) => `${tag}${Number(level) + by}>`)
}

// As the record writes them: links do not nest and hold no other attribute.
const internalLink = /<a data-ref="([^"]*)">(.*?)<\/a>/gs

function decoded(attribute: string): string {
  return attribute.replaceAll('&amp;', '&')
}

/** The beginning of a text, cut between words and between what a reader takes for one character. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const room = Math.max(maxLength - 1, 0)
  const cut = text.slice(0, room + 1).search(/\s+\S*$/)
  const kept = cut > room / 2 ? text.slice(0, cut) : wholeCharacters(text, room)
  return `${kept.trimEnd()}…`
}

function wholeCharacters(text: string, room: number): string {
  let end = 0
  for (const { index, segment } of characters.segment(text.slice(0, room + 40))) {
    if (index + segment.length > room) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
