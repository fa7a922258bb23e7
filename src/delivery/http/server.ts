import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { CallerError, ConfigurationError } from '#base/errors.ts'
import { commonHeaders, requestIdOf } from './commonHeaders.ts'
import { type Handler, handlerOf, type Route } from './methods.ts'
import type { RateLimit } from './rateLimit.ts'
import { readNoBody } from './readBody.ts'
import { type Exchange, type ReportFault, sendFault } from './reply.ts'

export type ServerOptions = {
  /** Exact paths. A path that ends in `/*` stands for everything below it. */
  routes: Readonly<Record<string, Route>>
  /** Paths that are answered whatever the caller used up: health checks. */
  unlimited: ReadonlySet<string>
  corsOrigins: string
  rateLimit: RateLimit | null
  /** For the whole request, its body included. */
  timeMs: number
  /** How long a connection may stand without a byte in either direction, in an answer or between two. */
  idleMs: number
  report: ReportFault
  /** Answers a request inside its trace. */
  trace: ((exchange: Exchange, path: string, handle: () => void) => void) | undefined
  onAnswered: ((path: string, status: number, seconds: number) => void) | undefined
}

export type HttpServer = {
  listen(port: number, host: string): Promise<AddressInfo>
  /** Takes no new connection, lets what is under way finish, and closes. */
  close(patienceMs: number): Promise<void>
}

/** The public HTTP server: finds the route, counts the caller, turns what is thrown into answers. */
export function createHttpServer(options: ServerOptions): HttpServer {
  const { rateLimit, report, trace, onAnswered } = options
  const matches = new Map(Object.entries(options.routes).map(([path, route]) => [path, matched(path, route)]))
  const headersOf = commonHeaders(options.corsOrigins, options.idleMs)
  const state = { isClosing: false }

  const server = createServer(
    {
      requestTimeout: options.timeMs,
      headersTimeout: options.timeMs,
      // How soon after its time a slow request is noticed.
      connectionsCheckingInterval: 1000,
      // A timer of its own after each answer; `timeout` is one for the connection, and covers a caller that stops reading.
      keepAliveTimeout: 0,
    },
    (request, response) => {
      readNoBody(request)
      const requestId = requestIdOf(request)
      const exchange: Exchange = { request, response, requestId, headers: headersOf(request), server: state }
      const match = matchFor(request.url ?? '/')
      if (onAnswered) {
        const started = performance.now()
        response.once('finish', () => onAnswered(match.path, response.statusCode, (performance.now() - started) / 1000))
      }
      if (trace) trace(exchange, match.path, () => handle(exchange, match))
      else handle(exchange, match)
    },
  )
  server.timeout = options.idleMs
  server.on('clientError', answerBrokenRequest)

  function matched(path: string, route: Route): RouteMatch {
    return { path, handlerFor: (method) => handlerOf(route, method), isLimited: !options.unlimited.has(path) }
  }

  function matchFor(url: string): RouteMatch {
    const path = pathOf(url)
    return matches.get(path) ?? matches.get(`${path.slice(0, path.indexOf('/', 1) + 1)}*`) ?? nowhere
  }

  /** What can be answered at once is answered without a promise: the hit path. */
  function handle(exchange: Exchange, match: RouteMatch): void {
    const fail = (error: unknown) => sendFault(exchange, error, report)
    try {
      answer(exchange, match)?.catch(fail)
    } catch (error) {
      fail(error)
    }
  }

  function answer(exchange: Exchange, { handlerFor, isLimited }: RouteMatch): Promise<void> | undefined {
    const handler = handlerFor(exchange.request.method)
    if (!rateLimit || !isLimited) return handler(exchange) ?? undefined
    return rateLimit(exchange.request).then(() => handler(exchange))
  }

  return {
    listen: (port, host) => listen(server, port, host),
    close(patienceMs) {
      state.isClosing = true
      return close(server, patienceMs)
    },
  }
}

function pathOf(url: string): string {
  const mark = url.indexOf('?')
  return mark < 0 ? url : url.slice(0, mark)
}

/** A path and what stands there. */
type RouteMatch = { path: string; handlerFor: (method: string | undefined) => Handler; isLimited: boolean }

const notFound: Handler = () => {
  throw new CallerError('BAD_REQUEST', 404, 'There is nothing here. The API is at /graphql.')
}

const nowhere: RouteMatch = { path: '', handlerFor: () => notFound, isLimited: true }

export function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(sentenceFor(error, port, host)))
    server.listen(port, host, () => resolve(addressOf(server)))
  })
}

export function close(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(patience)
      resolve()
    })
  })
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  return address
}

const sentences: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is taken. Stop what listens there, or set another port (DELIVERY_PORT, METRICS_PORT).`,
  EACCES: (port) => `Port ${port} needs rights that this process does not have. Set a port above 1023.`,
  EADDRNOTAVAIL: (_, host) => `${host} is no address of this machine. Set DELIVERY_HOST to one that is.`,
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const sentence = sentences[error.code ?? '']
  return sentence ? new ConfigurationError(sentence(port, host)) : error
}

const brokenRequests: Readonly<Record<string, { status: number; message: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The headers are too large. A long query fits into a POST.' },
}
const notHttp = { status: 400, message: 'This is not an HTTP request that can be read.' }

/** What node:http refused before there was a request to answer. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const { status, message } = brokenRequests[error.code ?? ''] ?? notHttp
  const body = `${JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }], extensions: { cost: 0 } })}\n`
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`
  socket.end(head + body)
}
