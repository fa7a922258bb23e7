import { InputObjectRef } from '@pothos/core'
import type { DocumentType } from '#record/shape.ts'
import { builder, type Types } from '../builder.ts'
import { conditionsByType } from '../lists/filters/conditions.ts'
import type { WhereOf } from '../lists/filters/where.ts'
import { type OrderName, orderDescriptions } from '../orders.ts'
import { typeNames } from './refs.ts'

/** The input of a type's filter: its conditions, and what combines whole filters. */
function whereInput<Type extends DocumentType>(type: Type): InputObjectRef<Types, WhereOf<Type>> {
  const where = new InputObjectRef<Types, WhereOf<Type>>(`${typeNames[type]}Where`)
  // Its fields are derived from the conditions that its shape is derived from.
  const shapeless: InputObjectRef<Types, unknown> = where
  builder.inputType(shapeless, {
    description: `Which ${type}. All conditions hold; a list of values means any of them.`,
    fields: (t) => ({
      and: t.field({ type: [where], description: 'All of these hold.' }),
      or: t.field({ type: [where], description: 'One of these holds.' }),
      not: t.field({ type: where, description: 'This does not hold.' }),
      ...Object.fromEntries(
        Object.entries(conditionsByType[type]).map(([name, { input, description }]) => [
          name,
          t.field({ type: input, description }),
        ]),
      ),
    }),
  })
  return where
}

export const PersonWhere = whereInput('people')
export const QuoteWhere = whereInput('quotes')
export const EventWhere = whereInput('events')
export const MediaWhere = whereInput('media')
export const OrganizationWhere = whereInput('organizations')
export const PlaceWhere = whereInput('places')
export const SourceWhere = whereInput('sources')

function orderEnum<Name extends OrderName>(name: string, of: string, names: readonly Name[]) {
  return builder.enumType(name, {
    description: `Orders of ${of}.`,
    values: Object.fromEntries(
      names.map((one) => [one, { value: one, description: orderDescriptions[one] }]),
    ) as Record<Name, { value: Name; description: string }>,
  })
}

const moments = ['PUBLISHED_AT_ASC', 'PUBLISHED_AT_DESC', 'UPDATED_AT_ASC', 'UPDATED_AT_DESC'] as const
const names = ['NAME_ASC', 'NAME_DESC'] as const
const dates = ['DATE_ASC', 'DATE_DESC'] as const

export const PersonOrder = orderEnum('PersonOrder', 'people', [
  ...names,
  'BIRTH_DATE_ASC',
  'BIRTH_DATE_DESC',
  ...moments,
])
export const QuoteOrder = orderEnum('QuoteOrder', 'quotes', ['EDITORIAL', ...dates, ...moments])
export const EventOrder = orderEnum('EventOrder', 'events', [...dates, ...names, ...moments])
export const MediaOrder = orderEnum('MediaOrder', 'media', [...dates, ...names, ...moments])
export const OrganizationOrder = orderEnum('OrganizationOrder', 'organizations', [...names, ...moments])
export const PlaceOrder = orderEnum('PlaceOrder', 'places', [...names, ...moments])
export const SourceOrder = orderEnum('SourceOrder', 'sources', [...dates, ...names, ...moments])
export const TimelineOrder = orderEnum('TimelineOrder', 'a timeline', dates)
