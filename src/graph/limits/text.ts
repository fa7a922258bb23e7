import type { GraphQLError } from 'graphql'
import { overLimit } from './table.ts'

/** Refuses a text before it is parsed: graphql-js overflows its stack on deep nesting. */
export function checkText(query: string): GraphQLError | undefined {
  return overLimit('queryBytes', Buffer.byteLength(query)) ?? overLimit('nesting', nestingOf(query))
}

/** Bracket depth outside strings and comments, in one pass: an unclosed string ends the count, the parser refuses it. */
export function nestingOf(query: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < query.length; at++) {
    const character = query[at] ?? ''
    if (character === '"') at = endOfString(query, at)
    else if (character === '#') at = endOfLine(query, at)
    else if ('{[('.includes(character)) deepest = Math.max(deepest, ++depth)
    else if ('}])'.includes(character)) depth--
  }
  return deepest
}

function endOfString(query: string, start: number): number {
  const isBlock = query.startsWith('"""', start)
  const quote = isBlock ? '"""' : '"'
  for (let at = start + quote.length; at < query.length; at++) {
    if (query.startsWith(quote, at)) return at + quote.length - 1
    if (isBlock && query.startsWith('\\"""', at)) at += 3
    else if (!isBlock && query[at] === '\\') at++
    else if (!isBlock && query[at] === '\n') return at
  }
  return query.length
}

function endOfLine(query: string, start: number): number {
  const end = query.indexOf('\n', start)
  return end === -1 ? query.length : end
}
