import type { PartialDate } from '#base/time/partialDate.ts'
import type { Custody } from '#record/custody.ts'
import { dayOf } from '#record/eventOrder.ts'
import type { Catalog, Entry } from '../catalog.ts'
import { isVisible } from '../words/resolveWords.ts'
import { custodyOf } from './custody.ts'

/** Why there is no address to write to. */
export const letterRefusals = {
  NOT_HELD: 'No published event says that the person is held at a place.',
  NOT_ACCEPTED: 'Letters are not accepted.',
  NO_ADDRESS: 'The place has no published postal address.',
  NOT_CHECKED: 'Nobody has said when the address was last checked.',
  OLDER_THAN_TRANSFER: 'The address was last checked before the last transfer.',
} as const
export type LetterRefusal = keyof typeof letterRefusals

export type LetterTo = { person: Entry<'people'>; place: Entry<'places'>; checkedOn: PartialDate }

/** Where to write to a person, or why that cannot be said: an address that is out of date is worse than none. */
export function letterTo(
  catalog: Catalog,
  person: Entry<'people'>,
  chain: readonly string[],
): LetterTo | LetterRefusal {
  const custody = custodyOf(catalog, person.key)
  const place = custody?.place && catalog.get(custody.place.value)
  if (!custody?.place || !place || !isVisible(place.card, chain)) return 'NOT_HELD'
  if (person.card.facts.letters?.accepted === false) return 'NOT_ACCEPTED'
  if (!place.card.facts.postalAddress?.lines) return 'NO_ADDRESS'
  const checkedOn = newest(person.card.facts.letters?.checkedOn, place.card.facts.letterRules?.checkedOn)
  if (!checkedOn) return 'NOT_CHECKED'
  return isOlder(checkedOn, custody.place) ? 'OLDER_THAN_TRANSFER' : { person, place, checkedOn }
}

function newest(one: PartialDate | undefined, other: PartialDate | undefined): PartialDate | undefined {
  return !one || (other && endOf(other) > endOf(one)) ? other : one
}

function isOlder(checkedOn: PartialDate, { asOf }: NonNullable<Custody['place']>): boolean {
  return endOf(checkedOn) < dayOf(asOf)
}

function endOf({ latest, earliest }: PartialDate): string {
  return latest ?? earliest ?? ''
}
