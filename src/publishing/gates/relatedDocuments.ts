import { subjectsOf } from '#record/custody.ts'
import { dayOf } from '#record/eventOrder.ts'
import { type Form, refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import { factsOf } from '../form/facts.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { idsByType, refsOf } from '../form/references.ts'
import { formOf, rows } from '../log/log.ts'
import type { RequestScope } from '../requestScope.ts'
import { findWorkingCopy, headingOf, headingsOf, workingCopiesOf } from '../workingCopy.ts'
import { wholeOf } from './contradictions.ts'
import { shippedEvent } from './dates.ts'
import type { GateName } from './gates.ts'
import {
  findingsOf,
  holdsNameBack,
  type LoadRelated,
  type Need,
  type Proposal,
  partsShowing,
  type RelatedDocuments,
} from './gates.ts'
import { mayBeMinor } from './minors.ts'
import { realNamesOf } from './namesShown.ts'
import type { Refusal } from './wordFinding.ts'

/** What these gates find, in words. Every door of publishing asks here. */
export function findingsIn(scope: RequestScope, proposal: Proposal, asked: readonly GateName[]): Promise<Refusal[]> {
  return findingsOf(asked, proposal, loaderFor(scope, proposal), scope.req?.i18n?.language ?? 'en')
}

type Load<Needed extends Need> = (scope: RequestScope, proposal: Proposal) => Promise<RelatedDocuments[Needed]>

const loaders: { readonly [Needed in Need]: Load<Needed> } = {
  slugsOfOthers,
  unpublishedReferences,
  perhapsMinors,
  ancestors,
  heldBackPeople,
  documentsSayingName,
  eventsOfSameDay,
}

/** Loads what it is asked for and nothing else, each thing once. */
function loaderFor(scope: RequestScope, proposal: Proposal): LoadRelated {
  const loading = new Map<Need, Promise<unknown>>()
  const load = (need: Need) => {
    const found = loading.get(need) ?? loaders[need](scope, proposal)
    loading.set(need, found)
    return found
  }
  return async <Needed extends Need>(needs: readonly Needed[]) => {
    const found = await Promise.all(needs.map(async (need) => [need, await load(need)] as const))
    // `Object.fromEntries` forgets which keys it was given; each loader answers what its need is.
    return Object.fromEntries(found) as Pick<RelatedDocuments, Needed>
  }
}

/** People whom a form names and who are not called by their full name: in public, or as their draft would have it. The stricter wins. */
async function heldBackPeople(scope: RequestScope, { form }: Proposal): Promise<RelatedDocuments['heldBackPeople']> {
  const ids = idsByType(refsOf(form)).get('people') ?? []
  if (ids.length === 0) return []
  const copies = await workingCopiesOf(scope, 'people', ids)
  const people = copies.map((copy) => ({ copy, key: refOf<DocumentType>('people', copy.id), names: realNamesOf(copy) }))
  const open = people.filter(({ copy }) => publishAsOf(copy) === 'full').map(({ key }) => key)
  const publicForms = new Map(
    (open.length > 0 ? await rows(scope, { key: { in: open } }) : []).map((row) => [row.key, formOf(row)]),
  )
  const isHeldBack = ({ copy, key, names }: (typeof people)[number]) => {
    const published = publicForms.get(key)
    return publishAsOf(copy) !== 'full' || Boolean(published && holdsNameBack(published, names))
  }
  return people.filter(isHeldBack).map(({ key, names }) => ({ key, names }))
}

/** Public documents that refer to a person and say the name that the person holds back. */
async function documentsSayingName(
  scope: RequestScope,
  { type, copy }: Proposal,
): Promise<RelatedDocuments['documentsSayingName']> {
  if (type !== 'people' || publishAsOf(copy) === 'full') return []
  const names = realNamesOf(copy)
  const mentions = `"${refOf<DocumentType>('people', copy.id)}"`
  const candidates = await rows(scope, { or: [{ card: { contains: mentions } }, { body: { contains: mentions } }] })
  const saying = candidates.flatMap((row) => {
    const form = formOf(row)
    const [shown] = form ? partsShowing(form, names) : []
    return shown ? [{ key: row.key, said: shown.name }] : []
  })
  const headings = await headingsOf(
    scope,
    saying.map(({ key }) => key),
  )
  return saying.map(({ key, said }) => ({ key, said, name: headings.get(key) ?? key }))
}

/** Looked for only where an event says of somebody how they are held from its day on. */
async function eventsOfSameDay(scope: RequestScope, proposal: Proposal): Promise<RelatedDocuments['eventsOfSameDay']> {
  const facts = shippedEvent(proposal)
  const [day, people] = [dayOf(facts.date), subjectsOf(facts)]
  if (!facts.outcome?.custodyStatus || day === '' || people.length === 0) return []
  // The texts find candidates, the gate reads their facts.
  const candidates = await rows(scope, {
    and: [
      { key: { not_equals: refOf<DocumentType>('events', proposal.copy.id) } },
      { card: { contains: `"${day}"` } },
      { or: people.map((who) => ({ card: { contains: `"${who}"` } })) },
    ],
  })
  const found = candidates.flatMap((row) => {
    const card = formOf(row)?.card
    // The type decides which facts these are.
    return card?.type === 'events' ? [{ key: row.key, facts: card.facts as Facts<'events'> }] : []
  })
  const headings = await headingsOf(
    scope,
    found.map(({ key }) => key),
  )
  return found.map(({ key, facts }) => ({ key, facts, name: headings.get(key) ?? key }))
}

/** Slugs that this publish would newly claim and that another public document holds. What the person holds already is not new. */
async function slugsOfOthers(scope: RequestScope, { form, published, parts }: Proposal): Promise<Set<string>> {
  const held = published ? slugsOf(published) : []
  const claimed = parts.facts ? slugsOf(form).filter((slug) => !held.includes(slug)) : []
  if (claimed.length === 0) return new Set()
  // The text finds candidates, the parsed card decides.
  const candidates = await rows(scope, { or: claimed.map((slug) => ({ card: { contains: `"${slug}"` } })) })
  const people = candidates.map(formOf).filter((other) => other?.card.type === 'people')
  return new Set(people.flatMap((other) => (other ? slugsOf(other) : [])).filter((slug) => claimed.includes(slug)))
}

function slugsOf({ card }: Form): string[] {
  return [...(card.slug ? [card.slug] : []), ...(card.formerSlugs ?? [])]
}

async function unpublishedReferences(
  scope: RequestScope,
  { form }: Proposal,
): Promise<RelatedDocuments['unpublishedReferences']> {
  const refs = refsOf(form)
  if (refs.length === 0) return []
  const known = await rows(scope, { key: { in: refs } })
  const open = new Set<Ref>(known.filter(({ card }) => card !== null).map(({ key }) => key))
  const headings = await headingsOf(
    scope,
    refs.filter((ref) => !open.has(ref)),
  )
  return refs.filter((ref) => !open.has(ref)).map((key) => ({ key, name: headings.get(key) ?? key }))
}

/** People whom a form names and who are named themselves: known minors, and children of whom nobody wrote when they were born. */
async function perhapsMinors(
  scope: RequestScope,
  { type, form, at }: Proposal,
): Promise<RelatedDocuments['perhapsMinors']> {
  // The type decides which facts these are.
  const { relations = [] }: Facts<'people'> = type === 'people' ? form.card.facts : {}
  const isChild = (key: Ref) => relations.some(({ type: kind, person }) => kind === 'child' && person === key)
  const copies = await workingCopiesOf(scope, 'people', idsByType(refsOf(form)).get('people') ?? [])
  return copies
    .filter((copy) => publishAsOf(copy) === 'full')
    .map((copy) => ({ copy, key: refOf<DocumentType>('people', copy.id) }))
    .filter(({ copy, key }) => mayBeMinor(factsOf('people', copy), at) ?? isChild(key))
    .map(({ copy, key }) => ({ key, name: headingOf(copy, 'people') }))
}

/** Whatever a document says to be a part of, or to lie within, and so on upwards, as far as it is written. */
async function ancestors(scope: RequestScope, { form }: Proposal): Promise<RelatedDocuments['ancestors']> {
  const found = new Set<Ref>()
  for (let above = wholeOf(form.card.type, form.card.facts); above && !found.has(above); ) {
    found.add(above)
    const copy = await findWorkingCopy(scope, above)
    above = copy ? wholeOf(form.card.type, factsOf(form.card.type, copy)) : undefined
  }
  return found
}
