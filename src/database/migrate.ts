import { type MigrateUpArgs, type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import { createLocalReq } from 'payload'
import { ConfigurationError } from '#base/errors.ts'
import { inTransaction } from './sqlite/sqliteTransactions.ts'

/** One committed change of the SQLite schema. */
export type SqliteMigration = {
  name: string
  up(args: MigrateUpArgs): Promise<void>
}

type Applied = { name: string; batch: number }

/**
 * Brings the file to the schema of this program, in development, tests and production alike, without asking anything.
 * All missing migrations are one transaction, so a crash leaves the old schema and two processes take turns. Foreign
 * keys rest meanwhile: a table that is rebuilt is dropped first, and would take its children along.
 */
export async function migrate(database: SQLiteAdapter, migrations: readonly SqliteMigration[]): Promise<void> {
  if (pending(await appliedTo(database), migrations).length === 0) return
  await database.client.execute('PRAGMA foreign_keys = OFF')
  try {
    await inTransaction(database, (id) => applyPending(database, id, migrations))
  } finally {
    await database.client.execute('PRAGMA foreign_keys = ON')
  }
}

async function applyPending(
  database: SQLiteAdapter,
  transactionID: string,
  migrations: readonly SqliteMigration[],
): Promise<void> {
  const { payload } = database
  const req = await createLocalReq({}, payload)
  req.transactionID = transactionID
  // Inside a transaction Drizzle's handle is the adapter's in all but name.
  const db = database.sessions[transactionID]?.db as unknown as MigrateUpArgs['db']
  const applied = await appliedTo(database, db)
  const batch = Math.max(0, ...applied.map((row) => row.batch)) + 1
  for (const { name, up } of pending(applied, migrations)) {
    await up({ db, payload, req })
    await payload.create({ collection: 'payload-migrations', data: { name, batch }, req, depth: 0 })
  }
  const orphans = await db.all(sql`PRAGMA foreign_key_check`)
  if (orphans.length > 0) throw new Error(`The migrations leave ${orphans.length} rows without their parents.`)
}

async function appliedTo(database: SQLiteAdapter, db = database.drizzle): Promise<Applied[]> {
  const table = await db.all(sql`SELECT name FROM sqlite_master WHERE name = 'payload_migrations'`)
  return table.length === 0 ? [] : db.all<Applied>(sql`SELECT name, batch FROM payload_migrations`)
}

function pending(applied: readonly Applied[], migrations: readonly SqliteMigration[]): SqliteMigration[] {
  const known = new Set(migrations.map(({ name }) => name))
  const foreign = applied.find(({ name }) => !known.has(name))
  if (foreign) {
    throw new ConfigurationError(
      `The database holds a schema that this program does not know (${foreign.name}); start the newer program, or let DATABASE_URL name another file.`,
    )
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}
