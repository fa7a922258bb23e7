import { randomBytes } from 'node:crypto'
import type { FlattenedField } from 'payload'
import { isObject } from '#base/isObject.ts'

type Tree = { [name: string]: unknown }

/**
 * A document as it is about to be stored, in all locales: what a form of one locale says, laid over
 * what is stored. Gives new rows their id, which Payload would do a moment later.
 */
export function wholeCopy(fields: readonly FlattenedField[], stored: Tree, data: Tree, locale: string): Tree {
  const said = fields.filter(({ name }) => data[name] !== undefined)
  return { ...stored, ...Object.fromEntries(said.map((field) => [field.name, whole(field, stored, data, locale)])) }
}

function whole(field: FlattenedField, stored: Tree, data: Tree, locale: string): unknown {
  const [before, now] = [stored[field.name], data[field.name]]
  if ('localized' in field && field.localized) return { ...(isObject(before) && before), [locale]: now }
  if (field.type === 'array' && Array.isArray(now))
    return now.map((row) => wholeRow(field.flattenedFields, before, row, locale))
  if ((field.type === 'group' || field.type === 'tab') && isObject(now))
    return wholeCopy(field.flattenedFields, isObject(before) ? before : {}, now, locale)
  return now
}

function wholeRow(fields: readonly FlattenedField[], before: unknown, row: unknown, locale: string): unknown {
  if (!isObject(row)) return row
  row.id ??= randomBytes(12).toString('hex')
  const same = Array.isArray(before) ? before.find((one) => isObject(one) && one.id === row.id) : undefined
  return wholeCopy(fields, isObject(same) ? same : {}, row, locale)
}
