import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { type Collection, MongoClient } from 'mongodb'
import { canonicalJson, sha256 } from '#base/digest.ts'
import {
  type ChangeEntry,
  type ChangeFacts,
  type Form,
  firstPrev,
  formVersion,
  type PublishedRow,
} from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { freshMongoUrl } from '#tests/mongo/databaseUrl.ts'
import { keyOf } from './build.ts'

/** Writes a public record natively, as publishing leaves it: for tests of what only reads it. */
export type RecordWriter = {
  readonly url: string
  /** Commits each form and applies it. Answers the last `seq`. */
  publish(...forms: Form[]): Promise<number>
  withdraw(key: Ref): Promise<number>
  /** Commits and leaves the row as it was: what a crash between the two steps leaves. */
  commitOnly(key: Ref, form: Form | null): Promise<number>
  close(): Promise<void>
}

type Tables = {
  addEntry(entry: ChangeEntry): Promise<void>
  putRow(row: PublishedRow): Promise<void>
  clearEntry(seq: number): Promise<void>
  /** Everything inside is one write where the database has transactions. */
  together(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

export async function openRecordWriter(url = freshDatabaseUrl()): Promise<RecordWriter> {
  const tables = await (url.startsWith('file:') ? sqliteTables(url) : mongoTables(url))
  let head: Pick<ChangeEntry, 'seq' | 'hash'> = { seq: 0, hash: firstPrev }

  async function commit(key: Ref, form: Form | null): Promise<ChangeEntry> {
    const entry = entryAfter(head, key, form)
    await tables.addEntry(entry)
    head = entry
    return entry
  }

  async function commitAndApply(key: Ref, form: Form | null): Promise<void> {
    const entry = await commit(key, form)
    await tables.putRow(rowOf(entry, form))
    await tables.clearEntry(entry.seq)
  }

  return {
    url,
    async publish(...forms) {
      await tables.together(async () => {
        for (const form of forms) await commitAndApply(keyOf(form), form)
      })
      return head.seq
    },
    async withdraw(key) {
      await commitAndApply(key, null)
      return head.seq
    },
    async commitOnly(key, form) {
      return (await commit(key, form)).seq
    },
    close: () => tables.close(),
  }
}

/** The address of a database that does not exist yet, on what TEST_DATABASE names. */
export function freshDatabaseUrl(): string {
  if (process.env.TEST_DATABASE === 'mongodb') return freshMongoUrl()
  return `file:${join(mkdtempSync(join(tmpdir(), 'holos-record-')), 'holos.db')}`
}

function entryAfter(head: Pick<ChangeEntry, 'seq' | 'hash'>, key: Ref, form: Form | null): ChangeEntry {
  const facts: ChangeFacts = {
    seq: head.seq + 1,
    key,
    kind: form ? 'publish' : 'withdraw',
    facts: true,
    locales: form ? Object.keys(form.card.words) : [],
    formHash: sha256(canonicalJson(form)),
    prev: head.hash,
    at: new Date(1_700_000_000_000 + head.seq * 1000).toISOString(),
  }
  return { ...facts, hash: sha256(canonicalJson(facts)), applied: false, form: canonicalJson(form) }
}

function rowOf({ key, seq, formHash, at }: ChangeEntry, form: Form | null): PublishedRow {
  return {
    key,
    seq,
    hash: formHash,
    formVersion,
    publishedAt: form?.card.publishedAt ?? null,
    withdrawnAt: form ? null : at,
    card: form && canonicalJson(form.card),
    body: form && canonicalJson(form.body),
  }
}

/** The columns of the studio's migrations that the record uses. */
const ddl = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS published (id text PRIMARY KEY NOT NULL, key text NOT NULL, seq numeric NOT NULL, hash text NOT NULL,
    form_version numeric NOT NULL, published_at text, withdrawn_at text, card text, body text);
  CREATE UNIQUE INDEX IF NOT EXISTS published_key_idx ON published (key);
  CREATE TABLE IF NOT EXISTS changes (id text PRIMARY KEY NOT NULL, seq numeric NOT NULL, key text NOT NULL, kind text NOT NULL, facts integer NOT NULL,
    locales text NOT NULL, form_hash text NOT NULL, prev text NOT NULL, hash text NOT NULL, at text NOT NULL, applied integer NOT NULL, form text);
  CREATE UNIQUE INDEX IF NOT EXISTS changes_seq_idx ON changes (seq);
`

async function sqliteTables(url: string): Promise<Tables> {
  const path = url.replace(/^file:/, '')
  const database = new Database(path)
  database.exec(ddl)
  const insertEntry = database.prepare('INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const clear = database.prepare('UPDATE changes SET applied = 1, form = NULL WHERE seq = ?')
  const putRow =
    database.prepare(`INSERT INTO published VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
    seq = excluded.seq, hash = excluded.hash, published_at = excluded.published_at, withdrawn_at = excluded.withdrawn_at,
    card = excluded.card, body = excluded.body`)
  return {
    async addEntry({ seq, key, kind, facts, locales, formHash, prev, hash, at, form }) {
      insertEntry.run(
        `c${seq}`,
        seq,
        key,
        kind,
        Number(facts),
        canonicalJson(locales),
        formHash,
        prev,
        hash,
        at,
        0,
        form,
      )
    },
    async putRow({ key, seq, hash, publishedAt, withdrawnAt, card, body }) {
      putRow.run(key, key, seq, hash, formVersion, publishedAt, withdrawnAt, card, body)
    },
    async clearEntry(seq) {
      clear.run(seq)
    },
    async together(work) {
      database.exec('BEGIN IMMEDIATE')
      await work()
      database.exec('COMMIT')
    },
    async close() {
      database.close()
      rmSync(path, { force: true })
    },
  }
}

async function mongoTables(url: string): Promise<Tables> {
  const client = await new MongoClient(url).connect()
  const published: Collection = client.db().collection('published')
  const changes: Collection = client.db().collection('changes')
  await published.createIndex({ key: 1 }, { unique: true })
  await changes.createIndex({ seq: 1 }, { unique: true })
  return {
    async addEntry(entry) {
      await changes.insertOne({ ...entry, locales: canonicalJson(entry.locales) })
    },
    async putRow(row) {
      await published.updateOne({ key: row.key }, { $set: row }, { upsert: true })
    },
    async clearEntry(seq) {
      await changes.updateOne({ seq }, { $set: { applied: true, form: null } })
    },
    together: (work) => work(),
    async close() {
      await client.db().dropDatabase()
      await client.close()
    },
  }
}
