import { localeInWords, partInWords } from '#locales/fieldInWords.ts'
import { labelOf } from '#locales/labels.ts'
import { fieldLabel } from '#messages/fieldKey.ts'
import { message } from '#messages/message.ts'
import { type Part, parseRef, refOf } from '#record/record.ts'
import { type DocumentType, type Ref, recordShape } from '#record/shape.ts'
import type { WordOf } from '#record/vocabularies.ts'
import { leavesOf } from '#record/walk.ts'
import { type Agreement, digestOfOverride } from '../overrides/overrides.ts'
import type { OverridePolicy } from '../overrides/policy.ts'
import type { Finding, GateName, Proposal } from './gates.ts'

/** A finding in words, as the panel, REST and the command line show it. */
export type Refusal = {
  gate: GateName
  /** Where it is: the document that is published, or another one. */
  document: Ref
  part: Part
  path?: string
  /** That place in the studio, below its address. */
  link: string
  message: string
  cure: string
  severity: 'refusal' | 'warning'
  /** Whom it is about. */
  about?: Ref
  /** May be overridden with a reason, under this digest, by those whom the gate names. */
  confirm?: string
  override?: OverridePolicy
  /** Why whoever asks cannot override it. */
  notYours?: string
  /** The first of two agreed. */
  agreed?: Agreement
  /** Somebody overrode it, or two did. */
  confirmed?: Agreement & { second?: Agreement }
  /** Gone where one of these parts is published along. */
  unless?: readonly Part[]
}

type Found = Pick<Refusal, 'gate' | 'severity' | 'override'> & { proposal: Pick<Proposal, 'type' | 'copy'> }

/** A finding names its field by the path and a locale by its code; whoever reads it knows the label of the form and the name. */
export function wordFinding(
  { gate, severity, override, proposal }: Found,
  finding: Finding,
  language: string,
  timeZone = 'UTC',
): Refusal {
  const { part, path, values = {}, overridable, unless, cureAt } = finding
  const document = finding.document ?? refOf<DocumentType>(proposal.type, proposal.copy.id)
  const type = parseRef(document)?.type ?? proposal.type
  const { field, locale, precision, until } = values
  const shown = {
    ...values,
    part: partInWords(language, part),
    ...(field && { field: fieldLabel(language, type, field.split('/')) }),
    ...(locale && { locale: localeInWords(locale) }),
    // A gate names a word of the vocabulary.
    ...(precision && { precision: labelOf('placePrecision', precision as WordOf<'placePrecision'>, language) }),
    ...(until && { until: instantInWords(until, language, timeZone) }),
    ...(values.wider === '' && { wider: message(language, 'gates.widerPlace') }),
  }
  const text = (kind: 'message' | 'cure') => message(language, `gates.${gate}.${kind}`, shown)
  const position = finding.position ?? (path && positionIn(proposal, path))
  return {
    gate,
    document,
    part,
    ...(path && { path }),
    link: cureAt ? linkTo(cureAt.document, cureAt.part, cureAt.position) : linkTo(document, part, position),
    message: text('message'),
    cure: text('cure'),
    severity,
    ...(unless && { unless }),
    ...(override && overridable && { override, about: overridable.about }),
    ...(override && overridable && { confirm: digestOfFinding(gate, document, finding, overridable) }),
  }
}

/** A moment by the clock of whoever reads of it, and which clock that is. */
function instantInWords(iso: string, language: string, timeZone: string): string {
  const shown = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(language, { ...shown, timeZone, timeZoneName: 'short' }).format(new Date(iso))
}

function digestOfFinding(
  gate: GateName,
  key: Ref,
  { part, path }: Finding,
  { everyPart, ...overridable }: NonNullable<Finding['overridable']>,
): string {
  return digestOfOverride({ gate, key, ...(!everyPart && { part }), path, ...overridable })
}

function positionIn({ type, copy }: Found['proposal'], path: string): string | undefined {
  const leaf = leavesOf(recordShape[type], copy).find((one) => one.path === path)
  return leaf?.position ?? (path in copy ? path : undefined)
}

/** The document in the admin, in the locale that is meant, at the field. */
function linkTo(document: Ref, part: Part, position: string | undefined): string {
  const { type, id } = parseRef(document) ?? {}
  const locale = part === 'facts' ? '' : `?locale=${part}`
  const field = position ? `#field-${position.replace(/[./]/g, '__')}` : ''
  return `/admin/collections/${type}/${id}${locale}${field}`
}
