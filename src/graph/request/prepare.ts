import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { sha256 } from '#base/digest.ts'
import type { ErrorCode } from '../errors.ts'
import { checkRequest } from '../limits/cost.ts'
import { overLimit } from '../limits/table.ts'
import { checkText, nestingOf } from '../limits/text.ts'
import { checkShape } from './checkShape.ts'
import { outwardError, Refusal, refuse } from './refusal.ts'
import type { GraphqlRequest } from './request.ts'

/** A request that may run: read, valid, within every limit. Two requests with one `key` have one answer. */
export type Prepared = {
  readonly key: string
  /** SHA-256 of `query`. */
  readonly hash: string
  readonly query: string
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
  /** `variables` as graphql-js coerces them, defaults included. */
  readonly coerced: Readonly<Record<string, unknown>>
  readonly cost: number
}

const bounds = {
  /** A syntax tree without locations takes some thirty times its text. */
  documents: { max: 2000, maxSize: 32_000_000, treeFactor: 30 },
  persisted: { max: 5000, maxSize: 8_000_000 },
  validationErrors: 5,
} as const

/**
 * Reads, validates and measures requests; what was parsed and validated once is not parsed or
 * validated again. With `trusted` (texts by their SHA-256) nothing else is answered.
 */
export function createPreparing(
  schema: GraphQLSchema,
  trusted?: ReadonlyMap<string, string>,
): (request: GraphqlRequest) => Prepared {
  const documents = new LRUCache<string, DocumentNode>({ max: bounds.documents.max, maxSize: bounds.documents.maxSize })
  const persisted = new LRUCache<string, string>({ max: bounds.persisted.max, maxSize: bounds.persisted.maxSize })

  function textOf({ query, persistedHash }: GraphqlRequest): string {
    const text = query ?? trusted?.get(persistedHash ?? '') ?? persisted.get(persistedHash ?? '')
    if (text !== undefined) return text
    throw refuse('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
  }

  function documentOf(hash: string, query: string, request: GraphqlRequest): DocumentNode {
    const known = documents.get(hash)
    if (known) return known
    const document = readDocument(schema, query, request)
    documents.set(hash, document, { size: query.length * bounds.documents.treeFactor })
    return document
  }

  return (request) => {
    const query = textOf(request)
    const hash = hashOf(query)
    if (request.persistedHash !== undefined && request.persistedHash !== hash) {
      throw refuse('BAD_REQUEST', 'The sha256Hash is not the SHA-256 of the query.')
    }
    if (trusted && !trusted.has(hash)) {
      throw refuse('BAD_REQUEST', 'Only registered operations are answered here, and this is none of them.')
    }
    const document = documentOf(hash, query, request)
    const operation = operationOf(document, request.operationName)
    const coerced = coerce(schema, operation, request.variables)
    const { errors, cost } = checkRequest(schema, document, coerced, request.operationName)
    if (errors.length > 0) throw refusalOf(errors, 'GRAPHQL_VALIDATION_FAILED', cost)
    if (request.persistedHash !== undefined) persisted.set(hash, query, { size: query.length + 100 })
    const { operationName, variables } = request
    const key = keyOf(hash, operationName, coerced)
    return { key, hash, query, document, operationName, variables, coerced, cost }
  }
}

function hashOf(query: string): string {
  const tooMuch = checkText(query)
  if (tooMuch) throw refusalOf([tooMuch], 'BAD_REQUEST')
  return sha256(query)
}

function readDocument(
  schema: GraphQLSchema,
  query: string,
  { variables, operationName }: GraphqlRequest,
): DocumentNode {
  const located = parseOrRefuse(query)
  // What is too large is refused unvalidated: validation must not become the cost. What else is wrong, validation says better.
  const { errors } = checkRequest(schema, located, variables, operationName)
  const tooLarge = [...checkShape(located), ...errors.filter(isOfSize)]
  if (tooLarge.length > 0) throw refusalOf(tooLarge, 'COST_LIMIT_EXCEEDED')
  const invalid = validate(schema, located, undefined, { maxErrors: bounds.validationErrors })
  if (invalid.length > 0) throw refusalOf(invalid, 'GRAPHQL_VALIDATION_FAILED')
  // What is kept knows no locations: they hold every token of the text in memory.
  return parse(query, { noLocation: true })
}

function isOfSize({ extensions: { code } }: GraphQLError): boolean {
  return code === 'COST_LIMIT_EXCEEDED' || code === 'DEPTH_LIMIT_EXCEEDED'
}

function parseOrRefuse(query: string): DocumentNode {
  try {
    return parse(query)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw refusalOf([error], 'GRAPHQL_PARSE_FAILED')
  }
}

/** JSON is read and coerced by functions that recurse, as queries are. */
export function checkJson(text: string): void {
  const tooNested = overLimit('nesting', nestingOf(text))
  if (tooNested) throw refusalOf([tooNested], 'DEPTH_LIMIT_EXCEEDED')
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name)
  if (!operation) {
    const message = name
      ? `The document has no operation ${name}.`
      : 'The document has several operations, or none: `operationName` says which one is meant.'
    throw refuse('BAD_REQUEST', message)
  }
  if (operation.operation === 'query') return operation
  throw refuse('GRAPHQL_VALIDATION_FAILED', `Only queries are answered, no ${operation.operation}.`)
}

function coerce(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: bounds.validationErrors,
  })
  if (errors) throw refusalOf(errors, 'INVALID_INPUT')
  return coerced
}

/** The coerced variables have their defaults in and nothing that the operation does not declare, in its order. */
function keyOf(hash: string, operationName: string | undefined, coerced: Record<string, unknown>): string {
  const variables = JSON.stringify(coerced)
  return `${hash}\n${operationName ?? ''}\n${variables.length > 256 ? sha256(variables) : variables}`
}

function refusalOf(errors: readonly GraphQLError[], unnamed: ErrorCode, cost = 0): Refusal {
  const outward = errors.map((error) => outwardError(error, unnamed))
  const ours = outward.indexOf(null)
  // A check of ours that threw is no refusal.
  if (ours >= 0) throw errors[ours]
  return new Refusal(
    outward.filter((error) => error !== null),
    cost,
  )
}
