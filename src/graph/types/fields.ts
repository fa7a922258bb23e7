import { labelOf } from '#locales/labels.ts'
import type { PartialDate } from '#record/shape.ts'
import type { VocabularyName, WordOf } from '#record/vocabularies.ts'
import type { GraphContext } from '../context.ts'
import { type Node, textOf } from '../node.ts'
import type { Reading } from '../reading.ts'

/** A row of a document: a charge, a relation, a participant. `path` is where its words stand: `charges/65f0a1`. */
export type Row<N extends Node, R> = { readonly node: N; readonly row: R; readonly path: string }

export function rowsOf<N extends Node, R extends { id: string }>(
  node: N,
  name: string,
  rows: readonly R[] | undefined,
): Row<N, R>[] {
  return (rows ?? []).map((row) => ({ node, row, path: `${name}/${row.id}` }))
}

/** A localized field of a document. */
export function words(path: string, description: string) {
  return { description, resolve: (node: Node, _: unknown, context: GraphContext) => textOf(node, path, context) }
}

/** A localized field of a row. */
export function rowWords(name: string, description: string) {
  return {
    description,
    resolve: ({ node, path }: Row<Node, unknown>, _: unknown, context: GraphContext) =>
      textOf(node, `${path}/${name}`, context),
  }
}

/** A controlled word in the reader's locale, of a person by gender or of an organization. */
export function label<Name extends VocabularyName>(
  vocabulary: Name,
  word: WordOf<Name> | undefined,
  reading: Reading,
  form?: WordOf<'gender'> | 'organization',
): string | null {
  return word === undefined ? null : labelOf(vocabulary, word, reading.requested, form)
}

/** A date and the reader it is told to. */
export type ToldDate = { date: PartialDate; reading: Reading }

export function told(date: PartialDate | undefined, reading: Reading): ToldDate | null {
  return date ? { date, reading } : null
}
