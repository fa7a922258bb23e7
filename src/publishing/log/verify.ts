import type { Payload } from 'payload'
import { canonicalJson } from '#base/digest.ts'
import { healVersions } from '#database/revisions/healVersions.ts'
import { setComputed } from '#database/setComputed.ts'
import { type ChangeEntry, type Form, firstPrev, type PublishedRow, refOf } from '#record/record.ts'
import { type DocumentType, documentTypes, type Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { publishAsOf } from '../form/publishAs.ts'
import { standingOf } from '../form/standing.ts'
import { digestOfSaying } from '../gates/names.ts'
import { digestOfSourceSaying } from '../gates/sources.ts'
import { overridesAmong } from '../overrides/overrides.ts'
import type { RequestScope } from '../requestScope.ts'
import { withdrawUncovered } from '../withdrawals/withdrawWithConsent.ts'
import { confidentialSources, withoutConfidential } from '../withheld/confidential/citations.ts'
import { sourceSayingsOf } from '../withheld/confidential/sayings.ts'
import { keepNames, keptVersions, NamesSealed } from '../withheld/keptNames.ts'
import { holdsNameBack, realNamesOf } from '../withheld/realNames.ts'
import { type Saying, sayingsInRecord } from '../withheld/sayings.ts'
import { apply, entries, entryHash, formHash, formOf, isIntact, rows, unapplied } from './log.ts'
import { faultOfFile, filesOf, type MediaFile } from './mediaFiles.ts'
import { originalFaults } from './originals.ts'

export type VerifyReport = {
  counts: {
    entries: number
    documents: number
    public: number
    workingCopies: number
    files: number
    originals: number
  }
  /** What a crash had left undone and is done now, in sentences. */
  healed: string[]
  /** What somebody let through a gate, in sentences. */
  overridden: string[]
  /** What is wrong and nobody but a person can decide: the entry, document or file, what is wrong with it, and a cure. */
  faults: VerifyFault[]
}

export type VerifyFault = { what: string; message: string }

/**
 * Holds the record against itself: the chain of the log, every row against its newest entry, every
 * working copy's standing, every text against the names that are withheld and against confidential sources, every public media file and
 * every sealed original against its hash. Finishes what a crash left,
 * names what it cannot heal. Safe to run while the studio and delivery work.
 */
export async function verify(payload: Payload): Promise<VerifyReport> {
  const scope: RequestScope = { payload }
  const report: VerifyReport = {
    counts: { entries: 0, documents: 0, public: 0, workingCopies: 0, files: 0, originals: 0 },
    healed: [],
    overridden: [],
    faults: [],
  }
  await applyLeft(scope, report)
  if (report.faults.length === 0) await withdrawLeft(scope, report)
  const newest = await checkLog(scope, report)
  const open = await checkRows(scope, newest, report)
  await writeVersionsLeft(scope, report)
  await checkWorkingCopies(scope, open, report)
  await checkNames(scope, report)
  await checkConfidential(scope, open, report)
  await checkFiles(scope, open, report)
  await checkOriginals(scope, report)
  return report
}

async function applyLeft(scope: RequestScope, { healed, faults }: VerifyReport): Promise<void> {
  for (const entry of await unapplied(scope)) {
    if (isIntact(entry)) {
      await apply(scope, entry)
      healed.push(`Entry ${entry.seq} (${entry.key}) was committed but not applied; it is now.`)
    } else {
      faults.push({
        what: `entry ${entry.seq}`,
        message: `The form it carries is not the one it was committed with. Restore it from a backup; until then nothing can be published.`,
      })
    }
  }
}

async function withdrawLeft(scope: RequestScope, { healed }: VerifyReport): Promise<void> {
  for (const { person, why, withdrawn } of await withdrawUncovered(scope)) {
    const reason = why === 'closed' ? 'was withdrawn or refused' : 'has run out'
    healed.push(`The consent of ${person} ${reason}; with it were withdrawn: ${withdrawn.join(', ')}.`)
  }
}

type Standing = Pick<ChangeEntry, 'seq' | 'formHash' | 'at'>
type Newest = Map<Ref, Standing>
const batch = 1000

/** Walks the log from its first entry. Answers the newest entry of each document. */
async function checkLog(scope: RequestScope, { counts, faults }: VerifyReport): Promise<Newest> {
  const newest: Newest = new Map()
  let last = { seq: 0, hash: firstPrev }
  for (;;) {
    const next = await entries(scope, { seq: { greater_than: last.seq } }, { sort: 'seq', limit: batch })
    if (next.length === 0) return newest
    for (const entry of next) {
      faults.push(...faultsOfEntry(entry, last).map((message) => ({ what: `entry ${entry.seq}`, message })))
      newest.set(entry.key, { seq: entry.seq, formHash: entry.formHash, at: entry.at })
      last = entry
    }
    counts.entries += next.length
  }
}

function faultsOfEntry(entry: ChangeEntry, last: { seq: number; hash: string }): string[] {
  return [
    entry.seq !== last.seq + 1 &&
      `Entries ${last.seq + 1} to ${entry.seq - 1} are missing before it. Restore them from a backup.`,
    entry.prev !== last.hash &&
      'It does not follow the entry before it: one of the two was changed after it was written.',
    entry.hash !== entryHash(entry) && 'What it says is not what its hash covers: it was changed after it was written.',
  ].filter((message) => message !== false)
}

/** The public documents, each with the media files that it promises. */
type PublicDocuments = Map<Ref, MediaFile[]>

/** Every row against the newest entry of its document. Answers what is public. */
async function checkRows(
  scope: RequestScope,
  newest: Newest,
  { counts, faults }: VerifyReport,
): Promise<PublicDocuments> {
  const open: PublicDocuments = new Map()
  const known = new Set<Ref>()
  for await (const row of allRows(scope)) {
    const form = readForm(row)
    counts.documents += 1
    known.add(row.key)
    if (form) open.set(row.key, filesOf(form))
    faults.push(...faultsOfRow(row, form, newest.get(row.key)).map((message) => ({ what: row.key, message })))
  }
  const missing = [...newest].filter(([key]) => !known.has(key))
  faults.push(
    ...missing.map(([key, { seq }]) => ({
      what: key,
      message: `Entry ${seq} of the log speaks of it, but the record has no row. Withdraw it and publish it again.`,
    })),
  )
  counts.public = open.size
  return open
}

const again = 'Withdraw it and publish it again.'

function faultsOfRow(row: PublishedRow, form: Form | null | undefined, entry: Standing | undefined): string[] {
  if (!entry) return ['It is in the record, but the log does not know it. Withdraw it.']
  if (form === undefined) return [`Its content cannot be read. ${again}`]
  const isTold = row.withdrawnAt === (form ? null : entry.at) && row.publishedAt === (form?.card.publishedAt ?? null)
  return [
    row.seq !== entry.seq && `It stands at entry ${row.seq}, the log at entry ${entry.seq}. ${again}`,
    row.seq === entry.seq &&
      row.hash !== entry.formHash &&
      `Its hash is not the one that entry ${entry.seq} committed. ${again}`,
    formHash(form) !== row.hash && `Its content was changed after it was published. ${again}`,
    form !== null &&
      refOf<DocumentType>(form.card.type, form.card.id) !== row.key &&
      `Its content is another document's. ${again}`,
    !isTold && `Its dates of publication were changed after they were written. ${again}`,
  ].filter((message) => message !== false)
}

/** Undefined where the text is damaged. */
function readForm(row: PublishedRow): Form | null | undefined {
  try {
    return formOf(row)
  } catch {
    // A damaged text is a finding, not a failure.
    return undefined
  }
}

async function* allRows(scope: RequestScope): AsyncGenerator<PublishedRow> {
  for (let last = ''; ; ) {
    const next = await rows(scope, { key: { greater_than: last } }, { sort: 'key', limit: batch })
    yield* next
    const end = next.at(-1)
    if (!end) return
    last = end.key
  }
}

async function writeVersionsLeft({ payload }: RequestScope, { healed }: VerifyReport): Promise<void> {
  const count = await healVersions(payload)
  if (count > 0) healed.push(`${count} saved states lacked their row in the history; they have it now.`)
}

/** publishedIn and pendingIn of every working copy; public documents that no longer have one. */
async function checkWorkingCopies(scope: RequestScope, open: PublicDocuments, report: VerifyReport): Promise<void> {
  const orphans = new Set(open.keys())
  const kept = new Set((await keptVersions(scope)).map(({ key }) => key))
  for (const type of documentTypes) {
    for await (const stored of allWorkingCopies(scope, type)) {
      const copies = await withoutConfidential(scope, type, stored)
      const keyOf = ({ id }: WorkingCopy) => refOf<DocumentType>(type, id)
      const forms = new Map(
        (await rows(scope, { key: { in: copies.map(keyOf) } })).map((row) => [row.key, readForm(row) ?? null]),
      )
      for (const copy of copies) {
        if (!copy.deletedAt) orphans.delete(keyOf(copy))
        const form = forms.get(keyOf(copy)) ?? null
        await healStanding(scope, type, copy, form, report)
        if (type === 'people' && !kept.has(refOf('people', copy.id))) await healKeptNames(scope, copy, form, report)
      }
      report.counts.workingCopies += copies.length
    }
  }
  const message = 'It is public, but its working copy is deleted or in the trash. Restore that, or withdraw it.'
  report.faults.push(...[...orphans].map((what) => ({ what, message })))
}

async function healStanding(
  scope: RequestScope,
  type: DocumentType,
  copy: WorkingCopy,
  form: Form | null,
  { healed }: VerifyReport,
): Promise<void> {
  const values = standingOf(type, copy, form)
  const stored = { publishedIn: sorted(copy.publishedIn), pendingIn: sorted(copy.pendingIn) }
  const right = { publishedIn: sorted(values.publishedIn), pendingIn: sorted(values.pendingIn) }
  if (canonicalJson(stored) === canonicalJson(right)) return
  // One that is being saved at this moment computes its own.
  if (await setComputed(scope.payload, type, copy.id, copy.revision ?? 0, values))
    healed.push(`${type}:${copy.id} did not say what of it is public and what is pending; it does now.`)
}

/** Whoever is public without the name has it kept: a draft that says otherwise opens nothing. */
async function healKeptNames(
  scope: RequestScope,
  copy: WorkingCopy,
  form: Form | null,
  { healed }: VerifyReport,
): Promise<void> {
  if (!form || publishAsOf(copy) === 'full' || !holdsNameBack(form, realNamesOf(copy))) return
  await keepNames(scope, copy)
  healed.push(`people:${copy.id} is public without the name, which was not kept; it is now.`)
}

async function checkNames(scope: RequestScope, report: VerifyReport): Promise<void> {
  try {
    await checkSayings(scope, report)
  } catch (error) {
    if (!(error instanceof NamesSealed)) throw error
    report.faults.push({ what: 'withheld names', message: error.message })
  }
}

/** No public text says a name that is withheld, but where somebody said that it is somebody else's. */
async function checkSayings(scope: RequestScope, { overridden, faults }: VerifyReport): Promise<void> {
  for await (const sayings of sayingsInRecord(scope)) {
    const digests = sayings.flatMap((saying) => digestOfSaying(saying) ?? [])
    const known = await overridesAmong(scope, digests)
    for (const saying of sayings) {
      const override = known.get(digestOfSaying(saying) ?? '')
      const what = [saying.document, saying.part, saying.path].join(' ')
      if (override)
        overridden.push(`${what} is not ${saying.about}: ${override.reason} (${override.by}, ${override.at})`)
      else faults.push({ what, message: messageOfSaying(saying) })
    }
  }
}

/** Without the name: what a command prints is kept in many places. */
function messageOfSaying(saying: Saying): string {
  const cure = 'Change it and publish it again, or withdraw it'
  const confirm = digestOfSaying(saying) ? '; or publish it with a reason why it is somebody else' : ''
  return `It says the name of ${saying.about}, which is withheld. ${cure}${confirm}.`
}

/** Nothing of a confidential source is public, and no public document that says one went out without somebody's reason. */
async function checkConfidential(scope: RequestScope, open: PublicDocuments, { faults }: VerifyReport): Promise<void> {
  const sources = await confidentialSources(scope)
  const shown = sources.filter(({ key }) => open.has(key))
  faults.push(...shown.map(({ key }) => ({ what: key, message: 'It is confidential and public. Withdraw it.' })))
  if (sources.length === 0) return
  for await (const row of allRows(scope)) {
    const form = readForm(row)
    if (!form || sources.some(({ key }) => key === row.key)) continue
    const sayings = sourceSayingsOf(sources, form)
    const digests = sayings.map((saying) => digestOfSourceSaying(row.key, saying))
    const known = await overridesAmong(scope, digests)
    sayings
      .filter((_, index) => !known.has(digests[index] ?? ''))
      .forEach(({ part, path, source }) => {
        const message = `It contains words of ${source}, which is confidential. Change it and publish it again, or withdraw it.`
        faults.push({ what: [row.key, part, path].join(' '), message })
      })
  }
}

async function checkOriginals(scope: RequestScope, { counts, faults }: VerifyReport): Promise<void> {
  for await (const fault of originalFaults(scope)) {
    counts.originals += 1
    if (fault) faults.push(fault)
  }
}

function sorted(parts: unknown): string[] {
  return Array.isArray(parts) ? parts.map(String).sort() : []
}

async function* allWorkingCopies({ payload }: RequestScope, type: DocumentType): AsyncGenerator<WorkingCopy[]> {
  for (let page = 1; ; page++) {
    const { docs } = await payload.db.find({
      collection: type,
      where: {},
      sort: 'id',
      limit: pageSize,
      page,
      pagination: true,
    })
    // What the documents hold is for `recordShape` to say.
    yield docs as unknown as WorkingCopy[]
    if (docs.length < pageSize) return
  }
}

const pageSize = 200

async function checkFiles(
  { payload }: RequestScope,
  open: PublicDocuments,
  { counts, faults }: VerifyReport,
): Promise<void> {
  const { staticDir } = payload.collections.media.config.upload
  if (!staticDir) throw new Error('The media collection does not say where its files are (staticDir).')
  for (const [key, files] of open) {
    for (const file of files) {
      counts.files += 1
      const message = await faultOfFile(staticDir, file)
      if (message) faults.push({ what: `${key} ${file.name}`, message })
    }
  }
}
