import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
} from 'graphql'
import { schema } from '#graph/schema.ts'

/** Queries that each ask as little as they can, so that each must carry all of its tags by itself. */
export function oneFieldQueries(keys: readonly string[]): string[] {
  return [...belowNodes(), ...filters(keys), ...roots]
}

const roots = [
  ...['people', 'quotes', 'events', 'mediaItems', 'organizations', 'places', 'sources'].flatMap((list) => [
    `{ ${list}(first: 1, locale: $locale) { totalCount } }`,
    `{ ${list}(first: 100, locale: $locale) { nodes { id } } }`,
  ]),
  ...['kind', 'custodyStatus', 'custodyProcedure', 'recognition'].map(
    (facet) => `{ people(first: 1, locale: $locale) { facets { ${facet} { value count } } } }`,
  ),
  '{ events(first: 1, locale: $locale) { facets { kind { value count } } } }',
  '{ sitemap(first: 10) { nodes { path updatedAt } } }',
  '{ search(text: "whole", locale: $locale) { nodes { __typename ... on Node { id } } } }',
  '{ person(slug: "whole-person", locale: $locale) { id } }',
  '{ personBySlug(slug: "former-person", locale: $locale) { slug isFormer } }',
]

/** Each leaf of each type of document, through whatever has no id of its own. */
function belowNodes(): string[] {
  const documents = Object.values(schema.getTypeMap()).filter(isObjectType).filter(isDocument)
  return documents.flatMap((type) =>
    leavesOf(type, 3).map((leaf) => `{ node(id: $id, locale: $locale) { ... on ${type.name} { ${leaf} } } }`),
  )
}

function leavesOf(type: GraphQLObjectType, depth: number): string[] {
  return Object.values(type.getFields()).flatMap((field) => leavesBelow(field, depth))
}

function leavesBelow(field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const type = getNamedType(field.type)
  if (field.args.some(({ name }) => name === 'first')) return pageOf(field)
  const call = callOf(field)
  if (!isObjectType(type)) return isScalarType(type) || isEnumType(type) ? [call] : [`${call} { __typename }`]
  if (isDocument(type)) return [`${call} { id }`]
  return depth === 0 ? [] : leavesOf(type, depth - 1).map((leaf) => `${call} { ${leaf} }`)
}

function callOf({ name, args }: GraphQLField<unknown, unknown>): string {
  const required = args.filter(isRequiredArgument)
  if (required.some(({ type }) => getNamedType(type).name !== 'Date'))
    throw new Error(`${name} asks for something unknown.`)
  return required.length > 0 ? `${name}(${required.map((arg) => `${arg.name}: "2024-06-01"`).join(', ')})` : name
}

/** Of a list below a document: how many, which, and what is counted over it. */
function pageOf({ name, type }: GraphQLField<unknown, unknown>): string[] {
  const connection = getNamedType(type) as GraphQLObjectType
  const { facets, nodes } = connection.getFields()
  const counts = facets ? Object.keys((getNamedType(facets.type) as GraphQLObjectType).getFields()) : []
  const parts = [
    'totalCount',
    nodes && 'nodes { __typename }',
    ...counts.map((facet) => `facets { ${facet} { count } }`),
  ]
  return parts.filter(Boolean).map((part) => `${name}(first: 10) { ${part} }`)
}

function isDocument(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node')
}

const lists = {
  people: 'PersonWhere',
  quotes: 'QuoteWhere',
  events: 'EventWhere',
  mediaItems: 'MediaWhere',
  organizations: 'OrganizationWhere',
  places: 'PlaceWhere',
  sources: 'SourceWhere',
} as const

/** Each condition of each list, with every value that may find something, and once inside `not`. */
function filters(keys: readonly string[]): string[] {
  return Object.entries(lists).flatMap(([list, where]) => {
    const type = schema.getType(where) as GraphQLInputObjectType
    const fields = Object.values(type.getFields()).filter(({ name }) => !['and', 'or', 'not'].includes(name))
    return fields.flatMap(({ name, type: input }) => {
      const [first, ...more] = valuesOf(name, input, keys).map((value) => `{ ${name}: ${value} }`)
      const asked = first ? [`{ not: ${first} }`, first, ...more] : []
      return asked.map((filter) => `{ ${list}(locale: "en", where: ${filter}) { totalCount } }`)
    })
  })
}

function valuesOf(name: string, input: GraphQLInputType, keys: readonly string[]): string[] {
  const type = isNonNullType(input) ? input.ofType : input
  if (isListType(type)) return valuesOf(name, type.ofType, keys).map((value) => `[${value}]`)
  if (isEnumType(type)) return type.getValues().map((value) => value.name)
  return texts[name] ?? byType[type.toString()]?.(keys) ?? []
}

const texts: { readonly [condition: string]: string[] } = {
  originalLocale: ['"ar"'],
  deJureCountry: ['"RU"'],
  controlledBy: ['"RU"'],
  locale: ['"uk"'],
  updatedSince: ['"2023-12-31T00:00:00Z"'],
}

const byType: { readonly [type: string]: (keys: readonly string[]) => string[] } = {
  ID: (keys) => keys.map((key) => `"${key}"`),
  Boolean: () => ['true'],
  DateRange: () => ['{ from: "1900", to: "2030" }'],
  LocalesFilter: () => ['{ has: ["ar"] }', '{ hasAll: ["ar"] }', '{ missing: ["ar"] }'],
  ChargeFilter: () => ['{ statute: "RU-CC" }', '{ article: "205.5 part 2" }'],
}
