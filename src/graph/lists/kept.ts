import { atOnce, eachInSteps, inTurns, type MaybePromise, type Steps, whenReady } from '#base/turns.ts'
import type { DocumentType } from '#record/shape.ts'
import type { Catalog, Entry, Order } from '../catalog.ts'
import type { LocaleRequest } from '../words/localeRequest.ts'
import { isVisible } from '../words/resolveWords.ts'
import { testOf, type WhereOf } from './filters/where.ts'
import { sortInSteps } from './sortKey.ts'

/** Longer lists are sorted in as many turns of the event loop as they need. */
const mostAtOnce = 200

/**
 * Visible documents of a relation read backwards, in order. Kept by the identity of the array that the
 * catalog handed out: it hands out another when one of them changed.
 */
export function orderedOf<Type extends DocumentType>(
  entries: readonly Entry<Type>[],
  order: Order,
  request: LocaleRequest,
): MaybePromise<readonly Entry<Type>[]> {
  if (entries.length === 0) return entries
  const byOrder = kept(ordered, entries)
  const known = byOrder.get(order) ?? new Map<string, readonly Entry[]>()
  byOrder.set(order, known)
  const list = known.get(request.name)
  // What was kept for this array holds its documents.
  if (list) return list as readonly Entry<Type>[]
  const steps = visibleInOrder(entries, order, request.chain)
  return whenReady(entries.length <= mostAtOnce ? atOnce(steps) : inTurns(steps), (sorted) => {
    keep(known, request.name, sorted)
    return sorted
  })
}

/** The documents that are visible along a chain, sorted. */
export function* visibleInOrder<Type extends DocumentType>(
  entries: readonly Entry<Type>[],
  order: Order,
  chain: readonly string[],
): Steps<readonly Entry<Type>[]> {
  const visible: Entry<Type>[] = []
  yield* eachInSteps(entries, (entry) => {
    if (isVisible(entry.card, chain)) visible.push(entry)
  })
  return yield* sortInSteps(visible, order, chain)
}

/**
 * Documents that pass a filter. Filters look at other documents too, so what was found holds for one version of the catalog;
 * a catalog that moves while a long list is looked through makes the request start over.
 */
export function filtered<Type extends DocumentType>(
  type: Type,
  entries: readonly Entry<Type>[],
  where: WhereOf<Type> | null | undefined,
  catalog: Catalog,
): MaybePromise<readonly Entry<Type>[]> {
  if (!where || entries.length === 0) return entries
  const { seq } = catalog
  const name = `${seq} ${JSON.stringify(where)}`
  const known = kept(passed, entries)
  const list = known.get(name)
  // What was kept for this array holds its documents.
  if (list) return list as readonly Entry<Type>[]
  return whenReady(inTurns(passing(entries, testOf(type, where, catalog))), (found) => {
    if (catalog.seq === seq) keep(known, name, found)
    return found
  })
}

function* passing<Type extends DocumentType>(
  entries: readonly Entry<Type>[],
  test: (entry: Entry<Type>) => boolean,
): Steps<Entry<Type>[]> {
  const found: Entry<Type>[] = []
  yield* eachInSteps(entries, (entry) => {
    if (test(entry)) found.push(entry)
  })
  return found
}

/** Documents of either relation, each once. */
export function eitherOf<Type extends DocumentType>(
  one: readonly Entry<Type>[],
  other: readonly Entry<Type>[],
): readonly Entry<Type>[] {
  if (one.length === 0) return other
  if (other.length === 0) return one
  const known = unions.get(one)?.get(other)
  const union = known ?? [...new Set([...one, ...other])]
  if (!known) unions.set(one, (unions.get(one) ?? new WeakMap()).set(other, union))
  return union as readonly Entry<Type>[]
}

type Lists = Map<string, readonly Entry[]>
const ordered = new WeakMap<readonly Entry[], Map<Order, Lists>>()
const passed = new WeakMap<readonly Entry[], Lists>()
const unions = new WeakMap<readonly Entry[], WeakMap<readonly Entry[], readonly Entry[]>>()

/** Ways to look at one list that are kept at a time. */
const mostLists = 16

function kept<Name, Kept>(
  lists: WeakMap<readonly Entry[], Map<Name, Kept>>,
  entries: readonly Entry[],
): Map<Name, Kept> {
  const known = lists.get(entries)
  if (known) return known
  const made = new Map<Name, Kept>()
  lists.set(entries, made)
  return made
}

function keep(lists: Lists, name: string, list: readonly Entry[]): void {
  if (lists.has(name)) return
  if (lists.size >= mostLists) lists.clear()
  lists.set(name, list)
}
