import type { InterfaceRef, ObjectRef } from '@pothos/core'
import type { DocumentType } from '#record/shape.ts'
import type { Entry } from '../../catalog.ts'
import { type Node, nodeOfEntry } from '../../documents/node.ts'
import { cursorOf, type Page } from '../../lists/page.ts'
import { builder, cost, type Types } from '../builder.ts'

type NodeTypeRef<Type extends DocumentType> = ObjectRef<Types, Node<Type>> | InterfaceRef<Types, Node<Type>>

export const PageInfo = builder.objectRef<PageBounds>('PageInfo').implement({
  description: 'Where a page lies in its list.',
  fields: (t) => ({
    hasNextPage: t.boolean({
      nullable: false,
      description: 'More documents follow.',
      resolve: ({ hasNext }) => hasNext,
    }),
    hasPreviousPage: t.boolean({
      nullable: false,
      description: 'Documents come before.',
      resolve: ({ hasPrevious }) => hasPrevious,
    }),
    startCursor: t.string({
      description: 'Cursor of the first document: `before` it lies the previous page. Null on an empty page.',
      resolve: ({ start }) => start(),
    }),
    endCursor: t.string({
      description: 'Cursor of the last document: `after` it lies the next page. Null on an empty page.',
      resolve: ({ end }) => end(),
    }),
  }),
})

/** Cursors are made when they are asked for. */
type PageBounds = {
  hasNext: boolean
  hasPrevious: boolean
  start: () => string | null
  end: () => string | null
}

/** Where a window lies in a list of `length`; `cursorAt` is asked for positions in the window only. */
export function boundsOf(
  { from, to }: { from: number; to: number },
  length: number,
  cursorAt: (at: number) => string | null,
): PageBounds {
  const cursor = (at: number) => (at >= from && at < to ? cursorAt(at) : null)
  return { hasNext: to < length, hasPrevious: from > 0, start: () => cursor(from), end: () => cursor(to - 1) }
}

type Edge<Type extends DocumentType> = { page: Page<Type>; entry: Entry<Type> }

/** The type of a page of a list of documents. */
export function connectionOf<Type extends DocumentType>(name: string, of: string, node: NodeTypeRef<Type>) {
  const EdgeRef = builder.objectRef<Edge<Type>>(`${name}Edge`)
  EdgeRef.implement({
    description: `A place in a list of ${of}.`,
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Names this place, for `after` and `before`. It stays right when documents come or go.',
        resolve: ({ page, entry }) => cursorOf(page, entry),
      }),
      node: t.field({
        type: node,
        nullable: false,
        description: 'The document.',
        // Pothos cannot tell that the shape of a ref of a generic type is what it was made for.
        resolve: ({ page, entry }, _, context) => nodeOfEntry(entry, page.request, context) as never,
      }),
    }),
  })
  const ConnectionRef = builder.objectRef<Page<Type>>(`${name}Connection`)
  ConnectionRef.implement({
    description: `A page of a list of ${of}.`,
    fields: (t) => ({
      nodes: t.field({
        type: [node],
        nullable: false,
        description: 'The documents of this page.',
        extensions: cost({ perItem: true }),
        resolve: (page, _, context) => nodesOfPage(page, (entry) => nodeOfEntry(entry, page.request, context)) as never,
      }),
      edges: t.field({
        type: [EdgeRef],
        nullable: false,
        description: 'The documents of this page with their cursors.',
        extensions: cost({ perItem: true }),
        resolve: (page) => nodesOfPage(page, (entry) => ({ page, entry })),
      }),
      pageInfo: t.field({
        type: PageInfo,
        nullable: false,
        description: 'Where this page lies in the list.',
        resolve: (page) => boundsOf(page, page.entries.length, (at) => cursorOf(page, page.entries[at] as Entry<Type>)),
      }),
      totalCount: t.int({
        nullable: false,
        description: 'Number of documents in the whole list.',
        resolve: ({ entries }) => entries.length,
      }),
    }),
  })
  return ConnectionRef
}

function nodesOfPage<Type extends DocumentType, Item>(
  { entries, from, to }: Page<Type>,
  itemOf: (entry: Entry<Type>) => Item,
): Item[] {
  const items: Item[] = []
  for (let at = from; at < to; at++) items.push(itemOf(entries[at] as Entry<Type>))
  return items
}
