import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FlatHeaders } from './reply.ts'

const security: FlatHeaders = [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'no-referrer',
  // Answers are data. A page of ours sets its own policy, and the first one set would win twice.
  'Content-Security-Policy',
  "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy',
  'cross-origin',
]

const exposed = 'ETag, X-Request-Id, Retry-After, Content-Range'

/**
 * What a negotiated answer depends on. `origins` is `*` (everybody may read; there are no credentials to
 * protect) or the list of web origins whose pages may.
 */
export function varyOf(origins: string): string {
  return origins === '*' ? 'Accept, Accept-Encoding' : 'Accept, Accept-Encoding, Origin'
}

/** The headers of every answer, one request's id at their end. */
export function commonHeaders(origins: string): (request: IncomingMessage, requestId: string) => FlatHeaders {
  if (origins === '*') {
    const fixed = [
      ...security,
      'Access-Control-Allow-Origin',
      '*',
      'Access-Control-Expose-Headers',
      exposed,
      'X-Request-Id',
    ]
    return (_, requestId) => [...fixed, requestId]
  }
  const allowed = new Set(origins.split(/[\s,]+/).filter(Boolean))
  return (request, requestId) => {
    const { origin } = request.headers
    const cors =
      origin && allowed.has(origin)
        ? ['Access-Control-Allow-Origin', origin, 'Access-Control-Expose-Headers', exposed]
        : []
    return [...security, ...cors, 'X-Request-Id', requestId]
  }
}

/** A caller's own id is repeated where it is harmless in a header and a log. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
}
