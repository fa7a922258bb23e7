import { canonicalJson } from '#base/digest.ts'
import { type Face, facesIn, isTooSmall } from '#media/faces.ts'
import { refOf } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { consentOf, covers, hasRunOut } from '../../form/consent.ts'
import { factsOf } from '../../form/facts.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'
import type { NamedPerson } from './consent.ts'

/** Somebody who can be seen in a picture; without a key it is people who have no profile. */
export type PersonShown = {
  key?: Ref
  name: string
  mayBeRecognised: boolean
  isNameWithheld: boolean
}

/** A file and what is covered in it. */
export type Picture = { key: Ref; originalSha256: string; faces: readonly Face[] }

export type WithPicture = Proposal & Pick<RelatedDocuments, 'peopleShown' | 'portrait'>

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

export function pictureOf(key: Ref, copy: WorkingCopy | undefined): Picture {
  return {
    key,
    originalSha256: String(copy?.originalSha256 ?? ''),
    faces: facesIn(copy?.faces).filter((face) => !isTooSmall(face)),
  }
}

/** What an override of a picture is of: another file, or the same one with other faces covered, is another question. */
export function pictureInWords({ key, originalSha256, faces }: Picture): string {
  return canonicalJson([key, originalSha256, faces.map(({ x, y, width, height }) => [x, y, width, height])])
}

/** The picture that a publish of these facts shows: the document itself, or the portrait of a person. */
export function pictureIn({
  type,
  copy,
  parts,
  portrait,
}: Proposal & Pick<RelatedDocuments, 'portrait'>): Picture | null {
  if (!parts.facts) return null
  return type === 'media' ? pictureOf(refOf<DocumentType>('media', copy.id), copy) : portrait
}

/** Whom a picture shows, as its facts say. */
export function picturePeople({ type, form, parts }: Proposal): readonly Ref[] {
  // The type decides which facts these are.
  const { personsShown = [] }: Facts<'media'> = type === 'media' && parts.facts ? form.card.facts : {}
  return personsShown
}

/** Others in the picture, as its working copy says: nobody has asked them. */
export function showsOthers({ type, copy, parts }: Proposal): boolean {
  return type === 'media' && parts.facts && copy.othersShown === true
}

/**
 * People who have not agreed to be recognised, and fewer faces are marked than they are. Marked faces count first for withheld names, then
 * for children, of whom the gates are stricter. That the others cannot be recognised is for somebody to say.
 */
export function facesUncovered(context: WithPicture & Pick<RelatedDocuments, 'perhapsMinors'>): Finding[] {
  const picture = pictureIn(context)
  const { peopleShown, perhapsMinors, type, copy } = context
  const unasked = peopleShown.filter(({ mayBeRecognised, isNameWithheld }) => !mayBeRecognised && !isNameWithheld)
  if (!picture || unasked.length === 0) return []
  const stricter = toBeCovered(peopleShown, perhapsMinors).filter((one) => !unasked.includes(one))
  const missing = unasked.length + stricter.length - picture.faces.length
  const text = [pictureInWords(picture), ...unasked.map(({ key }) => key ?? 'others').sort()].join(' ')
  const overridable = { about: refOf<DocumentType>(type, copy.id), text }
  return found(context, unasked, Math.min(missing, unasked.length)).map((finding) => ({ ...finding, overridable }))
}

/** A face tells who somebody is, whatever they are called and whatever they agreed to. */
export function withheldFaceUncovered(context: WithPicture): Finding[] {
  const withheld = toBeCovered(context.peopleShown, [])
  return found(context, withheld, withheld.length - (pictureIn(context)?.faces.length ?? withheld.length))
}

/** Whose faces are covered before anybody else's: those of withheld names and of children. */
export function toBeCovered(shown: readonly PersonShown[], minors: readonly NamedPerson[]): PersonShown[] {
  return shown.filter(({ key, isNameWithheld }) => isNameWithheld || minors.some((one) => one.key === key))
}

/** A picture of which nobody has said who can be seen in it: nobody is asked about. */
export function shownUnsaid({ type, copy, form, parts }: Proposal): Finding[] {
  if (type !== 'media' || !parts.facts) return []
  // The type decides which facts these are.
  const { personsShown = [] } = form.card.facts as Facts<'media'>
  const isSaid = personsShown.length > 0 || copy.othersShown === true || facesIn(copy.faces).length > 0
  return isSaid
    ? []
    : [{ part: 'facts', path: 'personsShown', position: 'personsShown', values: { field: 'personsShown' } }]
}

function found({ type }: Proposal, shown: readonly PersonShown[], missing: number): Finding[] {
  if (missing <= 0) return []
  const people = [...new Set(shown.map(({ name }) => name))].join(', ')
  const path = type === 'media' ? 'faces' : 'portrait'
  return [{ part: 'facts', path, position: path, values: { people, missing: String(missing) } }]
}
