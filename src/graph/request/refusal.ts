import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { CallerError } from '#base/errors.ts'
import { type ErrorCode, errorCodes } from '../errors.ts'

/** A request that is refused before it runs, with everything that is wrong about it. */
export class Refusal extends CallerError {
  override name = 'Refusal'
  readonly errors: readonly GraphQLFormattedError[]
  readonly cost: number

  constructor(errors: readonly GraphQLFormattedError[], cost: number) {
    super(codeOf(errors[0]), statusOf(errors, false), errors.map((error) => error.message).join(' '))
    this.errors = errors
    this.cost = cost
  }
}

export function refuse(code: ErrorCode, message: string, details: Record<string, unknown> = {}): CallerError {
  return new CallerError(code, errorCodes[code], message, details)
}

/** The status of an answer with errors: the caller's fault counts before ours. */
export function statusOf(errors: readonly GraphQLFormattedError[], hasData: boolean): number {
  const statuses = errors.map((error) => errorCodes[codeOf(error)])
  const callers = statuses.find((status) => status < 500)
  if (callers !== undefined) return callers
  return hasData ? 200 : 500
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code)
}

function codeOf(error: GraphQLFormattedError | undefined): ErrorCode {
  const code = error?.extensions?.code
  return isErrorCode(code) ? code : 'INTERNAL'
}

/** All that the outside learns of a fault of ours. The log has the rest under the same id. */
export function internalError(requestId: string): GraphQLFormattedError {
  return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', requestId } }
}

/**
 * The one fault of a caller that graphql-js finds only while it runs a request: null for an argument
 * that must not be null. What else it finds then, a resolver of ours did wrong.
 */
function codeWhileRunning({ message }: GraphQLError): ErrorCode | null {
  return message.startsWith('Argument "') ? 'INVALID_INPUT' : null
}

/** Codes that graphql-js and Apollo use for what our list says in other words. */
const translated: Readonly<Record<string, ErrorCode>> = {
  BAD_USER_INPUT: 'INVALID_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
}

/**
 * What may leave of an error. Null where it is ours: the caller then gets INTERNAL with the id under
 * which the log has the rest. `unnamed` is the code of what graphql-js refuses without a code; null
 * where such an error is ours too.
 */
export function outwardError(error: GraphQLError, unnamed: ErrorCode | null): GraphQLFormattedError | null {
  const named = nameOf(error, unnamed)
  if (!named || named.code === 'INTERNAL') return null
  const { message, locations, path } = error
  const place = { ...(locations && { locations }), ...(path && { path }) }
  return { message, ...place, extensions: { ...named.details, code: named.code } }
}

/** What may leave of the errors of a request that ran; `onError` is told of those that are ours. */
export function outwardErrors(
  errors: readonly GraphQLError[],
  requestId: string,
  onError: (error: unknown, requestId: string) => void,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    const theirs = outwardError(error, codeWhileRunning(error))
    if (theirs) return theirs
    onError(error.originalError ?? error, requestId)
    return { ...internalError(requestId), ...(error.path && { path: error.path }) }
  })
}

type Named = { code: ErrorCode; details: Record<string, unknown> }

function nameOf(error: GraphQLError, unnamed: ErrorCode | null): Named | null {
  const thrown = rootCause(error)
  if (thrown instanceof CallerError)
    return isErrorCode(thrown.code) ? { code: thrown.code, details: thrown.details } : null
  const { code, http: _, stacktrace: __, ...details } = error.extensions
  if (isErrorCode(code)) return { code, details }
  if (typeof code === 'string') return translated[code] ? { code: translated[code], details: {} } : null
  // Without a thrown Error behind it, graphql-js itself refused what the caller sent.
  return unnamed && thrown instanceof GraphQLError ? { code: unnamed, details: {} } : null
}

/** graphql-js wraps what a resolver or a scalar threw, sometimes twice. */
function rootCause(error: GraphQLError): Error {
  return error.originalError instanceof GraphQLError ? rootCause(error.originalError) : (error.originalError ?? error)
}
