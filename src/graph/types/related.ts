import { type MaybePromise, whenReady } from '#base/turns.ts'
import type { DocumentType } from '#record/shape.ts'
import { cost } from '../builder.ts'
import type { Catalog, Entry, Order } from '../catalog.ts'
import type { GraphContext } from '../context.ts'
import { weights } from '../limitTable.ts'
import { noteReads, type WhereOf } from '../lists/filters/where.ts'
import { filtered, orderedOf } from '../lists.ts'
import type { Node } from '../node.ts'
import { type OrderName, orders } from '../orders.ts'
import { type Page, type PageArgs, pageOf } from '../page.ts'

/** Price of a list below another document: whoever asks says how long it may be. */
export const nestedCost = cost({ page: 0, condition: weights.condition })

type RelatedArgs<Type extends DocumentType> = PageArgs & {
  where?: WhereOf<Type> | null
  orderBy?: OrderName | null
}

/** A page of documents that stand in a relation to a node. */
export function relatedPage<Type extends DocumentType>(
  type: Type,
  entries: readonly Entry<Type>[],
  args: RelatedArgs<Type>,
  usual: Order,
  { reading }: Node,
  context: GraphContext,
): MaybePromise<Page<Type>> {
  // A document that is published later may belong here too.
  context.tags.add(type)
  noteReads(type, args.where, context)
  const order = args.orderBy ? orders[args.orderBy] : usual
  const sorted = orderedOf(entries, order, reading)
  const found = whenReady(sorted, (list) => filtered(type, list, args.where, context.catalog))
  return whenReady(found, (list) => pageOf(list, order, reading, args))
}

/** Reads one relation backwards. */
export function referrersOf<Type extends DocumentType>(catalog: Catalog, node: Node, type: Type, path?: string) {
  return catalog.referrers(node.entry.key, type, path)
}
