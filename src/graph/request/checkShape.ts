import { type DocumentNode, type GraphQLError, Kind, type SelectionSetNode } from 'graphql'
import { overLimit } from '../limits/table.ts'

/**
 * What makes validation itself slow: it compares fields of one name in one place pair by pair, with
 * everything below them, and fragments likewise. These numbers keep it to some milliseconds.
 */
export function checkShape({ definitions }: DocumentNode): GraphQLError[] {
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
  const variables = operations.reduce((sum, one) => sum + (one.variableDefinitions?.length ?? 0), 0)
  const repeats = [...operations, ...fragments].reduce((sum, one) => sum + repeatsIn(one.selectionSet), 0)
  const asked = [
    overLimit('fragments', fragments.length),
    overLimit('variables', variables),
    overLimit('repeats', repeats),
  ]
  return asked.filter((error) => error !== undefined)
}

/**
 * How many selections name what was selected in the same place already. An inline fragment is the
 * same place, one per type: the fields of two types stand side by side.
 */
function repeatsIn(set: SelectionSetNode, seen = new Set<string>(), type = ''): number {
  let repeats = 0
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      repeats += repeatsIn(selection.selectionSet, seen, selection.typeCondition?.name.value ?? type)
      continue
    }
    const isField = selection.kind === Kind.FIELD
    const name = isField ? `${type}.${(selection.alias ?? selection.name).value}` : `...${selection.name.value}`
    if (seen.has(name)) repeats++
    seen.add(name)
    if (isField && selection.selectionSet) repeats += repeatsIn(selection.selectionSet)
  }
  return repeats
}
