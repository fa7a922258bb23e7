import { LRUCache } from 'lru-cache'
import { inTurns, type MaybePromise } from '#base/turns.ts'
import type { Entry, Order } from '#graph/catalog.ts'
import { visibleInOrder } from '#graph/lists/kept.ts'
import { comparator, positionOf, sortEntries, sortKeyOf } from '#graph/lists/sortKey.ts'
import { isVisible } from '#graph/words/resolveWords.ts'
import type { DocumentType } from '#record/shape.ts'

type List = {
  type: DocumentType
  order: Order
  chain: readonly string[]
  entries: readonly Entry[]
  /** Documents that changed since `entries` was made: as it holds them, and as they are. */
  pending: Map<string, Change>
  /** While it is sorted for the first time. */
  sorting: Promise<readonly Entry[]> | null
}
type Change = { before: Entry | undefined; after: Entry | undefined }

/** Entries in all kept lists together: eight bytes each. */
const mostEntries = 4_000_000

/**
 * Visible documents by type, order and chain. A list is sorted when it is first asked for; later
 * changes wait until it is asked for again and are then put in place by binary search, in a copy: an
 * array that was handed out never changes.
 */
export function createOrderedLists(documentsOf: (type: DocumentType) => Iterable<Entry>) {
  const lists = new LRUCache<string, List>({
    maxSize: mostEntries,
    sizeCalculation: ({ entries }) => entries.length + 100,
  })

  function get<Type extends DocumentType>(
    type: Type,
    order: Order,
    chain: readonly string[],
  ): MaybePromise<readonly Entry<Type>[]> {
    const name = `${type} ${order.by} ${order.direction} ${chain.join()}`
    const list = lists.get(name) ?? begun(name, { type, order, chain, entries: [], pending: new Map(), sorting: null })
    // A list holds documents of its type only.
    return (list.sorting ?? current(list)) as MaybePromise<readonly Entry<Type>[]>
  }

  /** What changes while a long list is being sorted waits in `pending` like any later change. */
  function begun(name: string, list: List): List {
    lists.set(name, list)
    const sorted = inTurns(visibleInOrder([...documentsOf(list.type)], list.order, list.chain))
    if (sorted instanceof Promise) list.sorting = sorted.then((entries) => finished(name, list, entries))
    else finished(name, list, sorted)
    return list
  }

  function finished(name: string, list: List, entries: readonly Entry[]): readonly Entry[] {
    list.entries = entries
    list.sorting = null
    // Its size has changed.
    if (lists.delete(name)) lists.set(name, list)
    return current(list)
  }

  function replace(before: Entry | undefined, after: Entry | undefined): void {
    const changed = before ?? after
    if (!changed || lists.size === 0) return
    for (const [name, list] of [...lists.entries()]) {
      if (list.type !== changed.card.type) continue
      const known = list.pending.get(changed.key)
      list.pending.set(changed.key, { before: known ? known.before : before, after })
      // A list that nobody reads while so much changes is cheaper to sort again.
      if (!list.sorting && list.pending.size > 100 + list.entries.length / 8) lists.delete(name)
    }
  }

  return { get, replace }
}

function current(list: List): readonly Entry[] {
  if (list.pending.size === 0) return list.entries
  list.entries = withChanges(list.entries, [...list.pending.values()], list.order, list.chain)
  list.pending = new Map()
  return list.entries
}

/** A copy of an ordered list in which these documents are as they are after their changes. */
export function withChanges(
  entries: readonly Entry[],
  changes: readonly Change[],
  order: Order,
  chain: readonly string[],
): readonly Entry[] {
  const keyOf = (entry: Entry) => sortKeyOf(entry, order, chain)
  const compare = comparator(order, chain)
  const place = (entry: Entry) => positionOf(entries, keyOf, compare, { key: keyOf(entry), id: entry.key })
  const isListed = (entry: Entry | undefined): entry is Entry => entry !== undefined && isVisible(entry.card, chain)
  const removed = new Set(
    changes
      .map(({ before }) => before)
      .filter(isListed)
      .map(place),
  )
  const added = sortEntries(changes.map(({ after }) => after).filter(isListed), order, chain)
  return spliced(
    entries,
    removed,
    added.map((entry) => ({ at: place(entry), entry })),
  )
}

/** A copy without the positions in `removed` and with `added` (in order) before the positions they name. */
function spliced(
  entries: readonly Entry[],
  removed: ReadonlySet<number>,
  added: readonly { at: number; entry: Entry }[],
): Entry[] {
  const result: Entry[] = []
  let from = 0
  const copyUntil = (to: number) => {
    for (; from < to; from++) if (!removed.has(from)) result.push(entries[from] as Entry)
  }
  for (const { at, entry } of added) {
    copyUntil(at)
    result.push(entry)
  }
  copyUntil(entries.length)
  return result
}
