import { type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql'
import { LRUCache } from 'lru-cache'
import { nextTurn, turnMs } from '#base/turns.ts'
import type { GraphContext } from '../context.ts'
import { type Plan, planOf, type Run, rootOf } from './plan.ts'

export type PlannedRequest = {
  /** Names the document. */
  readonly hash: string
  readonly document: DocumentNode
  readonly operationName: string | undefined
  /** The variables as graphql-js coerced them. */
  readonly coerced: Readonly<Record<string, unknown>>
}

/** Fields of all kept plans together; a field takes some 300 bytes. */
const mostFields = 100_000

/**
 * Runs validated queries by plans that are made once for each document. Gives the same data as
 * graphql-js, or null where graphql-js must run the request: for introspection, and
 * wherever something went wrong, so that there is one place that words errors.
 */
export function createPlanned(
  schema: GraphQLSchema,
): (request: PlannedRequest, context: GraphContext) => Promise<Data | null> {
  const plans = new LRUCache<string, Known>({ maxSize: mostFields })

  function planFor({ hash, document, operationName, coerced }: PlannedRequest): Plan | null {
    const conditions = conditionsOf(document)
    const decided = conditions.map((name) => coerced[name])
    const key = JSON.stringify([hash, operationName, ...decided])
    const known = plans.get(key)
    if (known) return known.plan
    const plan = planOrNull(schema, document, operationName, coerced)
    plans.set(key, { plan }, { size: 10 + (plan?.fields ?? 0) })
    return plan
  }

  return async (request, context) => {
    const plan = planFor(request)
    return plan && run(plan, request.coerced, context)
  }
}

type Data = Record<string, unknown>
type Known = { plan: Plan | null }

function planOrNull(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  coerced: PlannedRequest['coerced'],
): Plan | null {
  try {
    return planOf(schema, document, operationName, coerced)
  } catch {
    return null
  }
}

async function run({ root }: Plan, variables: PlannedRequest['coerced'], context: GraphContext): Promise<Data | null> {
  const state: Run = { context, variables, args: new Map(), pending: [], postponed: [], turnEnds: turnEnd() }
  try {
    const data = rootOf(root, state)
    const isLong = state.postponed.length > 0
    while (state.pending.length + state.postponed.length > 0) await goOn(state)
    // Writing a long answer is work for a turn of its own.
    if (isLong) await nextTurn()
    return data
  } catch {
    // graphql-js meets the same error again, and says it as the specification wants it said. What is
    // still under way must not end the process when it fails too.
    await Promise.allSettled(state.pending)
    return null
  }
}

function turnEnd(): number {
  return performance.now() + turnMs
}

async function goOn(state: Run): Promise<void> {
  await Promise.all(state.pending.splice(0))
  // The turn in which the last of them ended has done its part.
  await nextTurn()
  state.turnEnds = turnEnd()
  state.postponed.shift()?.()
}

const conditions = new WeakMap<DocumentNode, readonly string[]>()

/** Variables that decide which fields there are. */
function conditionsOf(document: DocumentNode): readonly string[] {
  const known = conditions.get(document)
  if (known) return known
  const names = new Set<string>()
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  const found = [...names]
  conditions.set(document, found)
  return found
}
