import { databaseKind } from '#base/env.ts'
import type { Store } from './store.ts'

/** The store that DATABASE_URL names. A driver is loaded only where it is used: it is most of a cold start. */
export async function openStore(url: string): Promise<Store> {
  return openers[databaseKind(url)](url)
}

const openers = {
  sqlite: async (url: string) => (await import('./sqlite.ts')).openSqliteStore(url),
  mongodb: async (url: string) => (await import('./mongodb.ts')).openMongoStore(url),
}
