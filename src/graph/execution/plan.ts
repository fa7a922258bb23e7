import {
  type DocumentNode,
  defaultFieldResolver,
  defaultTypeResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
} from 'graphql'
// graphql-js itself decides which fields a selection asks for: merging, fragments, @skip and @include.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js'
import type { GraphContext } from '../context.ts'

/** One run of a plan. */
export type Run = {
  readonly context: GraphContext
  /** Coerced, as graphql-js hands them to arguments. */
  readonly variables: Variables
  /** Arguments that name variables: the same for every object that the field is asked of. */
  readonly args: Map<FieldPlan, Arguments>
  /** What resolvers promised, and puts itself in place when it is there. */
  readonly pending: Promise<void>[]
  /** What took too long for one turn of the event loop. */
  readonly postponed: (() => void)[]
  /** When this turn has had its time (`performance.now()`). */
  turnEnds: number
}

type ObjectPlan = readonly FieldPlan[]
type FieldPlan = {
  readonly key: string
  readonly resolve: Resolve
  /** Null where they name variables. */
  readonly fixedArgs: Arguments | null
  readonly argsOf: (variables: Variables) => Arguments
  readonly complete: Complete
}

type Variables = { readonly [name: string]: unknown }
type Arguments = { readonly [name: string]: unknown }
type Resolve = NonNullable<GraphQLField<unknown, GraphContext>['resolve']>
/** Makes the response's value out of a resolver's value, which is no promise. */
type Complete = (value: unknown, run: Run) => unknown

export type Plan = { readonly root: ObjectPlan; readonly fields: number }

/**
 * Everything about an operation that is the same for each of its runs, and for each item of a list:
 * which fields of which type, their resolvers, their arguments, how their values are completed.
 * `variables` decide @skip and @include only. Throws where graphql-js must run the request: for introspection and
 * for arguments that it refuses. A fragment is planned anew wherever it is spread: the limit on fields bounds a plan.
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Variables,
): Plan {
  const operation = getOperationAST(document, operationName)
  const rootType = schema.getQueryType()
  if (operation?.operation !== 'query' || !rootType) throw new Error('Only queries are planned.')
  const planner = createPlanner(schema, fragmentsOf(document), variables)
  const nodes = collectFields(schema, planner.fragments, variables, rootType, operation.selectionSet)
  const root = planner.objectPlan(rootType, nodes)
  return { root, fields: planner.count() }
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null)
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one
  return fragments
}

function createPlanner(schema: GraphQLSchema, fragments: Record<string, FragmentDefinitionNode>, variables: Variables) {
  let fields = 0

  function objectPlan(type: GraphQLObjectType, byKey: ReadonlyMap<string, readonly FieldNode[]>): ObjectPlan {
    return [...byKey].map(([key, nodes]) => fieldPlan(type, key, nodes))
  }

  function fieldPlan(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan {
    fields++
    // It would not become a key of an object.
    if (key === '__proto__') throw new Error('A field cannot be called __proto__ here.')
    const [node] = nodes as [FieldNode]
    const name = node.name.value
    if (name === '__typename') return typenamePlan(key, parent)
    const field = parent.getFields()[name]
    if (!field) throw new Error(`${parent.name} has no field ${name}.`)
    const argsOf = (values: Variables) => Object.freeze(getArgumentValues(field, node, values))
    return {
      key,
      resolve: field.resolve ?? propertyResolver(name),
      fixedArgs: namesVariables(node) ? null : argsOf({}),
      argsOf,
      complete: completing(field.type, nodes),
    }
  }

  function completing(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (!isNonNullType(type)) return completingPresent(type, nodes)
    const complete = completingPresent(type.ofType, nodes)
    return (value, run) => {
      const completed = complete(value, run)
      if (completed === null) throw new Error('A field that is never null was null.')
      return completed
    }
  }

  function completingPresent(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    const complete = completingValue(type, nodes)
    return (value, run) => {
      if (value === null || value === undefined) return null
      if (value instanceof Error) throw value
      return complete(value, run)
    }
  }

  function completingValue(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (isListType(type)) return completingList(completing(type.ofType, nodes))
    if (isLeafType(type)) return completingLeaf(type)
    if (isAbstractType(type)) return completingAbstract(type, nodes)
    if (isNonNullType(type)) return completing(type, nodes)
    return completingObject(type, nodes)
  }

  function completingObject(type: GraphQLObjectType, nodes: readonly FieldNode[]): Complete {
    const plan = objectPlan(type, collectSubfields(schema, fragments, variables, type, nodes))
    return (value, run) => objectOf(plan, value, run)
  }

  function completingAbstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Complete {
    const possible = schema.getPossibleTypes(type).map((one) => [one.name, completingObject(one, nodes)] as const)
    const byName = new Map(possible)
    const resolveType = type.resolveType ?? defaultTypeResolver
    const info = infoOf({ schema })
    return (value, run) => {
      const name = resolveType(value, run.context, info, type)
      const complete = typeof name === 'string' ? byName.get(name) : undefined
      if (!complete) throw new Error(`No type of ${type.name} was resolved.`)
      return complete(value, run)
    }
  }

  return { fragments, objectPlan, count: () => fields }
}

function typenamePlan(key: string, { name }: GraphQLObjectType): FieldPlan {
  return { key, resolve: () => name, fixedArgs: noArgs, argsOf: () => noArgs, complete: (value) => value }
}

const noArgs: Arguments = Object.freeze({})

function propertyResolver(fieldName: string): Resolve {
  const info = infoOf({ fieldName })
  return (source, args, context) => defaultFieldResolver(source, args, context, info)
}

function completingLeaf(type: GraphQLLeafType): Complete {
  return (value) => {
    const serialized = type.serialize(value)
    if (serialized === null || serialized === undefined) throw new Error(`${type.name} could not be serialized.`)
    return serialized
  }
}

function completingList(complete: Complete): Complete {
  return (value, run) => {
    if (!Array.isArray(value)) throw new Error('A list is planned for as an array.')
    const items = new Array<unknown>(value.length).fill(null)
    const put = (at: number) => {
      items[at] = placed(items, at, value[at], complete, run)
    }
    continued(value.length, 0, put, run)
    return items
  }
}

/** Does at least one of `count` things from `from` on, then as many as this turn has time for; the rest is postponed. */
function continued(count: number, from: number, put: (at: number) => void, run: Run): void {
  for (let at = from; at < count; at++) {
    if (at > from && performance.now() > run.turnEnds) {
      run.postponed.push(() => continued(count, at, put, run))
      return
    }
    put(at)
  }
}

/** The data of an operation: as `objectOf`, field by field in as many turns as they need. */
export function rootOf(plan: ObjectPlan, run: Run): Record<string, unknown> {
  const data: Record<string, unknown> = Object.fromEntries(plan.map(({ key }) => [key, null]))
  const put = (at: number) => putField(data, plan[at] as FieldPlan, undefined, run)
  continued(plan.length, 0, put, run)
  return data
}

/** The response's object of a plan and a source. Promised fields are put in later, in their place. */
function objectOf(plan: ObjectPlan, source: unknown, run: Run): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const field of plan) putField(object, field, source, run)
  return object
}

function putField(object: Record<string, unknown>, field: FieldPlan, source: unknown, run: Run): void {
  const value = field.resolve(source, argsIn(run, field), run.context, noInfo)
  object[field.key] = placed(object, field.key, value, field.complete, run)
}

function argsIn({ args, variables }: Run, field: FieldPlan): Arguments {
  if (field.fixedArgs) return field.fixedArgs
  const known = args.get(field)
  if (known) return known
  const made = field.argsOf(variables)
  args.set(field, made)
  return made
}

/** The completed value; null for the time until a promised one is there. */
function placed(target: object, key: PropertyKey, value: unknown, complete: Complete, run: Run): unknown {
  if (!(value instanceof Promise)) return complete(value, run)
  run.pending.push(value.then((present) => void Reflect.set(target, key, complete(present, run))))
  return null
}

/** Whether an argument names a variable, however deep. */
function namesVariables({ arguments: given = [] }: FieldNode): boolean {
  return given.some(({ value }) => holdsVariable(value))
}

function holdsVariable(value: NonNullable<FieldNode['arguments']>[number]['value']): boolean {
  if (value.kind === Kind.VARIABLE) return true
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable)
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value))
}

type Info = Parameters<Resolve>[3]

/** `info` for what needs little of it. Whoever asks for more makes graphql-js run the request. */
function infoOf(known: Partial<Info>): Info {
  const guard = {
    get(target: Partial<Info>, name: string | symbol) {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name)
      throw new Error(`Resolvers do without info.${String(name)} here.`)
    },
  }
  return new Proxy(known, guard) as Info
}

const noInfo = infoOf({})
