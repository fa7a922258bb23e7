import { execute, type GraphQLError, getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { sha256 } from '#base/digest.ts'
import { createCatalog, type LiveCatalog } from '#catalog/catalog.ts'
import type { GraphContext } from '#graph/context.ts'
import { createPlanned } from '#graph/execution/planned.ts'
import { schema } from '#graph/schema.ts'
import type { Body, Form } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { rowOf, withdrawnRow } from '#tests/build/rows.ts'

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
    withdraw: (key) => catalog.apply(withdrawnRow(key, ++seq)),
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
