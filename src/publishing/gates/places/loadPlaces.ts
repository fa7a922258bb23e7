import { type Form, refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import { wordFieldsOf } from '#record/workingCopy.ts'
import { factsOf } from '../../form/facts.ts'
import { formOf, publicRow, rows } from '../../log/log.ts'
import type { RequestScope } from '../../requestScope.ts'
import { readPhrase } from '../../withheld/confidential/phrases.ts'
import { stringsOf } from '../../withheld/strings.ts'
import { findWorkingCopy, headingOf, headingsOf } from '../../workingCopy.ts'
import { shippedEvent } from '../dates.ts'
import type { Proposal } from '../gates.ts'
import type { EventThere, PlaceChain, PlaceSaying, PlaceTold } from './places.ts'

/** The places of an event whose facts are shipped and that tells them less than exactly. */
export async function placesTold(scope: RequestScope, proposal: Proposal): Promise<PlaceTold[]> {
  const { place, placePrecision = 'exact', outcome } = shippedEvent(proposal)
  if (placePrecision === 'exact') return []
  const told = [['place', place] as const, ['outcome/place', outcome?.place] as const]
  return Promise.all(told.flatMap(([path, key]) => (key ? [placeTold(scope, path, key)] : [])))
}

async function placeTold(scope: RequestScope, path: PlaceTold['path'], key: Ref<'places'>): Promise<PlaceTold> {
  return { path, states: await Promise.all([chainFrom(key, publicFacts(scope)), chainFrom(key, writtenFacts(scope))]) }
}

/** The place that is published, as it would be, and what it lies in. */
export async function placeChain(scope: RequestScope, { type, copy, form }: Proposal): Promise<PlaceChain> {
  if (type !== 'places') return []
  // The type decides which facts these are.
  const facts = form.card.facts as Facts<'places'>
  const own = { key: refOf('places', copy.id), name: headingOf(copy, type), facts }
  return [own, ...(facts.within ? await chainFrom(facts.within, publicFacts(scope), [own.key]) : [])]
}

/** Public events that name the place whose facts are shipped, and that tell it less than exactly. */
export async function eventsThere(scope: RequestScope, { type, copy, parts }: Proposal): Promise<EventThere[]> {
  if (type !== 'places' || !parts.facts) return []
  const key = refOf('places', copy.id)
  // The text finds candidates, the parsed card decides.
  const candidates = await rows(scope, { card: { contains: `"${key}"` } })
  const events = candidates.flatMap((row) => {
    const facts = eventFacts(formOf(row))
    const isThere = facts.place === key || facts.outcome?.place === key
    const precision = facts.placePrecision ?? 'exact'
    // A key of the record names the type of its document.
    return isThere && precision !== 'exact' ? [{ key: row.key as Ref<'events'>, precision }] : []
  })
  const headings = await headingsOf(
    scope,
    events.map((event) => event.key),
  )
  return events.map((event) => ({ ...event, name: headings.get(event.key) ?? event.key }))
}

/** Where an event that withholds its places would name them all the same. */
export async function placeSayings(scope: RequestScope, { type, copy, form }: Proposal): Promise<PlaceSaying[]> {
  const isWithheld = copy.placePrecision === 'withheld' || eventFacts(form).placePrecision === 'withheld'
  if (type !== 'events' || !isWithheld) return []
  const { place, outcome } = factsOf('events', copy)
  const found = [place, outcome?.place].map(async (key) => {
    const written = key && (await findWorkingCopy(scope, key))
    if (!key || !written) return []
    const names = wordFieldsOf('places', written).filter(({ path }) => path === 'name')
    const phrases = names.flatMap(({ values }) => Object.values(values)).map((name) => readPhrase(String(name)))
    return stringsOf(form).flatMap((string) => {
      const read = readPhrase(string.text)
      const said = phrases.find((phrase) => phrase !== '' && read.includes(phrase))
      return said ? [{ ...string, said: said.trim(), about: key }] : []
    })
  })
  return (await Promise.all(found)).flat()
}

type PlaceKnown = { name: string; facts: Facts<'places'> } | null
type ReadPlace = (key: Ref<'places'>) => Promise<PlaceKnown>

/** Upwards from a place, as far as it is known and does not lead back. */
async function chainFrom(key: Ref<'places'>, read: ReadPlace, passed: readonly Ref[] = []): Promise<PlaceChain> {
  const known = passed.includes(key) ? null : await read(key)
  if (!known) return []
  const { within } = known.facts
  return [{ key, ...known }, ...(within ? await chainFrom(within, read, [...passed, key]) : [])]
}

function writtenFacts(scope: RequestScope): ReadPlace {
  return async (key) => {
    const copy = await findWorkingCopy(scope, key)
    return copy && { name: headingOf(copy, 'places'), facts: factsOf('places', copy) }
  }
}

/** By the name that staff know, as far as there is one. */
function publicFacts(scope: RequestScope): ReadPlace {
  return async (key) => {
    const card = formOf(await publicRow(scope, key))?.card
    const copy = card && (await findWorkingCopy(scope, key))
    // The type decides which facts these are.
    return card ? { name: copy ? headingOf(copy, 'places') : key, facts: card.facts as Facts<'places'> } : null
  }
}

function eventFacts(form: Form | null): Facts<'events'> {
  // As above.
  return form?.card.type === ('events' satisfies DocumentType) ? (form.card.facts as Facts<'events'>) : {}
}
