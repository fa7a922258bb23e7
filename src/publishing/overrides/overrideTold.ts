import { gateNames, gates } from '../gates/gates.ts'
import type { RequestScope } from '../requestScope.ts'
import { headingsOf } from '../workingCopy.ts'
import { isComplete, newestOverrides, type Override } from './overrides.ts'
import type { OverridePolicy } from './policy.ts'
import { staffNames } from './staffNames.ts'

/**
 * An override with what staff call the document, whom it is about, and who let it pass; the command line has no name.
 * `isWaiting`: a second editor has to agree before it counts.
 */
export type OverrideTold = Override & {
  heading: string
  person?: string
  staff?: string
  secondStaff?: string
  isWaiting: boolean
}

function policyOf(gate: string): OverridePolicy | undefined {
  const known = gateNames.find((name) => name === gate)
  const row: { override?: OverridePolicy } = known ? gates[known] : {}
  return row.override
}

/** What was let through a gate, the newest first; for those who may read what is internal. */
export async function overridesTold(scope: RequestScope, limit?: number): Promise<OverrideTold[]> {
  const all = await newestOverrides(scope, limit)
  const named = all.flatMap(({ key, about }) => (about ? [key, about] : [key]))
  const [headings, staff] = await Promise.all([
    headingsOf(scope, [...new Set(named)]),
    staffNames(
      scope,
      all.flatMap(({ by, second }) => [by, ...(second ? [second.by] : [])]),
    ),
  ])
  return all.map((one) => {
    const person = one.about && one.about !== one.key ? headings.get(one.about) : undefined
    const name = staff.get(one.by)
    const secondName = staff.get(one.second?.by ?? '')
    const policy = policyOf(one.gate)
    return {
      ...one,
      heading: headings.get(one.key) ?? one.key,
      ...(person && { person }),
      ...(name && { staff: name }),
      ...(secondName && { secondStaff: secondName }),
      isWaiting: policy !== undefined && !isComplete(one, policy),
    }
  })
}
