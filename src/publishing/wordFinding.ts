import type { Part } from '#record/record.ts'
import type { Finding } from './gates.ts'
import { type GateName, type GateWording, gateWording } from './gateWording.ts'

/** A finding in words, as the panel, REST and the command line show it. */
export type Refusal = {
  gate: GateName
  part: Part
  path?: string
  message: string
  cure: string
  severity: 'refusal' | 'warning'
}

export function wordFinding(
  gate: GateName,
  severity: Refusal['severity'],
  { part, path, values = {} }: Finding,
  language: string,
): Refusal {
  const wording: GateWording = gateWording[gate]
  const { message, cure } = wording[language as keyof GateWording] ?? wording.en
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return { gate, part, ...(path && { path }), message: fill(message), cure: fill(cure), severity }
}
