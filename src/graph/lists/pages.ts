import { type MaybePromise, whenReady } from '#base/turns.ts'
import type { DocumentType } from '#record/shape.ts'
import type { Entry, Order } from '../catalog.ts'
import type { GraphContext } from '../context.ts'
import type { LocaleRequest } from '../words/localeRequest.ts'
import { noteReads, type WhereOf } from './filters/where.ts'
import { filtered, orderedOf } from './kept.ts'
import { type OrderName, orders } from './orders.ts'
import { type Page, type PageArgs, pageOf } from './page.ts'

/** What a caller says about one list. */
export type ListArgs<Type extends DocumentType> = PageArgs & {
  where?: WhereOf<Type> | null
  orderBy?: OrderName | null
}

/** What a list is asked with: by whom, in which order where the caller names none, and how long a page is then. */
type ListRequest = { request: LocaleRequest; usual: Order; defaultFirst?: number }

/** A page of all documents of a type. */
export function pageOfAll<Type extends DocumentType>(
  type: Type,
  args: ListArgs<Type>,
  { request, usual, defaultFirst }: ListRequest,
  context: GraphContext,
): MaybePromise<Page<Type>> {
  const order = args.orderBy ? orders[args.orderBy] : usual
  const all = context.catalog.ordered(type, order, request.chain)
  return pageOfSorted(type, all, args, { request, usual: order, defaultFirst }, context)
}

/** A page of documents that stand in a relation to another. */
export function pageOfRelated<Type extends DocumentType>(
  type: Type,
  entries: readonly Entry<Type>[],
  args: ListArgs<Type>,
  { request, usual }: ListRequest,
  context: GraphContext,
): MaybePromise<Page<Type>> {
  const order = args.orderBy ? orders[args.orderBy] : usual
  return pageOfSorted(type, orderedOf(entries, order, request), args, { request, usual: order }, context)
}

function pageOfSorted<Type extends DocumentType>(
  type: Type,
  sorted: MaybePromise<readonly Entry<Type>[]>,
  args: ListArgs<Type>,
  { request, usual: order, defaultFirst }: ListRequest,
  context: GraphContext,
): MaybePromise<Page<Type>> {
  // A document that is published later may belong here too.
  context.tags.add(type)
  noteReads(type, args.where, context)
  const found = whenReady(sorted, (entries) => filtered(type, entries, args.where, context.catalog))
  return whenReady(found, (entries) => pageOf(entries, order, request, args, defaultFirst))
}
