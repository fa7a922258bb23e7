import type { LoggerOptions } from 'pino'
import { isObject } from '../isObject.ts'
import { errorFacts } from './errorFacts.ts'
import { logDestination } from './openLog.ts'
import { isSentence, knownFields } from './sentences.ts'

/**
 * The studio's log, as Payload takes it. Everybody in the process may call it, so each call is read before it is written: known
 * sentences, known fields, and of errors what `errorFacts` tells.
 */
export function studioLog(level: string): { options: LoggerOptions; destination: typeof logDestination } {
  const options: LoggerOptions = {
    level,
    base: { plane: 'studio' },
    hooks: {
      logMethod(args, method) {
        const { fields, sentence } = fitToWrite(args)
        method.call(this, fields, sentence)
      },
    },
  }
  return { options, destination: logDestination }
}

type Fields = { [name: string]: unknown }
type Line = { fields: Fields; sentence: string }

/** What may be written of what was said to a log or a console. */
function fitToWrite(said: readonly unknown[]): Line {
  const error = said.map(errorIn).find((one) => one !== undefined)
  const err = error && errorFacts(error)
  const fields = Object.assign({}, ...said.filter(isObject).map(fieldsOf))
  const sentence = said.map(sentenceIn).find((one) => one !== undefined)
  if (sentence) return { fields: { ...fields, ...(err && { err }) }, sentence }
  if (err) return { fields: { ...fields, err }, sentence: isRefusal(err.status) ? refused : failed }
  return { fields: { ...fields, ...whereSaid() }, sentence: unwritten }
}

const refused = 'A request was refused.'
const failed = 'A request failed.'
const unwritten = 'Something was said that is not written here: it may quote somebody.'

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status < 500
}

function errorIn(said: unknown): Error | undefined {
  if (said instanceof Error) return said
  if (!isObject(said)) return undefined
  return [said.err, said.error].find((one) => one instanceof Error)
}

function sentenceIn(said: unknown): string | undefined {
  const text = typeof said === 'string' ? said : isObject(said) && typeof said.msg === 'string' ? said.msg : ''
  return isSentence(text) ? text : undefined
}

function fieldsOf(said: Fields): Fields {
  if (said instanceof Error) return {}
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => knownFields.has(name) && isPlain(value)))
}

/** Ids and numbers; a text with anything else in it is somebody's. */
function isPlain(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[\w:. -]{1,100}$/.test(value))
}

/** Who said it: the nearest frames outside of the log. */
function whereSaid(): Fields {
  const frames = errorFacts(new Error('said')).frames ?? []
  const outside = frames.filter((line) => !/base\/logs\/|node_modules\/pino\//.test(line))
  return outside.length === 0 ? {} : { at: outside.slice(0, 3) }
}
