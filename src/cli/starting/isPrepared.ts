import { readdirSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { databaseKind } from '#base/env.ts'

/**
 * Whether a start can leave the database as it is: somebody can sign in, and no migration is missing. Asked without
 * opening a whole studio, which takes seconds; every doubt (no table, no answer) is a no.
 */
export async function isPrepared(url: string): Promise<boolean> {
  const ask = { sqlite: isPreparedSqlite, mongodb: hasUsers }[databaseKind(url)]
  return ask(url).catch(() => false)
}

async function isPreparedSqlite(url: string): Promise<boolean> {
  const client = createClient({ url })
  try {
    const users = await client.execute('SELECT 1 FROM users LIMIT 1')
    const migrations = await client.execute('SELECT name FROM payload_migrations')
    const applied = migrations.rows.map(({ name }) => String(name))
    return users.rows.length > 0 && committedMigrations().every((name) => applied.includes(name))
  } finally {
    client.close()
  }
}

function committedMigrations(): string[] {
  const files = readdirSync('src/database/migrations')
  return files.filter((file) => /^\d+_.*\.ts$/.test(file)).map((file) => file.replace(/\.ts$/, ''))
}

async function hasUsers(url: string): Promise<boolean> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 5000 })
  try {
    return (
      (await client
        .db()
        .collection('users')
        .findOne({}, { projection: { _id: 1 } })) !== null
    )
  } finally {
    await client.close()
  }
}
