import SchemaBuilder from '@pothos/core'
import type { Locale } from '#locales/table.ts'
import type { GraphContext } from '../context.ts'
import type { FieldCost } from '../limits/cost.ts'

/** A calendar date, or the month or year that it lies in. */
export type DateSpan = { earliest: string; latest: string }

export const builder = new SchemaBuilder<{
  Context: GraphContext
  Scalars: {
    ID: { Input: string; Output: string }
    Locale: { Input: Locale; Output: string }
    Date: { Input: DateSpan; Output: string }
    DateTime: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
}>({})
export type Types = (typeof builder)['$inferSchemaTypes']

/** `extensions` that say what a field costs. */
export function cost(price: FieldCost): { cost: FieldCost } {
  return { cost: price }
}
