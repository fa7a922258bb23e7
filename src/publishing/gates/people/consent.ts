import { type Part, refOf } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
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
import { publishAsOf } from '../../form/publishAs.ts'
import { refsInPart } from '../../form/references.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'

/** Somebody whom a form names, and what is known of their consent. */
export type NamedPerson = { key: Ref<'people'>; name: string; isNamed: boolean; consent: Consent }

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
export function consentScope(proposal: Proposal): Finding[] {
  const consent = ownConsent(proposal)
  if (consent?.state !== 'given') return []
  return uncovered(proposal, consent).map(({ part, path }) => ({
    part,
    path,
    values: { field: path },
    overridable: { about: refOf('people', proposal.copy.id), text: textOf(consent), everyPart: true },
  }))
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

export function consentOfNamedScope({ consents, ...proposal }: WithConsents): Finding[] {
  return others(proposal, consents).flatMap(({ person, path, scope }) => {
    const { key, name, consent } = person
    if (consent.state !== 'given' || !scope || covers(consent, scope)) return []
    return [{ part: 'facts', path, values: { name }, overridable: { about: key, text: textOf(consent) } }]
  })
}

/** Everybody else by whose consent a document lives, where the facts that say so are published. */
function others({ type, form, parts }: Proposal, consents: readonly NamedPerson[]) {
  if (type === 'people' || !parts.facts) return []
  return livesByConsentOf(form.card).flatMap(({ person: key, ...place }) => {
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
