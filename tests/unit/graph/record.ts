import { execute, type GraphQLError, getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { canonicalJson, digestOf, sha256 } from '#base/digest.ts'
import { createCatalog, type LiveCatalog } from '#catalog/catalog.ts'
import { parseEdtf } from '#dates/edtf.ts'
import type { GraphContext } from '#graph/context.ts'
import { createPlanned } from '#graph/execution/planned.ts'
import { schema } from '#graph/schema.ts'
import type { Body, Card, Form, Origin, PublishedRow, RichText, Words } from '#record/record.ts'
import type { DocumentType, Facts, PartialDate, Ref } from '#record/shape.ts'

/** Words as a test writes them: plain text is authored, an object says where it came from. */
type Said<Value> = Value | { value: Value; origin: Origin; from?: string }
type SaidWords<Value> = { [locale: string]: { [path: string]: Said<Value> } }

type Draft<Type extends DocumentType> = {
  id?: string
  slug?: string
  formerSlugs?: string[]
  sourceLocale?: string
  facts?: Facts<Type>
  words?: SaidWords<string>
  body?: SaidWords<RichText>
  /** Published locales without words of their own. */
  locales?: string[]
  at?: string
}

let numbers = 0

/** A form as publish() would have written it. */
export function form<Type extends DocumentType>(type: Type, draft: Draft<Type> = {}): Form<Type> {
  const { id = `d${++numbers}`, sourceLocale = 'en', words = {}, body = {}, locales = [] } = draft
  const at = draft.at ?? '2024-01-01T00:00:00.000Z'
  const published = [...new Set([...Object.keys(words), ...Object.keys(body), ...locales])]
  const card: Card<Type> = {
    type,
    id,
    ...(draft.slug !== undefined && { slug: draft.slug }),
    ...(draft.formerSlugs && { formerSlugs: draft.formerSlugs }),
    sourceLocale,
    facts: draft.facts ?? ({} as Facts<Type>),
    words: { ...Object.fromEntries(published.map((locale) => [locale, {}])), ...said(words, digestOf) },
    parts: { facts: at, ...Object.fromEntries(published.map((locale) => [locale, at])) },
    publishedAt: at,
  }
  return { card, body: { words: said(body, ({ json }) => digestOf(json)) } }
}

function said<Value>(words: SaidWords<Value>, digest: (value: Value) => string) {
  const wordsOf = (one: Said<Value>): Words<Value> => {
    const isObject = typeof one === 'object' && one !== null && 'origin' in one
    const { value, ...rest } = isObject ? one : { value: one as Value, origin: 'authored' as const }
    return { value, digest: digest(value), ...rest }
  }
  return Object.fromEntries(
    Object.entries(words).map(([locale, fields]) => [
      locale,
      Object.fromEntries(Object.entries(fields).map(([path, one]) => [path, wordsOf(one)])),
    ]),
  )
}

export function person(id: string, names: { [locale: string]: string }, more: Draft<'people'> = {}): Form<'people'> {
  const words = Object.fromEntries(
    Object.entries(names).map(([locale, name]) => {
      const [given = '', family = ''] = name.split(' ')
      const parts = { displayName: name, sortName: family ? `${family}, ${given}` : given, 'name/given': given }
      return [locale, { ...parts, ...(family && { 'name/family': family }), ...more.words?.[locale] }]
    }),
  )
  return form('people', { id, slug: id, ...more, words: { ...more.words, ...words } })
}

export function date(edtf: string): PartialDate {
  const parsed = parseEdtf(edtf)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.date
}

export function richText(text: string): RichText {
  return {
    version: 1,
    json: { root: { type: 'root', version: 1, children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] } },
    html: `<p>${text}</p>`,
    plainText: text,
  }
}

export type World = {
  catalog: LiveCatalog
  publish(form: Form): void
  withdraw(key: Ref): void
  query(text: string, variables?: Record<string, unknown>, context?: Partial<GraphContext>): Promise<Answer>
}
// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, which the test that wrote it knows.
export type Answer = { data: any; errors: readonly GraphQLError[]; tags: ReadonlySet<string> }

export function contextOf({ catalog, ...more }: Pick<GraphContext, 'catalog'> & Partial<GraphContext>): GraphContext {
  return {
    catalog,
    urls: { site: 'https://example.org', delivery: 'https://api.example.org' },
    defaultLocale: 'en',
    tags: new Set(),
    now: () => new Date('2024-06-01T00:00:00Z'),
    ...more,
  }
}

const planned = createPlanned(schema)

/** The data as a plan gives it; undefined for variables that no request gets this far with. */
export function runPlanned(
  query: string,
  variables: Record<string, unknown>,
  context: GraphContext,
): Promise<Record<string, unknown> | null> | undefined {
  const document = parse(query)
  const operation = getOperationAST(document)
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables)
  return coerced && planned({ hash: sha256(query), document, operationName: undefined, coerced }, context)
}

/** Plans give what graphql-js gives, in the same order, and leave to it what has an error and what asks for the schema. */
function assertSame(query: string, byPlan: unknown, { data, errors }: Pick<Answer, 'data' | 'errors'>): void {
  const isLeft = errors.length > 0 || query.includes('__schema') || query.includes('__type(')
  const isSame = isLeft ? !byPlan : JSON.stringify(byPlan) === JSON.stringify(data)
  if (!isSame)
    throw new Error(`A plan and graphql-js differ on ${query}: ${JSON.stringify(byPlan)}, ${JSON.stringify(data)}`)
}

/** A catalog that holds these forms, and a way to ask it. */
export function world(...forms: Form[]): World {
  const bodies = new Map<string, Body>()
  const catalog = createCatalog({ loadBody: async (_, hash) => bodies.get(hash) ?? null })
  let seq = 0

  function publish({ card, body }: Form): void {
    const row = rowOf({ card, body }, ++seq)
    bodies.set(row.hash, body)
    catalog.apply(row)
  }

  for (const one of forms) publish(one)
  return {
    catalog,
    publish,
    withdraw: (key) => catalog.apply(withdrawn(key, ++seq)),
    async query(text, variables = {}, more = {}) {
      const document = parse(text)
      const faults = validate(schema, document)
      const contextValue = contextOf({ catalog, ...more })
      if (faults.length > 0) return { data: undefined, errors: faults, tags: contextValue.tags }
      const plannedData = await runPlanned(text, variables, { ...contextValue, tags: new Set() })
      const { data, errors = [] } = await execute({ schema, document, variableValues: variables, contextValue })
      assertSame(text, plannedData, { data, errors })
      return { data, errors, tags: contextValue.tags }
    },
  }
}

export function rowOf({ card, body }: Form, seq: number): PublishedRow {
  // A form names its own key.
  const key = `${card.type}:${card.id}` as Ref
  const [cardText, bodyText] = [canonicalJson(card), canonicalJson(body)]
  const hash = sha256(canonicalJson({ card, body }))
  return {
    key,
    seq,
    hash,
    formVersion: 1,
    publishedAt: card.publishedAt,
    withdrawnAt: null,
    card: cardText,
    body: bodyText,
  }
}

function withdrawn(key: Ref, seq: number): PublishedRow {
  const at = '2024-02-01T00:00:00.000Z'
  return { key, seq, hash: sha256('null'), formVersion: 1, publishedAt: null, withdrawnAt: at, card: null, body: null }
}
