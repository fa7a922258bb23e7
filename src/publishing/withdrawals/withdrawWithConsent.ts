import type { Where } from 'payload'
import { type Form, parseRef, refOf } from '#record/record.ts'
import type { Facts, Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { type Consent, consentOf, hasRunOut, isClosed, livesByConsentOf } from '../form/consent.ts'
import { factsOf } from '../form/facts.ts'
import { expiryPath, overridableExpiry } from '../gates/people/consent.ts'
import { formOf, publicRow, rows } from '../log/log.ts'
import { digestOfOverride, overridesAmong } from '../overrides/overrides.ts'
import { withdraw } from '../publish.ts'
import type { RequestScope } from '../requestScope.ts'
import { NamesSealed } from '../withheld/keptNames.ts'
import { documentsNaming } from '../withheld/sayings.ts'
import { findWorkingCopy, headingsOf } from '../workingCopy.ts'

/** A document as staff call it. */
export type Named = { key: Ref; name: string }

/** What the end of a consent took out of the record, and what is public and names the person all the same. */
export type ConsentWithdrawal = { withdrawn: Named[]; stillNaming: Named[] }

/** Withdraws a person and all that lives by their consent: what shows them, what they say, their portrait and recordings. Answers what went. */
async function withdrawWithConsent(scope: RequestScope, person: Ref<'people'>): Promise<Ref[]> {
  return withdrawEach(scope, [person, ...(await livingBy(scope, person)), ...(await attachedTo(scope, person))])
}

/** What a consent carried that has ended: where only its last day is over, all but what an administrator let go on. */
export function withdrawEnded(scope: RequestScope, person: Ref<'people'>, consent: Consent): Promise<Ref[]> {
  return isClosed(consent) ? withdrawWithConsent(scope, person) : withdrawExpired(scope, person, consent)
}

/** With what staff call the documents. */
export async function toldOf(
  scope: RequestScope,
  copy: WorkingCopy,
  withdrawn: readonly Ref[],
): Promise<ConsentWithdrawal> {
  const stillNaming = await whatNames(scope, copy)
  const headings = await headingsOf(scope, [...withdrawn, ...stillNaming])
  const named = (keys: readonly Ref[]) => keys.map((key) => ({ key, name: headings.get(key) ?? key }))
  return { withdrawn: named(withdrawn), stillNaming: named(stillNaming) }
}

/** Where nobody can read which names are withheld, links are still known: a consent ends all the same. */
async function whatNames(scope: RequestScope, copy: WorkingCopy): Promise<Ref[]> {
  try {
    return await documentsNaming(scope, copy)
  } catch (error) {
    if (!(error instanceof NamesSealed)) throw error
    return (await formsNaming(scope, refOf('people', copy.id))).map(keyOfForm)
  }
}

export type Ended = { person: Ref<'people'>; why: 'closed' | 'expired'; withdrawn: Ref[] }

/**
 * Withdraws whatever no consent carries any more: what a crash left after somebody said no, and what a consent covered
 * whose last day is over and nobody with the right to do so let go on. Safe to run at any time.
 */
export async function withdrawUncovered(scope: RequestScope, at = new Date().toISOString()): Promise<Ended[]> {
  const ended: Ended[] = []
  for (const copy of await peopleOfEndedConsent(scope, at)) {
    const person = refOf('people', copy.id)
    const consent = consentOf(copy)
    const why = isClosed(consent) ? 'closed' : 'expired'
    const withdrawn = await withdrawEnded(scope, person, consent)
    if (withdrawn.length === 0) continue
    ended.push({ person, why, withdrawn })
    scope.payload.logger.info({ key: person, withdrawn: withdrawn.length }, sentences[why])
  }
  return ended
}

const sentences = {
  closed: 'Consent was withdrawn, and with it what it had covered.',
  expired: 'A consent ran out, and what it had covered was withdrawn.',
} as const

export type ExpiredConsent = Named & { until: string; isPublic: boolean }

/** People whose consent ran out, for whoever asks them again. `isPublic`: an administrator let it go on. */
export async function expiredConsents(scope: RequestScope, at = new Date().toISOString()): Promise<ExpiredConsent[]> {
  const ended = await peopleOfEndedConsent(scope, at)
  const copies = ended.filter((copy) => !copy.deletedAt && !isClosed(consentOf(copy)))
  const keys = copies.map(({ id }) => refOf('people', id))
  const [headings, open] = await Promise.all([headingsOf(scope, keys), publicAmong(scope, keys)])
  return copies.map((copy) => {
    const key = refOf('people', copy.id)
    const until = consentOf(copy).until?.edtf ?? ''
    return { key, name: headings.get(key) ?? key, until, isPublic: open.includes(key) }
  })
}

async function withdrawEach(scope: RequestScope, keys: readonly Ref[]): Promise<Ref[]> {
  const { payload, req } = scope
  const gone: Ref[] = []
  for (const key of await publicAmong(scope, [...new Set(keys)]))
    if (!(await withdraw({ payload, ...(req && { req }), key })).unchanged) gone.push(key)
  return gone
}

async function withdrawExpired(scope: RequestScope, person: Ref<'people'>, consent: Consent): Promise<Ref[]> {
  const keys = await publicAmong(scope, [person, ...(await livingBy(scope, person))])
  const digests = new Map(
    await Promise.all(keys.map(async (key) => [key, await digestsOfExpiry(scope, key, person, consent)] as const)),
  )
  const kept = await overridesAmong(scope, [...digests.values()].flat())
  return withdrawEach(
    scope,
    keys.filter((key) => !digests.get(key)?.some((digest) => kept.has(digest))),
  )
}

/** Under which an administrator let a document go on after the consent had run out. */
async function digestsOfExpiry(scope: RequestScope, key: Ref, about: Ref, consent: Consent): Promise<string[]> {
  const { everyPart: _, ...overridden } = overridableExpiry(about, consent)
  if (key === about) return [digestOfOverride({ gate: 'consentExpired', key, path: expiryPath, ...overridden })]
  const form = formOf(await publicRow(scope, key))
  const places = form ? livesByConsentOf(form.card).filter(({ person }) => person === about) : []
  return places.map(({ path }) => digestOfOverride({ gate: 'consentOfNamedExpired', key, path, ...overridden }))
}

/** Everybody who said no, and everybody whose consent is over, in the trash too: pictures of them may be public. */
async function peopleOfEndedConsent({ payload, req }: RequestScope, at: string): Promise<WorkingCopy[]> {
  const { docs } = await payload.db.find<WorkingCopy>({
    collection: 'people',
    where: {
      or: [{ 'safety.consent.state': { in: ['withdrawn', 'refused'] } }, { 'safety.consent.until': { exists: true } }],
    },
    select: { safety: true, deletedAt: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.filter((copy) => isClosed(consentOf(copy)) || hasRunOut(consentOf(copy), at))
}

/** Pictures that show somebody and quotes that they speak, by what is public and by what a draft says. */
async function livingBy(scope: RequestScope, person: Ref<'people'>): Promise<Ref[]> {
  const id = parseRef(person)?.id ?? ''
  const [forms, shown, said] = await Promise.all([
    formsNaming(scope, person),
    idsWhere(scope, 'media', { personsShown: { in: [id] } }),
    idsWhere(scope, 'quotes', { speaker: { equals: id } }),
  ])
  const open = forms.filter((form) => livesByConsentOf(form.card).some((one) => one.person === person)).map(keyOfForm)
  return [...new Set([...open, ...shown, ...said])].filter((key) => key !== person)
}

/** The portrait, and recordings of what the person says: nobody wrote into them whom they show. */
async function attachedTo(scope: RequestScope, person: Ref<'people'>): Promise<Ref[]> {
  const [copy, own, forms] = await Promise.all([
    findWorkingCopy(scope, person),
    publicRow(scope, person).then(formOf),
    formsNaming(scope, person),
  ])
  const portraits = [own?.card.facts, copy && factsOf('people', copy)].map(
    // Of a person, both of them.
    (facts) => (facts as Facts<'people'> | null | undefined)?.portrait,
  )
  const recordings = forms.map(({ card }) => {
    // The type decides which facts these are.
    const facts = card.type === 'quotes' ? (card.facts as Facts<'quotes'>) : {}
    return facts.speaker === person ? facts.recording : undefined
  })
  return [...portraits, ...recordings].filter((key) => key !== undefined)
}

/** The text finds candidates, the parsed form decides. */
async function formsNaming(scope: RequestScope, person: Ref): Promise<Form[]> {
  const found = await rows(scope, { card: { contains: `"${person}"` } })
  return found.flatMap((row) => formOf(row) ?? [])
}

const keyOfForm = ({ card }: Form): Ref => refOf(card.type, card.id)

async function idsWhere({ payload, req }: RequestScope, type: 'media' | 'quotes', where: Where): Promise<Ref[]> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: type,
    where,
    select: { heading: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(({ id }) => refOf(type, String(id)))
}

async function publicAmong(scope: RequestScope, keys: readonly Ref[]): Promise<Ref[]> {
  if (keys.length === 0) return []
  const known = await rows(scope, { key: { in: [...keys] } })
  const open = new Set(known.filter(({ card }) => card !== null).map(({ key }) => key))
  return keys.filter((key) => open.has(key))
}
