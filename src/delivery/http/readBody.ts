import type { IncomingMessage } from 'node:http'
import { CallerError } from '#base/errors.ts'

/** Reads a JSON request's bytes, at most `limit` of them and within `timeMs`. */
export function readBody(request: IncomingMessage, limit: number, timeMs: number): Promise<Buffer> {
  const refused = refusalOf(request, limit)
  if (refused) return Promise.reject(refused)
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
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    }
    request.on('data', take).on('end', done).on('error', fail).on('close', gone)
  })
}

/** What can be said before a byte of the body was read. */
function refusalOf({ headers }: IncomingMessage, limit: number): CallerError | null {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    return new CallerError('BAD_REQUEST', 415, `POST takes application/json, not ${type ?? 'a body without a type'}.`)
  }
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase()
  if (charset && charset !== 'utf-8' && charset !== 'utf8') {
    return new CallerError('BAD_REQUEST', 415, `A body is UTF-8, not ${charset}.`)
  }
  const encoding = headers['content-encoding']?.toLowerCase()
  if (encoding && encoding !== 'identity') {
    return new CallerError('BAD_REQUEST', 415, `A body is sent as it is, not as ${encoding}.`)
  }
  const length = Number(headers['content-length'] ?? 0)
  return length > limit ? tooLarge(length, limit) : null
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
