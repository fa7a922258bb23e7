import { canonicalJson } from '#base/digest.ts'
import { isObject } from '#base/isObject.ts'

/** One value that both sides changed in different ways. `path` holds names and row ids. */
export type Clash = { path: readonly string[]; base: unknown; mine: unknown; theirs: unknown }
export type Side = 'mine' | 'theirs'

/** Decides a clash, or leaves it open. */
export type Decide = (clash: Clash) => Side | undefined

export type Merged<T> = { value: T; clashes: Clash[] }

type Tree = { readonly [name: string]: unknown }
type References = readonly unknown[] | null | undefined
type Rows = readonly Tree[] | null | undefined
type Three<T> = { base: T; mine: T; theirs: T }
type Trees = { base: Tree | null; mine: Tree; theirs: Tree }
type Merging = { decide: Decide; clashes: Clash[] }

/**
 * Merges two changed copies of one document, knowing what both started from. Objects (fields, groups, localized values)
 * merge name by name, lists of rows row by row with the order of whoever moved them, lists of references by what was
 * added and removed; everything else, rich text among it, is one value. A name that is absent in `mine` was not touched.
 * Where a clash stays open, the merged value holds `mine` at its place.
 */
export function merge<T extends Tree>(base: Tree, mine: T, theirs: Tree, decide: Decide = () => undefined): Merged<T> {
  const clashes: Clash[] = []
  // The merged document is made of the values of three documents of one type.
  const value = mergeTrees({ base, mine, theirs }, [], { decide, clashes }) as T
  return { value, clashes }
}

/** Equal as words and facts go: null, an empty text, an empty list and an empty group are all nothing. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(condensed(one)) === canonicalJson(condensed(other))
}

function mergeValue(three: Three<unknown>, path: readonly string[], merging: Merging): unknown {
  const { base, mine, theirs } = three
  if (mine === undefined || same(mine, base)) return theirs
  if (same(theirs, base) || same(mine, theirs)) return mine
  if (isTree(mine) && isTree(theirs))
    return mergeTrees({ base: isTree(base) ? base : null, mine, theirs }, path, merging)
  if (isRows(base) && isRows(theirs) && isFormRows(mine)) return mergeRows({ base, mine, theirs }, path, merging)
  if (isReferences(base) && isReferences(mine) && isReferences(theirs))
    return mergeReferences({ base, mine, theirs }) ?? decided(three, path, merging)
  return decided(three, path, merging)
}

function decided({ base, mine, theirs }: Three<unknown>, path: readonly string[], merging: Merging): unknown {
  const clash = { path, base, mine, theirs }
  const side = merging.decide(clash)
  if (!side) merging.clashes.push(clash)
  return side === 'theirs' ? theirs : mine
}

function mergeTrees({ base, mine, theirs }: Trees, path: readonly string[], merging: Merging): Tree {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const merged = [...names].map((name) => {
    const three = { base: base?.[name], mine: mine[name], theirs: theirs[name] }
    return [name, mergeValue(three, [...path, name], merging)]
  })
  return Object.fromEntries(merged)
}

/** A row that one side took away and the other changed is a clash; a row that only one side knows is new. */
function mergeRows(lists: Three<Rows>, path: readonly string[], merging: Merging): Tree[] {
  const rows = { base: byId(lists.base), mine: byId(lists.mine), theirs: byId(lists.theirs) }
  const merged = new Map<string, Tree>()
  for (const id of new Set([...rows.mine.keys(), ...rows.theirs.keys()])) {
    const three = {
      base: rows.base.get(id) ?? null,
      mine: rows.mine.get(id) ?? null,
      theirs: rows.theirs.get(id) ?? null,
    }
    const row = mergeValue(three, [...path, id], merging)
    if (isTree(row)) merged.set(id, row)
  }
  const order = mergeOrder({
    base: [...rows.base.keys()],
    mine: [...rows.mine.keys()],
    theirs: [...rows.theirs.keys()],
  })
  return order.map((id) => merged.get(id)).filter((row) => row !== undefined)
}

/** Null where one side replaced references and the other changed the list too: nobody can say what belongs together. */
function mergeReferences({ base, mine, theirs }: Three<References>): unknown[] | null {
  const keys = { base: byKey(base), mine: byKey(mine), theirs: byKey(theirs) }
  if (replaces(keys.base, keys.mine) || replaces(keys.base, keys.theirs)) return null
  const kept = (key: string) => !keys.base.has(key) || (keys.mine.has(key) && keys.theirs.has(key))
  const order = mergeOrder({
    base: [...keys.base.keys()],
    mine: [...keys.mine.keys()],
    theirs: [...keys.theirs.keys()],
  })
  return order.filter(kept).map((key) => keys.mine.get(key) ?? keys.theirs.get(key))
}

function replaces(base: Map<string, unknown>, changed: Map<string, unknown>): boolean {
  const added = [...changed.keys()].some((key) => !base.has(key))
  const removed = [...base.keys()].some((key) => !changed.has(key))
  return added && removed
}

/** The order of whoever moved something, mine where both did; the other side's new entries follow their neighbours. */
function mergeOrder({ base, mine, theirs }: Three<string[]>): string[] {
  const [lead, other] = moved(base, mine) || !moved(base, theirs) ? [mine, theirs] : [theirs, mine]
  const order = [...lead]
  other.forEach((id, at) => {
    if (order.includes(id)) return
    const neighbour = other.slice(0, at).findLast((earlier) => order.includes(earlier))
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, id)
  })
  return order
}

function moved(base: string[], changed: string[]): boolean {
  const common = base.filter((id) => changed.includes(id))
  return !same(
    common,
    changed.filter((id) => base.includes(id)),
  )
}

function condensed(value: unknown): unknown {
  if (value === '' || value === undefined) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(condensed)
  if (!isObject(value) || value instanceof Date) return value
  const entries = Object.entries(value).map(([name, part]) => [name, condensed(part)] as const)
  const told = entries.filter(([, part]) => part !== null)
  return told.length === 0 ? null : Object.fromEntries(told)
}

function isTree(value: unknown): value is Tree {
  return isObject(value) && !(value instanceof Date) && !isRichText(value) && !isPolymorphic(value)
}

function isRichText(value: object): boolean {
  return 'root' in value
}

function isPolymorphic(value: object): boolean {
  return 'relationTo' in value && 'value' in value
}

function isRows(value: unknown): value is Rows {
  return isFormRows(value) && (value ?? []).every(hasId)
}

/** A row that somebody has just added may come without an id. */
function isFormRows(value: unknown): value is Rows {
  if (value === null || value === undefined) return true
  return Array.isArray(value) && value.every(isTree) && byId(value).size === value.length
}

function hasId({ id }: Tree): boolean {
  return typeof id === 'string' || typeof id === 'number'
}

const idText = /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function isReferences(value: unknown): value is References {
  if (value === null || value === undefined) return true
  return Array.isArray(value) && value.every(isReference) && byKey(value).size === value.length
}

function isReference(value: unknown): boolean {
  if (typeof value === 'string') return idText.test(value)
  return isObject(value) && isPolymorphic(value)
}

function byId(rows: Rows): Map<string, Tree> {
  return new Map((rows ?? []).map((row, at) => [hasId(row) ? String(row.id) : `new ${at}`, row]))
}

function byKey(values: References): Map<string, unknown> {
  return new Map((values ?? []).map((value) => [canonicalJson(value), value]))
}
