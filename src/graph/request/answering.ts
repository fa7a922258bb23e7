import type { GraphQLFormattedError } from 'graphql'
import { CallerError } from '#base/errors.ts'
import { internalError, Refusal } from './refusal.ts'

/** Ours, but passing: 503, and try again. */
export class NotNow extends Error {
  override name = 'NotNow'
}

/** A publish storm does not outrun this many tries. */
const mostTries = 20

/**
 * Answers on one version from start to end: where the record moved under the request, `once` answers `moved`, and the
 * request starts over on what is there after `lookAgain`.
 */
export async function onOneVersion<Result>(
  once: () => Promise<Result | 'moved'>,
  lookAgain?: () => Promise<void> | undefined,
): Promise<Result> {
  for (let tries = 0; tries < mostTries; tries++) {
    const result = await once()
    if (result !== 'moved') return result
    await lookAgain?.()
  }
  throw new Error('The record kept moving under a request.')
}

/** The work goes on where it cannot be stopped; who asked is told in time. */
export function inTime<Result>(work: Promise<Result>, timeMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new NotNow(`The answer took longer than ${timeMs / 1000} s.`))
    const timer = setTimeout(late, timeMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** An answer without data. `retryAfter` is in seconds. */
export type FaultAnswer = {
  status: number
  errors: readonly GraphQLFormattedError[]
  cost: number
  retryAfter?: number
}

/** The one place where what was thrown becomes an answer; `report` is told of what is ours. */
export function faultAnswer(
  error: unknown,
  requestId: string,
  report: (error: unknown, requestId: string) => void,
): FaultAnswer {
  if (error instanceof Refusal) return { status: error.status, errors: error.errors, cost: error.cost }
  if (error instanceof CallerError) return callerAnswer(error)
  if (error instanceof NotNow)
    return { status: 503, errors: [{ ...internalError(requestId), message: error.message }], cost: 0, retryAfter: 1 }
  report(error, requestId)
  return { status: 500, errors: [internalError(requestId)], cost: 0 }
}

export function callerAnswer({ status, code, message, details }: CallerError): FaultAnswer {
  const { retryAfter } = details
  const errors = [{ message, extensions: { code, ...details } }]
  return { status, errors, cost: 0, ...(typeof retryAfter === 'number' && { retryAfter }) }
}
