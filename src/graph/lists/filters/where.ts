import { type DocumentType, documentTypes } from '#record/shape.ts'
import type { Catalog } from '../../catalog.ts'
import { type GraphContext, noteDocument } from '../../context.ts'
import { type ConditionRows, documentLists } from '../documentLists.ts'
import type { Condition, Test } from './condition.ts'

type ValueOf<Row> = Row extends { test: (value: infer Value, catalog: Catalog) => unknown } ? Value : never

/** A filter as it was asked for: all its conditions hold; `and`, `or` and `not` combine whole filters. */
export type WhereOf<Type extends DocumentType> = {
  [name in keyof ConditionRows[Type]]?: ValueOf<ConditionRows[Type][name]> | null
} & { and?: WhereOf<Type>[] | null; or?: WhereOf<Type>[] | null; not?: WhereOf<Type> | null }

/** Null and absent say nothing; an empty `or` holds for none, an empty `and` for all. */
export function testOf<Type extends DocumentType>(type: Type, where: WhereOf<Type>, catalog: Catalog): Test<Type> {
  const { and, or, not, ...asked } = where
  const tests = present(asked).map(([name, value]) => conditionOf(type, name).test(value, catalog))
  const whole = (one: WhereOf<Type>) => testOf(type, one, catalog)
  if (and) tests.push(...and.map(whole))
  if (or) tests.push(oneOf(or.map(whole)))
  if (not) tests.push(noneOf(whole(not)))
  return (entry) => tests.every((test) => test(entry))
}

function oneOf<Type extends DocumentType>(tests: readonly Test<Type>[]): Test<Type> {
  return (entry) => tests.some((test) => test(entry))
}

function noneOf<Type extends DocumentType>(test: Test<Type>): Test<Type> {
  return (entry) => !test(entry)
}

/** Notes what a filter reads beside the documents of its list: when that changes, the list may change. */
export function noteReads<Type extends DocumentType>(
  type: Type,
  where: WhereOf<Type> | null | undefined,
  context: GraphContext,
): void {
  if (!where) return
  const { and, or, not, ...asked } = where
  for (const inner of [...(and ?? []), ...(or ?? []), not]) noteReads(type, inner, context)
  for (const [name, value] of present(asked)) {
    const { reads = [] } = conditionOf(type, name)
    if (reads === 'named') for (const key of [value].flat()) noteKey(key, context)
    else for (const read of reads) context.tags.add(read)
  }
}

/** A key comes from outside: text that names no type of document can never name one. */
function noteKey(key: string, context: GraphContext): void {
  const type = documentTypes.find((one) => key.startsWith(`${one}:`))
  if (type) noteDocument(key as `${typeof type}:${string}`, context)
}

// The schema lets only names of the table through, with values of their type.
function conditionOf<Type extends DocumentType>(type: Type, name: string) {
  return documentLists[type].where[name] as Condition<Type, never>
}

// As above: what the schema lets through is of the type that its row says.
function present(asked: object): [name: string, value: never][] {
  return Object.entries(asked).filter(([, value]) => value !== null && value !== undefined) as [string, never][]
}
