import type { PartialDate, Ref } from '#record/shape.ts'
import type { WordOf } from '#record/vocabularies.ts'
import type { Entry } from '../catalog.ts'

/** What one event says about a person's custody. */
export type FromEvent<Value> = { value: Value; event: Entry<'events'> }

/**
 * Where a person is held and how the case stands, each from the newest published event that says
 * so. `newest` is the newest of those events: the custody is known as of its date.
 */
export type Custody = {
  status?: FromEvent<WordOf<'custodyStatus'>>
  procedure?: FromEvent<WordOf<'custodyProcedure'>>
  place?: FromEvent<Ref<'places'>>
  newest: FromEvent<unknown>
}

/** In these roles an event's outcome is about the person; a judge is not detained by a verdict. */
const subjectRoles: { readonly [role in WordOf<'participantRole'>]: boolean } = {
  victim: true,
  codefendant: true,
  perpetrator: false,
  witness: false,
  lawyer: false,
  judge: false,
}

/** While these hold, a place of detention that was named before says nothing any more. */
const endsPlace: { readonly [status in WordOf<'custodyStatus'>]: boolean } = {
  wanted: true,
  restricted: true,
  whereaboutsUnknown: true,
  released: true,
  died: true,
  pretrialDetention: false,
  serving: false,
  heldWithoutCharge: false,
}

/** Who serves a sentence has had the trial: what an older event said of these stages says nothing any more. */
const endedBySentence: { readonly [procedure in WordOf<'custodyProcedure'>]: boolean } = {
  investigation: true,
  trial: true,
  none: false,
  appeal: false,
  cassation: false,
  final: false,
  closed: false,
}

/** All that custody asks of a catalog: the studio has the public events without one. */
type EventsOfPeople = { referrers(ref: Ref<'people'>, type: 'events', path: string): readonly Entry<'events'>[] }

/** Null where no published event says anything. */
export function custodyOf(catalog: EventsOfPeople, person: Ref<'people'>): Custody | null {
  const events = catalog.referrers(person, 'events', 'participants/who')
  const known = derived.get(events)
  if (known?.has(person)) return known.get(person) ?? null
  const custody = deriveCustody(events.filter((event) => isAbout(event, person)))
  derived.set(events, new Map([...(known ?? []), [person, custody]]))
  return custody
}

// The catalog hands out another array when one of a person's events changed.
const derived = new WeakMap<readonly Entry[], Map<string, Custody | null>>()

function deriveCustody(events: readonly Entry<'events'>[]): Custody | null {
  const newestFirst = [...events].sort(byAge)
  const status = newestWith(newestFirst, (event) => event.card.facts.outcome?.custodyStatus)
  const stage = newestWith(newestFirst, (event) => event.card.facts.outcome?.procedure)
  const procedure = stage && !isOvertaken(stage, status) ? stage : undefined
  const named = newestWith(newestFirst, (event) => event.card.facts.outcome?.place)
  const place = named && !isEnded(named, status) ? named : undefined
  const [newest] = [status, procedure, place]
    .filter((part) => part !== undefined)
    .sort((one, other) => byAge(one.event, other.event))
  return newest ? { status, procedure, place, newest } : null
}

function newestWith<Value>(
  newestFirst: readonly Entry<'events'>[],
  read: (event: Entry<'events'>) => Value | undefined,
): FromEvent<Value> | undefined {
  for (const event of newestFirst) {
    const value = read(event)
    if (value !== undefined) return { value, event }
  }
  return undefined
}

type Status = FromEvent<WordOf<'custodyStatus'>> | undefined

function isEnded(place: FromEvent<Ref<'places'>>, status: Status): boolean {
  return status !== undefined && endsPlace[status.value] && isOlder(place, status)
}

function isOvertaken(stage: FromEvent<WordOf<'custodyProcedure'>>, status: Status): boolean {
  return status?.value === 'serving' && endedBySentence[stage.value] && isOlder(stage, status)
}

function isOlder(one: FromEvent<unknown>, than: FromEvent<unknown>): boolean {
  return one.event !== than.event && byAge(than.event, one.event) < 0
}

function isAbout({ card }: Entry<'events'>, person: Ref<'people'>): boolean {
  return (card.facts.participants ?? []).some(
    ({ who, role }) => who === person && (role === undefined || subjectRoles[role]),
  )
}

/** Newest first; undated events are older than dated ones. */
function byAge(one: Entry<'events'>, other: Entry<'events'>): number {
  return compareAges(ageOf(other), ageOf(one)) || (other.key < one.key ? -1 : 1)
}

/** When it was over, then when it began, then the time of day: an interval that ends with a verdict is older than the verdict. */
function ageOf({ card }: Entry<'events'>): readonly string[] {
  const { date, localTime } = card.facts
  return [endOf(date), date?.earliest ?? '', localTime ?? '']
}

function endOf(date: PartialDate | undefined): string {
  return date?.latest ?? date?.earliest ?? ''
}

function compareAges(one: readonly string[], other: readonly string[]): number {
  for (const [at, text] of one.entries()) {
    const against = other[at] ?? ''
    if (text !== against) return text < against ? -1 : 1
  }
  return 0
}
