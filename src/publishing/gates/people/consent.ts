import { canonicalJson } from '#base/digest.ts'
import { type Form, type Part, refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import { type WorkingCopy, wordFieldsOf } from '#record/workingCopy.ts'
import {
  type Consent,
  consentOf,
  covers,
  hasRunOut,
  isClosed,
  isDecidedByOthers,
  livesByConsentOf,
  type Shipped,
  shippedOf,
  textOf,
} from '../../form/consent.ts'
import { factsOf } from '../../form/facts.ts'
import { publicView } from '../../form/publicView.ts'
import { isNamePath, publishAsOf } from '../../form/publishAs.ts'
import { refsInPart } from '../../form/references.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'
import { pictureInWords } from './faces.ts'

/** Somebody whom a form names, and what is known of their consent. `names`: what they would be called in public, in every locale. */
export type NamedPerson = { key: Ref<'people'>; name: string; isNamed: boolean; consent: Consent; names: string }

/** The names of a person in every locale, to tell whether they are still those that somebody let through. */
export function namesIn(copy: WorkingCopy): string {
  const names = wordFieldsOf('people', publicView('people', copy)).filter(({ path }) => isNamePath(path))
  return canonicalJson(names.map(({ path, values }) => [path, values]))
}

type WithConsents = Proposal & Pick<RelatedDocuments, 'consents'>

export function shippedParts({ parts }: Pick<Proposal, 'parts'>): Part[] {
  return [...(parts.facts ? ['facts'] : []), ...parts.locales]
}

const state = { path: 'safety/consent/state', position: 'safety.consent.state' } as const

/** Somebody has said no: nothing of them goes out. */
export function consentWithdrawn(proposal: Proposal): Finding[] {
  const consent = ownConsent(proposal)
  return consent && isClosed(consent) ? shippedParts(proposal).map((part) => ({ part, ...state })) : []
}

export function consentExpired(proposal: Proposal): Finding[] {
  const consent = ownConsent(proposal)
  if (!consent || !hasRunOut(consent, proposal.at)) return []
  const overridable = overridableExpiry(refOf('people', proposal.copy.id), consent)
  return shippedParts(proposal).map((part) => ({
    part,
    path: expiryPath,
    position: 'safety.consent.until',
    overridable,
  }))
}

/** Where a consent that ran out is found in the person. */
export const expiryPath = 'safety/consent/until'

export function overridableExpiry(about: Ref, consent: Consent) {
  return { about, text: textOf(consent), everyPart: true } as const
}

/** Consent was given, and not for this. */
export function consentScope(proposal: Proposal & Pick<RelatedDocuments, 'portrait'>): Finding[] {
  const consent = ownConsent(proposal)
  if (consent?.state !== 'given') return []
  return uncovered(proposal, consent).map((shipped) => ({
    part: shipped.part,
    path: shipped.path,
    values: { field: shipped.path },
    overridable: {
      about: refOf('people', proposal.copy.id),
      text: canonicalJson([textOf(consent), standingThere(proposal, shipped)]),
    },
  }))
}

/** What stands where a consent is asked for: what somebody lets through is this and nothing that comes in its place. */
function standingThere(
  { form, portrait }: Proposal & Pick<RelatedDocuments, 'portrait'>,
  { part, scope }: Shipped,
): string {
  if (scope === 'picture') return portrait ? pictureInWords(portrait) : ''
  if (part === 'facts') return canonicalJson((form.card.facts as Facts<'people'>).letters ?? null)
  const isMeant = {
    name: isNamePath,
    story: (path: string) => path === 'biography',
    contact: (path: string) => path.startsWith('letters/'),
    quotes: () => false,
  }[scope]
  return wordsOf(form, part, isMeant)
}

/** The digests of words of one part, which change with the words. */
function wordsOf({ card, body }: Form, part: Part, isMeant: (path: string) => boolean = () => true): string {
  const words = Object.entries({ ...card.words[part], ...body.words[part] })
  return canonicalJson(words.flatMap(([path, { digest }]) => (isMeant(path) ? [[path, digest]] : [])).sort())
}

/** Nobody agreed, and nobody is named who decided. Officials are written about as such. */
export function consentMissing(proposal: Proposal): Finding[] {
  const consent = ownConsent(proposal)
  if (!consent || isClosed(consent) || consent.state === 'given' || proposal.copy.kind === 'official') return []
  if (isDecidedByOthers(consent)) return uncovered(proposal, consent).map(({ part, path }) => ({ part, path }))
  return proposal.parts.facts ? [{ part: 'facts', ...state }] : []
}

/** Whoever has said no is named by nothing that goes out. */
export function consentOfNamed({ consents, ...proposal }: WithConsents): Finding[] {
  const closed = consents.filter(({ consent }) => isClosed(consent))
  return shippedParts(proposal).flatMap((part) => {
    const refs = refsInPart(proposal.form, part)
    return closed
      .filter(({ key }) => refs.includes(key))
      .map(({ key, name }) => ({ part, path: key, values: { name } }))
  })
}

export function consentOfNamedExpired({ consents, ...proposal }: WithConsents): Finding[] {
  return others(proposal, consents).flatMap(({ person, path }) => {
    const { key, name, consent } = person
    if (!hasRunOut(consent, proposal.at)) return []
    return [{ part: 'facts', path, values: { name }, overridable: overridableExpiry(key, consent) }]
  })
}

/** Asked of every part: words that are published later are other words. */
export function consentOfNamedScope({ consents, ...proposal }: WithConsents): Finding[] {
  return shippedParts(proposal).flatMap((part) =>
    livingBy(proposal, consents).flatMap(({ person, path, scope }) => {
      const { key, name, consent } = person
      if (consent.state !== 'given' || !scope || covers(consent, scope)) return []
      const text = canonicalJson([textOf(consent), saidIn(proposal.form, part)])
      return [{ part, path, values: { name }, overridable: { about: key, text } }]
    }),
  )
}

function saidIn(form: Form, part: Part): string {
  if (part !== 'facts') return wordsOf(form, part)
  // Only quotes ask for a scope.
  const { speaker, recording } = form.card.facts as Facts<'quotes'>
  return canonicalJson([speaker ?? null, recording ?? null])
}

export function draftCardOf({ type, copy }: Pick<Proposal, 'type' | 'copy'>) {
  return { type, id: copy.id, facts: factsOf(type, copy) }
}

/** Everybody else by whose consent a document lives, where the facts that say so are published. */
function others(proposal: Proposal, consents: readonly NamedPerson[]) {
  return proposal.parts.facts ? livingBy(proposal, consents) : []
}

/** By the draft as well: words may be looked at without the facts that say whose they are. */
function livingBy(proposal: Proposal, consents: readonly NamedPerson[]) {
  if (proposal.type === 'people') return []
  const found = [...livesByConsentOf(proposal.form.card), ...livesByConsentOf(draftCardOf(proposal))]
  const places = new Map(found.map((one) => [one.person, one]))
  return [...places.values()].flatMap(({ person: key, ...place }) => {
    const person = consents.find((one) => one.key === key)
    return person ? [{ person, ...place }] : []
  })
}

function ownConsent({ type, copy }: Proposal): Consent | null {
  return type === 'people' ? consentOf(copy) : null
}

function uncovered(proposal: Proposal, consent: Consent): Shipped[] {
  const isNamed = publishAsOf(proposal.copy) === 'full'
  return shippedOf(proposal.form, shippedParts(proposal), isNamed).filter(({ scope }) => !covers(consent, scope))
}

/** A part is published only by somebody who did not change it since it was published. */
export function ownChange({ ownChanges, ...proposal }: Proposal & Pick<RelatedDocuments, 'ownChanges'>): Finding[] {
  const about = refOf<DocumentType>(proposal.type, proposal.copy.id)
  return ownChanges
    .filter(({ part }) => shippedParts(proposal).includes(part))
    .map(({ part, by, at }) => ({ part, overridable: { about, text: `${by} ${at}` } }))
}
