import { isObject } from '#record/workingCopy.ts'

type Row = { id?: string; slug: string }

/** The slugs that a person has had after a save: a changed slug is kept, one that is taken up again is no former one. */
export function formerSlugsAfter(before: unknown, data: { [name: string]: unknown }): Row[] {
  const kept = isObject(before) ? rowsOf(before.formerSlugs) : []
  const old = isObject(before) && typeof before.slug === 'string' ? before.slug : ''
  const now = data.slug === undefined ? old : data.slug
  const isNew = old !== '' && old !== now && !kept.some(({ slug }) => slug === old)
  return [...kept, ...(isNew ? [{ slug: old }] : [])].filter(({ slug }) => slug !== now)
}

function rowsOf(value: unknown): Row[] {
  const rows: unknown[] = Array.isArray(value) ? value : []
  return rows.filter((row): row is Row => isObject(row) && typeof row.slug === 'string')
}
