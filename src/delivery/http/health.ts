import type { Health } from '#catalog/follow.ts'
import type { Route } from './methods.ts'
import { sendJson } from './reply.ts'

export type Readiness = Health & { seq: number | null; documents: number; isStopping: boolean }

/** `/healthz`: the process is alive. Nothing else may decide whether it is started anew. */
export const healthRoute: Route = {
  GET: (exchange) => sendJson(exchange, 200, { status: 'alive' }),
}

/**
 * `/readyz`: 200 while the catalog follows the database. 503 before the record was read, while the
 * database is away (what is in memory is still answered) and while the process stops.
 */
export function readyRoute(readiness: () => Readiness): Route {
  return {
    GET(exchange) {
      const { database, message, seq, documents, isStopping } = readiness()
      const catalog = seq === null ? 'empty' : database === 'ok' ? 'current' : 'from memory'
      const isReady = catalog === 'current' && !isStopping
      const status = isReady ? 'ready' : isStopping ? 'stopping' : seq === null ? 'waiting' : 'degraded'
      sendJson(exchange, isReady ? 200 : 503, {
        status,
        database,
        catalog,
        seq,
        documents,
        ...(message && { message }),
      })
    },
  }
}
