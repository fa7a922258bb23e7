import { facesIn } from '#media/faces.ts'
import { refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { consentOf, covers, hasRunOut } from '../../form/consent.ts'
import { factsOf } from '../../form/facts.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'

/** Somebody who can be seen in a picture; without a key it is people who have no profile. */
export type PersonShown = {
  key?: Ref
  name: string
  mayBeRecognised: boolean
  isNameWithheld: boolean
}

type WithPeople = Proposal & Pick<RelatedDocuments, 'peopleShown'>

/** Whether somebody may be recognised in a picture. The dead cannot be asked: who speaks for them can only refuse. */
export function mayBeRecognised(copy: WorkingCopy, at: string): boolean {
  const consent = consentOf(copy)
  if (covers(consent, 'picture') && !hasRunOut(consent, at)) return true
  const { deathDate } = factsOf('people', copy)
  return (
    deathDate !== undefined &&
    (consent.state === null || consent.state === 'notAsked' || consent.state === 'notPossible')
  )
}

/** Whose picture a publish would show, with every face to be seen. */
export function picturePeople({ type, form, parts }: Proposal): readonly Ref[] {
  // The type decides which facts these are.
  const { personsShown = [] }: Facts<'media'> = type === 'media' && parts.facts ? form.card.facts : {}
  return personsShown
}

/** Others in the picture, as its working copy says: nobody has asked them. */
export function showsOthers({ type, copy, parts }: Proposal): boolean {
  return type === 'media' && parts.facts && copy.othersShown === true
}

/** Somebody who has not agreed to be recognised, and no face is marked. That none can be recognised is for somebody to say. */
export function facesUncovered({ peopleShown, ...proposal }: WithPeople): Finding[] {
  const shown = uncovered(proposal, peopleShown).filter(({ isNameWithheld }) => !isNameWithheld)
  const { copy } = proposal
  const about = refOf<DocumentType>('media', copy.id)
  // The same file with the same people: another edition of it, with another credit, is no other question.
  const text = [copy.originalSha256, ...shown.map(({ key }) => key ?? 'others').sort()].join(' ')
  return found(shown).map((finding) => ({ ...finding, overridable: { about, text } }))
}

/** A face tells who somebody is, whatever they are called and whatever they agreed to. */
export function withheldFaceUncovered({ peopleShown, ...proposal }: WithPeople): Finding[] {
  return found(uncovered(proposal, peopleShown).filter(({ isNameWithheld }) => isNameWithheld))
}

function uncovered({ copy }: Proposal, shown: readonly PersonShown[]): PersonShown[] {
  if (facesIn(copy.faces).length > 0) return []
  return shown.filter(({ mayBeRecognised, isNameWithheld }) => !mayBeRecognised || isNameWithheld)
}

function found(shown: readonly PersonShown[]): Finding[] {
  if (shown.length === 0) return []
  const people = [...new Set(shown.map(({ name }) => name))].join(', ')
  return [{ part: 'facts', path: 'faces', position: 'faces', values: { people } }]
}
