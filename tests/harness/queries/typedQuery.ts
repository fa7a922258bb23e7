import { initGraphQLTada, type ResultOf, type TadaDocumentNode, type VariablesOf } from 'gql.tada'
import { print } from 'graphql'
import type { introspection } from '#generated/graphql-env.d.ts'
import type { TestDelivery } from '#tests/harness/delivery/delivery.ts'

/** Queries whose answers are typed by the public schema, as a front end writes them. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { Locale: string; Date: string; DateTime: string; JSON: unknown }
}>()

/** The data of an answer; throws with the errors where there are any. */
export async function dataOf<Result, Variables>(
  delivery: TestDelivery,
  document: TadaDocumentNode<Result, Variables>,
  variables: VariablesOf<TadaDocumentNode<Result, Variables>>,
): Promise<ResultOf<TadaDocumentNode<Result, Variables>>> {
  const { body } = await delivery.ask(print(document), { variables })
  if (body.errors) throw new Error(JSON.stringify(body.errors))
  return body.data
}
