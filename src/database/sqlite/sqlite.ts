import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '@libsql/client'
import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { closeFile } from '#base/closedFiles.ts'
import { ConfigurationError } from '#base/errors.ts'
import { migrate, type SqliteMigration } from '../migrate.ts'
import { migrations as committed } from '../migrations/index.ts'
import { type BeforeSave, guardRevisions } from '../revisions/revisions.ts'
import { writeMigration } from '../writeMigration.ts'
import { deleteWhatIsThere } from './deleteWhatIsThere.ts'
import { openSqlite } from './sqliteClient.ts'
import { honestTransactions, wholeWrites } from './sqliteTransactions.ts'

/** Where a new migration is written; a running studio has the committed ones bundled. */
const migrationDir = resolve('src/database/migrations')

type Migrations = readonly SqliteMigration[]
type Options = {
  /** A function derives them from the collections: for tests with collections of their own. */
  migrations?: Migrations | ((database: SQLiteAdapter) => Promise<Migrations>)
  /** How long one write may keep all others waiting. */
  patienceMs?: number
  beforeSave?: BeforeSave
}

export function sqlite(
  url: string,
  { migrations = committed, patienceMs, beforeSave }: Options = {},
): DatabaseAdapterObj {
  const adapter = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    allowIDOnCreate: true,
    push: false,
    migrationDir,
    transactionOptions: {},
  })
  return {
    ...adapter,
    init(args) {
      const database = adapter.init(args)
      const { connect, destroy } = database
      deleteWhatIsThere(database)
      honestTransactions(database)
      wholeWrites(database)
      guardRevisions(database, beforeSave)
      database.createMigration = async ({ migrationName }) => {
        const written = await writeMigration(database, migrationName)
        if (written) args.payload.logger.info({ migration: written, msg: 'Wrote a migration.' })
        else args.payload.logger.info('The schema has not changed.')
      }
      database.connect = async (options) => {
        database.client ??= await openFile(url, patienceMs)
        await connect?.call(database, options)
        if (process.env.PAYLOAD_MIGRATING === 'true') return
        await migrate(database, typeof migrations === 'function' ? await migrations(database) : migrations)
      }
      database.destroy = async () => {
        await destroy?.call(database)
        closeClient(database)
      }
      return database
    },
  }
}

async function openFile(url: string, patienceMs?: number): Promise<Client> {
  const file = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const client = await openSqlite(file, patienceMs)
    // SQLite gives the files beside it the mode of the first one.
    for (const one of [file, `${file}-wal`, `${file}-shm`]) closeFile(one)
    return client
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigurationError(
      `The database file ${resolve(file)} cannot be opened (${reason}); make it readable and writable or change DATABASE_URL.`,
    )
  }
}

function closeClient(database: Omit<SQLiteAdapter, 'client'> & { client?: Client }): void {
  database.client?.close()
  delete database.client
}
