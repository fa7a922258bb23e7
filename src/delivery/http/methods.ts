import { CallerError } from '#base/errors.ts'
import { callerAnswer } from '#graph/request/answering.ts'
import { type Exchange, sendEmpty, sendErrors } from './reply.ts'

export type Handler = (exchange: Exchange) => void | Promise<void>

/** A path's handlers by method. HEAD is GET without the body; OPTIONS is answered here. */
export type Route = { GET: Handler; POST?: Handler }

export function handlerOf(route: Route, method: string | undefined): Handler {
  if (method === 'GET' || method === 'HEAD') return route.GET
  if (method === 'POST' && route.POST) return route.POST
  return method === 'OPTIONS' ? sayAllowed(route) : refuseMethod(route)
}

function sayAllowed(route: Route): Handler {
  return (exchange) => sendEmpty(exchange, 204, ['Allow', allowed(route), ...preflight(route)])
}

function refuseMethod(route: Route): Handler {
  return (exchange) => {
    const message = `${exchange.request.method} is not possible here. Use ${allowed(route)}.`
    sendErrors(exchange, callerAnswer(new CallerError('BAD_REQUEST', 405, message)), ['Allow', allowed(route)])
  }
}

function allowed(route: Route): string {
  return route.POST ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS'
}

const dayInSeconds = '86400'

function preflight(route: Route): string[] {
  return [
    'Access-Control-Allow-Methods',
    allowed(route),
    'Access-Control-Allow-Headers',
    'Content-Type, Accept, If-None-Match, X-Request-Id, Traceparent, Tracestate, Apollo-Require-Preflight, Apollographql-Client-Name, Apollographql-Client-Version',
    'Access-Control-Max-Age',
    dayInSeconds,
  ]
}
