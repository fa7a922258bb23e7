import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { mayPublish, type Staff } from '#access/roles.ts'
import { setComputed } from '#database/setComputed.ts'
import { refused } from '#messages/refused.ts'
import { type ChangeEntry, type Form, type LocaleCode, type PublishedRow, parseRef } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { type Parts, projectForm, sameContent } from './form/projectForm.ts'
import { publishAsOf } from './form/publishAs.ts'
import { standingOf } from './form/standing.ts'
import { refusingGates } from './gates/gates.ts'
import { findingsIn, unconfirmed } from './gates/relatedDocuments.ts'
import { applyAll, type Change, commit, formHash, formOf, newestEntry, nextEntry, publicRow } from './log/log.ts'
import { oneAtATime } from './log/mutex.ts'
import { decisionsIn } from './overrides/decisions.ts'
import { type Confirmation, keepOverrides } from './overrides/overrides.ts'
import { MayNotPublish, MovedOn, NoSuchDocument, PublishRefused } from './refused.ts'
import type { RequestScope } from './requestScope.ts'
import { isSaidNoTo } from './withdrawals/saidNo.ts'
import { keepNames, releaseNames } from './withheld/keptNames.ts'
import { findWorkingCopy, workingCopyOf } from './workingCopy.ts'

export type PublishAnswer =
  | { key: Ref; seq: number; at: string; facts: boolean; locales: LocaleCode[]; unchanged?: false }
  | { key: Ref; seq: number; unchanged: true }

type Asked = {
  payload: Payload
  /** Its transaction, where one is open, and its language for refusals. */
  req?: PayloadRequest
  key: Ref
  /** Who asks. Without a user it is the command line, an import or a hook, which are trusted. */
  user?: Staff | null
}

export type PublishRequest = Asked & {
  facts: boolean
  locales: readonly LocaleCode[]
  /** The revision that was looked at; a working copy that moved on since is not published. */
  revision?: number
  /** What its findings are answered with, where a gate may be overridden: kept with the reason and who gave it. */
  confirm?: readonly Confirmation[]
}

export type WithdrawRequest = Asked & {
  /** Absent: the document as a whole. */
  locales?: readonly LocaleCode[]
}

/**
 * Makes the named parts of a working copy public, and nothing else. Throws `PublishRefused` (422)
 * with every refusal or where nothing is named, `MovedOn` (409), `MayNotPublish` (403) or `NoSuchDocument` (404).
 */
export async function publish(request: PublishRequest): Promise<PublishAnswer> {
  refuseOthers(request)
  const parts: Parts = { facts: request.facts, locales: [...new Set(request.locales)].sort() }
  if (!parts.facts && parts.locales.length === 0) throw refused(request.req, 422, 'publish.nothingNamed')
  const answer = await changeRecord(request, async (published, at) => {
    const form = await publishable(request, parts, published, at)
    return { key: request.key, kind: 'publish', ...changedParts(published, form), at, form }
  })
  await withdrawSaidNo(request, parts)
  await releaseNamesSaid({ payload: request.payload, req: request.req }, request.key)
  return answer
}

/** A save that took a consent back may have found nothing public, while this publish had read the consent of before. */
async function withdrawSaidNo(request: PublishRequest, parts: Parts): Promise<void> {
  if (!refusingGates().includes('consentWithdrawn')) return
  const { payload, req, key, user } = request
  const scope: RequestScope = { payload, req }
  const form = readableForm(await publicRow(scope, key))
  if (!form || !(await isSaidNoTo(scope, form.card))) return
  await withdraw({ payload, req, key })
  const copy = await workingCopyOf(scope, key)
  const proposal = {
    type: typeOf(key),
    copy,
    published: null,
    form,
    parts,
    at: new Date().toISOString(),
    by: user ?? null,
  }
  throw new PublishRefused(req, await findingsIn(scope, proposal, ['consentWithdrawn', 'consentOfNamed']))
}

/**
 * Takes locales, or the whole document, out of the record. Nothing refuses a withdrawal. With its
 * last locale a document goes as a whole: facts that no reader can reach have no reason to stay.
 */
export async function withdraw(request: WithdrawRequest): Promise<PublishAnswer> {
  refuseOthers(request)
  if (request.user) await refuseUnknown(request)
  return changeRecord(request, async (published, at) => {
    const form = published && remaining(published, request.locales)
    return { key: request.key, kind: 'withdraw', ...changedParts(published, form), at, form }
  })
}

function refuseOthers({ user, req }: Asked): void {
  if (user && !mayPublish(user)) throw new MayNotPublish(req)
}

/** Whatever was public once may be withdrawn, its working copy may be gone. What never was anything is a mistake of whoever asks. */
async function refuseUnknown({ payload, req, key }: Asked): Promise<void> {
  const scope: RequestScope = { payload, req }
  if ((await findWorkingCopy(scope, key)) ?? (await publicRow(scope, key))) return
  throw new NoSuchDocument(req, key)
}

type NewChange = (published: Form | null, at: string) => Promise<Change>

/** The steps of every change of the record. */
async function changeRecord(asked: Asked, newChange: NewChange): Promise<PublishAnswer> {
  if (!parseRef(asked.key)) throw new NoSuchDocument(asked.req, asked.key)
  const scope: RequestScope = { payload: asked.payload, req: asked.req }
  return oneAtATime(scope, async () => {
    const answer = await append(scope, asked.key, newChange)
    await refreshStanding(scope, asked.key)
    return answer
  })
}

/** More writers than this at one moment are a fault, not a crowd. */
const maxAttempts = 200

async function append(scope: RequestScope, key: Ref, newChange: NewChange): Promise<PublishAnswer> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    // In this order: what is read after the head can only be newer than it, and then the commit fails.
    const head = await newestEntry(scope)
    await applyAll(scope)
    const row = await publicRow(scope, key)
    const published = readableForm(row)
    const change = await newChange(published, laterThan(head))
    if (formHash(change.form) === (row?.hash ?? formHash(null)) || isEmpty(change, published))
      return { key, seq: row?.seq ?? 0, unchanged: true }
    const entry = nextEntry(head, change)
    if (await commit(scope, entry)) {
      await applyAll(scope)
      return { key, seq: entry.seq, at: entry.at, facts: entry.facts, locales: entry.locales }
    }
    await sleep(Math.random() * Math.min(100, 5 * (attempt + 1)))
  }
  throw new Error(`The change log was too busy to record ${key}; nothing was published.`)
}

/** A first publish of parts that say nothing makes nothing public. */
function isEmpty({ kind, facts, locales }: Change, published: Form | null): boolean {
  return kind === 'publish' && published === null && !facts && locales.length === 0
}

/** A row that was damaged behind our back counts as nothing public, so that it can be withdrawn and published anew. */
function readableForm(row: PublishedRow | null): Form | null {
  try {
    return formOf(row)
  } catch {
    // `verify` names it.
    return null
  }
}

/** Now, but never before the entry that this one follows: clocks of two machines differ. */
function laterThan(head: ChangeEntry | null): string {
  const now = new Date().toISOString()
  return head && head.at > now ? head.at : now
}

async function publishable(request: PublishRequest, parts: Parts, published: Form | null, at: string): Promise<Form> {
  const { payload, req, key, revision } = request
  const scope: RequestScope = { payload, req }
  const copy = await workingCopyOf(scope, key)
  if (revision !== undefined && revision !== (copy.revision ?? 0)) throw new MovedOn(req, copy.revision ?? 0)
  const type = typeOf(key)
  const form = projectForm(type, copy, published, parts, at)
  const proposal = { type, copy, published, form, parts, at, by: request.user ?? null }
  const findings = unconfirmed(await findingsIn(scope, proposal, refusingGates()))
  const { letThrough, begun } = await decisionsIn(scope, request, findings, at)
  await keepOverrides(scope, begun)
  const left = findings.filter(({ confirm }) => !letThrough.some(({ digest }) => digest === confirm))
  if (begun.length > 0) throw new PublishRefused(req, unconfirmed(await findingsIn(scope, proposal, refusingGates())))
  if (left.length > 0) throw new PublishRefused(req, left)
  // Before the commit: whoever publishes after it finds both.
  await keepOverrides(scope, letThrough)
  if (type === 'people' && publishAsOf(copy) !== 'full') await keepNames(scope, copy)
  return form
}

/** A name is withheld until the person's own public form says it. */
async function releaseNamesSaid(scope: RequestScope, key: Ref): Promise<void> {
  const copy = typeOf(key) === 'people' ? await findWorkingCopy(scope, key) : null
  if (copy) await releaseNames(scope, copy, readableForm(await publicRow(scope, key)))
}

function remaining(published: Form, locales: readonly LocaleCode[] | undefined): Form | null {
  const without = <Value>(values: { [part: string]: Value }) =>
    Object.fromEntries(Object.entries(values).filter(([part]) => !locales?.includes(part)))
  const parts = without(published.card.parts)
  const isWhole = locales === undefined || Object.keys(parts).every((part) => part === 'facts')
  if (isWhole && (locales === undefined || Object.keys(parts).length < Object.keys(published.card.parts).length))
    return null
  return {
    card: { ...published.card, words: without(published.card.words), parts },
    body: { words: without(published.body.words) },
  }
}

/** What an entry says has changed, seen from the forms themselves. */
function changedParts(before: Form | null, after: Form | null): { facts: boolean; locales: LocaleCode[] } {
  const known = new Set([...Object.keys(before?.card.parts ?? {}), ...Object.keys(after?.card.parts ?? {})])
  const changed = [...known].filter(
    (part) => !isIn(before, part) || !isIn(after, part) || !sameContent(before, after, part),
  )
  return { facts: changed.includes('facts'), locales: changed.filter((part) => part !== 'facts').sort() }
}

function isIn(form: Form | null, part: string): boolean {
  return form?.card.parts[part] !== undefined
}

/**
 * Brings publishedIn and pendingIn of the working copy up to date, again where it was saved
 * meanwhile. A crash before this is healed by `verify`.
 */
async function refreshStanding(scope: RequestScope, key: Ref): Promise<void> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const copy = await findWorkingCopy(scope, key)
    if (!copy) return
    const values = standingOf(typeOf(key), copy, formOf(await publicRow(scope, key)))
    if (await setComputed(scope.payload, typeOf(key), copy.id, copy.revision ?? 0, values, scope.req)) return
  }
}

function typeOf(key: Ref) {
  const ref = parseRef(key)
  if (!ref) throw new NoSuchDocument(undefined, key)
  return ref.type
}
