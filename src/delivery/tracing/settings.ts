import type { Variables } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'

const protocols = ['http/protobuf', 'http/json'] as const

export type Protocol = (typeof protocols)[number]

/**
 * How traces are exported, or null where they are not. The names are OpenTelemetry's own ("Environment
 * Variable Specification"); everything else that it lists for traces the SDK reads itself.
 */
export function readTracingProtocol(variables: Variables): Protocol | null {
  if (variables.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return null
  if ((variables.OTEL_TRACES_EXPORTER || 'otlp') !== 'otlp') return null
  const [name, endpoint] = firstOf(variables, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT')
  if (!endpoint) return null
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint))
    throw mistake(name, 'must be an http:// or https:// address')
  const wanted = firstOf(variables, 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL')
  const protocol = wanted[1] ? protocols.find((known) => known === wanted[1]) : 'http/protobuf'
  if (!protocol) throw mistake(wanted[0], `must be one of ${protocols.join(', ')}`)
  return protocol
}

/** An empty variable counts as absent. */
function firstOf(variables: Variables, specific: string, general: string): [name: string, value: string | undefined] {
  return variables[specific] ? [specific, variables[specific]] : [general, variables[general] || undefined]
}

// The value is not repeated: an address may hold a password.
function mistake(name: string, rule: string): ConfigurationError {
  return new ConfigurationError(`${name} ${rule}. See .env.example.`)
}
