import { setImmediate as nextTurn } from 'node:timers/promises'
import { foldedWordsOf } from '#names/withheld/foldedWords.ts'
import type { PersonSigns } from '#names/withheld/personSigns.ts'
import { createTextIndex } from '#names/withheld/textIndex.ts'
import type { ChangeEntry, Form, PublishedRow } from '#record/record.ts'
import type { Facts, Ref } from '#record/shape.ts'
import { refsOf } from '../form/references.ts'
import { entries, formOf, newestEntry, rows } from '../log/log.ts'
import type { RequestScope } from '../requestScope.ts'
import { stringsOf } from './strings.ts'

/** What the index knows of a public document beside its words. */
export type Links = {
  /** Documents that it names, cites or links to. */
  refs: readonly Ref[]
  /** People whom it, a person, names as relatives. */
  relatives: readonly Ref[]
}

/** The public record as the check of names needs it, in memory. */
export type RecordIndex = {
  /** Undefined where nothing of the document is public. */
  linksOf(key: Ref): Links | undefined
  /** Documents that name, cite or link to this one. */
  referringTo(key: Ref): ReadonlySet<Ref>
  thatMaySay(person: PersonSigns): Ref[]
  /** Another number after each change of the document. */
  seqOf(key: Ref): number
  /** Everything that was committed before the call is in it afterwards. */
  refresh(scope: RequestScope): Promise<void>
}

type Head = Pick<ChangeEntry, 'seq' | 'hash'> | null

/** How many rows are read in one turn of the event loop while the index is made. */
const batch = 50
const none: ReadonlySet<Ref> = new Set()

export function createRecordIndex(): RecordIndex {
  let head: Head | undefined
  let texts = createTextIndex<Ref>()
  const links = new Map<Ref, Links>()
  const referring = new Map<Ref, Set<Ref>>()
  const seqs = new Map<Ref, number>()

  function forget(key: Ref): void {
    for (const ref of links.get(key)?.refs ?? []) referring.get(ref)?.delete(key)
    links.delete(key)
    texts.remove(key)
  }

  function put(key: Ref, seq: number, form: Form | null): void {
    forget(key)
    seqs.set(key, seq)
    if (!form) return
    const known = linksIn(form)
    links.set(key, known)
    for (const ref of known.refs) referring.set(ref, (referring.get(ref) ?? new Set()).add(key))
    texts.put(key, new Set(stringsOf(form).flatMap(({ text }) => [...foldedWordsOf(text)])))
  }

  async function makeAnew(scope: RequestScope): Promise<void> {
    const newest = await newestEntry(scope)
    for (const known of [links, referring, seqs]) known.clear()
    texts = createTextIndex()
    for (let last = ''; ; ) {
      const next = await rows(scope, { key: { greater_than: last } }, { sort: 'key', limit: batch })
      for (const row of next) put(row.key, row.seq, readForm(row))
      const end = next.at(-1)
      if (!end) break
      last = end.key
      await nextTurn()
    }
    head = newest
  }

  async function follow(scope: RequestScope): Promise<boolean> {
    const since = await entries(scope, { seq: { greater_than_equal: head?.seq ?? 0 } }, { sort: 'seq' })
    // What was read inside a transaction that was rolled back never was.
    if (head && since[0]?.hash !== head.hash) return false
    const changed = new Map(since.slice(head ? 1 : 0).map((entry) => [entry.key, entry]))
    for (const entry of changed.values()) {
      const row = entry.form === null ? (await rows(scope, { key: { equals: entry.key } }))[0] : rowOfEntry(entry)
      put(entry.key, entry.seq, row ? readForm(row) : null)
    }
    head = since.at(-1) ?? head ?? null
    return true
  }

  return {
    linksOf: (key) => links.get(key),
    referringTo: (key) => referring.get(key) ?? none,
    thatMaySay: (person) => texts.thatMaySay(person),
    seqOf: (key) => seqs.get(key) ?? 0,
    async refresh(scope) {
      if (head === undefined) await makeAnew(scope)
      if (await follow(scope)) return
      await makeAnew(scope)
      await follow(scope)
    },
  }
}

export function linksIn(form: Form): Links {
  // The type decides which facts these are.
  const facts = form.card.type === 'people' ? (form.card.facts as Facts<'people'>) : {}
  return { refs: refsOf(form), relatives: (facts.relations ?? []).flatMap(({ person }) => person ?? []) }
}

/** An entry that is not applied yet carries what its row will hold. */
function rowOfEntry({ form }: ChangeEntry): Pick<PublishedRow, 'card' | 'body'> {
  // Written by `nextEntry`.
  const { card, body } = (JSON.parse(form ?? 'null') as Form | null) ?? {}
  return { card: card ? JSON.stringify(card) : null, body: body ? JSON.stringify(body) : null }
}

function readForm(row: Pick<PublishedRow, 'card' | 'body'>): Form | null {
  try {
    return formOf(row)
  } catch {
    // A damaged text is served to nobody; `verify` names it.
    return null
  }
}
