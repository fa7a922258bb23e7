import { fieldLabel } from '#messages/fieldKey.ts'
import { message } from '#messages/message.ts'
import type { Part } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import type { Finding, GateName } from './gates.ts'

/** A finding in words, as the panel, REST and the command line show it. */
export type Refusal = {
  gate: GateName
  part: Part
  path?: string
  message: string
  cure: string
  severity: 'refusal' | 'warning'
  /** Gone where one of these parts is published along. */
  unless?: readonly Part[]
}

type Found = Pick<Refusal, 'gate' | 'severity'> & { type: DocumentType }

/** A finding names its field by the path; whoever reads it knows the label of the form. */
export function wordFinding(
  { gate, severity, type }: Found,
  { part, path, values = {}, unless }: Finding,
  language: string,
): Refusal {
  const { field } = values
  const shown = field ? { ...values, field: fieldLabel(language, type, field.split('/')) } : values
  const text = (kind: 'message' | 'cure') => message(language, `gates.${gate}.${kind}`, shown)
  const worded = { message: text('message'), cure: text('cure') }
  return { gate, part, ...(path && { path }), ...worded, severity, ...(unless && { unless }) }
}
