import { ConfigurationError } from '../errors.ts'
import { isObject } from '../isObject.ts'

/** What a log may know of an error. */
export type ErrorFacts = {
  type: string
  /** Only of errors whose message is made for whoever runs Holos. */
  message?: string
  code?: string | number
  status?: number
  syscall?: string
  /** Columns and keys that a database names in a refusal; never what is in them. */
  columns?: string[]
  frames?: string[]
  cause?: ErrorFacts
}

const mostFrames = 12
const mostCauses = 4

/**
 * An error without its message. Messages quote: drizzle the bound values of a query, MongoDB the value that is there
 * already, JSON.parse the body, JavaScript itself the text in which something was looked for. Where it was thrown says
 * what went wrong, and quotes nobody.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error }
  const status = numberIn(error, 'status')
  const isRefusal = status !== undefined && status < 500
  return withoutGaps({
    type: word(error.name) ?? 'Error',
    message: error instanceof ConfigurationError || error.name === 'ConfigurationError' ? error.message : undefined,
    code: codeOf(error),
    status,
    syscall: word(valueIn(error, 'syscall')),
    columns: columnsOf(error),
    frames: isRefusal ? undefined : framesOf(error),
    cause: error.cause instanceof Error && depth < mostCauses ? errorFacts(error.cause, depth + 1) : undefined,
  })
}

function withoutGaps(facts: { [name in keyof ErrorFacts]: ErrorFacts[name] | undefined }): ErrorFacts {
  // `type` is never absent.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as ErrorFacts
}

function valueIn(error: Error, name: string): unknown {
  return name in error ? error[name as keyof Error] : undefined
}

function numberIn(error: Error, name: string): number | undefined {
  const value = valueIn(error, name)
  return typeof value === 'number' ? value : undefined
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : undefined
}

function codeOf(error: Error): string | number | undefined {
  return numberIn(error, 'code') ?? word(valueIn(error, 'code'))
}

/** SQLite ends its refusal with the columns; MongoDB keeps the index's keys beside it. */
function columnsOf(error: Error): string[] | undefined {
  const columns = /constraint failed: ((?:\w+\.\w+(?:, )?)+)$/.exec(error.message)?.[1]?.split(', ')
  const keys = valueIn(error, 'keyPattern')
  return columns ?? (isObject(keys) ? Object.keys(keys).filter((key) => /^[\w.-]{1,80}$/.test(key)) : undefined)
}

/** Where it was thrown. The stack begins with the message, which may look like frames itself: it is cut off first. */
function framesOf({ stack = '', message }: Error): string[] | undefined {
  const end = stack.indexOf(message)
  if (end < 0) return undefined
  const lines = stack.slice(end + message.length).split('\n')
  const frames = lines.filter((line) => frame.test(line)).map((line) => line.trim().replace(/ \[as [^\]]*\]/, ''))
  return frames.length === 0 ? undefined : frames.slice(0, mostFrames)
}

const frame = /^ {4}at (.{0,200} \()?(async )?(file:|node:|webpack|turbopack|\/|[A-Z]:\\|<anonymous>|native).{0,400}$/
