import type { FlattenedField, PayloadRequest } from 'payload'
import { isObject } from '#base/isObject.ts'
import { refused } from '#messages/refused.ts'
import { mayDo } from '../roles.ts'
import { asksTooMuch, mostAsked, sortsByTooMuch } from './amounts.ts'
import { faultsOfSort, faultsOfWhere, relatedSlug, type Scope, scopeOf } from './conditions.ts'
import { faultsOfJoinParameters, faultsOfParameters, isTree } from './parameters.ts'
import { isText } from './plainJson.ts'
import { settleLocale } from './settleLocale.ts'

type Query = Record<string, unknown>

/**
 * Reads a request's address before anything else does and refuses what is wrongly formed, naming the parameters. Payload and
 * the databases fail on such values, leave them out without a word, or find everything.
 */
export function readQuery(req: PayloadRequest, owner: string, endpoint: string): void {
  const query: Query = req.query
  query.where = parsedWhere(query.where)
  if (query.where === undefined) delete query.where
  refuseTooMuch(req, query)
  const faults = [...faultsOfParameters(owner, endpoint, query), ...faultsOfConditions(req, query)]
  if (!isText(decodedOrBroken(req.search ?? ''))) faults.push('?')
  if (!Object.values(req.routeParams ?? {}).every((step) => typeof step === 'string' && isText(step))) faults.push('/')
  const name = [...new Set(faults)].join(', ')
  if (faults.length > 0) throw refused(req, 400, 'request.badAddress', { name }, { parameters: faults })
  settleLocale(req)
}

/** Before anything walks through it. */
function refuseTooMuch(req: PayloadRequest, { where, joins, sort }: Query): void {
  const inJoins = isObject(joins) ? Object.values(joins).filter(isObject) : []
  const tooMuch = [
    ...(asksTooMuch([where, ...inJoins.map((join) => join.where)]) ? ['where'] : []),
    ...([sort, ...inJoins.map((join) => join.sort)].some(sortsByTooMuch) ? ['sort'] : []),
  ]
  const name = tooMuch.join(', ')
  if (name) throw refused(req, 400, 'request.asksTooMuch', { name, ...mostAsked }, { parameters: tooMuch })
}

/** A condition may come as JSON, too. What is none stays a text, which no condition is. */
function parsedWhere(where: unknown): unknown {
  if (typeof where !== 'string' || where === '') return where === '' ? undefined : where
  try {
    return JSON.parse(where)
  } catch {
    return where
  }
}

/** Percent signs that stand for nothing become half of a character, which is no text. */
function decodedOrBroken(search: string): string {
  try {
    return decodeURIComponent(search.replaceAll('+', ' '))
  } catch {
    return '\0'
  }
}

function faultsOfConditions(req: PayloadRequest, query: Query): string[] {
  const slug = req.routeParams?.collection
  const asker = { config: req.payload.config, seesInternal: mayDo(req.user, 'readInternal') }
  const isOfVersions = /\/versions(\/|$)/.test(req.pathname ?? '')
  const scope = typeof slug === 'string' ? scopeOf(asker, slug, isOfVersions) : null
  if (!scope) return []
  const ofJoins = query.joins !== undefined && isTree(query.joins) ? faultsOfJoins(scope, query.joins) : []
  return [...faultsOfList(scope, query), ...ofJoins.map((path) => ['joins', ...path].join('.'))]
}

function faultsOfList(scope: Scope, { where, sort }: Query, isOfJoin = false): string[] {
  return [
    ...(where === undefined ? [] : faultsOfWhere(scope, where)),
    ...(sort === undefined || sort === '' ? [] : faultsOfSort(scope, sort, isOfJoin)),
  ]
}

/** Each list of documents that name this one takes a page, an order and a condition of its own. Answers the steps of paths. */
function faultsOfJoins(scope: Scope, joins: unknown): string[][] {
  if (!isObject(joins)) return joins === 'false' ? [] : [[]]
  return Object.entries(joins).flatMap(([name, asked]) => {
    const field = scope.fields.find((one) => one.name === name)
    if (field?.type !== 'join') return [[name]]
    if (asked === 'false') return []
    return isObject(asked) ? faultsOfJoin(scope, field, asked).map((fault) => [name, fault]) : [[name]]
  })
}

function faultsOfJoin(scope: Scope, field: FlattenedField, asked: Query): string[] {
  const slug = relatedSlug(field)
  const related = slug && scopeOf(scope, slug, false)
  const { where, sort } = asked
  return [...faultsOfJoinParameters(asked), ...(related ? faultsOfList(related, { where, sort }, true) : [])]
}
