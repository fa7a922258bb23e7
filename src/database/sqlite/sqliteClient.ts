import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { PatientMutex } from '../locks/patientMutex.ts'
import { Eraser } from './erasing.ts'

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'journal_size_limit = 67108864',
  'foreign_keys = ON',
  // What is deleted is overwritten, and what is sorted meanwhile is in no file.
  'secure_delete = ON',
  'temp_store = MEMORY',
]
const read = /^\s*(select|explain|pragma\s+\w+\s*;?\s*$)/i
const setting = /^\s*pragma/i

/**
 * libsql's client with two lasting connections. Its own gives each transaction a new connection that has forgotten
 * every PRAGMA, and two of its transactions in one process block each other and the event loop.
 *
 * Reads outside transactions use one connection and wait for nobody. Writes and transactions hold the other one by one;
 * another process's transaction is waited for without blocking the event loop.
 */
export async function openSqlite(file: string, patienceMs = 15_000): Promise<Client> {
  const reader = await connect(file, patienceMs)
  const writer = await connect(file, patienceMs)
  const mutex = new PatientMutex(patienceMs)
  const eraser = new Eraser(writer.database, file)
  eraser.settleNow()
  reader.database.exec('PRAGMA busy_timeout = 5000')

  async function transaction(): Promise<OwnTransaction> {
    const release = await mutex.acquire()
    try {
      await whenUnlocked(() => writer.database.exec('BEGIN IMMEDIATE'), patienceMs)
    } catch (failure) {
      release()
      throw failure
    }
    return openTransaction(writer, eraser, release)
  }

  async function whole<T>(task: (open: OwnTransaction) => Promise<T>): Promise<T> {
    const open = await transaction()
    try {
      const result = await task(open)
      await open.commit()
      return result
    } catch (failure) {
      await open.rollback()
      throw failure
    }
  }

  async function change(statement: InStatement): Promise<ResultSet> {
    const release = await mutex.acquire()
    return writer.client.execute(statement).finally(release)
  }

  return {
    protocol: 'file',
    get closed() {
      return writer.client.closed
    },
    execute(statement: InStatement) {
      const sql = typeof statement === 'string' ? statement : statement.sql
      if (read.test(sql)) return reader.client.execute(statement)
      return setting.test(sql) ? change(statement) : whole((open) => open.execute(statement))
    },
    batch: (statements) => whole((open) => open.batch(statements)),
    migrate: (statements) => whole((open) => open.batch(statements)),
    executeMultiple: (sql) => whole((open) => open.executeMultiple(sql)),
    transaction,
    sync: () => writer.client.sync(),
    close() {
      eraser.settleNow()
      reader.client.close()
      writer.client.close()
    },
  }
}

type Connection = { database: Database.Database; client: Client }
type OwnTransaction = Omit<Transaction, 'execute'> & { execute(statement: InStatement): Promise<ResultSet> }

async function connect(file: string, patienceMs: number): Promise<Connection> {
  const database = new Database(file)
  for (const pragma of pragmas) await whenUnlocked(() => database.exec(`PRAGMA ${pragma}`), patienceMs)
  return { database, client: new Sqlite3Client(file, {}, database, 'number') }
}

function openTransaction({ database, client }: Connection, eraser: Eraser, release: () => void): OwnTransaction {
  let closed = false

  async function execute(statement: InStatement): Promise<ResultSet> {
    mustBeOpen()
    eraser.saw(typeof statement === 'string' ? statement : statement.sql)
    return client.execute(statement)
  }

  // After a full disk SQLite may have rolled back by itself; what comes then would be stored outside any transaction.
  function mustBeOpen(): void {
    if (closed || !database.inTransaction) throw new Error('The transaction is over: nothing more is written in it.')
  }

  async function end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    closed = true
    try {
      if (how === 'COMMIT' || database.inTransaction) database.exec(how)
      if (how === 'COMMIT') eraser.settle()
    } finally {
      if (database.inTransaction) database.exec('ROLLBACK')
      release()
    }
  }

  return {
    execute,
    async batch(statements) {
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await execute(statement))
      return results
    },
    async executeMultiple(sql) {
      mustBeOpen()
      eraser.saw(sql)
      database.exec(sql)
    },
    async commit() {
      mustBeOpen()
      await end('COMMIT')
    },
    rollback: async () => (closed ? undefined : end('ROLLBACK')),
    close: () => void (closed ? undefined : end('ROLLBACK')),
    get closed() {
      return closed
    },
  }
}

/**
 * Tries until another process has let go of the file; in between the event loop is free. The task runs its SQL with
 * `exec`: a prepared statement that met a lock stays in progress until the collector takes it, and no COMMIT succeeds.
 */
async function whenUnlocked(task: () => void, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return task()
    } catch (failure) {
      const isLocked = failure instanceof Database.SqliteError && failure.code.startsWith('SQLITE_BUSY')
      if (!isLocked || Date.now() > until) throw failure
      await sleep(2 + Math.random() * 10)
    }
  }
}
