import type { Order } from '../catalog.ts'

/** Every order that a list can be asked for, by the name it has in the schema. */
export const orders = {
  NAME_ASC: { by: 'name', direction: 'asc' },
  NAME_DESC: { by: 'name', direction: 'desc' },
  DATE_ASC: { by: 'date', direction: 'asc' },
  DATE_DESC: { by: 'date', direction: 'desc' },
  BIRTH_DATE_ASC: { by: 'date', direction: 'asc' },
  BIRTH_DATE_DESC: { by: 'date', direction: 'desc' },
  PUBLISHED_AT_ASC: { by: 'publishedAt', direction: 'asc' },
  PUBLISHED_AT_DESC: { by: 'publishedAt', direction: 'desc' },
  UPDATED_AT_ASC: { by: 'updatedAt', direction: 'asc' },
  UPDATED_AT_DESC: { by: 'updatedAt', direction: 'desc' },
  EDITORIAL: { by: 'editorial', direction: 'asc' },
} as const satisfies Record<string, Order>
export type OrderName = keyof typeof orders

export const orderDescriptions: { readonly [name in OrderName]: string } = {
  NAME_ASC: 'By name or title as the requested language sorts.',
  NAME_DESC: 'By name or title, the last first.',
  DATE_ASC: 'The earliest first; what has no date comes last.',
  DATE_DESC: 'The latest first; what has no date comes last.',
  BIRTH_DATE_ASC: 'The oldest first; people without a birth date come last.',
  BIRTH_DATE_DESC: 'The youngest first; people without a birth date come last.',
  PUBLISHED_AT_ASC: 'By the day they were published, the first first.',
  PUBLISHED_AT_DESC: 'By the day they were published, the newest first.',
  UPDATED_AT_ASC: 'By their last public change, the longest ago first.',
  UPDATED_AT_DESC: 'By their last public change, the newest first.',
  EDITORIAL: "The editors' order: featured first, then by their numbers, then by date.",
}
