import type { Card } from '#record/record.ts'
import type { GraphContext } from '../context.ts'
import type { Node } from './node.ts'

/** What a path is made of. */
type Shown = { card: Pick<Card, 'type' | 'id' | 'slug'> }

/** Where the front end shows a document: `/uk/people/server-mustafaiev`. */
export function pathOf({ entry: { card } }: { entry: Shown }, locale: string): string {
  return `/${locale}/${card.type}/${encodeURIComponent(card.slug ?? card.id)}`
}

/** Absolute with SITE_URL; null without it. */
export function pageUrl(node: Node, locale: string, { urls }: GraphContext): string | null {
  return urls.site ? urls.site + pathOf(node, locale) : null
}

export function filePath(file: string): string {
  return `/media/${encodeURIComponent(file)}`
}

/** Absolute with DELIVERY_URL, which serves the files; null without it. */
export function fileUrl(file: string, { urls }: GraphContext): string | null {
  return urls.delivery ? urls.delivery + filePath(file) : null
}
