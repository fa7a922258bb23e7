import type { Order } from '../catalog.ts'
import { refusal } from '../errors.ts'
import type { SortKey } from './sortKey.ts'

/** A position in an order, not a number: it stays right when documents before it come or go. */
export type Position = { key: SortKey; id: string }

/** No longer one was handed out: a sort key is a name or a date. */
const longest = 8000

/** What a list is ordered by, as far as a position depends on it. */
export function orderName({ by }: Order, chain: readonly string[]): string {
  return by === 'name' ? `name ${chain[0]}` : by
}

export function encodeCursor(order: string, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url')
}

/** Throws INVALID_CURSOR for what this API did not hand out, and for positions in another order. */
export function decodeCursor(cursor: string, order: string): Position {
  const read = readCursor(cursor)
  if (!read) throw foreignCursor()
  if (read.order !== order) {
    throw refusal(
      'INVALID_CURSOR',
      `This cursor is a position in the order "${read.order}", the list is in the order "${order}".`,
    )
  }
  return read
}

export function foreignCursor(): Error {
  return refusal('INVALID_CURSOR', 'This cursor was not handed out by this API.')
}

/** Null where the text is no cursor at all. */
export function readCursor(cursor: string): (Position & { order: string }) | null {
  if (cursor.length > longest || !/^[\w-]+$/.test(cursor)) return null
  const [order, key, id, ...more] = parsed(Buffer.from(cursor, 'base64url').toString())
  const isWhole = typeof order === 'string' && typeof key === 'string' && typeof id === 'string' && more.length === 0
  return isWhole ? { order, key, id } : null
}

function parsed(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value : []
  } catch {
    // A cursor is JSON; any text may be sent in its place.
    return []
  }
}
