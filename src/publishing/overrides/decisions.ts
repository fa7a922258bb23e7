import type { PayloadRequest } from 'payload'
import type { Staff } from '#access/roles.ts'
import { refused } from '#messages/refused.ts'
import type { Refusal } from '../gates/wordFinding.ts'
import type { RequestScope } from '../requestScope.ts'
import {
  type Agreement,
  type Begun,
  byCommandLine,
  type Confirmation,
  type Override,
  overridesAmong,
} from './overrides.ts'
import { mayOverride, refusalOf } from './policy.ts'
import { isFirstGone } from './staffNames.ts'

type Asked = { req?: PayloadRequest; user?: Staff | null; confirm?: readonly Confirmation[] }

/** What the confirmations of a publish come to: `let through` is enough, `begun` waits for a second person. */
export type Decisions = { letThrough: Override[]; begun: Begun[] }

/**
 * Throws 403 where somebody confirms what is not theirs to confirm. A confirmation of what is not found is of no use and does
 * no harm: what it was about is not there.
 */
export async function decisionsIn(
  scope: RequestScope,
  { req, user, confirm = [] }: Asked,
  findings: readonly Refusal[],
  at: string,
): Promise<Decisions> {
  const answered = [...answers(findings, confirm)]
  const stranger = answered.find(({ finding: { override } }) => override && !mayOverride(user, override))?.finding
  if (stranger?.override) throw refused(req, 403, refusalOf[stranger.override.by].alone, { finding: stranger.message })
  const known = await overridesAmong(
    scope,
    answered.map(({ digest }) => digest),
  )
  const by = user ? String(user.id) : byCommandLine
  const decisions: Decisions = { letThrough: [], begun: [] }
  for (const { finding, digest, reason } of answered) {
    const agreement: Agreement = { reason, by, at }
    const first = known.get(digest)
    const isForTwo = finding.override?.people === 2 && user
    const isGone = first && finding.override && (await isFirstGone(scope, first, finding.override))
    if (isForTwo && first && isGone)
      decisions.begun.push({ ...overriddenBy(finding, digest), ...agreement, insteadOf: first.by })
    else if (isForTwo && first) {
      // Nobody is their own second.
      if (first.by !== by) decisions.letThrough.push({ ...first, second: agreement })
    } else decisions[isForTwo ? 'begun' : 'letThrough'].push({ ...overriddenBy(finding, digest), ...agreement })
  }
  return decisions
}

type Answered = { finding: Refusal; digest: string; reason: string }

/** Each digest once: one decision may stand for several parts. */
function answers(findings: readonly Refusal[], confirm: readonly Confirmation[]): Iterable<Answered> {
  const reasons = new Map(confirm.map(({ digest, reason }) => [digest, reason]))
  const found = findings.flatMap((finding) => {
    const { confirm: digest = '' } = finding
    const reason = reasons.get(digest)
    return reason ? [[digest, { finding, digest, reason }] as const] : []
  })
  return new Map(found).values()
}

function overriddenBy({ gate, document: key, part, path, about }: Refusal, digest: string) {
  return { gate, key, part, ...(path && { path }), ...(about && { about }), digest }
}
