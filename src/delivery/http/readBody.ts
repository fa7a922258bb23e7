import type { IncomingMessage } from 'node:http'
import { CallerError } from '#base/errors.ts'

/**
 * Says that nothing of a request without a body is left to read. After an answer node:http drains what the handler left,
 * and sets a stream up and ends it to throw nothing away: more than everything that a kept answer costs here.
 */
export function readNoBody(request: IncomingMessage): void {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers
  if (length === undefined && coding === undefined) request.read()
}

/** Reads a JSON request's bytes, at most `limit` of them and within `timeMs`. */
export async function readBody(request: IncomingMessage, limit: number, timeMs: number): Promise<Buffer> {
  const length = lengthUnread(request, limit)
  // Node hands over what came in one packet with the head before this goes on. That is the hit path: no listener, no timer.
  await undefined
  if (length === 0 || request.readableLength !== length) return arriving(request, limit, timeMs)
  const body: Buffer = request.read()
  request.resume()
  return body
}

function arriving(request: IncomingMessage, limit: number, timeMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => fail(tooSlow(timeMs)), timeMs)
    const settle = () => {
      clearTimeout(timer)
      request.off('data', take).off('end', done).off('error', fail).off('close', gone)
    }
    const fail = (error: Error) => {
      settle()
      request.pause()
      reject(error)
    }
    const gone = () => fail(new CallerError('BAD_REQUEST', 400, 'The request ended before its body did.'))
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) return fail(tooLarge(size, limit))
      chunks.push(chunk)
    }
    const done = () => {
      settle()
      resolve(Buffer.concat(chunks))
    }
    request.on('data', take).on('end', done).on('error', fail).on('close', gone)
  })
}

/** How many bytes the head announces; 0 where it does not say. Throws what can be said before one of them was read. */
function lengthUnread({ headers }: IncomingMessage, limit: number): number {
  const refusal = refusalOfType(headers['content-type']) ?? refusalOfEncoding(headers['content-encoding'])
  if (refusal) throw new CallerError('BAD_REQUEST', 415, refusal)
  const length = Number(headers['content-length'] ?? 0)
  if (length > limit) throw tooLarge(length, limit)
  return length
}

function refusalOfType(contentType: string | undefined): string | null {
  if (contentType === 'application/json') return null
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return `POST takes application/json, not ${type ?? 'a body without a type'}.`
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase()
  return charset && charset !== 'utf-8' && charset !== 'utf8' ? `A body is UTF-8, not ${charset}.` : null
}

function refusalOfEncoding(contentEncoding: string | undefined): string | null {
  const encoding = contentEncoding?.toLowerCase()
  return encoding && encoding !== 'identity' ? `A body is sent as it is, not as ${encoding}.` : null
}

function tooLarge(size: number, limit: number): CallerError {
  return new CallerError('BAD_REQUEST', 413, `The body has ${size} bytes or more; the limit is ${limit}.`, {
    asked: size,
    limit,
  })
}

function tooSlow(timeMs: number): CallerError {
  return new CallerError('BAD_REQUEST', 408, `The request took longer than ${timeMs / 1000} s to arrive.`, {
    limit: timeMs,
  })
}
