import { isObject } from '#base/isObject.ts'
import { refuse } from './refusal.ts'

/** One GraphQL request as it arrived, its shape checked and nothing more. */
export type GraphqlRequest = {
  query: string | undefined
  operationName: string | undefined
  variables: Readonly<Record<string, unknown>>
  /** SHA-256 of the query text, where the caller speaks the APQ protocol. */
  persistedHash: string | undefined
}

/** Throws where a JSON text is nested too deep to be read by what recurses. */
export type CheckJson = (text: string) => void

/** Reads the query string of a GET, without its `?`. */
export function requestOfSearch(search: string, checkJson: CheckJson): GraphqlRequest {
  const parameters = new URLSearchParams(search)
  const once = (name: string) => {
    const values = parameters.getAll(name)
    if (values.length > 1) throw refuse('BAD_REQUEST', `The parameter ${name} may be given once.`)
    return values[0]
  }
  const json = (name: string) => {
    const text = once(name)
    return text === undefined ? undefined : parse(text, `The parameter ${name}`, checkJson)
  }
  return shaped({
    query: once('query'),
    operationName: once('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

/** Reads the body of a POST. */
export function requestOfBody(body: Buffer, checkJson: CheckJson): GraphqlRequest {
  const value = parse(body.toString('utf8'), 'The body', checkJson)
  if (Array.isArray(value)) throw refuse('BAD_REQUEST', 'One request at a time: a batch is not answered.')
  if (!isObject(value)) throw refuse('BAD_REQUEST', 'The body is a JSON object with `query`.')
  return shaped(value)
}

function shaped({ query, operationName, variables, extensions }: Record<string, unknown>): GraphqlRequest {
  if (!isAbsentOr(query, isString)) throw refuse('BAD_REQUEST', '`query` is a text.')
  if (!isAbsentOr(operationName, isString)) throw refuse('BAD_REQUEST', '`operationName` is a text.')
  if (!isAbsentOr(variables, isObject)) throw refuse('BAD_REQUEST', '`variables` is a JSON object.')
  if (!isAbsentOr(extensions, isObject)) throw refuse('BAD_REQUEST', '`extensions` is a JSON object.')
  const persistedHash = hashOf(extensions?.persistedQuery)
  if (!query && !persistedHash)
    throw refuse('BAD_REQUEST', 'A request needs `query` (or a persisted query in `extensions`).')
  return {
    query: query || undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    persistedHash,
  }
}

function hashOf(persisted: unknown): string | undefined {
  if (persisted === undefined || persisted === null) return undefined
  if (isObject(persisted) && persisted.version === 1 && isString(persisted.sha256Hash)) {
    const hash = persisted.sha256Hash.toLowerCase()
    if (/^[0-9a-f]{64}$/.test(hash)) return hash
  }
  throw refuse('BAD_REQUEST', '`extensions.persistedQuery` is { version: 1, sha256Hash: 64 hex digits }.')
}

function parse(text: string, what: string, checkJson: CheckJson): unknown {
  checkJson(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refuse('BAD_REQUEST', `${what} is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
}

function isAbsentOr<T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined | null {
  return value === undefined || value === null || is(value)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
