import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, createClient, type InStatement, LibsqlError, type Transaction } from '@libsql/client'
import { Turns } from './turns.ts'

const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'journal_size_limit = 67108864', 'foreign_keys = ON']
const read = /^\s*(select|explain|pragma\s+\w+\s*;?\s*$)/i

/** After one of these SQLite may have rolled back the whole transaction by itself. */
const breaking = /^SQLITE_(FULL|IOERR|NOMEM|BUSY|INTERRUPT|CORRUPT)/

/**
 * libsql's client with two lasting connections. Its own gives each transaction a new connection that has forgotten
 * every PRAGMA, and two of its transactions in one process block each other and the event loop.
 *
 * Reads outside transactions use one connection and wait for nobody. Writes and transactions take turns on the other;
 * another process's transaction is waited for without blocking the event loop.
 */
export async function openSqlite(url: string, patienceMs = 15_000): Promise<Client> {
  const reader = createClient({ url })
  const writer = createClient({ url })
  const turns = new Turns(patienceMs)
  const unlocked = <T>(task: () => Promise<T>) => whenUnlocked(task, patienceMs)

  await reader.execute('PRAGMA busy_timeout = 5000')
  for (const client of [reader, writer]) {
    for (const pragma of pragmas) await unlocked(() => client.execute(`PRAGMA ${pragma}`))
  }

  async function alone<T>(task: () => Promise<T>): Promise<T> {
    const release = await turns.take()
    return unlocked(task).finally(release)
  }

  async function transaction(): Promise<Transaction> {
    const release = await turns.take()
    try {
      await unlocked(() => writer.execute('BEGIN IMMEDIATE'))
    } catch (failure) {
      release()
      throw failure
    }
    return openTransaction(writer, release)
  }

  return {
    protocol: 'file',
    get closed() {
      return writer.closed
    },
    execute: (statement: InStatement) =>
      read.test(sqlOf(statement)) ? reader.execute(statement) : alone(() => writer.execute(statement)),
    batch: (statements, mode) => alone(() => writer.batch(statements, mode ?? 'write')),
    migrate: (statements) => alone(() => writer.migrate(statements)),
    executeMultiple: (sql) => alone(() => writer.executeMultiple(sql)),
    transaction,
    sync: () => writer.sync(),
    close() {
      reader.close()
      writer.close()
    },
  }
}

function openTransaction(writer: Client, release: () => void): Transaction {
  let closed = false
  let broken: unknown

  async function attempt<T>(task: () => Promise<T>): Promise<T> {
    if (closed) throw new LibsqlError('The transaction is closed', 'TRANSACTION_CLOSED')
    if (broken) throw broken
    return task().catch((failure) => {
      if (breaking.test(codeOf(failure))) broken = failure
      throw failure
    })
  }

  async function rollback(): Promise<void> {
    if (closed) return
    closed = true
    // After a full disk SQLite has often rolled back already; then there is nothing left to undo.
    await writer
      .execute('ROLLBACK')
      .catch((failure) => {
        if (!/no transaction/.test(String(failure))) throw failure
      })
      .finally(release)
  }

  async function commit(): Promise<void> {
    try {
      await attempt(() => writer.execute('COMMIT'))
    } catch (failure) {
      await rollback()
      throw failure
    }
    closed = true
    release()
  }

  return {
    execute: (statement: InStatement) => attempt(() => writer.execute(statement)),
    async batch(statements) {
      const results = []
      for (const statement of statements) results.push(await attempt(() => writer.execute(statement)))
      return results
    },
    executeMultiple: (sql) => attempt(() => writer.executeMultiple(sql)),
    commit,
    rollback,
    close: () => void rollback(),
    get closed() {
      return closed
    },
  }
}

/** Tries until another process has let go of the file; in between the event loop is free. */
async function whenUnlocked<T>(task: () => Promise<T>, patienceMs: number): Promise<T> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await task()
    } catch (failure) {
      if (!codeOf(failure).startsWith('SQLITE_BUSY') || Date.now() > until) throw failure
      await sleep(2 + Math.random() * 10)
    }
  }
}

function codeOf(failure: unknown): string {
  return failure instanceof LibsqlError ? failure.code : ''
}

function sqlOf(statement: InStatement): string {
  return typeof statement === 'string' ? statement : statement.sql
}
