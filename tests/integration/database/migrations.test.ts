import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigurationError } from '#base/errors.ts'
import type { SqliteMigration } from '#database/migrate.ts'
import { missingMigration } from '#database/writeMigration.ts'
import { openStudio } from '#tests/harness/studio.ts'
import { firstMigration, isMongo, newPerson, openSmallStudio } from './smallStudio.ts'

const home = mkdtempSync(join(tmpdir(), 'holos-migrations-'))
const fresh = (name: string) => `file:${join(home, name)}`
const more = (name: string, ...statements: string[]): SqliteMigration => ({
  name,
  up: async ({ db }) => {
    for (const statement of statements) await db.run(sql.raw(statement))
  },
})

describe.skipIf(isMongo())('migrations', () => {
  afterAll(() => rmSync(home, { recursive: true }))

  it('the committed migrations are the schema of the collections (npm run generate writes what is missing)', async () => {
    const studio = await openStudio()
    // The studio of this project is on SQLite.
    const { statements } = await missingMigration(studio.payload.db as unknown as SQLiteAdapter)
    expect(statements).toEqual([])
    await studio.close()
  })

  it('two processes that open a new file at once make its tables once', async () => {
    const url = fresh('at-once.db')
    const studios = await Promise.all([openSmallStudio({ url }), openSmallStudio({ url })])
    const id = await newPerson(studios[0])
    expect(await studios[1].read(id)).toMatchObject({ revision: 1 })
    for (const studio of studios) await studio.close()
  })

  it('a table that is rebuilt keeps what hangs on its rows', async () => {
    const url = fresh('rebuilt.db')
    const before = await openSmallStudio({ url })
    const id = await newPerson(before, { description: 'words', charges: [{ label: 'one' }] })
    await before.close()
    const rebuild = more(
      'rebuild',
      'CREATE TABLE "new" AS SELECT * FROM "people_charges"',
      'DROP TABLE "people_charges"',
      'CREATE TABLE "people_charges" ("_order" integer NOT NULL, "_parent_id" text NOT NULL, "id" text PRIMARY KEY NOT NULL, "statute" text)',
      'INSERT INTO "people_charges" SELECT * FROM "new"',
      'DROP TABLE "new"',
    )
    const after = await openSmallStudio({ url, migrations: [firstMigration, rebuild] })
    expect(await after.read(id)).toMatchObject({ charges: [{ label: { l00: 'one' } }] })
    await after.close()
  })

  it('a migration that fails leaves the old schema', async () => {
    const url = fresh('failing.db')
    await (await openSmallStudio({ url })).close()
    const failing = more('failing', 'CREATE TABLE "half" ("id" text)', 'CREATE TABLE "half" ("id" text)')
    await expect(openSmallStudio({ url, migrations: [firstMigration, failing] })).rejects.toThrow()
    const studio = await openSmallStudio({
      url,
      migrations: [firstMigration, more('fine', 'CREATE TABLE "half" ("id" text)')],
    })
    await studio.close()
  })

  it('a file that a newer program has changed is refused with one sentence', async () => {
    const url = fresh('newer.db')
    await (await openSmallStudio({ url })).close()
    const older = openSmallStudio({ url, migrations: [] })
    await expect(older).rejects.toThrow(ConfigurationError)
    await expect(older).rejects.toThrow(/start the newer program/)
  })

  it('a file that is no database is refused with one sentence', async () => {
    writeFileSync(join(home, 'letter.db'), 'Dear editors, this is a letter and not a database. '.repeat(100))
    const opening = openSmallStudio({ url: fresh('letter.db') })
    await expect(opening).rejects.toThrow(ConfigurationError)
    await expect(opening).rejects.toThrow(/DATABASE_URL/)
  })
})
