import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type DrizzleKit = ReturnType<SQLiteAdapter['requireDrizzleKit']>
type Snapshot = Parameters<DrizzleKit['generateMigration']>[0]

/**
 * What `payload migrate:create` does here: compares the collections with the newest snapshot, and where they differ
 * writes the migration, its snapshot and the index. Without a difference it writes nothing and asks nothing.
 */
export async function writeMigration(database: SQLiteAdapter, name?: string): Promise<string | null> {
  const folder = database.migrationDir
  const { statements, snapshot } = await missingMigration(database)
  if (statements.length === 0) return null
  const file = fileName(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${file}.json`), `${JSON.stringify(snapshot)}\n`)
  writeFileSync(join(folder, `${file}.ts`), migrationText(statements))
  writeIndex(folder)
  return file
}

/** What the committed migrations lack of the collections' schema, and the snapshot they would then end in. */
export async function missingMigration(database: SQLiteAdapter): Promise<{ statements: string[]; snapshot: Snapshot }> {
  const kit = database.requireDrizzleKit()
  // Payload types the empty snapshot as a plain record.
  const before = newestSnapshot(database.migrationDir) ?? (database.defaultDrizzleSnapshot as Snapshot)
  const snapshot = await kit.generateDrizzleJson(database.schema)
  return { statements: await kit.generateMigration(before, snapshot), snapshot }
}

function newestSnapshot(folder: string): Snapshot | null {
  const newest = filesOf(folder, '.json').at(-1)
  return newest ? JSON.parse(readFileSync(join(folder, `${newest}.json`), 'utf8')) : null
}

/** `0001_initial`, `0002_…`: the order is the name. */
function fileName(folder: string, name?: string): string {
  const number = filesOf(folder, '.ts').length + 1
  const words = name ?? (number === 1 ? 'initial' : 'change')
  return `${String(number).padStart(4, '0')}_${words.replace(/\W+/g, '_')}`
}

function filesOf(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => /^\d/.test(file) && file.endsWith(ending))
  return files.map((file) => file.slice(0, -ending.length)).sort()
}

function migrationText(statements: readonly string[]): string {
  return `import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
${statements.map((statement) => `  \`${escaped(statement.trim())}\`,`).join('\n')}
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}
`
}

/** SQLite quotes names with either sign; the double one needs no escaping in a template. */
function escaped(statement: string): string {
  return statement.replaceAll('`', '"').replaceAll('\\', '\\\\').replaceAll('${', '\\${')
}

function writeIndex(folder: string): void {
  const names = filesOf(folder, '.ts')
  const imports = names.map((name) => `import { up as up${name.slice(0, 4)} } from './${name}.ts'`)
  const rows = names.map((name) => `  { name: '${name}', up: up${name.slice(0, 4)} },`)
  const type = `import type { SqliteMigration } from '../migrate.ts'`
  const list = `export const migrations: readonly SqliteMigration[] = [\n${rows.join('\n')}\n]`
  writeFileSync(join(folder, 'index.ts'), `${[type, ...imports].join('\n')}\n\n${list}\n`)
}
