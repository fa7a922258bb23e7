import type { MessageKey, Values } from '#messages/message.ts'

export type Fault = { key: MessageKey; values?: Values }

/** Rich text nests its lists; nobody's text nests deeper. */
const mostLevels = 200

/** More than any story has paragraphs. A list's rows are compared with each other: ten times as many take minutes. */
const longestList = 2000

/** Names that mean something to every object of the language. */
const taken: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** What of a parsed JSON value no part of the studio can take, whatever the value is for; null where it is fine. */
export function faultOfJson(value: unknown, level = 0): Fault | null {
  if (typeof value === 'string') return isText(value) ? null : { key: 'request.badText' }
  if (typeof value === 'number') return Number.isFinite(value) ? null : { key: 'request.badNumber' }
  if (typeof value !== 'object' || value === null) return null
  if (level === mostLevels) return { key: 'request.tooDeep', values: { most: mostLevels } }
  if (Array.isArray(value) && value.length > longestList)
    return { key: 'request.longList', values: { most: longestList } }
  for (const [name, one] of Object.entries(value)) {
    if (taken.includes(name)) return { key: 'request.badName', values: { name } }
    const fault = isText(name) ? faultOfJson(one, level + 1) : { key: 'request.badText' as const }
    if (fault) return fault
  }
  return null
}

/** A null byte ends a text early in one database, half of a character (a lone surrogate) cannot be written as UTF-8. */
export function isText(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text)
}
