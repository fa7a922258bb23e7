/**
 * The closed list of `extensions.code` and the HTTP status each has on its own. Front ends may
 * switch over it: a code that is not here never leaves delivery.
 */
export const errorCodes = {
  BAD_REQUEST: 400,
  COST_LIMIT_EXCEEDED: 400,
  DEPTH_LIMIT_EXCEEDED: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  INTERNAL: 500,
  INVALID_CURSOR: 400,
  INVALID_INPUT: 400,
  PAGE_SIZE_EXCEEDED: 400,
  // Clients of the APQ protocol send the text next; they take any other status for an outage.
  PERSISTED_QUERY_NOT_FOUND: 200,
  RATE_LIMITED: 429,
  UNKNOWN_LOCALE: 400,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorCodes

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code)
}
