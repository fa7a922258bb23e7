import { isObject } from '#base/isObject.ts'

/**
 * How much one question may hold. The databases answer more than this with a fault of their own, or not within the patience of
 * whoever asks; a list of the admin asks for a hundredth of it.
 */
export const mostAsked = { levels: 20, conditions: 400, values: 4000, orders: 10 } as const

/** Whether conditions, in the shape of Payload's `where` or not, are too many, too deep or compare with too much. */
export function asksTooMuch(where: unknown): boolean {
  const count = { conditions: 0, values: 0 }
  const isFine = (value: unknown, level: number): boolean => {
    if (level > mostAsked.levels) return false
    if (typeof value === 'string') count.values += value.split(',').length
    if (typeof value !== 'object' || value === null) return count.values <= mostAsked.values
    const entries = Object.values(value)
    if (Array.isArray(value)) count.values += value.length
    else count.conditions += entries.length
    if (count.conditions > mostAsked.conditions || count.values > mostAsked.values) return false
    return entries.every((one) => isFine(one, level + 1))
  }
  return !isFine(where, 0)
}

/** Whether a list is to be sorted by more than anybody looks at. */
export function sortsByTooMuch(sort: unknown): boolean {
  const orders =
    typeof sort === 'string'
      ? sort.split(',').length
      : isObject(sort) || Array.isArray(sort)
        ? Object.values(sort).length
        : 0
  return orders > mostAsked.orders
}
