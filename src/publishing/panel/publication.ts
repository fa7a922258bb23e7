import type { Payload, PayloadRequest } from 'payload'
import { withoutInternal } from '#access/fields/withoutInternal.ts'
import { mayDo, mayPublish, type Staff } from '#access/roles.ts'
import { partInWords } from '#locales/fieldInWords.ts'
import { fieldLabel } from '#messages/fieldKey.ts'
import { type Asking, languageOf } from '#messages/refused.ts'
import { type ChangeEntry, type Form, type Part, parseRef } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import { isStale } from '#record/stale.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { projectForm } from '../form/projectForm.ts'
import { isGuardedByPublishAs } from '../form/publishAs.ts'
import { refsOf } from '../form/references.ts'
import { partsOf, saysSomething, standingOf } from '../form/standing.ts'
import { type GateName, gateNames, isForEverybody, isOfChosenParts, type Proposal } from '../gates/gates.ts'
import { findingsIn, unconfirmed } from '../gates/relatedDocuments.ts'
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
  /** What was found and overridden, with who did it and why. */
  confirmed: Refusal[]
  /** What refuses or warns where this part is published without those that each finding names (`unless`). */
  alone: Refusal[]
  mayPublish: boolean
  preselected: boolean
}

export type Publication = {
  key: Ref
  revision: number
  /**
   * False for somebody who may not read internal fields: how a person is named, which sources are cited and what most gates
   * find depend on them, so the parts say neither.
   */
  isWhole: boolean
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
  const proposal = wholePublish(type, copy, formOf(row), user)
  const isWhole = user ? mayDo(user, 'readInternal') : true
  const shown = isWhole ? proposal : wholePublish(type, knownTo(payload, type, copy), proposal.published, user)
  const [findings, alone, naming] = await Promise.all([
    findingsIn(
      scope,
      shown,
      gateNames.filter((name) => !isOfChosenParts(name) && (isWhole || isForEverybody(name))),
    ),
    isWhole ? findingsAlone(scope, proposal) : new Map<Part, Refusal[]>(),
    namingFor(scope, shown, language),
  ])
  const isAllowed = user ? mayPublish(user) : true
  const states = statesOf(proposal, log)
  const parts = [...states].map(([part, state]): PartStanding => {
    const here = findings.filter((one) => partOfPanel(key, one) === part)
    const [refusals, warnings] = (['refusal', 'warning'] as const).map((severity) =>
      unconfirmed(here).filter((one) => one.severity === severity),
    ) as [Refusal[], Refusal[]]
    return {
      part,
      label: partInWords(language, part),
      state,
      stale: staleIn(shown.form, part),
      differences: differencesOf(type, shown.published, shown.form, part, naming).filter(
        ({ path }) => isWhole || !dependsOnInternal(type, path),
      ),
      refusals,
      warnings,
      confirmed: here.filter(({ confirmed }) => confirmed),
      alone: alone.get(part) ?? [],
      mayPublish: isAllowed,
      preselected: isAllowed && refusals.length === 0 && (state === 'pending' || state === 'never'),
    }
  })
  const [last] = log
  return { key, revision: copy.revision ?? 0, isWhole, parts, lastChange: last ? { seq: last.seq, at: last.at } : null }
}

/** How a person is named, and which sources are cited. */
function dependsOnInternal(type: DocumentType, path: string): boolean {
  return (type === 'people' && isGuardedByPublishAs(path)) || path.split('/').at(-1) === 'sources'
}

function knownTo(payload: Payload, type: DocumentType, copy: WorkingCopy): WorkingCopy {
  return withoutInternal(payload.collections[type].config.flattenedFields, copy)
}

/** What these gates would find if everything that a working copy holds were published. */
export async function findingsInWhole(scope: RequestScope, key: Ref, asked: readonly GateName[]): Promise<Refusal[]> {
  const [copy, row] = await Promise.all([workingCopyOf(scope, key), publicRow(scope, key)])
  return unconfirmed(
    await findingsIn(scope, wholePublish(typeOfKey(scope.req, key), copy, formOf(row), scope.req?.user), asked),
  )
}

/** What is found in another document stands with the facts: it is in the way of every part. */
function partOfPanel(key: Ref, { document, part }: Refusal): Part {
  return document === key ? part : 'facts'
}

function typeOfKey(req: Asking, key: Ref): DocumentType {
  const ref = parseRef(key)
  if (!ref) throw new NoSuchDocument(req, key)
  return ref.type
}

/** As if everything that the working copy holds were published together. */
function wholePublish(
  type: DocumentType,
  copy: WorkingCopy,
  published: Form | null,
  by: Staff | null | undefined,
): Proposal {
  const locales = partsOf(type, copy, published).filter((part) => part !== 'facts')
  const parts = { facts: true, locales }
  const at = new Date().toISOString()
  return { type, copy, published, parts, at, by: by ?? null, form: projectForm(type, copy, published, parts, at) }
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
