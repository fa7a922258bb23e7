import type { RecordStore } from '#catalog/store.ts'
import type { PublicEntry } from '#record/record.ts'

/** The public record, read-only, on one of the databases. */
export type Store = RecordStore & {
  /** What messages and metrics call it. */
  readonly kind: 'sqlite' | 'mongodb'
  /** At most `limit` entries after `seq`, oldest first, as the public may read them. */
  publicEntries(seq: number, limit: number): Promise<PublicEntry[]>
  close(): Promise<void>
}
