import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'libsql'
import { bodyOfForm, type CardRow, emptyLog, type Head, type LogEntry, StoreUnavailable } from '#catalog/store.ts'
import type { PublicEntry } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { Store } from './store.ts'

const batch = 1000

const cardColumns = 'key, seq, hash, form_version AS formVersion, card'
const entryColumns = 'seq, key, prev, hash, form_hash AS formHash, form'

const queries = {
  head: 'SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1',
  rows: `SELECT ${cardColumns} FROM published WHERE key > ? ORDER BY key LIMIT ${batch}`,
  unapplied: `SELECT ${entryColumns} FROM changes WHERE form IS NOT NULL ORDER BY seq`,
  entries: `SELECT ${entryColumns} FROM changes WHERE seq > ? ORDER BY seq LIMIT ?`,
  log: 'SELECT seq, key, kind, facts, locales, form_hash AS formHash, prev, hash, at FROM changes WHERE seq > ? ORDER BY seq LIMIT ?',
  row: `SELECT ${cardColumns} FROM published WHERE key = ?`,
  body: 'SELECT body FROM published WHERE key = ? AND hash = ?',
  pendingBody:
    'SELECT form FROM changes WHERE key = ? AND form_hash = ? AND form IS NOT NULL ORDER BY seq DESC LIMIT 1',
} as const

type Statements = Record<keyof typeof queries, Database.Statement>
type Connection = {
  database: Database.Database
  statements: Statements
  inode: string
  /** Whether anything was committed since the last call. True at the first. */
  hasChanged: () => boolean
}

/**
 * The embedded database's file, opened so that SQLite itself refuses to write it. The file and its
 * tables may come later, go away, or be replaced by a backup: the next look opens what is there.
 */
export function openSqliteStore(url: string): Store {
  const path = pathOf(url)
  let connection: Connection | null = null

  function connected(): Connection {
    const inode = inodeOf(path)
    if (connection && connection.inode !== inode) disconnect()
    connection ??= connect(path, inode)
    return connection
  }

  function disconnect(): void {
    connection?.database.close()
    connection = null
  }

  /** One look at the file: what SQLite throws becomes a sentence. */
  function look<T>(read: (statements: Statements) => T): T {
    try {
      return read(connected().statements)
    } catch (error) {
      disconnect()
      throw error instanceof StoreUnavailable ? error : away(path, error)
    }
  }

  return {
    kind: 'sqlite',

    mayHaveChanged() {
      if (!connection) return true
      try {
        return connection.hasChanged()
      } catch {
        disconnect()
        return true
      }
    },

    async newest() {
      return look(headOf)
    },

    async rows(each) {
      let rows: CardRow[] = []
      do {
        rows = look((statements) => rowsOf(statements.rows.all(lastKey(rows))))
        each(rows)
        // Between two batches the process answers what else it was asked: health checks, above all.
        await setImmediate()
      } while (rows.length > 0)
    },

    async unapplied() {
      return look((statements) => entriesOf(statements.unapplied.all()))
    },

    async entriesAfter(seq, limit) {
      return look((statements) => entriesOf(statements.entries.all(seq, limit)))
    },

    async publicEntries(seq, limit) {
      return look((statements) => publicEntries(statements.log.all(seq, limit)))
    },

    async rowsOf(keys) {
      return look((statements) => keys.flatMap((key) => rowsOf(statements.row.all(key))))
    },

    body(key, hash) {
      return look((statements) => readBody(statements, key, hash))
    },

    onChange() {},

    async close() {
      disconnect()
    },
  }
}

/** `file:data/holos.db`, `file:/srv/holos.db` and `file:///srv/holos.db`, as the studio reads them. */
function pathOf(url: string): string {
  const path = url.replace(/^file:(\/\/)?/, '').replace(/[?#].*$/s, '')
  return resolve(decodeURIComponent(path))
}

function inodeOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats)
    throw new StoreUnavailable('absent', `There is no database at ${path} yet. Start the studio, which creates it.`)
  return `${stats.dev}:${stats.ino}`
}

function connect(path: string, inode: string): Connection {
  // `mode=ro` makes SQLite open the file read-only; `query_only` says the same once more to every statement.
  const database = new Database(`file:${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?mode=ro`)
  try {
    // Without write-ahead logging a writer shuts readers out for the moment of its commit.
    database.exec('PRAGMA busy_timeout = 1000; PRAGMA query_only = 1')
    const statements = prepare(database)
    return { database, statements, inode, hasChanged: versionChanged(database) }
  } catch (error) {
    database.close()
    throw /no such (table|column)/.test(String(error)) ? withoutTables(path, error) : error
  }
}

/**
 * SQLite's own word on it. Neither the file nor its `-shm` is looked at past SQLite: closing any descriptor of a file
 * lets go of every POSIX lock that the process has on it, SQLite's own among them (https://sqlite.org/howtocorrupt.html, 2.2).
 */
function versionChanged(database: Database.Database): () => boolean {
  const version = database.prepare('PRAGMA data_version').raw()
  let seen: unknown = null
  return () => {
    const [now] = version.get() as [number]
    const isSame = now === seen
    seen = now
    return !isSame
  }
}

function prepare(database: Database.Database): Statements {
  const prepared = Object.entries(queries).map(([name, sql]) => [name, database.prepare(sql)])
  // Object.fromEntries forgets the names.
  return Object.fromEntries(prepared) as Statements
}

function lastKey(rows: readonly CardRow[]): string {
  return rows.at(-1)?.key ?? ''
}

function readBody(statements: Statements, key: Ref, hash: string): string | null {
  const row = bodyColumn(statements.body.all(key, hash), 'body')
  if (row !== null) return row
  const form = bodyColumn(statements.pendingBody.all(key, hash), 'form')
  return form === null ? null : bodyOfForm(form)
}

function bodyColumn(rows: unknown[], name: 'body' | 'form'): string | null {
  // Both columns are text by the record's contract.
  const [row] = rows as { [column: string]: string | null }[]
  return row?.[name] ?? null
}

function headOf(statements: Statements): Head {
  const [head] = statements.head.all() as Head[]
  return head ? { seq: Number(head.seq), hash: head.hash } : emptyLog
}

function rowsOf(rows: unknown[]): CardRow[] {
  // The columns are the record's contract; SQLite answers numbers for numeric columns.
  return rows as CardRow[]
}

function entriesOf(rows: unknown[]): LogEntry[] {
  // As above.
  return rows as LogEntry[]
}

function publicEntries(rows: unknown[]): PublicEntry[] {
  // `locales` is JSON text and `facts` a number in this database.
  const entries = rows as (Omit<PublicEntry, 'locales' | 'facts'> & { locales: string; facts: number })[]
  return entries.map((entry) => ({ ...entry, facts: Boolean(entry.facts), locales: JSON.parse(entry.locales) }))
}

function withoutTables(path: string, error: unknown): StoreUnavailable {
  return new StoreUnavailable(
    'absent',
    `The database at ${path} has no public record yet. Start the studio, which creates it.`,
    error,
  )
}

function away(path: string, error: unknown): StoreUnavailable {
  const why = error instanceof Error ? error.message : String(error)
  return new StoreUnavailable('away', `The database at ${path} cannot be read: ${why}.`, error)
}
