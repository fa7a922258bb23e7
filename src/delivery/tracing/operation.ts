import { getOperationAST, type OperationDefinitionNode, type ValueNode } from 'graphql'
import type { Prepared } from '#graph/request/prepare.ts'
import { isLocale } from '#locales/table.ts'

/**
 * What a trace says of a GraphQL operation. Neither its text nor its variables: a question may name
 * a person, and a trace is kept where the record's rules do not hold.
 */
export function attributesOf(prepared: Prepared): Record<string, string | number | string[]> {
  const operation = getOperationAST(prepared.document, prepared.operationName)
  const locales = operation ? localesOf(operation, prepared.coerced) : []
  const name = operation?.name?.value
  return {
    'graphql.operation.type': operation?.operation ?? 'query',
    ...(name && { 'graphql.operation.name': name }),
    'holos.graphql.cost': prepared.cost,
    ...(locales.length > 0 && { 'holos.locales': locales }),
  }
}

/** The locales that root fields ask for. What is no locale is somebody's text and stays out. */
function localesOf({ selectionSet }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string[] {
  const asked = selectionSet.selections.flatMap((selection) => {
    const argument = 'arguments' in selection ? selection.arguments?.find(({ name }) => name.value === 'locale') : null
    return argument ? [valueIn(argument.value, variables)] : []
  })
  return [...new Set(asked)].filter((value) => typeof value === 'string').filter(isLocale)
}

function valueIn(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === 'Variable') return variables[node.name.value]
  return node.kind === 'StringValue' ? node.value : undefined
}
