import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { type ErrorCode, refusal } from '../errors.ts'
import { readCursor } from '../lists/cursor.ts'
import { checkedSize } from '../lists/page.ts'
import { type LimitName, limits, overLimit, weights } from './table.ts'

/** What a field says about its own cost, in its `extensions`. */
export type FieldCost = {
  /** Added once per field. */
  weight?: number
  /** The most items a plain list can hold. */
  most?: number
  /** The list argument whose length says how many items there are, where it is given. */
  mostArgument?: string
  /** A connection: `first` or `last` items. `page` is the default, 0 where one of them must be given. */
  page?: number
  /** On a connection type: the field stands for the items of the page. */
  perItem?: true
  /** What one condition of the `where` argument costs. */
  condition?: number
}

export type RequestCheck = { errors: readonly GraphQLError[]; cost: number; depth: number }

/**
 * The price of an operation before it runs, and everything it asks too much of. Runs before or after
 * validation: what the schema does not know costs nothing here and is refused there.
 */
export function checkRequest(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string | null,
): RequestCheck {
  const operation = operationOf(document, operationName)
  const type = operation && schema.getRootType(operation.operation)
  if (!operation || !type) return { errors: [], cost: 0, depth: 0 }
  const measuring = new Measuring(schema, document, withDefaults(operation, variables))
  const measure = measuring.selection(operation.selectionSet, type)
  const asked: { readonly [name in LimitName]?: number } = {
    tokens: tokensIn(document),
    rootFields: measure.fields,
    fields: measure.allFields,
    aliases: measure.aliases,
    directives: measure.directives,
    depth: measure.depth,
    introspectionDepth: measure.introspectionDepth,
    cost: measure.fixed,
  }
  const exceeded = Object.entries(asked).flatMap(([name, number]) => overLimit(name as LimitName, number) ?? [])
  return { errors: [...exceeded, ...measuring.faults], cost: measure.fixed, depth: measure.depth }
}

/** `perItem` is what a page's items cost each: known before the page's size is. */
type Measure = {
  fixed: number
  perItem: number
  depth: number
  introspectionDepth: number
  /** In the selection itself, and with everything below it. */
  fields: number
  allFields: number
  aliases: number
  directives: number
}

const nothing: Measure = {
  fixed: 0,
  perItem: 0,
  depth: 0,
  introspectionDepth: 0,
  fields: 0,
  allFields: 0,
  aliases: 0,
  directives: 0,
}

class Measuring {
  readonly faults: GraphQLError[] = []
  private readonly schema: GraphQLSchema
  private readonly variables: Readonly<Record<string, unknown>>
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** A fragment costs the same wherever it is spread; null while it is being measured, so that a circle ends. */
  private readonly measured = new Map<string, Measure | null>()

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
    this.schema = schema
    this.variables = variables
    this.fragments = new Map(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    )
  }

  /** Without a type: a selection of introspection, which is priced as a whole; only how deep it goes is measured. */
  selection(set: SelectionSetNode, type: GraphQLNamedType | null): Measure {
    const total = { ...nothing }
    for (const selection of set.selections) {
      total.directives += selection.directives?.length ?? 0
      if (selection.kind === Kind.FIELD) add(total, type ? this.field(selection, type) : this.introspected(selection))
      else if (selection.kind === Kind.FRAGMENT_SPREAD) add(total, this.fragment(selection.name.value, type))
      else add(total, this.selection(selection.selectionSet, type && this.conditionOf(selection, type)))
    }
    return total
  }

  private conditionOf({ typeCondition }: InlineFragmentNode, type: GraphQLNamedType): GraphQLNamedType {
    return (typeCondition && this.schema.getType(typeCondition.name.value)) ?? type
  }

  private fragment(name: string, within: GraphQLNamedType | null): Measure {
    const mark = within ? name : `introspection ${name}`
    const known = this.measured.get(mark)
    if (known !== undefined) return known ?? nothing
    const fragment = this.fragments.get(name)
    const type = within && fragment ? this.schema.getType(fragment.typeCondition.name.value) : null
    if (!fragment || type === undefined) return nothing
    this.measured.set(mark, null)
    const measure = this.selection(fragment.selectionSet, type)
    this.measured.set(mark, measure)
    return measure
  }

  private field(node: FieldNode, parent: GraphQLNamedType): Measure {
    const aliases = node.alias ? 1 : 0
    if (node.name.value.startsWith('__')) return this.introspection(node, aliases)
    const field = fieldOf(parent, node.name.value)
    if (!field) return { ...nothing, fields: 1, allFields: 1, aliases, depth: 1 }
    const type = getNamedType(field.type)
    const inside = node.selectionSet ? this.selection(node.selectionSet, type) : nothing
    const price = this.price(node, field, inside, isCompositeType(type))
    const { depth, allFields } = inside
    return {
      ...inside,
      ...price,
      fields: 1,
      allFields: allFields + 1,
      depth: depth + 1,
      aliases: inside.aliases + aliases,
    }
  }

  private price(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    inside: Measure,
    isObject: boolean,
  ): Pick<Measure, 'fixed' | 'perItem'> {
    const cost = costOf(field)
    const own = (cost.weight ?? 0) + (cost.condition ?? 0) * this.conditions(node)
    if (cost.page !== undefined) {
      return { fixed: own + 1 + inside.fixed + this.pageLength(node, cost.page) * inside.perItem, perItem: 0 }
    }
    const item = (isObject ? 1 : 0) + inside.fixed + inside.perItem
    if (cost.perItem) return { fixed: 0, perItem: own + item }
    return { fixed: own + this.listLength(node, field, cost) * item, perItem: 0 }
  }

  private listLength(node: FieldNode, field: GraphQLField<unknown, unknown>, cost: FieldCost): number {
    if (!isListType(getNullableType(field.type))) return 1
    const given = cost.mostArgument === undefined ? undefined : this.argument(node, cost.mostArgument)
    return Array.isArray(given) ? given.length : (cost.most ?? 10)
  }

  private pageLength(node: FieldNode, defaultFirst: number): number {
    const first = this.argument(node, 'first')
    const last = this.argument(node, 'last')
    const args = { first: numberOr(first), last: numberOr(last) }
    for (const name of ['after', 'before']) this.checkCursor(this.argument(node, name), node)
    try {
      return checkedSize(args, defaultFirst || undefined).count
    } catch (error) {
      // checkedSize refuses with a GraphQLError only.
      this.faults.push(located(error as GraphQLError, node))
      return 1
    }
  }

  private checkCursor(cursor: unknown, node: FieldNode): void {
    if (typeof cursor !== 'string' || readCursor(cursor)) return
    this.faults.push(located(refusal('INVALID_CURSOR', 'This cursor was not handed out by this API.'), node))
  }

  private conditions(node: FieldNode): number {
    return countConditions(this.argument(node, 'where'), 0)
  }

  private argument(node: FieldNode, name: string): unknown {
    const given = node.arguments?.find((one) => one.name.value === name)
    return given && plainValue(given.value, this.variables)
  }

  private introspection(node: FieldNode, aliases: number): Measure {
    if (node.name.value === '__typename') return { ...nothing, fields: 1, allFields: 1, aliases, depth: 1 }
    const inside = node.selectionSet ? this.selection(node.selectionSet, null) : nothing
    return { ...inside, fields: 1, aliases: inside.aliases + aliases, depth: 1, fixed: weights.introspection }
  }

  private introspected({ selectionSet, alias }: FieldNode): Measure {
    const inside = selectionSet ? this.selection(selectionSet, null) : nothing
    return {
      ...inside,
      aliases: inside.aliases + (alias ? 1 : 0),
      introspectionDepth: inside.introspectionDepth + 1,
    }
  }
}

function add(total: Measure, more: Measure): void {
  total.fixed += more.fixed
  total.perItem += more.perItem
  total.depth = Math.max(total.depth, more.depth)
  total.introspectionDepth = Math.max(total.introspectionDepth, more.introspectionDepth)
  total.fields += more.fields
  total.allFields += more.allFields
  total.aliases += more.aliases
  total.directives += more.directives
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined
  const fields = type.getFields()
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

export function costOf(field: GraphQLField<unknown, unknown>): FieldCost {
  // Only `cost` of the builder writes this extension.
  return (field.extensions.cost as FieldCost | undefined) ?? {}
}

function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  return name ? operations.find((one) => one.name?.value === name) : operations[0]
}

function withDefaults(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, plainValue(defaultValue, {})] as const] : [],
  )
  return { ...Object.fromEntries(defaults), ...variables }
}

function plainValue(value: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (value.kind) {
    case Kind.VARIABLE:
      return Object.hasOwn(variables, value.name.value) ? variables[value.name.value] : undefined
    case Kind.INT:
    case Kind.FLOAT:
      return Number(value.value)
    case Kind.LIST:
      return value.values.map((one) => plainValue(one, variables))
    case Kind.OBJECT:
      return Object.fromEntries(value.fields.map((one) => [one.name.value, plainValue(one.value, variables)]))
    case Kind.NULL:
      return null
    default:
      return value.value
  }
}

/** Conditions of a filter, nested ones and every listed value included. */
function countConditions(where: unknown, depth: number): number {
  if (where === null || where === undefined) return 0
  // A filter nested deeper than any is priced beyond every limit.
  if (depth > 2 * limits.depth.most) return limits.cost.most
  if (Array.isArray(where)) return where.reduce<number>((sum, one) => sum + countConditions(one, depth + 1), 0)
  if (typeof where !== 'object') return 1
  return Object.values(where).reduce<number>((sum, one) => sum + countConditions(one, depth + 1), 0)
}

function numberOr(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function located(error: GraphQLError, node: FieldNode): GraphQLError {
  const { code, http: _, ...details } = error.extensions
  // Every refusal carries a code of the closed list.
  return refusal(code as ErrorCode, `${node.name.value}: ${error.message}`, details)
}

function tokensIn({ loc }: DocumentNode): number {
  let count = 0
  for (let token = loc?.startToken.next; token && token !== loc?.endToken; token = token.next) count++
  return count
}
