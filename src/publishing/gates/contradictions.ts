import { refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { Finding, Proposal, RelatedDocuments } from './gates.ts'

/** Born on a day that is surely after that of the death. */
export function bornAfterDied(proposal: Proposal): Finding[] {
  const { birthDate, deathDate } = shippedPerson(proposal)
  const [born, died] = [birthDate?.earliest, deathDate?.latest]
  return born && died && born > died ? [{ part: 'facts', path: 'deathDate' }] : []
}

/** From fifteen years to ten. */
export function penaltyReversed(proposal: Proposal): Finding[] {
  const { charges = [] } = shippedPerson(proposal)
  return charges
    .filter(({ penaltyMinYears: least = 0, penaltyMaxYears: most = Number.POSITIVE_INFINITY }) => least > most)
    .map(({ id }) => ({ part: 'facts', path: `charges/${id}/penaltyMaxYears` }))
}

/** A part of itself, or a place within itself, be it by way of others. */
export function withinItself({
  type,
  copy,
  parts,
  ancestors,
}: Proposal & Pick<RelatedDocuments, 'ancestors'>): Finding[] {
  const isWithin = parts.facts && ancestors.has(refOf<DocumentType>(type, copy.id))
  const path = type === 'places' ? 'within' : 'partOf'
  return isWithin ? [{ part: 'facts', path, values: { field: path } }] : []
}

/** What a document is a part of. */
export function wholeOf(type: DocumentType, facts: Facts<DocumentType>): Ref | undefined {
  // The type decides which facts these are.
  if (type === 'events') return (facts as Facts<'events'>).partOf
  return type === 'places' ? (facts as Facts<'places'>).within : undefined
}

function shippedPerson({ type, parts, form }: Proposal): Facts<'people'> {
  return type === 'people' && parts.facts ? form.card.facts : {}
}
