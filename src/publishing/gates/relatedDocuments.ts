import { mayDo, type Staff } from '#access/roles.ts'
import { readEnvironment } from '#base/env.ts'
import { isTimeZone, timeZoneHeader } from '#base/time/localTime.ts'
import { message } from '#messages/message.ts'
import { languageOf } from '#messages/refused.ts'
import { subjectsOf } from '#record/custody.ts'
import { dayOf } from '#record/eventOrder.ts'
import { type Form, parseRef, refOf } from '#record/record.ts'
import { type DocumentType, type Facts, type Ref, recordShape } from '#record/shape.ts'
import { leavesOf, rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { consentOf, livesByConsentOf } from '../form/consent.ts'
import { factsOf } from '../form/facts.ts'
import { changersOf, lastChangesOf } from '../form/lastChanges.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { idsByType, refsOf } from '../form/references.ts'
import { formOf, rows } from '../log/log.ts'
import { type Agreement, isComplete, type Override, overridesAmong } from '../overrides/overrides.ts'
import { mayOverride, refusalOf } from '../overrides/policy.ts'
import { isFirstGone, staffNames } from '../overrides/staffNames.ts'
import type { RequestScope } from '../requestScope.ts'
import { citationsLeftOut, sourceSayingsIn } from '../withheld/confidential/sayings.ts'
import { holdsNameBack, namesWithoutFamily, realNamesOf } from '../withheld/realNames.ts'
import { sayingsOf } from '../withheld/sayings.ts'
import { copiesByKey, findWorkingCopy, headingOf, headingsOf, workingCopiesOf } from '../workingCopy.ts'
import { wholeOf } from './contradictions.ts'
import { shippedEvent } from './dates.ts'
import type { GateName } from './gates.ts'
import { findingsOf, type LoadRelated, type Need, type Proposal, type RelatedDocuments } from './gates.ts'
import { draftCardOf, type NamedPerson, namesIn } from './people/consent.ts'
import { mayBeRecognised, pictureOf, picturePeople, showsOthers } from './people/faces.ts'
import { mayBeMinor } from './people/minors.ts'
import { eventsThere, placeChain, placeSayings, placesTold } from './places/loadPlaces.ts'
import type { Refusal } from './wordFinding.ts'
import { picturesShown } from './words/pictures.ts'

/** What these gates find, in words; what somebody has overridden says so. Every door of publishing asks here. */
export async function findingsIn(
  scope: RequestScope,
  proposal: Proposal,
  asked: readonly GateName[],
): Promise<Refusal[]> {
  const load = loaderFor(scope, proposal)
  const found = await findingsOf(asked, proposal, load, languageOf(scope.req), timeZoneOf(scope.req))
  const digests = found.flatMap(({ confirm }) => confirm ?? [])
  if (digests.length === 0) return found
  const kept = await overridesAmong(scope, [...new Set(digests)])
  const people = [...kept.values()].flatMap(({ by, second }) => [by, ...(second ? [second.by] : [])])
  const names = await staffNames(scope, people)
  const counting = new Map(kept)
  for (const { confirm = '', override } of found) {
    const first = counting.get(confirm)
    if (first && override && (await isFirstGone(scope, first, override))) counting.delete(confirm)
  }
  return found.map((one) => decided(one, counting.get(one.confirm ?? ''), proposal.by, names, languageOf(scope.req)))
}

/** A finding with what was decided about it, and whether whoever asks may decide. */
function decided(
  finding: Refusal,
  kept: Override | undefined,
  user: Staff | null | undefined,
  names: ReadonlyMap<string, string>,
  language: string,
): Refusal {
  const { override } = finding
  if (!override) return finding
  const named = ({ reason, by, at }: Agreement): Agreement => ({ reason, by: names.get(by) ?? by, at })
  if (kept && isComplete(kept, override))
    return { ...finding, confirmed: { ...named(kept), ...(kept.second && { second: named(kept.second) }) } }
  if (!mayOverride(user, override)) return { ...finding, notYours: message(language, refusalOf[override.by].beside) }
  if (!kept) return finding
  const agreed = named(kept)
  const isOwn = user && String(user.id) === kept.by
  return {
    ...finding,
    agreed,
    cure: message(language, 'publish.oneMoreEditor', { ...agreed, at: dayIn(language, kept.at) }),
    ...(isOwn && { notYours: message(language, 'publish.notTwice') }),
  }
}

function dayIn(language: string, iso: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso))
}

/** The clock by which whoever asks reads times; the studio's forms say it, and without it times are in UTC. */
function timeZoneOf(req: RequestScope['req']): string | undefined {
  const said = req?.headers?.get(timeZoneHeader) ?? ''
  return isTimeZone(said) ? said : undefined
}

/** What stands in the way: nobody has overridden it. */
export const unconfirmed = (findings: readonly Refusal[]): Refusal[] => findings.filter(({ confirmed }) => !confirmed)

type Load<Needed extends Need> = (scope: RequestScope, proposal: Proposal) => Promise<RelatedDocuments[Needed]>

const loaders: { readonly [Needed in Need]: Load<Needed> } = {
  slugsOfOthers,
  unpublishedReferences,
  perhapsMinors,
  sayings,
  ancestors,
  eventsOfSameDay,
  peopleShown,
  placesTold,
  placeChain,
  eventsThere,
  placeSayings,
  sourceSayings: sourceSayingsIn,
  citationsLeftOut,
  picturesShown,
  consents,
  portrait,
  hiddenRelatives,
  ownChanges,
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

/** With what staff call each document, and where its form shows the place. */
async function sayings(scope: RequestScope, proposal: Proposal): Promise<RelatedDocuments['sayings']> {
  const found = await sayingsOf(scope, proposal)
  const own = refOf<DocumentType>(proposal.type, proposal.copy.id)
  const others = [...new Set(found.map(({ document }) => document))].filter((key) => key !== own)
  const copies = new Map([[own, proposal.copy], ...(await copiesByKey(scope, others))])
  // Whose name is withheld is internal: to whoever may not know it, nobody is named.
  const isTold = !scope.req || mayDo(scope.req.user, 'readInternal')
  return found.map((saying) => {
    const { document, path } = saying
    const copy = copies.get(document)
    const type = parseRef(document)?.type
    return {
      ...saying,
      isTold,
      person: isTold ? saying.person : message(languageOf(scope.req), 'gates.somebody'),
      title: copy && type ? headingOf(copy, type) : document,
      position: copy && type ? positionOf(type, copy, path) : path,
    }
  })
}

/** Rows by their place in the working copy, which an editor looks at. */
function positionOf(type: DocumentType, copy: WorkingCopy, path: string): string {
  return leavesOf(recordShape[type], copy).find((leaf) => leaf.path === path)?.position ?? path
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

/** Known minors, and children of whom nobody wrote when they were born, be it that this form names them as children or another person does. */
async function perhapsMinors(scope: RequestScope, proposal: Proposal): Promise<RelatedDocuments['perhapsMinors']> {
  const { type, copy, form, at } = proposal
  // The type decides which facts these are.
  const { relations = [] }: Facts<'people'> = type === 'people' ? form.card.facts : {}
  const isChild = (key: Ref) => relations.some(({ type: kind, person }) => kind === 'child' && person === key)
  const copies = await workingCopiesOf(scope, 'people', idsByType(refsOf(form)).get('people') ?? [])
  const related = copies.filter((one) => mayBeMinor(factsOf('people', one), at) ?? isChild(refOf('people', one.id)))
  const isOwn = type === 'people' && !factsOf('people', copy).birthDate && (await isSomebodysChild(scope, copy.id))
  const young: WorkingCopy[] = []
  for (const one of (await portrayedIn(scope, proposal)).values())
    if (mayBeMinor(factsOf('people', one), at) ?? (await isSomebodysChild(scope, one.id))) young.push(one)
  const known = new Map([...related, ...young, ...(isOwn ? [copy] : [])].map((one) => [one.id, one]))
  return [...known.values()].map(namedPerson)
}

/** Whether a named relation of another person calls this one a child. */
async function isSomebodysChild({ payload, req }: RequestScope, id: string): Promise<boolean> {
  const { docs } = await payload.db.find<WorkingCopy>({
    collection: 'people',
    where: { and: [{ 'relations.person': { equals: id } }, { 'relations.type': { equals: 'child' } }] },
    pagination: false,
    limit: 0,
    req,
  })
  const relations = docs.flatMap(({ relations }) => rowsOf(relations))
  return relations.some(({ type, person, visibility }) => type === 'child' && person === id && visibility === 'named')
}

function namedPerson(copy: WorkingCopy): NamedPerson {
  return {
    key: refOf('people', copy.id),
    name: headingOf(copy, 'people'),
    isNamed: publishAsOf(copy) === 'full',
    consent: consentOf(copy),
    names: namesIn(copy),
  }
}

async function consents(scope: RequestScope, proposal: Proposal): Promise<RelatedDocuments['consents']> {
  const drafted = livesByConsentOf(draftCardOf(proposal)).map(({ person }) => person)
  const ids = idsByType([...new Set<Ref>([...refsOf(proposal.form), ...drafted])]).get('people') ?? []
  return (await workingCopiesOf(scope, 'people', ids)).map(namedPerson)
}

async function portrait(scope: RequestScope, { type, form }: Proposal): Promise<RelatedDocuments['portrait']> {
  // The type decides which facts these are.
  const { portrait: key }: Facts<'people'> = type === 'people' ? form.card.facts : {}
  return key ? pictureOf(key, (await copiesByKey(scope, [key])).get(key)) : null
}

/** The people whose portrait a picture is, by what is public or by a draft, whoever its own facts say it shows. */
async function portrayedIn(scope: RequestScope, { type, copy, parts }: Proposal): Promise<Map<Ref, WorkingCopy>> {
  if (type !== 'media' || !parts.facts) return new Map()
  const { payload, req } = scope
  const key = refOf('media', copy.id)
  // The text finds candidates, the parsed card decides.
  const forms = (await rows(scope, { card: { contains: `"${key}"` } })).flatMap((row) => formOf(row) ?? [])
  const inPublic = forms.flatMap(({ card }) =>
    card.type === 'people' && (card.facts as Facts<'people'>).portrait === key ? card.id : [],
  )
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'people',
    where: { portrait: { equals: copy.id } },
    select: { heading: true },
    pagination: false,
    limit: 0,
    req,
  })
  const ids = [...new Set([...inPublic, ...docs.map(({ id }) => String(id))])]
  return copiesByKey(
    scope,
    ids.map((id) => refOf<DocumentType>('people', id)),
  )
}

async function hiddenRelatives(
  scope: RequestScope,
  { type, copy }: Proposal,
): Promise<RelatedDocuments['hiddenRelatives']> {
  const hidden = type === 'people' ? rowsOf(copy.relations).filter(({ visibility }) => visibility !== 'named') : []
  const ids = hidden.flatMap(({ person }) => (typeof person === 'string' ? person : []))
  return (await workingCopiesOf(scope, 'people', ids)).map((relative) => ({
    key: refOf('people', relative.id),
    name: headingOf(relative, 'people'),
    // The family name may be that of the person, who is named.
    signs: namesWithoutFamily(realNamesOf(relative)),
  }))
}

async function ownChanges(_: RequestScope, { copy, by }: Proposal): Promise<RelatedDocuments['ownChanges']> {
  if (!by || readEnvironment().TWO_PERSON_RULE === 'off') return []
  return Object.entries(lastChangesOf(copy)).flatMap(([part, change]) =>
    changersOf(change).includes(String(by.id)) ? [{ part, by: String(by.id), at: change.at }] : [],
  )
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

async function peopleShown(scope: RequestScope, proposal: Proposal): Promise<RelatedDocuments['peopleShown']> {
  const portrayed = await portrayedIn(scope, proposal)
  const keys = [...new Set([...picturePeople(proposal), ...portrayed.keys(), ...ownPortrait(proposal)])]
  const [copies, forms] = [await copiesByKey(scope, keys), await publicForms(scope, keys)]
  const known = keys.map((key) => {
    const copy = copies.get(key)
    return {
      key,
      name: copy ? headingOf(copy, 'people') : key,
      // Of somebody whose profile is gone nobody knows what they agreed to.
      mayBeRecognised: copy !== undefined && (mayBeRecognised(copy, proposal.at) || isAskedElsewhere(proposal, copy)),
      // A profile has a portrait where it says the name in full, be it another one than the public form says.
      isNameWithheld: proposal.type !== 'people' && copy !== undefined && isNameWithheld(copy, forms.get(key)),
    }
  })
  const others = { name: message(languageOf(scope.req), 'gates.otherPeople') }
  return showsOthers(proposal) ? [...known, { ...others, mayBeRecognised: false, isNameWithheld: false }] : known
}

/** A portrait shows its person. */
function ownPortrait({ type, copy, form, parts }: Proposal): Ref[] {
  // The type decides which facts these are.
  const { portrait: shown }: Facts<'people'> = type === 'people' && parts.facts ? form.card.facts : {}
  return shown ? [refOf('people', copy.id)] : []
}

/** What a person's own consent covers and how long it holds, `consentScope` and `consentExpired` ask of their profile. */
function isAskedElsewhere({ type }: Proposal, copy: WorkingCopy): boolean {
  return type === 'people' && consentOf(copy).state === 'given'
}

async function publicForms(scope: RequestScope, keys: readonly Ref[]): Promise<ReadonlyMap<Ref, Form>> {
  const found = keys.length > 0 ? await rows(scope, { key: { in: [...keys] } }) : []
  return new Map(
    found.flatMap((row) => {
      const form = formOf(row)
      return form ? [[row.key, form] as const] : []
    }),
  )
}

/** By the working copy or by what is public: the stricter of the two counts. */
function isNameWithheld(copy: WorkingCopy, form: Form | undefined): boolean {
  return publishAsOf(copy) !== 'full' || (form !== undefined && holdsNameBack(form, realNamesOf(copy)))
}
