import { isObject } from '#base/isObject.ts'
import { type Answer, studioRequest } from '../request/studioRequest.ts'

type Document = Record<string, unknown>
const asked = new Map<string, Promise<Answer<Document>>>()
const keptAtOnce = 8

/** A saved document in one locale, asked for once however many fields show words of it. `version` moves on with each save. */
export function sourceDocument(
  url: string,
  locale: string,
  version: string,
  language: string,
): Promise<Answer<Document>> {
  const key = `${url} ${locale} ${version}`
  const known = asked.get(key)
  if (known) return known
  const answer = studioRequest<Document>({ method: 'GET', url, query: { locale, depth: '0' }, language })
  asked.set(key, answer)
  const [oldest] = asked.keys()
  if (asked.size > keptAtOnce && oldest !== undefined) asked.delete(oldest)
  return answer
}

/** The value at a form's path (`charges.1.label`) in another locale's document: rows are found by id, wherever they stand. */
export function valueAt(document: Document, formPath: string, rowId: (rowPath: string) => unknown): unknown {
  let value: unknown = document
  let walked = ''
  for (const segment of formPath.split('.')) {
    walked = walked === '' ? segment : `${walked}.${segment}`
    if (Array.isArray(value)) value = value.find((row: unknown) => isObject(row) && row.id === rowId(walked))
    else value = isObject(value) ? value[segment] : undefined
  }
  return value
}
