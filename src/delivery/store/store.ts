import type { ChangeFacts, Form, PublishedRow } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'

/** Where the log ends: `seq` 0 and an empty hash before the first publish. */
export type Head = { seq: number; hash: string }

export const emptyLog: Head = { seq: 0, hash: '' }

/** A row of `published` without its long words; those are asked for one document at a time. */
export type CardRow = Pick<PublishedRow, 'key' | 'seq' | 'hash' | 'formVersion' | 'card'>

/** What following the log needs of an entry. `form` is there until the entry is applied to its row. */
export type LogEntry = {
  seq: number
  key: Ref
  prev: string
  hash: string
  formHash: string
  applied: boolean
  form: string | null
}

/** An entry as the public log shows it: without its form. */
export type PublicEntry = ChangeFacts & { hash: string }

/**
 * The public record, read-only, on one of the databases. Every method but `mayHaveChanged` and
 * `close` throws `StoreUnavailable` where the database cannot answer.
 */
export type Store = {
  /** What messages and metrics call it. */
  readonly kind: 'sqlite' | 'mongodb'
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
  /** At most `limit` entries after `seq`, oldest first, as the public may read them. */
  publicEntries(seq: number, limit: number): Promise<PublicEntry[]>
  rowsOf(keys: readonly Ref[]): Promise<CardRow[]>
  /** The `body` text of one form; null where the record holds another form by now. */
  body(key: Ref, hash: string): string | null | Promise<string | null>
  /** Calls `wake` where the database can tell that the log may have grown. */
  onChange(wake: () => void): void
  close(): Promise<void>
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
