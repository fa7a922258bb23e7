import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'
import { databaseKind, type Environment, readEnvironment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'
import { locales } from '#locales/table.ts'
import { recipientOf } from '#media/originals/key.ts'
import { originalsPlace } from '#media/originals/place.ts'

/** What must hold before anything is built or started. Each throws a ConfigurationError with the cure. */
const checks: readonly ((env: Environment) => void | Promise<void>)[] = [
  localeIsKnown,
  portsDiffer,
  foldersAreWritable,
  originalsCanBeSealed,
  (env) => portIsFree('STUDIO_PORT', env.STUDIO_PORT, env.STUDIO_HOST),
  (env) => portIsFree('DELIVERY_PORT', env.DELIVERY_PORT, env.DELIVERY_HOST),
  databaseAnswers,
]

export async function preflight(): Promise<Environment> {
  const env = readEnvironment()
  for (const check of checks) await check(env)
  return env
}

function localeIsKnown({ DEFAULT_LOCALE }: Environment): void {
  const known = locales.map(({ code }) => code as string)
  if (known.includes(DEFAULT_LOCALE)) return
  throw new ConfigurationError(`DEFAULT_LOCALE is "${DEFAULT_LOCALE}": set it to one of ${known.join(', ')}.`)
}

function portsDiffer({ STUDIO_PORT, DELIVERY_PORT }: Environment): void {
  if (STUDIO_PORT !== DELIVERY_PORT) return
  throw new ConfigurationError(`STUDIO_PORT and DELIVERY_PORT are both ${STUDIO_PORT}: give each its own port.`)
}

function foldersAreWritable({ DATA_DIR, MEDIA_DIR, DATABASE_URL }: Environment): void {
  writable('DATA_DIR', DATA_DIR, 0o700)
  writable('MEDIA_DIR', MEDIA_DIR, 0o755)
  if (databaseKind(DATABASE_URL) === 'sqlite')
    writable('DATABASE_URL', dirname(DATABASE_URL.slice('file:'.length)), 0o700)
}

function writable(variable: string, folder: string, mode: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new ConfigurationError(
      `The folder ${resolve(folder)} cannot be written: change its permissions or set ${variable} to another place.`,
    )
  }
}

async function originalsCanBeSealed(env: Environment): Promise<void> {
  await recipientOf(originalsPlace(env))
}

const portFaults: Readonly<Record<string, (variable: string, port: number) => string>> = {
  EADDRINUSE: (variable, port) =>
    `Port ${port} is taken by another program: stop it, or set ${variable} to a free port.`,
  EACCES: (variable, port) => `Port ${port} may not be opened by this user: set ${variable} to a port above 1023.`,
}

async function portIsFree(variable: string, port: number, host: string): Promise<void> {
  const code = await codeOfListening(port, host)
  if (!code) return
  const known = portFaults[code]
  const hostVariable = variable.replace('_PORT', '_HOST')
  throw new ConfigurationError(
    known
      ? known(variable, port)
      : `Nothing can listen on ${host} (${code}): set ${hostVariable} to an address of this machine.`,
  )
}

function codeOfListening(port: number, host: string): Promise<string | null> {
  const server = createServer()
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => done(null)))
  })
}

async function databaseAnswers({ DATABASE_URL }: Environment): Promise<void> {
  const ask = { sqlite: askSqlite, mongodb: askMongodb }[databaseKind(DATABASE_URL)]
  try {
    await ask(DATABASE_URL)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').replace(/\.$/, '') : String(error)
    throw new ConfigurationError(`The database does not answer (${reason}): start it, or correct DATABASE_URL.`)
  }
}

async function askSqlite(url: string): Promise<void> {
  const client = createClient({ url })
  try {
    await client.execute('SELECT count(*) FROM sqlite_schema')
  } finally {
    client.close()
  }
}

async function askMongodb(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 })
  try {
    await client.db().command({ ping: 1 })
  } finally {
    await client.close()
  }
}
