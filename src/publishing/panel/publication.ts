import type { Payload, PayloadRequest } from 'payload'
import { mayPublish, type Staff } from '#access/roles.ts'
import { isLocale, localeRow } from '#locales/table.ts'
import { fieldLabel } from '#messages/fieldKey.ts'
import { message } from '#messages/message.ts'
import { type Asking, languageOf } from '#messages/refused.ts'
import { type ChangeEntry, type Form, type Part, parseRef } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import { isStale } from '#record/stale.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { projectForm } from '../form/projectForm.ts'
import { refsOf } from '../form/references.ts'
import { partsOf, saysSomething, standingOf } from '../form/standing.ts'
import { type GateName, gateNames, isOfChosenParts, type Proposal } from '../gates/gates.ts'
import { findingsIn } from '../gates/relatedDocuments.ts'
import type { Refusal } from '../gates/wordFinding.ts'
import { entriesOf, formOf, publicRow } from '../log/log.ts'
import { NoSuchDocument } from '../refused.ts'
import type { RequestScope } from '../requestScope.ts'
import { headingsOf, workingCopyOf } from '../workingCopy.ts'
import { type Difference, differencesOf, type Naming } from './differences.ts'

export type PartState = 'never' | 'public' | 'pending' | 'withdrawn' | 'empty'

/** One part of a document as the publish panel shows it. */
export type PartStanding = {
  part: Part
  label: string
  state: PartState
  /** How many of its words were translated from a source that has changed since. */
  stale: number
  differences: Difference[]
  refusals: Refusal[]
  warnings: Refusal[]
  /** What refuses or warns where this part is published without those that each finding names (`unless`). */
  alone: Refusal[]
  mayPublish: boolean
  preselected: boolean
}

export type Publication = {
  key: Ref
  revision: number
  parts: PartStanding[]
  lastChange: { seq: number; at: string } | null
}

type Asked = { payload: Payload; req?: PayloadRequest; key: Ref; user?: Staff | null }

/** What of a document is public, what differs, and what would refuse or warn if it were published now. */
export async function publicationOf({ payload, req, key, user }: Asked): Promise<Publication> {
  const type = typeOfKey(req, key)
  const scope: RequestScope = { payload, req }
  const language = languageOf(req)
  const [copy, row, log] = await Promise.all([workingCopyOf(scope, key), publicRow(scope, key), entriesOf(scope, key)])
  const proposal = wholePublish(type, copy, formOf(row))
  const [findings, alone, naming] = await Promise.all([
    findingsIn(
      scope,
      proposal,
      gateNames.filter((name) => !isOfChosenParts(name)),
    ),
    findingsAlone(scope, proposal),
    namingFor(scope, proposal, language),
  ])
  const isAllowed = user ? mayPublish(user) : true
  const states = statesOf(proposal, log)
  const parts = [...states].map(([part, state]): PartStanding => {
    const [refusals, warnings] = (['refusal', 'warning'] as const).map((severity) =>
      findings.filter((one) => one.part === part && one.severity === severity),
    ) as [Refusal[], Refusal[]]
    return {
      part,
      label: labelOf(part, language),
      state,
      stale: staleIn(proposal.form, part),
      differences: differencesOf(type, proposal.published, proposal.form, part, naming),
      refusals,
      warnings,
      alone: alone.get(part) ?? [],
      mayPublish: isAllowed,
      preselected: isAllowed && refusals.length === 0 && (state === 'pending' || state === 'never'),
    }
  })
  const [last] = log
  return { key, revision: copy.revision ?? 0, parts, lastChange: last ? { seq: last.seq, at: last.at } : null }
}

/** What these gates would find if everything that a working copy holds were published. */
export async function findingsInWhole(scope: RequestScope, key: Ref, asked: readonly GateName[]): Promise<Refusal[]> {
  const [copy, row] = await Promise.all([workingCopyOf(scope, key), publicRow(scope, key)])
  return findingsIn(scope, wholePublish(typeOfKey(scope.req, key), copy, formOf(row)), asked)
}

function typeOfKey(req: Asking, key: Ref): DocumentType {
  const ref = parseRef(key)
  if (!ref) throw new NoSuchDocument(req, key)
  return ref.type
}

/** As if everything that the working copy holds were published together. */
function wholePublish(type: DocumentType, copy: WorkingCopy, published: Form | null): Proposal {
  const locales = partsOf(type, copy, published).filter((part) => part !== 'facts')
  const parts = { facts: true, locales }
  const at = new Date().toISOString()
  return { type, copy, published, parts, at, form: projectForm(type, copy, published, parts, at) }
}

/** For each part what the gates of chosen parts find where it is published without the others. */
async function findingsAlone(scope: RequestScope, whole: Proposal): Promise<Map<Part, Refusal[]>> {
  const { type, copy, published, at } = whole
  const found = partsOf(type, copy, published).map(async (part) => {
    const parts = part === 'facts' ? { facts: true, locales: [] } : { facts: false, locales: [part] }
    const form = projectForm(type, copy, published, parts, at)
    return [part, await findingsIn(scope, { ...whole, parts, form }, gateNames.filter(isOfChosenParts))] as const
  })
  return new Map(await Promise.all(found))
}

async function namingFor(scope: RequestScope, { type, form, published }: Proposal, language: string): Promise<Naming> {
  const refs = [...new Set([...refsOf(form), ...(published ? refsOf(published) : [])])]
  const headings = await headingsOf(scope, refs)
  return { language, label: (path) => fieldLabel(language, type, path), document: (ref) => headings.get(ref) ?? ref }
}

function statesOf({ type, copy, published, form }: Proposal, log: readonly ChangeEntry[]): Map<Part, PartState> {
  const { pendingIn, publishedIn } = standingOf(type, copy, published)
  const stateOf = (part: Part): PartState => {
    if (publishedIn.includes(part)) return pendingIn.includes(part) ? 'pending' : 'public'
    if (!saysSomething(form, part)) return 'empty'
    const last = log.find((entry) => (part === 'facts' ? entry.facts : entry.locales.includes(part)))
    return last?.kind === 'withdraw' ? 'withdrawn' : 'never'
  }
  return new Map(partsOf(type, copy, published).map((part) => [part, stateOf(part)]))
}

function staleIn({ card, body }: Form, part: Part): number {
  const source = { ...card.words[card.sourceLocale], ...body.words[card.sourceLocale] }
  const words = { ...card.words[part], ...body.words[part] }
  return Object.entries(words).filter(([path, one]) => isStale(one, source[path])).length
}

function labelOf(part: Part, language: string): string {
  return isLocale(part) ? localeRow(part).name : message(language, 'publish.facts')
}
