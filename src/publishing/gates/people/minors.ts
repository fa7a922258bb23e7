import { canonicalJson } from '#base/digest.ts'
import type { PartialDate } from '#base/time/partialDate.ts'
import { refOf } from '#record/record.ts'
import type { Facts } from '#record/shape.ts'
import { type Consent, consentOf, isOnFile, textOf } from '../../form/consent.ts'
import { factsOf } from '../../form/facts.ts'
import { publishAsOf } from '../../form/publishAs.ts'
import { refsInPart } from '../../form/references.ts'
import { headingOf } from '../../workingCopy.ts'
import type { Finding, Proposal, RelatedDocuments } from '../gates.ts'
import { type NamedPerson, namesIn, shippedParts } from './consent.ts'
import { pictureIn, pictureInWords, toBeCovered, type WithPicture } from './faces.ts'

type Life = { birthDate?: PartialDate; deathDate?: PartialDate }
type WithMinors = Proposal & Pick<RelatedDocuments, 'perhapsMinors'>

/** Whether somebody living may be younger than 18; undefined where nobody wrote a date of birth. */
export function mayBeMinor({ birthDate, deathDate }: Life, at: string): boolean | undefined {
  if (deathDate) return false
  // Without a latest day somebody may have been born yesterday.
  return birthDate && (birthDate.latest === null || birthDate.latest > adultsBornBefore(at))
}

/** A person who is named, and everybody whom a shipped part names: relatives, participants, speakers, who is shown or linked to. */
export function minorNamed({ perhapsMinors, ...proposal }: WithMinors): Finding[] {
  const related = shippedParts(proposal).flatMap((part) => {
    const refs = refsInPart(proposal.form, part)
    return perhapsMinors
      .filter(({ key, isNamed }) => isNamed && refs.includes(key))
      .map((minor) => ({ part, path: minor.key, ...told(minor, minor.names) }))
  })
  const own = ownMinor({ perhapsMinors, ...proposal })
  return own?.isNamed ? [...found(proposal, own, 'name'), ...related] : related
}

/** A day of birth finds a child among others of the same name or school; months and seasons nearly do. */
export function minorBirthDate(context: WithMinors): Finding[] {
  return isBornExactly(context) ? birthDateOf(context) : []
}

export function minorBirthYear(context: WithMinors): Finding[] {
  return isBornExactly(context) ? [] : birthDateOf(context)
}

/** Covered faces are no faces: there are as many of them as children, and as people whose names are withheld. */
export function minorFace(context: WithMinors & WithPicture): Finding[] {
  const picture = pictureIn(context)
  if (!picture) return []
  const { type, peopleShown, perhapsMinors } = context
  const stands = pictureInWords(picture)
  if (type !== 'media') {
    const own = picture.faces.length === 0 ? ownMinor(context) : null
    return own ? [{ part: 'facts', path: 'portrait', ...told(own, stands) }] : []
  }
  if (picture.faces.length >= toBeCovered(peopleShown, perhapsMinors).length) return []
  return perhapsMinors
    .filter((minor) => peopleShown.some(({ key }) => key === minor.key))
    .map((minor) => ({ part: 'facts', path: 'personsShown', ...told(minor, stands) }))
}

/** Where somebody goes to school is told by what they do. */
export function minorSchool(context: WithMinors): Finding[] {
  const own = context.parts.facts ? ownMinor(context) : null
  // The type decides which facts these are.
  const { occupations = [] } = (context.type === 'people' ? context.form.card.facts : {}) as Facts<'people'>
  return own
    ? occupations.map(({ id }) => ({ part: 'facts', path: `occupations/${id}/organization`, ...named(own) }))
    : []
}

/** Older facts may be public while the draft says another day, and the other way round. */
function ownMinor({ type, copy, form, at, perhapsMinors }: WithMinors): NamedPerson | null {
  if (type !== 'people') return null
  const key = refOf('people', copy.id)
  // The type decides which facts these are.
  const isMinor = [form.card.facts as Facts<'people'>, factsOf('people', copy)].some((facts) => mayBeMinor(facts, at))
  if (!isMinor && !perhapsMinors.some((one) => one.key === key)) return null
  return {
    key,
    name: headingOf(copy, type),
    isNamed: publishAsOf(copy) === 'full',
    consent: consentOf(copy),
    names: namesIn(copy),
  }
}

function isBornExactly({ form }: Proposal): boolean {
  // Asked of people only.
  const { birthDate } = form.card.facts as Facts<'people'>
  return birthDate !== undefined && (birthDate.precision === 'set' || daysOf(birthDate) < daysOfYear)
}

const daysOfYear = 365

/** How many days a date may mean; one that is open never ends. */
function daysOf({ earliest, latest }: PartialDate): number {
  if (earliest === null || latest === null) return Number.POSITIVE_INFINITY
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1
}

function birthDateOf(context: WithMinors): Finding[] {
  const own = context.parts.facts ? ownMinor(context) : null
  // Asked of people only.
  const { birthDate } = context.form.card.facts as Facts<'people'>
  return own && birthDate ? [{ part: 'facts', path: 'birthDate', ...told(own, birthDate.edtf) }] : []
}

function found(proposal: Proposal, minor: NamedPerson, path: string): Finding[] {
  return shippedParts(proposal).map((part) => ({ part, path, ...told(minor, minor.names) }))
}

const named = ({ name }: NamedPerson) => ({ values: { name } })

/** Without a consent on file nobody lets it through. `stands`: what is said or shown there, which is all that is let through. */
function told(minor: NamedPerson & { consent: Consent }, stands: string): Pick<Finding, 'values' | 'overridable'> {
  const { key, consent } = minor
  const overridable = { about: key, text: canonicalJson([textOf(consent), stands]), everyPart: true } as const
  return { ...named(minor), ...(isOnFile(consent) && { overridable }) }
}

/** The calendar date on or before which everybody who is an adult at `at` was born. */
function adultsBornBefore(at: string): string {
  return `${Number(at.slice(0, 4)) - 18}${at.slice(4, 10)}`
}
