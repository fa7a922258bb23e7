import { isObject } from '#base/isObject.ts'
import { isReadable } from '#base/text/isReadable.ts'
import type { PartialDate } from '#base/time/partialDate.ts'
import { parseEdtf } from '#dates/edtf.ts'
import { type Card, type Form, type Part, refOf } from '#record/record.ts'
import type { Facts, Ref } from '#record/shape.ts'
import { vocabularies, type WordOf } from '#record/vocabularies.ts'
import { newestDayAt } from '../gates/dates.ts'

type ConsentState = WordOf<'consentState'>
export type ConsentScope = WordOf<'consentScope'>

/** What a person's working copy says of their consent. `until` is the last day on which it holds. */
export type Consent = {
  state: ConsentState | null
  givenBy: string | null
  until: PartialDate | null
  scope: readonly ConsentScope[]
}

export function consentOf(copy: { readonly [field: string]: unknown }): Consent {
  const safety = isObject(copy.safety) ? copy.safety : {}
  const { state, givenBy, until, scope } = isObject(safety.consent) ? safety.consent : {}
  const date = typeof until === 'string' && until !== '' ? parseEdtf(until) : null
  const chosen: unknown[] = Array.isArray(scope) ? scope : []
  return {
    state: vocabularies.consentState.find((one) => one === state) ?? null,
    givenBy: typeof givenBy === 'string' && isReadable(givenBy) ? givenBy : null,
    until: date?.ok ? date.date : null,
    scope: vocabularies.consentScope.filter((one) => chosen.includes(one)),
  }
}

/** Nobody publishes what somebody has said no to. */
export const isClosed = ({ state }: Consent): boolean => state === 'withdrawn' || state === 'refused'

/** Its last day is over, where days begin first (UTC+14). A date that goes on has no last day. */
export function hasRunOut(consent: Consent, at: string): boolean {
  const last = consent.until?.latest ?? null
  return !isClosed(consent) && last !== null && last < newestDayAt(at)
}

/** Somebody agreed and it is known who. */
export const isOnFile = ({ state, givenBy }: Consent): boolean => state === 'given' && givenBy !== null

/** Prisoners often cannot be asked: whoever decides in their place is named, and what the decision covers where it is narrower than all. */
export const isDecidedByOthers = ({ state, givenBy }: Consent): boolean => state === 'notPossible' && givenBy !== null

export function covers(consent: Consent, wanted: ConsentScope): boolean {
  if (consent.state === 'given') return consent.scope.includes(wanted)
  return isDecidedByOthers(consent) && (consent.scope.length === 0 || consent.scope.includes(wanted))
}

/** What tells one consent from a later one: an override of what one does not cover is not one of the next. */
export function textOf({ state, givenBy, until, scope }: Consent): string {
  return [state, givenBy, until?.edtf, scope.join()].join(' ')
}

/** Something of a person that a part of a form makes public, and where it stands. */
export type Shipped = { part: Part; path: string; scope: ConsentScope }

/** What of a person's own form takes which consent. `isNamed`: it says the name in full. */
export function shippedOf({ card, body }: Form, parts: readonly Part[], isNamed: boolean): Shipped[] {
  // Asked of people only.
  const { portrait, letters } = card.facts as Facts<'people'>
  return parts.flatMap((part): Shipped[] => {
    if (part === 'facts')
      return [
        ...(portrait ? [{ part, path: 'portrait', scope: 'picture' } as const] : []),
        ...(letters ? [{ part, path: 'letters', scope: 'contact' } as const] : []),
      ]
    const words = Object.keys(card.words[part] ?? {})
    return [
      ...(isNamed && words.some((path) => path.startsWith('name/') || path === 'displayName')
        ? [{ part, path: 'name', scope: 'name' } as const]
        : []),
      ...(body.words[part]?.biography ? [{ part, path: 'biography', scope: 'story' } as const] : []),
      ...(words.includes('letters/note') ? [{ part, path: 'letters', scope: 'contact' } as const] : []),
    ]
  })
}

type LivingBy = { person: Ref<'people'>; path: string; scope: ConsentScope | null }

/** The people whose consent a document lives by: the person, who is shown, who speaks. */
export function livesByConsentOf(card: Pick<Card, 'type' | 'id' | 'facts'>): LivingBy[] {
  if (card.type === 'people') return [{ person: refOf('people', card.id), path: 'safety/consent/state', scope: null }]
  // Each type decides which facts these are.
  if (card.type === 'media')
    return ((card.facts as Facts<'media'>).personsShown ?? []).map((person) => ({
      person,
      path: 'personsShown',
      // Whether a face may be seen depends on what is covered: the gate `facesUncovered` asks.
      scope: null,
    }))
  const speaker = card.type === 'quotes' ? (card.facts as Facts<'quotes'>).speaker : undefined
  return speaker ? [{ person: speaker, path: 'speaker', scope: 'quotes' }] : []
}
