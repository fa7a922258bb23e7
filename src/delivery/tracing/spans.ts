import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type Attributes,
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { CallerError } from '#base/errors.ts'
import type { Outcome } from '#delivery/answer/answers.ts'
import { attributesOf } from './operation.ts'
import type { ServedState, Tracing } from './tracing.ts'

/** The span of a request, and the context in which its parts begin. */
type Active = { span: Span; context: Context }

export type Spans = Tracing & {
  readonly serve: NonNullable<Tracing['serve']>
  /** `trace_id` and `span_id` for a line that is logged inside a request. */
  logFields(): { trace_id?: string; span_id?: string }
}

/** Names of OpenTelemetry's conventions for HTTP ("HTTP server") and GraphQL; what these do not know begins with `holos.`. */
export function createSpans(tracer: Tracer): Spans {
  const active = new AsyncLocalStorage<Active>()
  // By the object that a computation gave: who is answered from the cache gets the same one.
  const operations = new WeakMap<object, Attributes>()

  function part<Result>(name: string, work: () => Result): Result {
    const parent = active.getStore()
    if (!parent) return work()
    const span = tracer.startSpan(name, { kind: SpanKind.INTERNAL }, parent.context)
    return settled(work, (error) => {
      if (error !== undefined) sayFault(span, error)
      span.end()
    })
  }

  function say(outcome: Outcome, cache: string | undefined, served: ServedState | null): void {
    const span = active.getStore()?.span
    if (!span) return
    if (cache) span.setAttribute('holos.cache.result', cache)
    span.setAttributes(operations.get(identityOf(outcome)) ?? {})
    if (outcome.kind !== 'answer') return
    const { version } = outcome.answer
    span.setAttribute('holos.record.version', version)
    if (served?.version === version) span.setAttribute('holos.record.seq', served.seq)
  }

  return {
    serve({ request, response, requestId }, route, handle) {
      const parent = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter)
      const method = methods.has(request.method ?? '') ? request.method : undefined
      const name = [method ?? 'HTTP', route].filter(Boolean).join(' ')
      const attributes = { ...requestAttributes(request, route), 'holos.request_id': requestId }
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent)
      response.once('close', () => end(span, response))
      active.run({ span, context: trace.setSpan(parent, span) }, handle)
    },

    preparing: (prepare) => (request) =>
      part('graphql.prepare', () => {
        const prepared = prepare(request)
        active.getStore()?.span.setAttributes(attributesOf(prepared))
        return prepared
      }),

    running: (run) => (prepared, requestId) =>
      part('graphql.execute', async () => {
        const outcome = await run(prepared, requestId)
        operations.set(identityOf(outcome), attributesOf(prepared))
        return outcome
      }),

    catchingUp: (upToDate) => () => {
      const pending = upToDate()
      return pending && part('holos.catch_up', () => pending)
    },

    answering: (answers, served) => ({
      get counts() {
        return answers.counts
      },
      get size() {
        return answers.size
      },
      recall(raw) {
        const answer = answers.recall(raw)
        if (answer) say({ kind: 'answer', answer }, 'hit', served())
        return answer
      },
      async answer(raw, request, requestId) {
        const before = { ...answers.counts }
        const answering = answers.answer(raw, request, requestId)
        // What happens is counted before the first wait.
        const cache = cacheResults.find(([name]) => answers.counts[name] > before[name])?.[1]
        const outcome = await answering
        say(outcome, cache, served())
        return outcome
      },
    }),

    logFields() {
      const span = active.getStore()?.span.spanContext()
      return span ? { trace_id: span.traceId, span_id: span.spanId } : {}
    },
  }
}

const cacheResults = [
  ['hits', 'hit'],
  ['misses', 'miss'],
  ['joined', 'joined'],
] as const

const propagator = new W3CTraceContextPropagator()
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'CONNECT', 'TRACE', 'QUERY'])

/** Nothing of who asks (address, browser) and nothing of what is asked for (the query string holds GraphQL). */
function requestAttributes({ method = '', url = '/', httpVersion }: IncomingMessage, route: string): Attributes {
  return {
    'http.request.method': methods.has(method) ? method : '_OTHER',
    'url.path': url.split('?', 1)[0],
    'url.scheme': 'http',
    'network.protocol.version': httpVersion,
    ...(route && { 'http.route': route }),
  }
}

function end(span: Span, { headersSent, statusCode }: ServerResponse): void {
  if (headersSent) span.setAttribute('http.response.status_code', statusCode)
  if (headersSent && statusCode >= 500) {
    span.setAttribute('error.type', String(statusCode))
    span.setStatus({ code: SpanStatusCode.ERROR })
  }
  span.end()
}

/** A caller's fault has its code and is no error of the server. Of ours only the kind is said: the log has the rest, under the same trace. */
function sayFault(span: Span, error: unknown): void {
  span.setAttribute('error.type', kindOf(error))
  if (!(error instanceof CallerError)) span.setStatus({ code: SpanStatusCode.ERROR })
}

function kindOf(error: unknown): string {
  if (error instanceof CallerError) return error.code
  return error instanceof Error ? error.name : typeof error
}

function identityOf(outcome: Outcome): object {
  return outcome.kind === 'answer' ? outcome.answer : outcome
}

/** Tells `done` when the work is over, at once or later, with what it threw. */
function settled<Result>(work: () => Result, done: (error?: unknown) => void): Result {
  let result: Result
  try {
    result = work()
  } catch (error) {
    done(error)
    throw error
  }
  if (result instanceof Promise) result.then(() => done(), done)
  else done()
  return result
}
