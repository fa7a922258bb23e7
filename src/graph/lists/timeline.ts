import { type MaybePromise, whenReady } from '#base/turns.ts'
import type { Entry, Order } from '../catalog.ts'
import type { LocaleRequest } from '../words/localeRequest.ts'
import { orderedOf } from './kept.ts'
import { type Page, type PageArgs, pageOf } from './page.ts'
import { timelineDate } from './sortKey.ts'

/** A page of dated documents in one list. `order` is by date. */
export function pageOfTimeline(
  entries: readonly Entry[],
  args: PageArgs,
  order: Order,
  request: LocaleRequest,
): MaybePromise<Page> {
  return whenReady(orderedOf(entries, order, request), (sorted) => pageOf(dated(sorted), order, request, args))
}

/** Undated documents stand at the end of an order by date: a timeline leaves them out. */
function dated(entries: readonly Entry[]): readonly Entry[] {
  const end = entries.findIndex(({ card }) => !hasDay(card))
  return end === -1 ? entries : entries.slice(0, end)
}

function hasDay(card: Entry['card']): boolean {
  const date = timelineDate(card)
  return date !== undefined && (date.earliest !== null || date.latest !== null)
}
