import { isObject } from '#base/isObject.ts'
export type ChangedValue = { path: string; before: unknown; after: unknown }

/** Computed by the studio, never typed. */
const notTyped = new Set(['id', 'revision', 'createdAt', 'updatedAt', 'publishedIn', 'pendingIn', 'origins', 'heading'])

/**
 * Where kept words differ from the saved document, leaf by leaf; rows are told apart by their ids. The form says 0
 * where a list is empty.
 */
export function changedValues(saved: unknown, kept: unknown, path = ''): ChangedValue[] {
  if (isEmpty(saved) && (isEmpty(kept) || kept === 0)) return []
  if (isRows(saved) || isRows(kept)) return changedRows(asRows(saved), asRows(kept), path)
  if (isGroup(saved) || isGroup(kept)) return changedGroup(asGroup(saved), asGroup(kept), path)
  return canonical(saved) === canonical(kept) ? [] : [{ path, before: saved, after: kept }]
}

type Group = Record<string, unknown>
type Row = Group & { id: string }

function changedGroup(saved: Group, kept: Group, path: string): ChangedValue[] {
  const names = Object.keys(kept).filter((name) => path !== '' || !notTyped.has(name))
  return names
    .filter((name) => name !== 'id')
    .flatMap((name) => changedValues(saved[name], kept[name], under(path, name)))
}

function changedRows(saved: readonly Row[], kept: readonly Row[], path: string): ChangedValue[] {
  const gone = saved.filter((row) => !kept.some(({ id }) => id === row.id))
  const removed = gone.map((row) => ({ path: under(path, row.id), before: row, after: null }))
  const changed = kept.flatMap((row) =>
    changedValues(
      saved.find(({ id }) => id === row.id),
      row,
      under(path, row.id),
    ),
  )
  return [...removed, ...changed]
}

const under = (path: string, name: string) => (path === '' ? name : `${path}/${name}`)

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return isGroup(value) && Object.entries(value).every(([name, inner]) => name === 'id' || isEmpty(inner))
}

/** A nested group of fields, not a rich text (`root`) and not a relation (`relationTo`). */
function isGroup(value: unknown): value is Group {
  return isObject(value) && !('root' in value) && !('relationTo' in value)
}

const asGroup = (value: unknown): Group => (isGroup(value) ? value : {})
const asRows = (value: unknown): Row[] => (isRows(value) ? value : [])

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => isGroup(one) && typeof one.id === 'string')
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isGroup(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner,
    ) ?? ''
  )
}
