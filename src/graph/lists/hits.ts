import { type MaybePromise, whenReady } from '#base/turns.ts'
import { documentTypes } from '#record/shape.ts'
import type { SearchHit } from '../catalog.ts'
import type { GraphContext } from '../context.ts'
import { refusal } from '../errors.ts'
import type { LocaleRequest } from '../words/localeRequest.ts'
import { searchLimits } from '../words/searchText.ts'
import { decodeCursor, encodeCursor, foreignCursor } from './cursor.ts'
import { checkedSize } from './page.ts'

/** A window on what a search found. */
export type Hits = { text: string; hits: readonly SearchHit[]; from: number; to: number; request: LocaleRequest }

export function pageOfHits(
  text: string,
  { first, after }: { first: number; after?: string | null },
  request: LocaleRequest,
  { catalog, tags }: GraphContext,
): MaybePromise<Hits> {
  for (const type of documentTypes) tags.add(type)
  const { characters } = searchLimits
  if (text.length > characters) {
    throw refusal('INVALID_INPUT', `text has ${text.length} characters; at most ${characters} are searched for.`)
  }
  return whenReady(catalog.search(text, request.chain), (hits) => {
    const { count } = checkedSize({ first })
    const from = after ? positionBehind(hits, after) : 0
    return { text, hits, from, to: Math.min(hits.length, from + count), request }
  })
}

export function cursorOfHit({ score, entry }: SearchHit): string {
  return encodeCursor('search', { key: String(score), id: entry.key })
}

function positionBehind(hits: readonly SearchHit[], cursor: string): number {
  const { key } = decodeCursor(cursor, 'search')
  const score = Number(key)
  if (String(score) !== key || !Number.isFinite(score)) throw foreignCursor()
  const at = hits.findIndex((hit) => hit.score < score)
  return at === -1 ? hits.length : at
}
