import { type Body, type ChangeEntry, type Form, firstPrev, type PublishedRow } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { BodyLoader } from './bodies.ts'

/** Where the log ends. */
export type Head = { seq: number; hash: string }

/** Before the first publish: the first entry follows it. */
export const emptyLog: Head = { seq: 0, hash: firstPrev }

/** A row of `published` without its long words; those are asked for one document at a time. */
export type CardRow = Pick<PublishedRow, 'key' | 'seq' | 'hash' | 'formVersion' | 'card'>

/** What following the log needs of an entry. `form` is there until the entry is applied to its row. */
export type LogEntry = Pick<ChangeEntry, 'seq' | 'key' | 'prev' | 'hash' | 'formHash' | 'form'>

/** What following reads of the public record, on whatever database. Every method but `mayHaveChanged` may throw `StoreUnavailable`. */
export type RecordStore = {
  /**
   * Whether a request has to look before it is answered. Synchronous and a few microseconds.
   * False where following in the background is what the database offers (MongoDB).
   */
  mayHaveChanged(): boolean
  newest(): Promise<Head>
  /** Hands over every row in batches, each at least as new as the log was when the call began. */
  rows(each: (rows: readonly CardRow[]) => void): Promise<void>
  /** Entries that carry a form which their row may not have yet, oldest first. */
  unapplied(): Promise<LogEntry[]>
  /** At most `limit` entries after `seq`, oldest first. */
  entriesAfter(seq: number, limit: number): Promise<LogEntry[]>
  rowsOf(keys: readonly Ref[]): Promise<CardRow[]>
  /** The `body` text of one form; null where the record holds another form by now. */
  body(key: Ref, hash: string): string | null | Promise<string | null>
  /** Calls `wake` where the database can tell that the log may have grown. */
  onChange(wake: () => void): void
}

/**
 * `absent`: there is no record yet (no file, no tables), which a new installation brings about.
 * `away`: it is there and cannot be reached.
 */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
  readonly reason: 'absent' | 'away'

  constructor(reason: 'absent' | 'away', message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

/** The `body` text out of an entry's form, which is the canonical JSON of card and body together, or of null. */
export function bodyOfForm(form: string): string | null {
  const parsed: Form | null = JSON.parse(form)
  return parsed && JSON.stringify(parsed.body)
}

/** Reads bodies of a store for its catalog. */
export function bodiesOf(store: Pick<RecordStore, 'body'>): BodyLoader {
  return async (key, hash) => {
    const text = await store.body(key, hash)
    // The record holds what publish() wrote: the canonical JSON of a body.
    return text === null ? null : (JSON.parse(text) as Body)
  }
}
