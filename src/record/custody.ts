import type { PartialDate } from '#base/time/partialDate.ts'
import { type DatedEvent, dayOf, inOrder, isUnsettled } from './eventOrder.ts'
import type { Facts, Ref } from './shape.ts'
import { vocabularies, type WordOf } from './vocabularies.ts'

type Status = WordOf<'custodyStatus'>
type Procedure = WordOf<'custodyProcedure'>
type Certainty = WordOf<'certainty'>

/** What custody asks of a public event. */
export type CustodyEvent = DatedEvent & {
  certainty?: Certainty
  outcome?: Facts<'events'>['outcome']
  /** The roles of the person whose custody is asked for. */
  roles: readonly (WordOf<'participantRole'> | undefined)[]
}

/** From where something is known. Without an event it is the date of death in the person's profile. */
export type Known = { event?: Ref<'events'>; asOf?: PartialDate; certainty: Certainty }

/** `isUncertain` where what says otherwise, of a vague date or of the same day, may have come later. */
export type FromEvent<Value> = Known & { value: Value; isUncertain: boolean }

/**
 * Where a person is held and how the case stands, each from the last event that says so. The whole is
 * known as of the newest of these, and no surer than the least sure.
 */
export type Custody = {
  status?: FromEvent<Status>
  procedure?: FromEvent<Procedure>
  place?: FromEvent<Ref<'places'>>
  newest: Known
  certainty: Certainty
  isUncertain: boolean
  /** The start of the present unbroken detention; absent where the person is not held. */
  detainedSince?: Known
}

/** In these roles an event's outcome is about the person; a judge is not detained by a verdict. */
const subjectRoles = {
  victim: true,
  codefendant: true,
  perpetrator: false,
  witness: false,
  lawyer: false,
  judge: false,
} as const satisfies { readonly [role in WordOf<'participantRole'>]: boolean }

/**
 * What a status says of the place where a person is held. `ends`: nobody is held anywhere, whatever
 * place the event names. `endsFormer`: a place that was named before says nothing any more.
 */
const placeWith = {
  wanted: 'ends',
  whereaboutsUnknown: 'ends',
  released: 'ends',
  died: 'ends',
  restricted: 'endsFormer',
  pretrialDetention: 'stays',
  serving: 'stays',
  heldWithoutCharge: 'stays',
} as const satisfies { readonly [status in Status]: 'ends' | 'endsFormer' | 'stays' }

/** Who serves a sentence has had the trial: what an older event said of these stages says nothing any more. */
const endedBySentence = {
  investigation: true,
  trial: true,
  none: false,
  appeal: false,
  cassation: false,
  final: false,
  closed: false,
} as const satisfies { readonly [procedure in Procedure]: boolean }

/** Who is nobody knows where is still in the hands of those who held them. */
const detention = {
  pretrialDetention: 'detained',
  serving: 'detained',
  heldWithoutCharge: 'detained',
  whereaboutsUnknown: 'goesOn',
  wanted: 'free',
  restricted: 'free',
  released: 'free',
  died: 'free',
} as const satisfies { readonly [status in Status]: 'detained' | 'goesOn' | 'free' }

/**
 * The custody of a person from their public events, in any order; null where no event says anything.
 * Death, by an event or by the profile, ends it: what is said of status and place afterwards changes nothing.
 */
export function custodyFrom(events: readonly CustodyEvent[], deathDate?: PartialDate): Custody | null {
  const speaking = inOrder(withDeath(events.filter(speaks), deathDate))
  const death = speaking.findLast(saysDeath)
  const statuses = statementsOf(speaking, statusOf)
  const status = death ? { ...knownFrom(death), value: 'died' as const, isUncertain: false } : lastOf(statuses)
  const place = death ? undefined : lastOf(statementsOf(speaking, placeOf))
  const stage = lastOf(statementsOf(speaking, procedureOf))
  const procedure = stage && !isOvertaken(stage, status, speaking) ? stage : undefined
  const said = [status, procedure, isNamed(place) ? place : undefined].filter((one) => one !== undefined)
  const newest = speaking.findLast(({ id }) => said.some(({ event }) => event === id))
  if (!newest) return null
  return {
    ...(status && { status }),
    ...(procedure && { procedure }),
    ...(isNamed(place) && { place }),
    newest: knownFrom(newest),
    // The vocabulary has the surest first.
    certainty: vocabularies.certainty.findLast((one) => said.some(({ certainty }) => certainty === one)) ?? 'confirmed',
    isUncertain: said.some(({ isUncertain }) => isUncertain),
    ...detainedSince(death ? [] : statuses),
  }
}

/** Days from the day that the present detention began to a day (`2026-11-29`); null where it is not known to the day, or had not begun. */
export function daysDetained({ detainedSince }: Custody, day: string): number | null {
  const { earliest, latest } = detainedSince?.asOf ?? {}
  if (!earliest || earliest !== latest || day < earliest) return null
  return (Date.parse(day) - Date.parse(earliest)) / millisecondsPerDay
}

const millisecondsPerDay = 24 * 60 * 60 * 1000

/** Whether two public events leave it open how somebody is held, as only a time of day could say. */
export function leavesOpen(one: Facts<'events'>, other: Facts<'events'>): boolean {
  const [status, otherStatus] = [one, other].map(({ outcome }) => outcome?.custodyStatus)
  if (!status || !otherStatus || status === otherStatus || !isUnsettled(one, other)) return false
  const people = subjectsOf(one)
  return isFirm(one.certainty) && isFirm(other.certainty) && subjectsOf(other).some((who) => people.includes(who))
}

/** The people whom an event's outcome is about. */
export function subjectsOf({ participants = [] }: Facts<'events'>): Ref[] {
  return participants.flatMap(({ who, role }) => (who && isSubject(role) ? [who] : []))
}

function speaks(event: CustodyEvent): boolean {
  if (saysDeath(event)) return true
  return event.outcome !== undefined && event.roles.some(isSubject)
}

/** Of a death only what is confirmed or likely speaks. The others of an event of that kind did not die. */
function saysDeath({ kind, outcome, roles, certainty }: CustodyEvent): boolean {
  if (!isFirm(certainty)) return false
  const isOutcome = outcome?.custodyStatus === 'died'
  if (kind === 'death') return roles.includes('victim') || (isOutcome && roles.includes(undefined))
  return isOutcome && roles.some(isSubject)
}

function isSubject(role: CustodyEvent['roles'][number]): boolean {
  return role === undefined || subjectRoles[role]
}

/** The profile's date of death where no event tells of it. Without any event there is no custody to end. */
function withDeath(speaking: readonly CustodyEvent[], date: PartialDate | undefined): readonly CustodyEvent[] {
  if (!date || !isCertain(date) || speaking.length === 0 || speaking.some(saysDeath)) return speaking
  return [...speaking, { kind: 'death', date, roles: ['victim'] }]
}

/** EDTF's `?` and `%` say that the date itself is doubted: then so is the death. `~` says only that nobody knows the day. */
function isCertain({ edtf }: PartialDate): boolean {
  return !/[?%]/.test(edtf)
}

/** What an event says of one thing. */
type Statement<Value> = { event: CustodyEvent; value: Value }

/** Oldest first; possible and disputed ones only where nothing else is said. */
function statementsOf<Value>(
  ordered: readonly CustodyEvent[],
  read: (event: CustodyEvent) => Value | undefined,
): Statement<Value>[] {
  const all = ordered.flatMap((event) => {
    const value = read(event)
    return value === undefined ? [] : [{ event, value }]
  })
  const firm = all.filter(({ event }) => isFirm(event.certainty))
  return firm.length > 0 ? firm : all
}

function lastOf<Value>(statements: readonly Statement<Value>[]): FromEvent<Value> | undefined {
  const last = statements.at(-1)
  if (!last) return undefined
  const isUncertain = statements.some(
    ({ event, value }) => value !== last.value && (mayReach(event, last.event) || isUnsettled(event, last.event)),
  )
  return { ...knownFrom(last.event), value: last.value, isUncertain }
}

/** Whether an event of a vague date, or of none, may be later than one that stands after it. */
function mayReach({ date }: CustodyEvent, later: CustodyEvent): boolean {
  if (!date) return true
  // An open start stands at its end already, and what is open to the future stands at its start.
  const end = date.earliest !== null && date.latest !== date.earliest ? date.latest : null
  return end !== null && end >= dayOf(later.date)
}

function statusOf({ outcome }: CustodyEvent): Status | undefined {
  return outcome?.custodyStatus === 'died' ? undefined : outcome?.custodyStatus
}

function procedureOf({ outcome }: CustodyEvent): Procedure | undefined {
  return outcome?.procedure
}

/** Null where the event says that the person is held nowhere. */
function placeOf(event: CustodyEvent): Ref<'places'> | null | undefined {
  const status = statusOf(event)
  const named = event.outcome?.place
  if (!status || placeWith[status] === 'stays') return named
  return placeWith[status] === 'ends' ? null : (named ?? null)
}

function isNamed(place: FromEvent<Ref<'places'> | null> | undefined): place is FromEvent<Ref<'places'>> {
  return place !== undefined && place.value !== null
}

function isOvertaken(
  stage: FromEvent<Procedure>,
  status: FromEvent<Status> | undefined,
  ordered: readonly CustodyEvent[],
) {
  if (status?.value !== 'serving' || !endedBySentence[stage.value]) return false
  if (isFirm(stage.certainty) && !isFirm(status.certainty)) return false
  const indexOf = (known: Known) => ordered.findIndex(({ id }) => id === known.event)
  return indexOf(stage) < indexOf(status)
}

function detainedSince(statuses: readonly Statement<Status>[]): Pick<Custody, 'detainedSince'> {
  const brokenAt = statuses.findLastIndex(({ value }) => detention[value] === 'free')
  const first = statuses
    .slice(brokenAt + 1)
    .find(({ event, value }) => detention[value] === 'detained' || event.kind === 'enforcedDisappearance')
  return first ? { detainedSince: knownFrom(first.event) } : {}
}

function knownFrom(event: CustodyEvent): Known {
  return {
    ...(event.id && { event: event.id }),
    ...(event.date && { asOf: event.date }),
    certainty: event.certainty ?? 'confirmed',
  }
}

/** Where an event says nothing of it, the field's own default holds. */
function isFirm(certainty: Certainty = 'confirmed'): boolean {
  return certainty === 'confirmed' || certainty === 'likely'
}
