import type { Part } from '#record/record.ts'
import type { Facts, Ref } from '#record/shape.ts'
import type { WordOf } from '#record/vocabularies.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'

/** From the widest to a single spot. A place that does not say what it is may be anything. */
const finenessOfKind = {
  country: 0,
  region: 1,
  city: 2,
  other: 3,
  court: 4,
  home: 4,
  pretrialDetentionCentre: 4,
  prison: 4,
} as const satisfies { readonly [Kind in WordOf<'placeKind'>]: number }
const spot = 4

/**
 * How fine a place may be for each precision that an event tells: in the vicinity of a street or a village, in a town, in a
 * region. Of a withheld place nothing is published at all (`publicView`).
 */
const finestFor = {
  exact: spot,
  vicinity: finenessOfKind.other,
  locality: finenessOfKind.city,
  region: finenessOfKind.region,
  withheld: spot,
} as const satisfies { readonly [Precision in WordOf<'placePrecision'>]: number }

/** A place and what it lies in, upwards. */
export type PlaceChain = readonly { key: Ref<'places'>; name: string; facts: Facts<'places'> }[]

/** A place that an event names, in each state that readers may meet: as it is public and as it would be. */
export type PlaceTold = { path: 'place' | 'outcome/place'; states: readonly PlaceChain[] }

/** A public event that names the place which is published. */
export type EventThere = { key: Ref<'events'>; name: string; precision: WordOf<'placePrecision'> }

/** How fine the first of these is: by its kind, its address and coordinates, and never wider than what it lies in. */
function finenessOf(chain: PlaceChain): number {
  const [place, ...around] = chain
  if (!place) return 0
  const { kind, coordinates, postalAddress } = place.facts
  const ofKind = kind ? finenessOfKind[kind] : spot
  if (postalAddress || (coordinates && ofKind > finenessOfKind.city)) return spot
  const within = Math.max(-1, ...around.map(({ facts }) => (facts.kind ? finenessOfKind[facts.kind] : -1)))
  // A district of a town is called a region, too.
  return within > ofKind ? Math.min(spot, within + 1) : ofKind
}

/** An event does not name a place that is finer than it says the place is told. */
export function placeFinerThanPrecision({
  placesTold,
  ...proposal
}: Proposal & Pick<RelatedDocuments, 'placesTold'>): Finding[] {
  const { placePrecision: precision = 'exact' } = eventIn(proposal)
  return placesTold.flatMap(({ path, states }) => {
    const [finest] = [...states].sort((one, other) => finenessOf(other) - finenessOf(one))
    if (!finest || finenessOf(finest) <= finestFor[precision]) return []
    const wider = finest.find((_, index) => finenessOf(finest.slice(index)) <= finestFor[precision])
    const values = { field: path, precision, name: finest[0]?.name ?? '', wider: wider?.name ?? '' }
    return [{ part: 'facts' as const, path, values }]
  })
}

/** A place does not become finer than public events that name it say. */
export function placeFinerThanTold({
  eventsThere,
  ...proposal
}: Proposal & Pick<RelatedDocuments, 'eventsThere' | 'placeChain'>): Finding[] {
  const fineness = finenessOf(proposal.placeChain)
  return eventsThere
    .filter(({ precision }) => fineness > finestFor[precision])
    .map(({ key, name, precision }) => ({
      part: 'facts' as const,
      path: key,
      values: { name, precision },
      cureAt: { document: key, part: 'facts' as const, position: 'placePrecision' },
    }))
}

/** Where an event names a place that it withholds. */
export type PlaceSaying = { part: Part; path: string; text: string; said: string; about: Ref<'places'> }

/** The words of an event do not say the place that it withholds. */
export function withheldPlaceSaid({ placeSayings }: Pick<RelatedDocuments, 'placeSayings'>): Finding[] {
  return placeSayings.map(({ part, path, text, said, about }) => ({
    part,
    path,
    values: { field: path, name: said },
    overridable: { about, text },
  }))
}

function eventIn({ type, form }: Proposal): Facts<'events'> {
  return type === 'events' ? form.card.facts : {}
}
