import type { PartialDate } from '#base/time/partialDate.ts'
import type { Steps } from '#base/turns.ts'
import { isLocale, localeRow } from '#locales/table.ts'
import { positionInTime } from '#record/eventOrder.ts'
import type { Card } from '#record/record.ts'
import { type DocumentType, documents } from '#record/shape.ts'
import type { Entry, Order } from '../catalog.ts'
import { resolveText } from '../words/resolveWords.ts'

/**
 * Where a document stands in an order, as text; empty stands last in either direction. The name is
 * compared as its reader's language sorts, everything else as code points.
 */
export type SortKey = string

const sortKeys: { readonly [by in Order['by']]: (card: Card, chain: readonly string[]) => SortKey } = {
  name: nameKey,
  date: dateKey,
  publishedAt: (card) => card.publishedAt,
  updatedAt: (card) => updatedAt(card),
  editorial: editorialKey,
}

export function sortKeyOf(entry: Entry, order: Order, chain: readonly string[]): SortKey {
  return sortKeys[order.by](entry.card, chain)
}

/** A total order: equal keys are told apart by the document's own key, so a position is never ambiguous. */
export function comparator(order: Order, chain: readonly string[]): Comparator {
  const compareKeys = order.by === 'name' ? collatorOf(chain[0] ?? 'en').compare : compareText
  const sign = order.direction === 'asc' ? 1 : -1
  return (key, id, otherKey, otherId) => {
    if (key === '' || otherKey === '') return key === otherKey ? compareText(id, otherId) : key === '' ? 1 : -1
    return sign * compareKeys(key, otherKey) || compareText(id, otherId)
  }
}
export type Comparator = (key: SortKey, id: string, otherKey: SortKey, otherId: string) => number

/** First position whose document is not before (`key`, `id`); with `after`, the first that is behind it. */
export function positionOf(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => SortKey,
  compare: Comparator,
  at: { key: SortKey; id: string },
  after = false,
): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = entries[middle] as Entry
    const side = compare(keyOf(entry), entry.key, at.key, at.id)
    if (side < 0 || (after && side === 0)) low = middle + 1
    else high = middle
  }
  return low
}

/** Sorted copy; each key is made once. */
export function sortEntries<Type extends DocumentType>(
  entries: readonly Entry<Type>[],
  order: Order,
  chain: readonly string[],
): Entry<Type>[] {
  return sortedRun(entries, order, chain).map(({ entry }) => entry)
}

type Keyed<Type extends DocumentType> = { entry: Entry<Type>; key: SortKey }

function sortedRun<Type extends DocumentType>(
  entries: readonly Entry<Type>[],
  order: Order,
  chain: readonly string[],
): Keyed<Type>[] {
  const compare = comparator(order, chain)
  const keyed = entries.map((entry) => ({ entry, key: sortKeyOf(entry, order, chain) }))
  return keyed.sort((one, other) => compare(one.key, one.entry.key, other.key, other.entry.key))
}

/** How many documents are sorted or merged in one step. */
const entriesInStep = 256

/** The same as `sortEntries`, as steps: short runs are sorted, then merged two by two. */
export function* sortInSteps<Type extends DocumentType>(
  entries: readonly Entry<Type>[],
  order: Order,
  chain: readonly string[],
): Steps<Entry<Type>[]> {
  const compare = comparator(order, chain)
  let runs: Keyed<Type>[][] = []
  for (let from = 0; from < entries.length; from += entriesInStep) {
    runs.push(sortedRun(entries.slice(from, from + entriesInStep), order, chain))
    yield
  }
  while (runs.length > 1) {
    const longer: Keyed<Type>[][] = []
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = longer
  }
  return (runs[0] ?? []).map(({ entry }) => entry)
}

function* merged<Type extends DocumentType>(
  one: readonly Keyed<Type>[],
  other: readonly Keyed<Type>[],
  compare: Comparator,
): Steps<Keyed<Type>[]> {
  const result: Keyed<Type>[] = []
  let [from, fromOther] = [0, 0]
  while (from < one.length || fromOther < other.length) {
    const [first, second] = [one[from], other[fromOther]]
    const isFirst = first && !(second && compare(first.key, first.entry.key, second.key, second.entry.key) > 0)
    if (isFirst) from++
    else fromOther++
    // One of the two is there.
    result.push((isFirst ? first : second) as Keyed<Type>)
    if (result.length % entriesInStep === 0) yield
  }
  return result
}

function nameKey(card: Card, chain: readonly string[]): SortKey {
  for (const path of documents[card.type].name) {
    const name = factNamed(card, path) ?? resolveText(card, path, chain)?.value
    if (typeof name === 'string') return name
  }
  return ''
}

/** The date of a document on a timeline. */
export function timelineDate(card: Card): PartialDate | undefined {
  const { date } = documents[card.type]
  // The table names dates only.
  return date === null ? undefined : (factNamed(card, date) as PartialDate | undefined)
}

function factNamed({ facts }: { facts: { readonly [name: string]: unknown } }, name: string): unknown {
  return facts[name]
}

function dateKey(card: Card): SortKey {
  const { kind, localTime } = card.type === 'events' ? (card as Card<'events'>).facts : {}
  return positionInTime({ kind, localTime, date: timelineDate(card) })
}

export function updatedAt(card: Card): string {
  let newest = card.publishedAt
  for (const part in card.parts) {
    const at = card.parts[part]
    if (at !== undefined && at > newest) newest = at
  }
  return newest
}

/** Featured quotes first, then the editor's numbers, then by date. */
function editorialKey(card: Card): SortKey {
  const { featured, order } = (card as Card<'quotes'>).facts
  const number = String(Math.min(Math.max(Math.trunc((order ?? 1e9) + 1e9), 0), 2e9)).padStart(10, '0')
  return `${featured ? 0 : 1}/${number}/${dateKey(card) || '9999'}`
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

const collators = new Map<string, Intl.Collator>()

function collatorOf(locale: string): Intl.Collator {
  const known = collators.get(locale)
  if (known) return known
  const collator = new Intl.Collator(isLocale(locale) ? localeRow(locale).collation : locale)
  collators.set(locale, collator)
  return collator
}
