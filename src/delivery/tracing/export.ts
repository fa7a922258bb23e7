import { AsyncResource } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { type ExportResult, ExportResultCode, getNumberFromEnv } from '@opentelemetry/core'
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { Protocol } from './settings.ts'
import { createSpans, type Spans } from './spans.ts'

const exporters = {
  'http/protobuf': ProtobufExporter,
  'http/json': JsonExporter,
} satisfies Record<Protocol, new () => SpanExporter>

/** Paths and names of operations are what callers make them: longer ones are cut, unless the operator wants them whole. */
const mostCharacters = 256

/** How long a stopping process waits for a receiver to take the last spans. */
const flushMs = 3000

/** Told when spans cannot be exported (`error`), and when they can again (null). */
export type OnExport = (error: Error | null) => void

/**
 * Exports spans in the background, in batches, with what OpenTelemetry's variables say. A receiver
 * that is away costs spans and never an answer: the queue is bounded and nobody waits for it.
 */
export function exportSpans(protocol: Protocol, onExport: OnExport): Spans & { stop(): Promise<void> } {
  // An export begins in whichever request filled the batch, and is none of its business.
  const tell = AsyncResource.bind(onExport)
  const provider = new BasicTracerProvider({
    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win over our name.
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'holos-delivery' }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanLimits: {
      attributeValueLengthLimit: getNumberFromEnv('OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT') ?? mostCharacters,
    },
    spanProcessors: [new BatchSpanProcessor(watched(new exporters[protocol](), tell))],
  })
  return {
    ...createSpans(provider.getTracer('holos-delivery')),
    async stop() {
      const flushed = provider.shutdown().then(
        () => null,
        (error: Error) => error,
      )
      const late = new Error(`The last spans were not taken within ${flushMs / 1000} s.`)
      const lost = await Promise.race([flushed, delay(flushMs, late, { ref: false })])
      if (lost) tell(lost)
    },
  }
}

/** The SDK throws an export's failure away; this says it once. */
function watched(exporter: SpanExporter, onExport: OnExport): SpanExporter {
  let isAway = false
  const told = ({ code, error }: ExportResult) => {
    const failed = code === ExportResultCode.FAILED
    if (failed !== isAway) onExport(failed ? (error ?? new Error('The receiver took no spans.')) : null)
    isAway = failed
  }
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        told(result)
        done(result)
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  }
}
