import type { Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'

type Searchable = { listSearchableFields?: string[]; useAsTitle?: string }
type Listed = { search?: string; where?: Where | null }

/** What Payload's list view asks the database for, made as the view itself makes it from its query. */
export function listFilter(admin: Searchable, { search, where }: Listed): Where {
  // Of a collection's configuration the function reads these two.
  const collectionConfig = { admin } as Parameters<typeof mergeListSearchAndWhere>[0]['collectionConfig']
  // A copy: the search is pushed into the list of conditions that it is given.
  return mergeListSearchAndWhere({ collectionConfig, search: search ?? '', where: structuredClone(where ?? {}) })
}

/** `where[and][0][kind][equals]=ngo`, as REST reads it. */
export function whereAsQuery(where: unknown, name = 'where'): Record<string, string> {
  if (typeof where !== 'object' || where === null) return { [name]: String(where) }
  return Object.assign({}, ...Object.entries(where).map(([key, value]) => whereAsQuery(value, `${name}[${key}]`)))
}
