import { randomUUID } from 'node:crypto'
import { isObject } from '#base/isObject.ts'

type Row = { id?: string; slug: string }
type Slugs = { formerSlugs: Row[]; slugKey: string }
type Tree = { readonly [name: string]: unknown }

/** What a person's slugs are after a save: a changed slug is kept, one that is taken up again is no former one. */
export function slugsAfter(present: unknown, data: Tree, isNew: boolean): Slugs {
  const before: Tree = isObject(present) && !isNew ? present : {}
  const old = textOf(before.slug)
  const now = data.slug === undefined ? old : textOf(data.slug)
  const kept = rowsOf(before.formerSlugs)
  const isFormer = old !== '' && old !== now && !kept.some(({ slug }) => slug === old)
  return {
    formerSlugs: [...kept, ...(isFormer ? [{ slug: old }] : [])].filter(({ slug }) => slug !== now),
    slugKey: now || placeholder(before.slugKey),
  }
}

/** `~` begins no slug. */
function placeholder(present: unknown): string {
  const key = textOf(present)
  return key.startsWith('~') ? key : `~${randomUUID()}`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function rowsOf(value: unknown): Row[] {
  const rows: unknown[] = Array.isArray(value) ? value : []
  return rows.filter((row): row is Row => isObject(row) && typeof row.slug === 'string')
}
