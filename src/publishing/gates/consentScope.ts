import { isObject } from '#base/isObject.ts'
import { parseEdtf } from '#dates/edtf.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { factsOf } from '../form/facts.ts'

/** Whether consent was given to be shown in pictures, and has not ended. What nobody wrote down was not given. */
export function coversPicture(copy: WorkingCopy, at: string): boolean {
  const { state, scope, until } = consentOf(copy)
  return state === 'given' && Array.isArray(scope) && scope.includes('picture') && !hasEnded(until, at)
}

/** Whether somebody may be recognised in a picture. The dead cannot be asked: who speaks for them can only refuse. */
export function mayBeRecognised(copy: WorkingCopy, at: string): boolean {
  if (coversPicture(copy, at)) return true
  const { state } = consentOf(copy)
  const { deathDate } = factsOf('people', copy)
  return deathDate !== undefined && state !== 'refused' && state !== 'withdrawn' && state !== 'given'
}

function consentOf({ safety }: WorkingCopy): { readonly [field: string]: unknown } {
  return isObject(safety) && isObject(safety.consent) ? safety.consent : {}
}

/** A date that cannot be read has ended. */
function hasEnded(until: unknown, at: string): boolean {
  if (until === undefined || until === null || until === '') return false
  const read = typeof until === 'string' ? parseEdtf(until) : null
  if (!read?.ok) return true
  return read.date.latest !== null && read.date.latest < at.slice(0, 10)
}
