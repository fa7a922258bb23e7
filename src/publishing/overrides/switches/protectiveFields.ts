import { isObject } from '#base/isObject.ts'
import { type Face, facesIn, newFaceId } from '#media/faces.ts'
import type { DocumentType } from '#record/shape.ts'
import { vocabularies } from '#record/vocabularies.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { type Consent, consentOf, covers, isClosed, isDecidedByOthers, isOnFile } from '../../form/consent.ts'
import { publishAsOf } from '../../form/publishAs.ts'

/** Whether both copies are of one picture, and what time it is. */
export type Situation = { isSameFile: boolean; at: string }

/**
 * A field that protects somebody by what stands in it. `stricter` is asked of the value that is there and of one that an older version
 * brings back; `opens`, whether a save takes protection away that somebody should hear of.
 */
export type ProtectiveField = {
  /** Without one it is a field of every type. */
  type?: DocumentType
  path: readonly [string, ...string[]]
  /** A part of the public form says it: who changed it is known by that. */
  isInForm?: true
  stricter(before: unknown, after: unknown, situation: Situation): unknown
  opens?(before: unknown, after: unknown, situation: Situation): boolean
}

/** By the name under which an opened one is kept and told (`overrides.<name>`). One that only a restore may open is not told. */
export const protectiveFields = {
  consentReopened: {
    type: 'people',
    path: ['safety', 'consent'],
    stricter: stricterConsent,
    opens: (before, after) => isClosed(consentIn(before)) && !isClosed(consentIn(after)),
  },
  nameOpened: {
    type: 'people',
    path: ['safety', 'publishAs'],
    stricter: (before, after) => (closenessOfName(before) > closenessOfName(after) ? before : after),
    opens: (before, after) => closenessOfName(before) > closenessOfName(after),
  },
  sourceOpened: { type: 'sources', path: ['confidential'], stricter: ticked, opens: isUnticked },
  placeToldFiner: {
    type: 'events',
    path: ['placePrecision'],
    isInForm: true,
    stricter: (before, after) => (coarseness(before) > coarseness(after) ? before : after),
    opens: (before, after) => coarseness(before) > coarseness(after),
  },
  embargoShortened: {
    path: ['embargoedUntil'],
    stricter: (before, after) => (instantIn(before) > instantIn(after) ? before : after),
    opens: (before, after, { at }) => instantIn(before) > at && instantIn(after) < instantIn(before),
  },
  facesUncoveredAgain: {
    type: 'media',
    path: ['faces'],
    stricter: (before, after, { isSameFile }) =>
      isSameFile && facesIn(before).length > 0 ? allFaces(facesIn(before), facesIn(after)) : after,
    opens: (before, after, { isSameFile }) => isSameFile && facesIn(before).some((face) => !isCovered(face, after)),
  },
  personsShown: { type: 'media', path: ['personsShown'], isInForm: true, stricter: allIds },
  othersShown: { type: 'media', path: ['othersShown'], stricter: ticked },
} as const satisfies { readonly [name: string]: ProtectiveField }

export type Opened = keyof typeof protectiveFields

/** The names of what is told when it is opened. */
export const toldWhenOpened = (Object.keys(protectiveFields) as Opened[]).filter(
  (name) => 'opens' in protectiveFields[name],
)

const consentIn = (consent: unknown): Consent => consentOf({ safety: { consent } })

/** The present one stays as a whole where the other would open anything: one made of two is a consent that nobody gave. */
function stricterConsent(before: unknown, after: unknown): unknown {
  const [was, is] = [consentIn(before), consentIn(after)]
  if (!isClosed(was) && !opensConsent(was, is)) return after
  return whole(before, after)
}

function opensConsent(was: Consent, is: Consent): boolean {
  if (isClosed(is)) return false
  const isGrounded = (consent: Consent) => isOnFile(consent) || isDecidedByOthers(consent)
  const coversMore = vocabularies.consentScope.some((scope) => covers(is, scope) && !covers(was, scope))
  return coversMore || (isGrounded(is) && !isGrounded(was)) || lastDay(is) > lastDay(was)
}

/** Without a last day it goes on. */
const lastDay = ({ until }: Consent): string => until?.latest ?? '9999-12-31'

/** What only the other one says is said to be empty: a field that is left out would stay as it is stored. */
function whole(kept: unknown, other: unknown): unknown {
  const [own, more] = [isObject(kept) ? kept : {}, isObject(other) ? other : {}]
  const names = [...new Set([...Object.keys(own), ...Object.keys(more)])]
  return Object.fromEntries(names.map((name) => [name, own[name] ?? (Array.isArray(more[name]) ? [] : null)]))
}

const closeness = { full: 0, initials: 1, pseudonym: 2, withheld: 3 } as const

function closenessOfName(publishAs: unknown): number {
  // Nothing else of a person is asked.
  return closeness[publishAsOf({ safety: { publishAs } } as unknown as WorkingCopy)]
}

/** From a spot to nothing at all, as the vocabulary lists them; without a word it is exact. */
function coarseness(precision: unknown): number {
  const words: readonly unknown[] = vocabularies.placePrecision
  return Math.max(0, words.indexOf(precision))
}

function isUnticked(before: unknown, after: unknown): boolean {
  return before === true && after !== true
}

function ticked(before: unknown, after: unknown): unknown {
  return before === true ? true : after
}

/** In UTC, as one database answers a text and another a date; without one it is before everything. */
function instantIn(value: unknown): string {
  const instant = typeof value === 'string' || value instanceof Date ? new Date(value) : undefined
  return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : ''
}

function allIds(before: unknown, after: unknown): unknown {
  if (!Array.isArray(before) || before.length === 0) return after
  const lists: unknown[] = [before, after].flatMap((list) => (Array.isArray(list) ? list : []))
  return [...new Set(lists.map((one) => (isObject(one) ? one.id : one)))]
}

function allFaces(before: readonly Face[], after: readonly Face[]): Face[] {
  const others = after.filter((face) => !before.some((one) => isSameRegion(one, face)))
  const taken = new Set(before.map(({ id }) => id))
  return [...before, ...others.map((face) => (taken.has(face.id) ? { ...face, id: newFaceId() } : face))]
}

const isSameRegion = (one: Face, other: Face): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => one[side] === other[side])

/** A face that is moved a little is covered still; one of which less than half is left is not. */
function isCovered(face: Face, after: unknown): boolean {
  return facesIn(after).some((other) => shared(face, other) * 2 >= face.width * face.height)
}

function shared(one: Face, other: Face): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}
