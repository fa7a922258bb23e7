import { randomBytes } from 'node:crypto'
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
 * The headers of every answer, but for the request's id. `origins` is `*` (everybody may read; there are no
 * credentials to protect) or the list of web origins whose pages may: then every answer depends on who asks,
 * media files in shared caches too. `idleMs` is how long a connection is kept: a caller that knows does not ask on one
 * that is about to be closed. The arrays are shared: never push into them.
 */
export function commonHeaders(origins: string, idleMs: number): (request: IncomingMessage) => FlatHeaders {
  const everywhere = ['Keep-Alive', `timeout=${Math.floor(idleMs / 1000)}`, ...security]
  const withCors = (origin: string) => [
    ...everywhere,
    'Access-Control-Allow-Origin',
    origin,
    'Access-Control-Expose-Headers',
    exposed,
  ]
  if (origins === '*') {
    const forEverybody = withCors('*')
    return () => forEverybody
  }
  const byOrigin = ['Vary', 'Origin']
  const allowed = new Map(origins.split(/[\s,]+/).map((origin) => [origin, [...withCors(origin), ...byOrigin]]))
  const others = [...everywhere, ...byOrigin]
  return ({ headers: { origin } }) => (origin && allowed.get(origin)) || others
}

const processName = randomBytes(6).toString('hex')
let requests = 0

/** A caller's own id is repeated where it is harmless in a header and a log. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  if (typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given)) return given
  requests++
  return `${processName}-${requests}`
}
