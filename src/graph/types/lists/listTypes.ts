import type { EnumRef, InputObjectRef, ObjectRef } from '@pothos/core'
import type { DocumentType } from '#record/shape.ts'
import type { WhereOf } from '../../lists/filters/where.ts'
import { type OrderName, orderDescriptions } from '../../lists/orders.ts'
import type { Page } from '../../lists/page.ts'
import type { Types } from '../builder.ts'
import { documentRefs, LocalizedRef, NodeRef, typeNames } from '../refs.ts'
import { describedEnum } from '../values/enums.ts'
import { connectionOf } from './connections.ts'
import { whereInput } from './where.ts'

/** What a list of one type is in the schema. */
type ListType<Type extends DocumentType> = {
  readonly connection: ObjectRef<Types, Page<Type>>
  readonly where: InputObjectRef<Types, WhereOf<Type>>
  readonly order: EnumRef<Types, OrderName>
  /** The order of a list below another document where none is given. */
  readonly usual: keyof typeof usualOrders
}

/** How descriptions call the orders that a list can have by itself. */
export const usualOrders = { NAME_ASC: 'by name', DATE_ASC: 'by date', EDITORIAL: "the editors'" } as const

function listType<Type extends DocumentType>(
  type: Type,
  usual: keyof typeof usualOrders,
  names: readonly OrderName[],
): ListType<Type> {
  return {
    connection: connectionOf(typeNames[type], type, documentRefs[type]),
    where: whereInput(type),
    order: orderEnum(typeNames[type], type, names),
    usual,
  }
}

function orderEnum(name: string, of: string, names: readonly OrderName[]) {
  const meanings = Object.fromEntries(names.map((one) => [one, orderDescriptions[one]]))
  // `Object.fromEntries` forgets which orders they are.
  return describedEnum(`${name}Order`, `Orders of ${of}.`, meanings as { [one in OrderName]: string })
}

const byMoment = ['PUBLISHED_AT_ASC', 'PUBLISHED_AT_DESC', 'UPDATED_AT_ASC', 'UPDATED_AT_DESC'] as const
const byName = ['NAME_ASC', 'NAME_DESC'] as const
const byDate = ['DATE_ASC', 'DATE_DESC'] as const

export const listTypes: { readonly [type in DocumentType]: ListType<type> } = {
  people: listType('people', 'NAME_ASC', [...byName, 'BIRTH_DATE_ASC', 'BIRTH_DATE_DESC', ...byMoment]),
  quotes: listType('quotes', 'EDITORIAL', ['EDITORIAL', ...byDate, ...byMoment]),
  events: listType('events', 'DATE_ASC', [...byDate, ...byName, ...byMoment]),
  media: listType('media', 'DATE_ASC', [...byDate, ...byName, ...byMoment]),
  organizations: listType('organizations', 'NAME_ASC', [...byName, ...byMoment]),
  places: listType('places', 'NAME_ASC', [...byName, ...byMoment]),
  sources: listType('sources', 'DATE_ASC', [...byDate, ...byName, ...byMoment]),
}

export const SitemapConnection = connectionOf('Sitemap', 'pages', LocalizedRef)
export const TimelineConnection = connectionOf('Timeline', 'events and dated quotes', NodeRef)
export const TimelineOrder = orderEnum('Timeline', 'a timeline', byDate)
