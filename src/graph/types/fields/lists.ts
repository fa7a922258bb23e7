import type { ArgBuilder, InputFieldMap } from '@pothos/core'
import type { MaybePromise } from '#base/turns.ts'
import type { DocumentType } from '#record/shape.ts'
import type { Entry } from '../../catalog.ts'
import type { GraphContext } from '../../context.ts'
import type { Node } from '../../documents/node.ts'
import { weights } from '../../limits/table.ts'
import { documentLists, type UsualOrder } from '../../lists/documentLists.ts'
import { type OrderName, orders } from '../../lists/orders.ts'
import type { Page } from '../../lists/page.ts'
import { type ListArgs, pageOfAll, pageOfRelated } from '../../lists/pages.ts'
import { cost, type Types } from '../builder.ts'
import { listTypes } from '../lists/listTypes.ts'
import { defaultFirst, localeArgs, localeRequestFrom, pageArgs } from './arguments.ts'

type Arg = ArgBuilder<Types>

/** Price of a list below another document: `first` or `last` says how long it is. */
export const nestedCost = cost({ page: 0, condition: weights.condition })
export const rootCost = cost({ page: defaultFirst, condition: weights.scanCondition })

/** How descriptions call the order that a list has by itself; in the root the newest comes first. */
const usualOrders: { readonly [usual in UsualOrder]: { words: string; root: OrderName; rootWords: string } } = {
  NAME_ASC: { words: 'by name', root: 'NAME_ASC', rootWords: 'by name where no order is given' },
  DATE_ASC: { words: 'by date', root: 'DATE_DESC', rootWords: 'the newest first where no order is given' },
  EDITORIAL: { words: "the editors'", root: 'EDITORIAL', rootWords: "in the editors' order where no other is given" },
}

/** A field of the root: all documents of a type. */
export function allOf<Type extends DocumentType>(arg: Arg, type: Type) {
  const { all, usual } = documentLists[type]
  const { root, rootWords } = usualOrders[usual]
  const { connection, where, order } = listTypes[type]
  return {
    type: connection,
    nullable: false as const,
    description: `${all}, ${rootWords}.`,
    args: {
      ...pageArgs(arg, false),
      where: arg({ type: where, description: `Which ${type}.` }),
      orderBy: arg({ type: order, description: 'In which order.' }),
      ...localeArgs(arg),
    },
    extensions: rootCost,
    resolve: (
      _: unknown,
      { locale, fallback, ...args }: ListArgs<Type> & Parameters<typeof localeRequestFrom>[0],
      context: GraphContext,
    ): MaybePromise<Page<Type>> => {
      const request = localeRequestFrom({ locale, fallback }, context)
      return pageOfAll(type, args, { request, usual: orders[root], defaultFirst }, context)
    },
  }
}

/**
 * A field below a document: the documents of a type that name it, at a path of their facts or (null) anywhere, or that a
 * function finds. `args` are `pageArgs`, `filterArgs` or `listArgs`.
 */
export function referrers<Type extends DocumentType, Args extends InputFieldMap>(
  type: Type,
  from: string | null | FindRelated<Type>,
  args: Args,
  description: string,
) {
  const { connection } = listTypes[type]
  const { usual } = documentLists[type]
  const find = typeof from === 'function' ? from : referrersAt(type, from ?? undefined)
  return {
    type: connection,
    nullable: false as const,
    description,
    args,
    extensions: nestedCost,
    resolve: (node: Node, asked: ListArgs<Type>, context: GraphContext): MaybePromise<Page<Type>> =>
      pageOfRelated(type, find(node, context), asked, { request: node.request, usual: orders[usual] }, context),
  }
}

type FindRelated<Type extends DocumentType> = (node: Node, context: GraphContext) => readonly Entry<Type>[]

function referrersAt<Type extends DocumentType>(type: Type, path: string | undefined): FindRelated<Type> {
  return ({ entry }, { catalog }) => catalog.referrers(entry.key, type, path)
}

export function filterArgs<Type extends DocumentType>(arg: Arg, type: Type) {
  return { ...pageArgs(arg, true), where: arg({ type: listTypes[type].where, description: 'Which of them.' }) }
}

export function listArgs<Type extends DocumentType>(arg: Arg, type: Type) {
  const { order } = listTypes[type]
  const { words } = usualOrders[documentLists[type].usual]
  return {
    ...filterArgs(arg, type),
    orderBy: arg({ type: order, description: `In which order; ${words} where absent.` }),
  }
}
