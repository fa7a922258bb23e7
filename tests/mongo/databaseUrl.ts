import { randomBytes } from 'node:crypto'

/** The address of a fresh, empty database on the server that the test run found. */
export function freshMongoUrl(server = process.env.TEST_MONGODB_URL): string {
  if (!server) throw new Error('TEST_MONGODB_URL is not set: run this test in the mongodb project.')
  const url = new URL(server)
  url.pathname = `/holos_${randomBytes(6).toString('hex')}`
  return url.toString()
}
