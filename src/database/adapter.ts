import type { DatabaseAdapterObj } from 'payload'
import { databaseKind } from '#base/env.ts'
import { mongodb } from './mongodb.ts'
import { sqlite } from './sqlite/sqlite.ts'

const adapters = { sqlite, mongodb } satisfies Record<
  ReturnType<typeof databaseKind>,
  (url: string) => DatabaseAdapterObj
>

/** The database that DATABASE_URL names, made honest: what it acknowledges is stored, and no save overwrites another. */
export function databaseAdapter(url: string): DatabaseAdapterObj {
  return adapters[databaseKind(url)](url)
}
