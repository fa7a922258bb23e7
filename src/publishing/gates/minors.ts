import type { PartialDate } from '#base/partialDate.ts'
import type { Part } from '#record/record.ts'
import type { Facts } from '#record/shape.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { refsInPart } from '../form/references.ts'
import { headingOf } from '../workingCopy.ts'
import type { Finding, Proposal, RelatedDocuments } from './gates.ts'

type Life = { birthDate?: PartialDate; deathDate?: PartialDate }

/** Whether somebody living may be younger than 18; undefined where nobody wrote a date of birth. */
export function mayBeMinor({ birthDate, deathDate }: Life, at: string): boolean | undefined {
  if (deathDate) return false
  // Without a latest day somebody may have been born yesterday.
  return birthDate && (birthDate.latest === null || birthDate.latest > adultsBornBefore(at))
}

/** A person who is named, and everybody whom a shipped part names: relatives, participants, speakers, who is shown or linked to. */
export function minorNamed({
  perhapsMinors,
  ...proposal
}: Proposal & Pick<RelatedDocuments, 'perhapsMinors'>): Finding[] {
  const { form, parts } = proposal
  const shipped: Part[] = [...(parts.facts ? ['facts'] : []), ...parts.locales]
  const related = shipped.flatMap((part) => {
    const refs = refsInPart(form, part)
    return perhapsMinors
      .filter(({ key }) => refs.includes(key))
      .map(({ key, name }) => ({ part, path: key, values: { name } }))
  })
  return [...ownMinority(proposal), ...related]
}

function ownMinority({ type, copy, form, parts, at }: Proposal): Finding[] {
  if (type !== 'people' || !parts.facts || publishAsOf(copy) !== 'full') return []
  // The type decides which facts these are.
  const isMinor = mayBeMinor(form.card.facts as Facts<'people'>, at)
  return isMinor ? [{ part: 'facts', path: 'birthDate', values: { name: headingOf(copy, type) } }] : []
}

/** The calendar date on or before which everybody who is an adult at `at` was born. */
function adultsBornBefore(at: string): string {
  return `${Number(at.slice(0, 4)) - 18}${at.slice(4, 10)}`
}
