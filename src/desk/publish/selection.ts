import type { Part } from '#record/record.ts'
import type { PartStanding } from './publication.ts'

/** A part can be chosen when this person may publish it and nothing refuses it that another choice would not cure. */
export function isChoosable(standing: PartStanding): boolean {
  return standing.mayPublish && standing.refusals.every(({ unless }) => unless) && standing.state !== 'empty'
}

/** A part can be ticked: it can be chosen, and words whose facts are not public can bring these along. */
export function isOpen(parts: readonly PartStanding[], standing: PartStanding): boolean {
  return isChoosable(standing) && withFacts(parts, new Set([standing.part])).size > 0
}

/** The parts with what is found because these are chosen and others are not, each where it is to be cured. */
export function withChosen(parts: readonly PartStanding[], chosen: ReadonlySet<Part>): PartStanding[] {
  const found = parts
    .filter(({ part }) => chosen.has(part))
    .flatMap(({ alone }) => alone)
    .filter(({ unless = [] }) => !unless.some((part) => chosen.has(part)))
  return parts.map((standing) => {
    const here = found.filter(
      (one, index) =>
        one.part === standing.part &&
        found.findIndex(({ gate, part }) => gate === one.gate && part === one.part) === index,
    )
    const of = (severity: 'refusal' | 'warning') => here.filter((one) => one.severity === severity)
    return {
      ...standing,
      refusals: [...standing.refusals, ...of('refusal')],
      warnings: [...standing.warnings, ...of('warning')],
    }
  })
}

/** The parts as they stand once these findings are answered. */
export function withoutConfirmed(parts: readonly PartStanding[], confirmed: ReadonlySet<string>): PartStanding[] {
  return parts.map((one) => ({
    ...one,
    refusals: one.refusals.filter(({ confirm }) => !confirm || !confirmed.has(confirm)),
  }))
}

/** Whether something refuses the choice as it stands, in a part of it or because a part is left out; another choice, or a reason, may cure it. */
export function isRefused(parts: readonly PartStanding[], chosen: ReadonlySet<Part>): boolean {
  return parts.some(({ part, refusals }) => refusals.some(({ unless }) => unless || chosen.has(part)))
}

/** What is chosen when the panel opens: what the studio proposes, as far as it can be chosen. */
export function proposed(parts: readonly PartStanding[]): ReadonlySet<Part> {
  const chosen = parts.filter((one) => one.preselected && isChoosable(one)).map((one) => one.part)
  return withFacts(parts, new Set(chosen))
}

/** The choice after a click. Words are never public without facts, so the first locale brings the facts along. */
export function toggled(parts: readonly PartStanding[], chosen: ReadonlySet<Part>, part: Part): ReadonlySet<Part> {
  const next = new Set(chosen)
  if (!next.delete(part)) next.add(part)
  if (part === 'facts' && !next.has('facts') && factsAreMissing(parts)) return new Set()
  return withFacts(parts, next)
}

/** True where a publish of words must bring the facts: no facts of this document are public. */
function factsAreMissing(parts: readonly PartStanding[]): boolean {
  const state = parts.find((one) => one.part === 'facts')?.state
  return state === 'never' || state === 'withdrawn'
}

function withFacts(parts: readonly PartStanding[], chosen: ReadonlySet<Part>): ReadonlySet<Part> {
  const facts = parts.find((one) => one.part === 'facts')
  if (!facts || !factsAreMissing(parts) || chosen.size === 0 || chosen.has('facts')) return chosen
  return isChoosable(facts) ? new Set<Part>(['facts', ...chosen]) : new Set()
}

/** The body of a publish request for a choice. */
export function requestFor(chosen: ReadonlySet<Part>): { facts: boolean; locales: string[] } {
  return { facts: chosen.has('facts'), locales: [...chosen].filter((part) => part !== 'facts') }
}

/** What the public can see of this document now. */
export function publicParts(parts: readonly PartStanding[]): PartStanding[] {
  return parts.filter((one) => one.state === 'public' || one.state === 'pending')
}
