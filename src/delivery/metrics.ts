import { createServer } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answers } from './answer/answers.ts'
import type { Readiness } from './http/health.ts'
import { close, listen } from './http/server.ts'

export type Metrics = {
  answered(path: string, status: number, seconds: number): void
  close(): Promise<void>
}

type Sources = { answers: Answers; readiness: () => Readiness }

/** Prometheus metrics on a port of their own, which only the operator's network should reach. */
export async function serveMetrics(port: number, host: string, { answers, readiness }: Sources): Promise<Metrics> {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const requests = new Counter({
    name: 'holos_delivery_requests_total',
    help: 'Answers by path and status.',
    labelNames: ['path', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'holos_delivery_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['path'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  gauge('holos_delivery_cache_hits', 'Answers from the response cache since the start.', () => answers.counts.hits)
  gauge('holos_delivery_cache_misses', 'Answers that were computed since the start.', () => answers.counts.misses)
  gauge('holos_delivery_cache_joined', 'Requests that waited for a running computation.', () => answers.counts.joined)
  gauge('holos_delivery_cache_bytes', 'Bytes in the response cache.', () => answers.size.bytes)
  gauge('holos_delivery_catalog_documents', 'Public documents in memory.', () => readiness().documents)
  gauge('holos_delivery_catalog_seq', 'The newest change that is served.', () => readiness().seq ?? 0)
  gauge('holos_delivery_database_up', '1 while the database answers.', () => (readiness().database === 'ok' ? 1 : 0))

  const server = createServer(async (request, response) => {
    const isKnown = request.url === '/metrics'
    const text = isKnown ? await registry.metrics() : 'The metrics are at /metrics.\n'
    response.writeHead(isKnown ? 200 : 404, { 'Content-Type': registry.contentType }).end(text)
  })
  await listen(server, port, host)

  return {
    answered(path, status, took) {
      requests.inc({ path: path || 'other', status })
      seconds.observe({ path: path || 'other' }, took)
    },
    close: () => close(server, 1000),
  }
}
