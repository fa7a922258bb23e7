import type { PartialDate } from '#base/time/partialDate.ts'
import { firstDaysIn } from '#dates/edtf.ts'
import { dayOf } from '#record/eventOrder.ts'
import { type DateMeaning, documents, type Facts, recordShape } from '#record/shape.ts'
import type { WordOf } from '#record/vocabularies.ts'
import { leavesOf } from '#record/walk.ts'
import type { Finding, Proposal } from './gates.ts'

/** Whether an event of a kind is over once it has happened. */
const kinds = {
  search: 'moment',
  charge: 'moment',
  verdict: 'moment',
  release: 'moment',
  exchange: 'moment',
  statement: 'moment',
  award: 'moment',
  letter: 'moment',
  death: 'moment',
  detention: 'state',
  houseArrest: 'state',
  transfer: 'state',
  hearing: 'state',
  appeal: 'state',
  enforcedDisappearance: 'state',
  torture: 'state',
  recognition: 'state',
  other: 'state',
} as const satisfies { readonly [kind in WordOf<'eventKind'>]: DateMeaning }

type Told = { path: string; date: PartialDate; meaning: DateMeaning }

/** An event that changes something and has not begun. */
export function notYet(proposal: Proposal): Finding[] {
  const { kind, outcome, date } = shippedEvent(proposal)
  const isExpected = outcome && kind !== 'death' && dayOf(date) > newestDayAt(proposal.at)
  return isExpected ? [{ part: 'facts', path: 'outcome' }] : []
}

/** Any other date that tells of what has happened, and reaches ahead. */
export function futureDate(proposal: Proposal): Finding[] {
  const changes = notYet(proposal).length > 0 ? [] : changeTold(proposal)
  return [...datesTold(proposal), ...changes]
    .filter(({ date }) => isAhead(date, proposal.at))
    .map(({ path }) => found(path))
}

/** A moment that is told as if it went on, or were still to come. */
export function openEnd(proposal: Proposal): Finding[] {
  return [...datesTold(proposal), ...changeTold(proposal)]
    .filter(({ date, meaning }) => meaning === 'moment' && date.latest === null)
    .map(({ path }) => found(path))
}

/** The facts of an event that this publish ships; nothing where it is something else. */
export function shippedEvent({ type, parts, form }: Proposal): Facts<'events'> {
  return type === 'events' && parts.facts ? form.card.facts : {}
}

/** The dates that a publish ships, but those of what is only expected. */
function datesTold({ type, parts, form }: Proposal): Told[] {
  if (!parts.facts) return []
  const told: { readonly [path: string]: DateMeaning | 'expected' } = documents[type].dates
  return leavesOf(recordShape[type], form.card.facts).flatMap(({ field, value, path, position }) => {
    const meaning = field.kind === 'date' && value ? told[position.replace(/\.\d+/g, '')] : undefined
    // `factsOf` wrote dates into these fields.
    return meaning && meaning !== 'expected' ? [{ path, date: value as PartialDate, meaning }] : []
  })
}

/** The date of an event that says what has become of somebody. Nobody goes on dying or being released, whatever the kind. */
function changeTold(proposal: Proposal): Told[] {
  const { kind = 'other', outcome, date } = shippedEvent(proposal)
  if (!date || (!outcome && kind !== 'death')) return []
  const isOver = outcome?.custodyStatus === 'died' || outcome?.custodyStatus === 'released'
  return [{ path: 'date', date, meaning: isOver ? 'moment' : kinds[kind] }]
}

const found = (path: string): Finding => ({ part: 'facts', path, values: { field: path } })

/** Whether a date names anything that has not begun: what lies ahead is known of no end and of no member of a set. */
function isAhead({ edtf }: PartialDate, at: string): boolean {
  return firstDaysIn(edtf).some((day) => day > newestDayAt(at))
}

/** The calendar day that it is at `at` where the day begins first (UTC+14). */
export function newestDayAt(at: string): string {
  return new Date(Date.parse(at) + 14 * 3_600_000).toISOString().slice(0, 10)
}
