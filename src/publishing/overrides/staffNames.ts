import type { RequestScope } from '../requestScope.ts'
import { byCommandLine } from './overrides.ts'

/** What the staff are called, by their ids; the command line is nobody. */
export async function staffNames(
  { payload, req }: RequestScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users = [...new Set(ids)].filter((id) => id !== byCommandLine)
  if (users.length === 0) return new Map()
  const where = { or: users.map((id) => ({ id: { equals: id } })) }
  const { docs } = await payload.db.find<{ id: string; name?: string | null; email: string }>({
    collection: 'users',
    where,
    pagination: false,
    limit: 0,
    req,
  })
  return new Map(docs.map(({ id, name, email }) => [String(id), name || email]))
}
