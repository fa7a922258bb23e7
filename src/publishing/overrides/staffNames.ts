import type { Staff } from '#access/roles.ts'
import type { RequestScope } from '../requestScope.ts'
import { byCommandLine, isComplete, type Override } from './overrides.ts'
import { mayOverride, type OverridePolicy } from './policy.ts'

type Account = Staff & { name?: string | null; email: string }

/** What the staff are called, by their ids; the command line is nobody. */
export async function staffNames(scope: RequestScope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await accountsOf(scope, ids))].map(([id, { name, email }]) => [id, name || email]))
}

/** Whether the first of two may not say it any more: an account that is deleted, or of another role by now, counts for nothing. */
export async function isFirstGone(scope: RequestScope, first: Override, policy: OverridePolicy): Promise<boolean> {
  if (first.by === byCommandLine || isComplete(first, policy)) return false
  const account = (await accountsOf(scope, [first.by])).get(first.by)
  return !account || !mayOverride(account, policy)
}

async function accountsOf(
  { payload, req }: RequestScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  const users = [...new Set(ids)].filter((id) => id !== byCommandLine)
  if (users.length === 0) return new Map()
  const where = { or: users.map((id) => ({ id: { equals: id } })) }
  const { docs } = await payload.db.find<Account>({
    collection: 'users',
    where,
    pagination: false,
    limit: 0,
    req,
  })
  return new Map(docs.map((account) => [String(account.id), account]))
}
