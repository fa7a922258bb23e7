import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import { buildConfig, type CollectionConfig, type Field, getPayload, type Payload } from 'payload'
import { mergeIncoming } from '#database/merging/mergeIncoming.ts'
import type { SqliteMigration } from '#database/migrate.ts'
import { mongodb } from '#database/mongodb.ts'
import { sqlite } from '#database/sqlite/sqlite.ts'
import { documentTypes } from '#record/shape.ts'
import { freshMongoUrl } from '#tests/mongo/databaseUrl.ts'

/** Twenty, so that twenty translators can save at once. */
export const locales = Array.from({ length: 20 }, (_, at) => `l${String(at).padStart(2, '0')}`)

const words = (name: string): Field => ({ name, type: 'text', localized: true })
const parts = (name: string): Field => ({
  name,
  type: 'select',
  hasMany: true,
  options: ['facts', ...locales],
  admin: { readOnly: true },
})

const revision: Field = { name: 'revision', type: 'number', admin: { hidden: true } }

const people: CollectionConfig = {
  slug: 'people',
  dbName: 'people',
  versions: { drafts: false, maxPerDoc: 0 },
  trash: true,
  hooks: { beforeOperation: [mergeIncoming] },
  fields: [
    { name: 'name', type: 'group', fields: [words('given'), words('family')] },
    words('description'),
    { name: 'biography', type: 'json', localized: true },
    { name: 'kind', type: 'text' },
    { name: 'gender', type: 'text' },
    { name: 'charges', type: 'array', fields: [words('label'), { name: 'statute', type: 'text' }] },
    { name: 'sameAs', type: 'text', hasMany: true },
    { name: 'friends', type: 'relationship', relationTo: 'people', hasMany: true },
    parts('publishedIn'),
    parts('pendingIn'),
    { name: 'heading', type: 'text', admin: { hidden: true } },
    revision,
  ],
}

/** The other types are there, as far as this floor looks at them. */
const others = documentTypes
  .filter((slug) => slug !== 'people')
  .map((slug): CollectionConfig => ({ slug, dbName: slug, versions: { drafts: false }, fields: [revision] }))

type Options = {
  url?: string
  /** A database that another process has made: its tables are there. */
  joins?: boolean
  migrations?: readonly SqliteMigration[] | typeof firstTables
  patienceMs?: number
  hooks?: CollectionConfig['hooks']
}

export type SmallStudio = { payload: Payload; url: string; save: Save; read: Read; close(): Promise<void> }
type Words = Record<string, unknown>
type Save = (id: string, locale: string, data: Words) => Promise<unknown>
// The fields of this configuration are not those of the generated types.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Read = (id: string) => Promise<any>

/** A studio with one collection of its own on the database that TEST_DATABASE chooses. */
export async function openSmallStudio(options: Options = {}): Promise<SmallStudio> {
  const home = options.url || isMongo() ? null : mkdtempSync(join(tmpdir(), 'holos-database-'))
  const url = options.url ?? (home ? `file:${join(home, 'not', 'there', 'holos.db')}` : freshMongoUrl())
  const config = await buildConfig({
    secret: 'a secret of the tests, long enough for anybody',
    db: adapterFor(url, options),
    collections: [{ ...people, hooks: { ...people.hooks, ...options.hooks } }, ...others],
    localization: { locales, defaultLocale: 'l00', fallback: false },
    logger: { options: { level: 'fatal' } },
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config, key: randomUUID(), disableOnInit: true })
  return {
    payload,
    url,
    save: (id, locale, data) => payload.update({ collection: 'people', id, locale: locale as never, data, depth: 0 }),
    read: (id) => payload.findByID({ collection: 'people', id, locale: 'all', depth: 0 }),
    close: async () => {
      await payload.destroy()
      if (home) rmSync(home, { recursive: true })
    },
  }
}

function adapterFor(url: string, { joins, migrations = joins ? [firstMigration] : firstTables, patienceMs }: Options) {
  const patience = patienceMs === undefined ? {} : { patienceMs }
  if (!url.startsWith('file:')) return mongodb(url, patience)
  return sqlite(url, { migrations, ...patience })
}

/** Stands for the first tables where they are there already. */
export const firstMigration: SqliteMigration = { name: 'first tables', up: async () => undefined }

/** The tables of this configuration, by the way that committed migrations go. */
async function firstTables(database: SQLiteAdapter): Promise<SqliteMigration[]> {
  const kit = database.requireDrizzleKit()
  // Payload types the empty snapshot as a plain record.
  const nothing = database.defaultDrizzleSnapshot as Parameters<typeof kit.generateMigration>[0]
  const statements = await kit.generateMigration(nothing, await kit.generateDrizzleJson(database.schema))
  const up: SqliteMigration['up'] = async ({ db }) => {
    for (const statement of statements) await db.run(sql.raw(statement))
  }
  return [{ ...firstMigration, up }]
}

export function isMongo(): boolean {
  return process.env.TEST_DATABASE === 'mongodb'
}

/** A person with nothing but an id. */
export async function newPerson({ payload }: Pick<SmallStudio, 'payload'>, data: Words = {}): Promise<string> {
  const { id } = await payload.create({ collection: 'people', data: data as never, depth: 0 })
  return String(id)
}

/** The versions of a document, oldest first. */
export async function versionsOf({ payload }: Pick<SmallStudio, 'payload'>, id: string): Promise<Words[]> {
  const { docs } = await payload.findVersions({
    collection: 'people',
    where: { parent: { equals: id } },
    locale: 'all',
    limit: 0,
    sort: 'createdAt',
    depth: 0,
  })
  return docs
    .map(({ version }): Words => ({ ...version }))
    .sort((one, other) => Number(one.revision) - Number(other.revision))
}
