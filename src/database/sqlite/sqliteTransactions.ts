import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { PayloadRequest } from 'payload'
import { committed, forgotten } from '../locks/afterCommit.ts'

const rolledBack = Symbol('rolled back')

/**
 * Begin, commit and rollback for Payload. Its own swallow a COMMIT that fails, so a full disk acknowledges what it
 * never stored, and commit in silence what a failed inner call has already rolled back.
 */
export function honestTransactions(database: SQLiteAdapter): void {
  database.beginTransaction = async () => {
    await database.initializing
    const id = randomUUID()
    database.sessions[id] = await openSession(database)
    return id
  }

  database.commitTransaction = async (given) => {
    const id = await given
    const session = takeSession(database, id)
    if (!session) throw new Error('The transaction was rolled back by a call inside it: nothing of it is saved.')
    await session.resolve()
    await committed(id)
  }

  database.rollbackTransaction = async (given) => {
    const id = await given
    if (id) forgotten(id)
    await takeSession(database, id)?.reject()
  }
}

type Session = SQLiteAdapter['sessions'][string]

/** Drizzle hands out a transaction only inside a callback; this one stays open until commit or rollback. */
async function openSession(database: SQLiteAdapter): Promise<Session> {
  let ended: Promise<void> = Promise.resolve()
  const opened = new Promise<Session>((found, failed) => {
    ended = database.drizzle.transaction(
      (db) =>
        new Promise<void>((commit, refuse) =>
          found({
            // Payload's type of a session's handle is a union over all its databases.
            db: db as unknown as Session['db'],
            resolve: async () => {
              commit()
              await ended
            },
            reject: async () => {
              refuse(rolledBack)
              await ended.catch((failure) => {
                if (failure !== rolledBack) throw failure
              })
            },
          }),
        ),
    )
    ended.catch(failed)
  })
  return opened
}

function takeSession(database: SQLiteAdapter, id: number | string | null | undefined): Session | undefined {
  const session = id ? database.sessions[id] : undefined
  if (id) delete database.sessions[id]
  return session
}

const writes = [
  'create',
  'updateOne',
  'updateMany',
  'upsert',
  'deleteOne',
  'deleteMany',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
] as const satisfies readonly (keyof SQLiteAdapter)[]

type Write = (this: SQLiteAdapter, args: { req?: Partial<PayloadRequest> }) => Promise<unknown>

/**
 * A document is many rows in SQLite: what comes without a transaction gets one of its own, so that neither a crash nor
 * another reader sees half of it.
 */
export function wholeWrites(database: SQLiteAdapter): void {
  for (const name of writes) {
    // The methods differ in their arguments; here only `req` counts.
    const write = database[name] as unknown as Write
    const whole: Write = async (args) => {
      if (await isOpen(database, args.req)) return write.call(database, args)
      return inTransaction(database, (transactionID) => {
        const req = Object.assign(Object.create(args.req ?? null), { transactionID })
        return write.call(database, { ...args, req })
      })
    }
    Object.assign(database, { [name]: whole })
  }
}

async function isOpen(database: SQLiteAdapter, req: Partial<PayloadRequest> | undefined): Promise<boolean> {
  const id = await req?.transactionID
  return Boolean(id && database.sessions[id])
}

/** Commits what the task wrote with this transaction's id, or nothing of it. */
export async function inTransaction<T>(database: SQLiteAdapter, task: (id: string) => Promise<T>): Promise<T> {
  const id = String(await database.beginTransaction())
  try {
    const result = await task(id)
    await database.commitTransaction(id)
    return result
  } catch (failure) {
    await database.rollbackTransaction(id)
    throw failure
  }
}
