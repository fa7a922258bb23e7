import type { PartialDate } from '#base/time/partialDate.ts'
import { type Custody, type CustodyEvent, custodyFrom } from '#record/custody.ts'
import type { Ref } from '#record/shape.ts'
import type { Entry } from '../catalog.ts'

/** All that custody asks of a catalog: the studio has the public forms without one. */
type PublicForms = {
  get(ref: Ref<'people'>): Entry<'people'> | undefined
  referrers(ref: Ref<'people'>, type: 'events', path: string): readonly Entry<'events'>[]
}

/** Null where no published event says anything. */
export function custodyOf(catalog: PublicForms, person: Ref<'people'>): Custody | null {
  const events = catalog.referrers(person, 'events', 'participants/who')
  if (events.length === 0) return null
  const { deathDate } = catalog.get(person)?.card.facts ?? {}
  const known = derived.get(events)
  if (known && known.deathDate?.edtf === deathDate?.edtf) return known.custody
  const custody = custodyFrom(
    events.map((event) => factsFor(event, person)),
    deathDate,
  )
  derived.set(events, { deathDate, custody })
  return custody
}

type Derived = { deathDate: PartialDate | undefined; custody: Custody | null }

// One person's events, of which the catalog hands out another array when one of them changed.
const derived = new WeakMap<readonly Entry[], Derived>()

function factsFor({ key, card }: Entry<'events'>, person: Ref<'people'>): CustodyEvent {
  const { participants = [], ...facts } = card.facts
  return { ...facts, id: key, roles: participants.filter(({ who }) => who === person).map(({ role }) => role) }
}
