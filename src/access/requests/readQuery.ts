import type { FlattenedField, PayloadRequest } from 'payload'
import { isObject } from '#base/isObject.ts'
import { isLocale } from '#locales/table.ts'
import { refused } from '#messages/refused.ts'
import { mayDo } from '../roles.ts'
import { faultsOfSort, faultsOfWhere, relatedSlug, type Scope, scopeOf } from './conditions.ts'
import { isText } from './plainJson.ts'
import { settleLocale } from './settleLocale.ts'

type Query = Record<string, unknown>

/**
 * Reads a request's address before anything else does and refuses what is wrongly formed, naming the parameters. Payload and
 * the databases fail on such values, leave them out without a word, or find everything.
 */
export function readQuery(req: PayloadRequest): void {
  const query: Query = req.query
  query.where = parsedWhere(query.where)
  if (query.where === undefined) delete query.where
  const faults = [...faultsOfParameters(query), ...faultsOfConditions(req, query)]
  if (!isText(decodedOrBroken(req.search ?? ''))) faults.push('?')
  if (!Object.values(req.routeParams ?? {}).every((step) => typeof step === 'string' && isText(step))) faults.push('/')
  const name = [...new Set(faults)].join(', ')
  if (faults.length > 0) throw refused(req, 400, 'request.badAddress', { name }, { parameters: faults })
  settleLocale(req)
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

const whole = (least: number, most: number) => (value: unknown) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
const yesOrNo = (value: unknown) => ['true', 'false', '1', '0', ''].includes(String(value))
const tree = (value: unknown) => isTree(value)

/** What each parameter of Payload's takes. One that is not here is nobody's and is not looked at. */
const parameters: Readonly<Record<string, (value: unknown) => boolean>> = {
  // `maxDepth` of Payload's configuration is 10.
  depth: whole(0, 10),
  limit: whole(0, 100_000),
  page: whole(1, 1_000_000),
  draft: yesOrNo,
  trash: yesOrNo,
  autosave: yesOrNo,
  pagination: yesOrNo,
  overrideLock: yesOrNo,
  flattenLocales: yesOrNo,
  publishAllLocales: yesOrNo,
  unpublishAllLocales: yesOrNo,
  locale: (value) => typeof value === 'string',
  fallbackLocale: isFallback,
  'fallback-locale': isFallback,
  publishSpecificLocale: isLocaleOrNone,
  select: tree,
  populate: tree,
  joins: tree,
  selectedLocales: (value) => Array.isArray(value) && value.every(isLocaleOrNone),
  // Payload would answer with what the address says in place of the document.
  data: (value) => value === '',
}

function faultsOfParameters(query: Query): string[] {
  return Object.entries(query)
    .filter(([name, value]) => value !== undefined && Object.hasOwn(parameters, name) && !parameters[name]?.(value))
    .map(([name]) => name)
}

function isLocaleOrNone(value: unknown): boolean {
  return typeof value === 'string' && (value === '' || isLocale(value))
}

function isFallback(value: unknown): boolean {
  return ['', 'null', 'none', 'false'].includes(String(value)) || [value].flat().every(isLocaleOrNone)
}

/** Names and yes or no, a few levels deep. */
function isTree(value: unknown, levels = 10): boolean {
  if (typeof value === 'string') return true
  if (levels === 0 || typeof value !== 'object' || value === null) return false
  return Object.values(value).every((one) => isTree(one, levels - 1))
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

function faultsOfJoin(scope: Scope, field: FlattenedField, { limit, page, count, where, sort }: Query): string[] {
  const slug = relatedSlug(field)
  const related = slug && scopeOf(scope, slug, false)
  const wrong = [...faultsOfParameters({ limit, page }), ...(count === undefined || yesOrNo(count) ? [] : ['count'])]
  return [...wrong, ...(related ? faultsOfList(related, { where, sort }, true) : [])]
}
