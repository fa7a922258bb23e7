import type { EnumRef, InputObjectRef, ObjectRef } from '@pothos/core'
import { type DocumentType, documents, documentTypes } from '#record/shape.ts'
import { byDate, documentLists } from '../../lists/documentLists.ts'
import type { WhereOf } from '../../lists/filters/where.ts'
import { type OrderName, orderDescriptions } from '../../lists/orders.ts'
import type { Page } from '../../lists/page.ts'
import type { Types } from '../builder.ts'
import { documentRefs, LocalizedRef, NodeRef } from '../refs.ts'
import { describedEnum } from '../values/enums.ts'
import { connectionOf } from './connections.ts'
import { whereInput } from './where.ts'

/** What a list of one type is in the schema. */
type ListType<Type extends DocumentType> = {
  readonly connection: ObjectRef<Types, Page<Type>>
  readonly where: InputObjectRef<Types, WhereOf<Type>>
  readonly order: EnumRef<Types, OrderName>
}

function listType<Type extends DocumentType>(type: Type): ListType<Type> {
  const { typeName } = documents[type]
  return {
    connection: connectionOf(typeName, type, documentRefs[type]),
    where: whereInput(type),
    order: orderEnum(typeName, type, [...documentLists[type].orders, ...byMoment]),
  }
}

function orderEnum(name: string, of: string, names: readonly OrderName[]) {
  const meanings = Object.fromEntries(names.map((one) => [one, orderDescriptions[one]]))
  // `Object.fromEntries` forgets which orders they are.
  return describedEnum(`${name}Order`, `Orders of ${of}.`, meanings as { [one in OrderName]: string })
}

const byMoment = ['PUBLISHED_AT_ASC', 'PUBLISHED_AT_DESC', 'UPDATED_AT_ASC', 'UPDATED_AT_DESC'] as const

export const listTypes = Object.fromEntries(documentTypes.map((type) => [type, listType(type)])) as unknown as {
  // `Object.fromEntries` forgets which is whose.
  readonly [type in DocumentType]: ListType<type>
}

export const SitemapConnection = connectionOf('Sitemap', 'pages', LocalizedRef)
export const TimelineConnection = connectionOf('Timeline', 'events and dated quotes', NodeRef)
export const TimelineOrder = orderEnum('Timeline', 'a timeline', byDate)
