import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import type { Role } from '#access/roles.ts'
import { studioLog } from '#base/logs/studioLog.ts'
import { databaseAdapter } from '#database/adapter.ts'
import { behindDoor } from '#doors/behindDoor.ts'
import type { Locale } from '#locales/table.ts'
import { originalsPlace } from '#media/originals/place.ts'
import { keepNamesOnSave } from '#publishing/withheld/keepOnSave.ts'

const origin = 'http://127.0.0.1:3000'
const password = 'correct horse battery staple'

export type TestUser = { id: string; email: string; password: string; role: Role; locales: Locale[]; token: string }

export type RestOptions = {
  user?: TestUser
  /** A JSON value, or a form with a file for uploads. */
  body?: unknown
  /** A body as it is, of the type that `headers` say. */
  raw?: string
  query?: Record<string, string>
  headers?: Record<string, string>
}

export type RestAnswer = {
  status: number
  // The answers of a REST API have no type: a test looks at what it expects.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
  /** The body as it came: what a file is compared by. */
  bytes: Buffer
  headers: Headers
}

export type Studio = {
  payload: Payload
  config: SanitizedConfig
  databaseUrl: string
  mediaDir: string
  /** Holds the database file, the public files and the sealed originals. */
  home: string
  /** One request through the public door. `path` starts below `/api`: `/people`. */
  rest(method: string, path: string, options?: RestOptions): Promise<RestAnswer>
  /** A new, signed-in member of staff. */
  user(role: Role, locales?: Locale[]): Promise<TestUser>
  close(): Promise<void>
}

type StudioOptions = {
  databaseUrl?: string
  /** A folder that exists already, in place of a new one. */
  home?: string
  /** As ORIGINALS_RECIPIENT. */
  recipient?: string
  /** Gets every line that the studio logs. */
  log?: string[]
}

/**
 * A studio on a database of its own, in this process. TEST_DATABASE chooses SQLite (default) or
 * MongoDB; `databaseUrl` opens the same database a second time.
 */
export async function openStudio(options: StudioOptions = {}): Promise<Studio> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'holos-'))
  const mediaDir = join(home, 'media')
  const databaseUrl = options.databaseUrl ?? freshDatabase(home)
  const config = await configFor(home, databaseUrl, mediaDir, options)
  const key = randomUUID()
  const payload = await getPayload({ config, key })
  return {
    payload,
    config,
    databaseUrl,
    mediaDir,
    home,
    rest: (method, path, request = {}) => answer(config, key, method, path, request),
    user: (role, locales = []) => signedIn(payload, role, locales),
    close: async () => {
      await payload.destroy()
      if (!options.databaseUrl) await dropMongoDatabase(databaseUrl)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function freshDatabase(home: string): string {
  if (process.env.TEST_DATABASE !== 'mongodb') return `file:${join(home, 'holos.db')}`
  if (!process.env.TEST_MONGODB_URL) throw new Error('TEST_MONGODB_URL is missing: run the tests through `npm test`.')
  const url = new URL(process.env.TEST_MONGODB_URL)
  url.pathname = `/holos-${randomUUID()}`
  return url.href
}

/** The studio's own configuration with this database and these directories in it. */
async function configFor(
  home: string,
  databaseUrl: string,
  mediaDir: string,
  { log, recipient }: StudioOptions,
): Promise<SanitizedConfig> {
  process.env.DATA_DIR ??= home
  const { default: studioConfig } = await import('#payload.config')
  const config = await studioConfig
  return {
    ...config,
    // The sanitized types hide that both are read as in an unsanitized configuration.
    db: databaseAdapter(databaseUrl, keepNamesOnSave) as SanitizedConfig['db'],
    logger: loggerInto(log) as SanitizedConfig['logger'],
    collections: config.collections.map((collection) =>
      collection.slug === 'media'
        ? {
            ...collection,
            upload: { ...collection.upload, staticDir: mediaDir },
            custom: {
              originals: originalsPlace({ DATA_DIR: home, MEDIA_DIR: mediaDir, ORIGINALS_RECIPIENT: recipient }),
            },
          }
        : collection,
    ),
  }
}

/** The studio's own log, kept where a test reads it; Payload's type asks for every option that pino has. */
function loggerInto(log: string[] | undefined): unknown {
  if (!log) return { options: { level: process.env.TEST_LOG ?? 'fatal' } }
  return { ...studioLog('info'), destination: { write: (line: string) => log.push(line) } }
}

async function answer(
  config: SanitizedConfig,
  key: string,
  method: string,
  path: string,
  { user, body, raw, query, headers }: RestOptions,
): Promise<RestAnswer> {
  const url = new URL(`${origin}/api${path}`)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  const isForm = body instanceof FormData
  const request = new Request(url, {
    method,
    headers: {
      ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      ...(user && { Authorization: `JWT ${user.token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    ...(raw !== undefined && { body: raw }),
  })
  const response = await throughDoor(config, key)(request, undefined)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, body: parsed(bytes.toString()) }
}

/** REST as the studio's route serves it. */
function throughDoor(config: SanitizedConfig, key: string) {
  return behindDoor((request: Request) => handleEndpoints({ config, request, payloadInstanceCacheKey: key }), {
    refusal: (status, message) => Response.json({ errors: [{ message }] }, { status }),
    isSignedIn: async (headers) => Boolean((await (await getPayload({ config, key })).auth({ headers })).user),
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function signedIn(payload: Payload, role: Role, locales: Locale[]): Promise<TestUser> {
  const email = `${role}-${randomUUID()}@example.org`
  const { id } = await payload.create({ collection: 'users', data: { email, password, name: role, role, locales } })
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  if (!token) throw new Error('The login of a test user gave no token.')
  return { id: String(id), email, password, role, locales, token }
}

async function dropMongoDatabase(url: string): Promise<void> {
  if (url.startsWith('file:')) return
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(url)
  await client.db().dropDatabase()
  await client.close()
}
