import { isObject } from '#base/isObject.ts'
import type { Studio } from '../request/useStudio.ts'

/** A document that a relation names. */
export type Related = { collection: string; id: string }

/** The documents that the value of a relation names, as a form or the database holds it: ids, or `{ relationTo, value }`. */
export function relatedIn(relationTo: string | readonly string[], value: unknown): Related[] {
  if (Array.isArray(value)) return value.flatMap((one) => relatedIn(relationTo, one))
  if (isObject(value) && typeof value.relationTo === 'string') return relatedIn(value.relationTo, value.value)
  if (isObject(value)) return relatedIn(relationTo, value.id)
  const isId = typeof value === 'string' || typeof value === 'number'
  return isId && typeof relationTo === 'string' ? [{ collection: relationTo, id: String(value) }] : []
}

export function keyOf({ collection, id }: Related): string {
  return `${collection}:${id}`
}

/** The headings of documents by their keys. One that cannot be read is left out. */
export async function headingsOf(get: Studio['get'], related: readonly Related[]): Promise<Map<string, string>> {
  const collections = [...new Set(related.map(({ collection }) => collection))]
  const found = await Promise.all(
    collections.map(async (collection) => {
      const ids = related.filter((one) => one.collection === collection).map(({ id }) => id)
      const answer = await get<{ docs: { id: string | number; heading?: string | null }[] }>(`/${collection}`, {
        'where[id][in]': [...new Set(ids)].join(','),
        'select[heading]': 'true',
        depth: '0',
        pagination: 'false',
      })
      const docs = answer.ok ? answer.body.docs : []
      return docs.map(({ id, heading }) => [keyOf({ collection, id: String(id) }), heading ?? ''] as const)
    }),
  )
  return new Map(found.flat().filter(([, heading]) => heading !== ''))
}
