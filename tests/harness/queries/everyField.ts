import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql'
import { checkRequest } from '#graph/limits/cost.ts'
import { checkText } from '#graph/limits/text.ts'
import { checkShape } from '#graph/request/checkShape.ts'
import { schema } from '#graph/schema.ts'

/**
 * A query within every limit: it asks fields of one type, two levels deep. `below` names the type of
 * document that it starts from (its `$id`); `first` is the longest page that the cost allows.
 */
export type FieldsQuery = { type: string; below: string | null; query: string; first: number; asks: string[] }

type Type = GraphQLObjectType | GraphQLInterfaceType
type Field = GraphQLField<unknown, unknown>
type Way = { below: string | null; steps: readonly string[] }

/** What is given for an argument, wherever it is found; an argument without a row is left out. */
const given: { readonly [argument: string]: { readonly variable: string; readonly type: string } } = {
  locale: { variable: '$locale', type: 'Locale' },
  fallback: { variable: '$fallback', type: '[Locale!]' },
  slug: { variable: '$slug', type: 'String!' },
  id: { variable: '$id', type: 'ID!' },
  ids: { variable: '$ids', type: '[ID!]!' },
  text: { variable: '$text', type: 'String!' },
  first: { variable: '$first', type: 'Int!' },
}

/** Demanded by some fields, and the same wherever it is asked. */
const literals: { readonly [argument: string]: string } = { asOf: '"2024-06-01"' }

/** Of arguments that exclude each other one is given. */
const leftOut: { readonly [field: string]: string } = { 'Query.person': 'id' }

const pages = [50, 20, 10, 5, 2]

/** Queries that together ask every field of every type. */
export function everyField(): FieldsQuery[] {
  return [...reached()].flatMap(([type, way]) => within(way, type, fieldsOf(type)))
}

/** All fields of the schema but those of introspection: `Person.charges`. */
export function allFields(): string[] {
  return types().flatMap((type) => fieldsOf(type).map((field) => nameOf(type, field)))
}

function types(): Type[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isComposite(type))
    .filter(({ name }) => !name.startsWith('__'))
}

/** Each type and how to come to it: below a document where there is a way, else from the root. */
function reached(): Map<Type, Way> {
  const documents = types().filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
  const root = schema.getQueryType() as GraphQLObjectType
  const ways = new Map<Type, Way>([
    [root, { below: null, steps: [] }],
    ...documents
      .filter(isObjectType)
      .map((type): [Type, Way] => [
        type,
        { below: type.name, steps: ['node(id: $id, locale: $locale, fallback: $fallback)', `... on ${type.name}`] },
      ]),
    [root, { below: null, steps: [] }],
  ])
  for (const [type, { below, steps }] of ways) {
    for (const field of fieldsOf(type)) {
      const next = getNamedType(field.type)
      if (isComposite(next) && !ways.has(next)) ways.set(next, { below, steps: [...steps, call(type, field)] })
    }
  }
  return ways
}

/** One query, or several where one would be over a limit. */
function within(way: Way, type: Type, fields: readonly Field[], depth = 1): FieldsQuery[] {
  const query = operation(
    way.steps.reduceRight((inside, step) => `{ __typename ${step} ${inside} }`, selection(type, fields, depth)),
  )
  const document = parse(query)
  const first = pages.find((one) => isWithinLimits(query, document, one))
  if (first !== undefined)
    return [{ type: type.name, below: way.below, query, first, asks: fields.map((field) => nameOf(type, field)) }]
  if (fields.length < 2 && depth > 0) return within(way, type, fields, depth - 1)
  if (fields.length < 2) throw new Error(`No query for ${type.name}.${fields[0]?.name} is within the limits.`)
  const half = Math.ceil(fields.length / 2)
  return [...within(way, type, fields.slice(0, half)), ...within(way, type, fields.slice(half))]
}

function isWithinLimits(query: string, document: DocumentNode, first: number): boolean {
  const faults = [
    checkText(query) ?? [],
    checkShape(document),
    checkRequest(schema, document, { first, ids: [] }).errors,
  ]
  return faults.flat().length === 0
}

function operation(text: string): string {
  const used = Object.values(given).filter(({ variable }) => text.includes(`: ${variable}`))
  const declared = used.map(({ variable, type }) => `${variable}: ${type}`).join(', ')
  return `query Everything${declared && `(${declared})`} ${text}`
}

/** These fields, with all that is plain or lies up to `depth` levels below them. */
function selection(type: Type, fields: readonly Field[], depth: number): string {
  return `{ __typename ${fields.map((field) => call(type, field) + below(field, depth)).join(' ')} }`
}

function below(field: Field, depth: number): string {
  const type = getNamedType(field.type)
  if (!isComposite(type)) return ''
  const fields = fieldsOf(type).filter((one) => depth > 0 || !isComposite(getNamedType(one.type)))
  return ` ${selection(type, fields, depth - 1)}`
}

function call(type: Type, field: Field): string {
  const args = field.args.flatMap(({ name }) => {
    const value = given[name]?.variable ?? literals[name]
    return value && leftOut[nameOf(type, field)] !== name ? [`${name}: ${value}`] : []
  })
  return args.length > 0 ? `${field.name}(${args.join(', ')})` : field.name
}

function isComposite(type: unknown): type is Type {
  return isObjectType(type) || isInterfaceType(type)
}

function fieldsOf(type: Type): Field[] {
  return Object.values(type.getFields())
}

function nameOf(type: Type, { name }: Field): string {
  return `${type.name}.${name}`
}
