import type { IncomingMessage, ServerResponse } from 'node:http'
import { type FaultAnswer, faultAnswer } from '#graph/request/answering.ts'

/** Names and values in turn, as node:http sends them without looking again. */
export type FlatHeaders = string[]

/** A request on its way, with what every answer to it repeats. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly requestId: string
  /** Security and CORS. Shared by all: never push into it. */
  readonly headers: FlatHeaders
  /** Whether the server is closing: then the connection ends with the answer. */
  readonly server: { readonly isClosing: boolean }
}

/** Sends a whole answer. HEAD gets the headers that GET would get. */
export function send(exchange: Exchange, status: number, headers: FlatHeaders, body: Buffer | string): void {
  const length = String(Buffer.byteLength(body))
  if (!sendHead(exchange, status, [...headers, 'Content-Length', length])) return
  exchange.response.end(exchange.request.method === 'HEAD' ? undefined : body)
}

/** Sends an answer that has no body by its status. */
export function sendEmpty(exchange: Exchange, status: 204 | 304, headers: FlatHeaders): void {
  if (sendHead(exchange, status, headers)) exchange.response.end()
}

/** False where there is nobody to answer any more, or an answer was begun already. */
export function sendHead(
  { response, headers, requestId, server }: Exchange,
  status: number,
  more: FlatHeaders,
): boolean {
  if (response.headersSent || response.destroyed) return false
  if (server.isClosing) response.shouldKeepAlive = false
  // Spreading is several times faster than `concat`, and this is the hit path.
  response.writeHead(status, [...headers, ...more, 'X-Request-Id', requestId])
  return true
}

const jsonHeaders = ['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store']

export function sendJson(exchange: Exchange, status: number, value: unknown): void {
  send(exchange, status, jsonHeaders, `${JSON.stringify(value)}\n`)
}

/** Errors in GraphQL's shape, whatever was asked for: one shape of error for everything delivery answers. */
export function sendErrors(
  exchange: Exchange,
  { status, errors, cost, retryAfter }: FaultAnswer,
  headers: FlatHeaders = [],
): void {
  const retry = retryAfter === undefined ? headers : [...headers, 'Retry-After', String(retryAfter)]
  sendErrorText(exchange, status, `${JSON.stringify({ errors, extensions: { cost } })}\n`, retry)
}

export type ReportFault = (error: unknown, requestId: string) => void

export function sendFault(exchange: Exchange, error: unknown, report: ReportFault): void {
  sendErrors(exchange, faultAnswer(error, exchange.requestId, report))
}

export function sendErrorText(exchange: Exchange, status: number, text: string, headers: FlatHeaders = []): void {
  // The rest of an unread body would be taken for the next request: the connection ends with the answer.
  const rest = exchange.request.complete ? headers : [...headers, 'Connection', 'close']
  send(exchange, status, [...jsonHeaders, ...rest], text)
}
