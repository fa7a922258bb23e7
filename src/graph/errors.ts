import { GraphQLError } from 'graphql'

/** Every code that an answer can carry, with the HTTP status of an answer that holds nothing else. The list is closed. */
export const errorCodes = {
  UNKNOWN_LOCALE: 400,
  INVALID_CURSOR: 400,
  PAGE_SIZE_EXCEEDED: 400,
  COST_LIMIT_EXCEEDED: 400,
  DEPTH_LIMIT_EXCEEDED: 400,
  INVALID_INPUT: 400,
  PERSISTED_QUERY_NOT_FOUND: 200,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_REQUEST: 400,
} as const
export type ErrorCode = keyof typeof errorCodes

/** The caller's fault, said so that the caller can cure it. */
export function refusal(code: ErrorCode, message: string, details: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...details, code, http: { status: errorCodes[code] } } })
}
