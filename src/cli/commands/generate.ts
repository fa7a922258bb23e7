import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printSchema } from 'graphql'
import { generateImportMap, getPayload, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import { schema } from '#graph/schema.ts'
import { filesIn } from '../building/inputs.ts'
import { asInProduction } from '../withPayload.ts'

/** What is made from the collections and the graph, and committed. */
const generated: readonly string[] = ['src/generated', 'src/database/migrations', 'schema.graphql']

const products: readonly ((config: SanitizedConfig) => void | Promise<void>)[] = [
  (config) => generateTypes(config, { log: false }),
  (config) => generateImportMap(config, { log: false }),
  () => writeFileSync('schema.graphql', `${printSchema(schema)}\n`),
  writeQueryTypes,
  writeMigration,
]

/** `npm run generate`; with `--check` nothing is changed, and what is not current is named. */
export async function main(args: string[]): Promise<number> {
  const before = contents()
  await generateAll()
  const changed = differences(before, contents())
  const isCheck = args.includes('--check')
  if (isCheck) restore(before)
  if (changed.length === 0) console.log('Generated files are current.')
  else console.log(`${isCheck ? 'Not current, run `npm run generate`' : 'Written'}: ${changed.join(', ')}`)
  return isCheck && changed.length > 0 ? 1 : 0
}

/** On a SQLite file of its own: types and migrations are those of the embedded database, whatever DATABASE_URL says. */
async function generateAll(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'holos-generate-'))
  asInProduction()
  Object.assign(process.env, { DATABASE_URL: `file:${join(place, 'holos.db')}`, DATA_DIR: place })
  try {
    const config = await (await import('#payload.config')).default
    for (const write of products) await write(config)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Types by which gql.tada reads queries, from the schema just printed; the place is in tsconfig.json. */
function writeQueryTypes(): void {
  execFileSync(process.execPath, ['node_modules/gql.tada/bin/cli.js', 'generate-output'], { stdio: 'pipe' })
}

/** Writes one where collections and the newest migration differ; the adapter compares. */
async function writeMigration(config: SanitizedConfig): Promise<void> {
  process.env.PAYLOAD_MIGRATING = 'true'
  const payload = await getPayload({ config, disableOnInit: true })
  await payload.db.createMigration({ payload })
  await payload.destroy()
}

type Contents = ReadonlyMap<string, string>

function contents(): Contents {
  const files = generated.flatMap((path) => filesIn(path))
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
}

function differences(before: Contents, after: Contents): string[] {
  const files = new Set([...before.keys(), ...after.keys()])
  return [...files].filter((file) => before.get(file) !== after.get(file)).sort()
}

function restore(before: Contents): void {
  for (const file of contents().keys()) if (!before.has(file)) rmSync(file)
  for (const [file, text] of before) writeFileSync(file, text)
}
