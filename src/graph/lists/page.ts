import type { DocumentType } from '#record/shape.ts'
import type { Entry, Order } from '../catalog.ts'
import { refusal } from '../errors.ts'
import { limits } from '../limits/table.ts'
import type { LocaleRequest } from '../words/localeRequest.ts'
import { decodeCursor, encodeCursor, orderName } from './cursor.ts'
import { comparator, positionOf, sortKeyOf } from './sortKey.ts'

export type PageArgs = {
  first?: number | null
  last?: number | null
  after?: string | null
  before?: string | null
}

/** A window on a sorted list of visible documents. */
export type Page<Type extends DocumentType = DocumentType> = {
  readonly entries: readonly Entry<Type>[]
  readonly from: number
  readonly to: number
  readonly order: Order
  readonly request: LocaleRequest
}

export function pageOf<Type extends DocumentType>(
  entries: readonly Entry<Type>[],
  order: Order,
  request: LocaleRequest,
  args: PageArgs,
  defaultFirst?: number,
): Page<Type> {
  const size = checkedSize(args, defaultFirst)
  const low = args.after ? positionAt(entries, order, request, args.after, true) : 0
  const high = args.before ? positionAt(entries, order, request, args.before, false) : entries.length
  const end = Math.max(low, high)
  return size.fromEnd
    ? { entries, from: Math.max(low, end - size.count), to: end, order, request }
    : { entries, from: low, to: Math.min(end, low + size.count), order, request }
}

/** How many documents were asked for, and from which end. */
export function checkedSize({ first, last }: PageArgs, defaultFirst?: number): { count: number; fromEnd: boolean } {
  if (typeof first === 'number' && typeof last === 'number') {
    throw refusal('INVALID_INPUT', 'Give first or last, not both.')
  }
  const count = first ?? last ?? defaultFirst
  if (count === undefined)
    throw refusal('INVALID_INPUT', 'A nested list needs first or last: how many documents to give.')
  const name = typeof last === 'number' ? 'last' : 'first'
  if (count > limits.pageSize.most) {
    throw refusal('PAGE_SIZE_EXCEEDED', `${name} is ${count}; a page holds at most ${limits.pageSize.most}.`, {
      asked: count,
      limit: limits.pageSize.most,
    })
  }
  if (count < 1) throw refusal('INVALID_INPUT', `${name} is ${count}; a page holds at least 1.`)
  return { count, fromEnd: typeof last === 'number' }
}

function positionAt(
  entries: readonly Entry[],
  order: Order,
  request: LocaleRequest,
  cursor: string,
  after: boolean,
): number {
  const { chain } = request
  const at = decodeCursor(cursor, orderName(order, chain))
  return positionOf(entries, (entry) => sortKeyOf(entry, order, chain), comparator(order, chain), at, after)
}

export function cursorOf({ order, request: { chain } }: Page, entry: Entry): string {
  return encodeCursor(orderName(order, chain), { key: sortKeyOf(entry, order, chain), id: entry.key })
}
