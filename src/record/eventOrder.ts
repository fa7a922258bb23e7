import { readLocalTime } from '#base/time/localTime.ts'
import type { PartialDate } from '#base/time/partialDate.ts'
import type { Ref } from './shape.ts'
import type { WordOf } from './vocabularies.ts'

/** What the order of events knows of one. */
export type DatedEvent = {
  /** Absent where the fact is not an event's: a date of death. */
  id?: Ref<'events'>
  kind?: WordOf<'eventKind'>
  date?: PartialDate
  /** Time of day as it is told. */
  localTime?: string
  outcome?: { custodyStatus?: WordOf<'custodyStatus'> }
}

type InItsDay = {
  /** Where it stands in a day that gives it no time. */
  time: string
  /** Of two on one day it may as well have come after a release: a new arrest at the prison gate. What may not led to it. */
  mayFollowRelease: boolean
}
const led = (time: string): InItsDay => ({ time, mayFollowRelease: false })
const mayFollow = (time: string): InItsDay => ({ time, mayFollowRelease: true })

/** The table of kinds. Who is moved on the day of a hearing or a verdict is moved after it. */
const kinds = {
  search: led('06:00'),
  detention: mayFollow('12:00'),
  enforcedDisappearance: mayFollow('12:00'),
  charge: led('13:00'),
  torture: led('14:00'),
  recognition: led('14:00'),
  statement: led('14:00'),
  award: led('14:00'),
  letter: led('14:00'),
  other: mayFollow('14:00'),
  hearing: led('15:00'),
  verdict: led('16:00'),
  appeal: led('17:00'),
  houseArrest: mayFollow('18:00'),
  transfer: led('19:00'),
  release: led('20:00'),
  exchange: led('20:00'),
  death: led('23:00'),
} as const satisfies { readonly [kind in WordOf<'eventKind'>]: InItsDay }

/** The more is taken from a person, the higher. Where nothing settles which of two is later, the higher is. */
const restraint = {
  released: 0,
  wanted: 1,
  restricted: 2,
  whereaboutsUnknown: 3,
  heldWithoutCharge: 4,
  pretrialDetention: 5,
  serving: 6,
  died: 7,
} as const satisfies { readonly [status in WordOf<'custodyStatus'>]: number }

/**
 * Oldest first, by the earliest day: an interval stands at its start, an open start at its end and
 * before whatever else is of that day, what has no date before everything. Of one day: by the time
 * where both have one, else the more precise date is later, else the table of kinds says.
 */
export function inOrder<Event extends DatedEvent>(events: readonly Event[]): Event[] {
  const days = new Map<string, Event[]>()
  for (const event of events) {
    const day = dayKey(event.date)
    const known = days.get(day)
    if (known) known.push(event)
    else days.set(day, [event])
  }
  return [...days].sort(([one], [other]) => compareText(one, other)).flatMap(([, ofDay]) => orderOfDay(ofDay))
}

/** Whether nothing says which of two came later. The one that takes more liberty counts as later. */
export function isUnsettled(one: DatedEvent, other: DatedEvent): boolean {
  const isSameKind = kinds[one.kind ?? 'other'].time === kinds[other.kind ?? 'other'].time
  return isOfOneMoment(one, other) && (isSameKind || mayUndo(one, other) || mayUndo(other, one))
}

/**
 * Where an event stands in a list, as text: the same order for events that all have a time or all have
 * none. Between one with and one without, a list cannot ask the others of the day: the usual time stands in.
 */
export function positionInTime({ kind = 'other', ...event }: DatedEvent): string {
  if (dayOf(event.date) === '') return ''
  const lessPreciseFirst = reachOf(event.date).replace(/\d/g, (digit) => String(9 - Number(digit)))
  return [dayKey(event.date), lessPreciseFirst, timeOf(event) ?? kinds[kind].time].join('/')
}

/** The day that a date stands at; empty where there is none. */
export function dayOf(date: PartialDate | undefined): string {
  return date?.earliest ?? date?.latest ?? ''
}

/** As text, so that an open start is before what else is of its day. */
function dayKey(date: PartialDate | undefined): string {
  return `${dayOf(date)}/${date?.earliest ? 1 : 0}`
}

/** How far a date reaches from its day; of two of one day the shorter is more precise, and a certain date more than an uncertain. */
function reachOf(date: PartialDate | undefined): string {
  // `!` comes before every sign that may follow in a position.
  return `${date?.latest ?? '9999-99-99'}${/[?~%]/.test(date?.edtf ?? '') ? '!' : ''}`
}

/** A time is of a day: beside a month or a year it says nothing. */
function timeOf({ date, localTime }: DatedEvent): string | undefined {
  return /^\d{4}-\d\d-\d\d/.test(date?.edtf ?? '') ? readLocalTime(localTime) : undefined
}

function orderOfDay<Event extends DatedEvent>(events: readonly Event[]): Event[] {
  if (events.length < 2) return [...events]
  const timed = events.filter((event) => timeOf(event)).sort((one, other) => byTime(one, other) || untold(one, other))
  const untimed = events.filter((event) => !timeOf(event)).sort(untold)
  return withReleasesFirst(merged(timed, untimed))
}

function byTime(one: DatedEvent, other: DatedEvent): number {
  return compareText(timeOf(one) ?? '', timeOf(other) ?? '')
}

/** The order of two of one day where no time says it. */
function untold(one: DatedEvent, other: DatedEvent): number {
  return (
    compareText(reachOf(other.date), reachOf(one.date)) ||
    compareText(kinds[one.kind ?? 'other'].time, kinds[other.kind ?? 'other'].time) ||
    restraintOf(one) - restraintOf(other) ||
    compareText(one.id ?? '', other.id ?? '')
  )
}

/** Both orders are kept: the times of those that have one, and what stands between them by kind. */
function merged<Event extends DatedEvent>(timed: readonly Event[], untimed: readonly Event[]): Event[] {
  const rest = [...untimed]
  const result: Event[] = []
  for (const event of timed) {
    while (rest[0] && untold(rest[0], event) < 0) result.push(...rest.splice(0, 1))
    result.push(event)
  }
  return [...result, ...rest]
}

/** A release that nothing places stands before what may have undone it: the person counts as still held. */
function withReleasesFirst<Event extends DatedEvent>(ofDay: readonly Event[]): Event[] {
  let result = [...ofDay]
  for (const release of ofDay) {
    const before = result.slice(0, result.indexOf(release))
    const undoing = before.filter((event) => mayUndo(event, release))
    const [first] = undoing
    if (!first) continue
    // What has a time stays among the times.
    const moved = timeOf(release) ? undoing : [release]
    const rest = result.filter((event) => !moved.includes(event))
    const at = timeOf(release) ? rest.indexOf(release) + 1 : rest.indexOf(first)
    result = [...rest.slice(0, at), ...moved, ...rest.slice(at)]
  }
  return result
}

/** Whether an event that takes more liberty may as well have come after a release of the same day. */
function mayUndo(event: DatedEvent, release: DatedEvent): boolean {
  const { mayFollowRelease } = kinds[event.kind ?? 'other']
  return (
    mayFollowRelease && isRelease(release) && restraintOf(event) > restraintOf(release) && isOfOneMoment(event, release)
  )
}

/** Neither a day nor a time nor the precision of a date tells two apart. */
function isOfOneMoment(one: DatedEvent, other: DatedEvent): boolean {
  if (dayKey(one.date) !== dayKey(other.date) || reachOf(one.date) !== reachOf(other.date)) return false
  return !timeOf(one) || !timeOf(other) || byTime(one, other) === 0
}

function isRelease({ kind, outcome }: DatedEvent): boolean {
  return outcome?.custodyStatus === 'released' || kind === 'release' || kind === 'exchange'
}

/** Less than any status where an event says none. */
function restraintOf({ outcome }: DatedEvent): number {
  return outcome?.custodyStatus ? restraint[outcome.custodyStatus] : -1
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
