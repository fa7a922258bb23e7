import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'

export type ReceivedSpan = {
  name: string
  traceId: string
  spanId: string
  parentSpanId: string | undefined
  /** OTLP: 1 internal, 2 server. */
  kind: number
  /** OTLP: 0 unset, 1 ok, 2 error. */
  status: number
  attributes: Record<string, unknown>
  resource: Record<string, unknown>
}

export type TraceReceiver = {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string
  /** What was sent, as it came. */
  readonly posts: { path: string; type: string | undefined; authorization: string | undefined; body: Buffer }[]
  readonly spans: ReceivedSpan[]
  /** The spans of one trace, once `wanted` says they are all there. */
  trace(traceId: string, wanted: (spans: ReceivedSpan[]) => boolean): Promise<ReceivedSpan[]>
  close(): Promise<void>
}

/** What stands where an OpenTelemetry collector would: takes OTLP over HTTP, and reads it where it is JSON. */
export async function openTraceReceiver(): Promise<TraceReceiver> {
  const posts: TraceReceiver['posts'] = []
  const spans: ReceivedSpan[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const { 'content-type': type, authorization } = request.headers
    posts.push({ path: request.url ?? '', type, authorization, body })
    if (type === 'application/json') spans.push(...spansIn(JSON.parse(body.toString())))
    response.writeHead(200, { 'Content-Type': type ?? 'application/json' }).end(type === 'application/json' ? '{}' : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    spans,
    trace: (traceId, wanted) =>
      vi.waitFor(
        () => {
          const found = spans.filter((span) => span.traceId === traceId)
          if (!wanted(found)) throw new Error(`Received of ${traceId}: ${found.map(({ name }) => name).join(', ')}`)
          return found
        },
        { timeout: 10_000, interval: 20 },
      ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

type Value = { stringValue?: string; intValue?: number | string; arrayValue?: { values: Value[] } }
type KeyValue = { key: string; value: Value }
type Sent = Omit<ReceivedSpan, 'attributes' | 'resource' | 'status'> & {
  attributes: KeyValue[]
  status?: { code?: number }
}
type Otlp = {
  resourceSpans: { resource: { attributes: KeyValue[] }; scopeSpans: { spans: Sent[] }[] }[]
}

function spansIn({ resourceSpans }: Otlp): ReceivedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...span,
        // An absent parent may be an empty one.
        parentSpanId: span.parentSpanId || undefined,
        status: span.status?.code ?? 0,
        attributes: plain(span.attributes),
        resource: plain(resource.attributes),
      })),
    ),
  )
}

function plain(attributes: readonly KeyValue[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plainValue(value)]))
}

function plainValue({ stringValue, intValue, arrayValue }: Value): unknown {
  if (arrayValue) return arrayValue.values.map(plainValue)
  return intValue === undefined ? stringValue : Number(intValue)
}
