import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import type { TestProject } from 'vitest/node'
import { type MongoServer, startJavaServer } from '#tests/mongo/javaServer.ts'
import { cannotRun } from './missing.ts'

export type Found = Pick<MongoServer, 'url' | 'stop'>

/** Where the MongoDB half of the suite finds its server, in this order. `null` means: not here, look further. */
const ways: { name: string; find: () => Promise<Found | null> }[] = [
  { name: 'the server of TEST_MONGODB_URL', find: given },
  { name: 'a real mongod (one-node replica set)', find: realServer },
  { name: 'mongo-java-server, which speaks the MongoDB protocol', find: javaServer },
]

export const cures =
  'Set TEST_MONGODB_URL to a MongoDB 4.4 or newer (docker run -d -p 27017:27017 mongo:8.0), or put mongod on the PATH, ' +
  'or install a JDK 17 and Maven.'

/** Vitest's globalSetup of the MongoDB project: sets TEST_MONGODB_URL for the tests. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const found = await findMongodb()
  if (found) return found.stop
  cannotRun(project, `There is no MongoDB server. ${cures}`)
  return undefined
}

/** The first server that is here, or null; TEST_MONGODB_URL names it from then on. */
export async function findMongodb(): Promise<Found | null> {
  for (const { name, find } of ways) {
    const found = await find()
    if (!found) continue
    process.env.TEST_MONGODB_URL = found.url
    process.stderr.write(`  MongoDB tests run on ${name}.\n`)
    return found
  }
  return null
}

async function given(): Promise<Found | null> {
  const url = process.env.TEST_MONGODB_URL
  return url ? { url, stop: async () => undefined } : null
}

async function realServer(): Promise<Found | null> {
  const systemBinary = which('mongod')
  if (!systemBinary && !(await reachable('https://fastdl.mongodb.org'))) return null
  const binary = systemBinary ? { systemBinary, checkMD5: false } : { downloadDir: resolve('tests/.cache/mongod') }
  // A server that cannot be fetched or started on this machine is not here: the next way is tried.
  const server = await MongoMemoryReplSet.create({ binary, replSet: { count: 1 } }).catch(() => null)
  return server && { url: server.getUri(), stop: async () => void (await server.stop()) }
}

async function javaServer(): Promise<Found | null> {
  return which('java') && which('mvn') ? startJavaServer() : null
}

function which(command: string): string | undefined {
  try {
    return execFileSync('which', [command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

function reachable(url: string): Promise<boolean> {
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  )
}
