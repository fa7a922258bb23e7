import { localeInWords } from '#locales/fieldInWords.ts'
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
}

type Found = Pick<Refusal, 'gate' | 'severity'> & { type: DocumentType }

/** A finding names its field by the path and a locale by its code; whoever reads it knows the label of the form and the name. */
export function wordFinding(
  { gate, severity, type }: Found,
  { part, path, values = {} }: Finding,
  language: string,
): Refusal {
  const { field, locale } = values
  const shown = {
    ...values,
    ...(field && { field: fieldLabel(language, type, field.split('/')) }),
    ...(locale && { locale: localeInWords(locale) }),
  }
  const text = (kind: 'message' | 'cure') => message(language, `gates.${gate}.${kind}`, shown)
  return { gate, part, ...(path && { path }), message: text('message'), cure: text('cure'), severity }
}
