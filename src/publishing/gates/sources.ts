import { canonicalJson } from '#base/digest.ts'
import { refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import { rowsOf } from '#record/walk.ts'
import { digestOfOverride } from '../overrides/overrides.ts'
import type { SourceSaying } from '../withheld/confidential/sayings.ts'
import { shippedEvent } from './dates.ts'
import type { Finding, Proposal, RelatedDocuments } from './gates.ts'

/** What can be disputed names who says so. An accusation has a gate of its own. */
export function unsourced(proposal: Proposal): Finding[] {
  const { type, form, parts } = proposal
  const facts: { readonly [name: string]: unknown } = form.card.facts
  if (!parts.facts) return []
  if (type === 'quotes' || (type === 'events' && accusedIn(proposal).length === 0))
    return facts.sources === undefined ? [{ part: 'facts', path: 'sources' }] : []
  if (type !== 'people') return []
  return ['charges', 'recognitions'].flatMap((name) =>
    rowsOf(facts[name])
      .filter((row) => row.sources === undefined)
      .map(({ id }) => ({ part: 'facts', path: `${name}/${id}/sources` })),
  )
}

/** Whoever is said to have done something to somebody is accused: each by each, so that an answer is about one of them. */
export function allegationUnsourced(proposal: Proposal): Finding[] {
  const { kind, date, sources } = shippedEvent(proposal)
  if (sources) return []
  const own = refOf<DocumentType>(proposal.type, proposal.copy.id)
  return accusedIn(proposal).map(({ id, who }) => ({
    part: 'facts',
    path: `participants/${id}/who`,
    cureAt: { document: own, part: 'facts', position: 'sources' },
    overridable: { about: who, text: canonicalJson({ who, kind: kind ?? null, date: date?.edtf ?? null }) },
  }))
}

function accusedIn(proposal: Proposal) {
  const { participants = [] } = shippedEvent(proposal)
  return participants.flatMap(({ id, who, role }) => (who && role === 'perpetrator' ? [{ id, who }] : []))
}

/** A reader can look up what has an address. */
export function sourceWithoutAddress({ type, form, parts }: Proposal): Finding[] {
  const facts: Facts<'sources'> = type === 'sources' ? form.card.facts : {}
  const isFindable = facts.url !== undefined || facts.archiveUrl !== undefined
  return type === 'sources' && parts.facts && !isFindable ? [{ part: 'facts', path: 'url' }] : []
}

/** Whatever part of it: a confidential source is not there for the public. */
export function sourceConfidential({ type, copy }: Proposal): Finding[] {
  return type === 'sources' && copy.confidential === true ? [{ part: 'facts', path: 'confidential' }] : []
}

type WithSayings = Pick<RelatedDocuments, 'sourceSayings'>

export function confidentialSourceSaid({ sourceSayings }: WithSayings): Finding[] {
  return sourceSayings
    .filter(({ isCited }) => isCited)
    .map(({ part, path, said, title }) => ({ part, path, values: { field: path, said, title } }))
}

/** What nothing but the same words connects with the source may be something else of that name. */
export function confidentialSourceElsewhere({ sourceSayings }: WithSayings): Finding[] {
  return sourceSayings
    .filter(({ isCited }) => !isCited)
    .map(({ part, path, text, said, title, source }) => ({
      part,
      path,
      values: { field: path, said, title },
      overridable: { about: source, text },
    }))
}

/** The digest under which somebody may have said so. */
export function digestOfSourceSaying(key: Ref, { part, path, text, source }: SourceSaying): string {
  return digestOfOverride({ gate: 'confidentialSourceElsewhere', key, part, path, about: source, text })
}

export function citationLeftOut({
  parts,
  citationsLeftOut,
}: Proposal & Pick<RelatedDocuments, 'citationsLeftOut'>): Finding[] {
  return parts.facts
    ? citationsLeftOut.map(({ key, name }) => ({ part: 'facts', path: key, values: { title: name } }))
    : []
}
