import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { migrations } from './migrations/index.ts'

/** Where a new migration is written; a running studio has the committed ones bundled. */
const migrationDir = resolve('src/database/migrations')

export function sqlite(url: string): DatabaseAdapterObj {
  const adapter = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    allowIDOnCreate: true,
    push: migrations.length === 0,
    migrationDir,
    wal: true,
    busyTimeout: 5000,
    transactionOptions: {},
  })
  return {
    ...adapter,
    init(args) {
      const database = adapter.init(args)
      const connect = database.connect
      database.connect = async (options) => {
        mkdirSync(dirname(fileOf(url)), { recursive: true })
        await connect?.call(database, options)
      }
      return database
    },
  }
}

function fileOf(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
}
