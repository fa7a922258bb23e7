import type { Route } from '#delivery/http/methods.ts'
import { send } from '#delivery/http/reply.ts'
import { createHttpServer, type ServerOptions } from '#delivery/http/server.ts'

/** A route that answers every GET with the same body. */
export function saying(body: string | Buffer): Route {
  return {
    GET(exchange) {
      send(exchange, 200, [], body)
    },
  }
}

/** The public HTTP server before these routes: open to all pages, without a rate limit; what goes wrong is thrown. */
export function serverOf(routes: ServerOptions['routes'], more: Partial<ServerOptions> = {}) {
  return createHttpServer({
    routes,
    unlimited: new Set(),
    corsOrigins: '*',
    rateLimit: null,
    timeMs: 1000,
    idleMs: 65_000,
    report: (error) => {
      throw error
    },
    trace: undefined,
    onAnswered: undefined,
    ...more,
  })
}
