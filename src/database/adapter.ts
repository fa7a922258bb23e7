import type { DatabaseAdapterObj } from 'payload'
import { databaseKind } from '#base/env.ts'
import { mongodb } from './mongodb.ts'
import type { BeforeSave } from './revisions/revisions.ts'
import { sqlite } from './sqlite/sqlite.ts'

const adapters = { sqlite, mongodb } satisfies Record<
  ReturnType<typeof databaseKind>,
  (url: string, options: { beforeSave?: BeforeSave }) => DatabaseAdapterObj
>

/** The database that DATABASE_URL names, made honest: what it acknowledges is stored, and no save overwrites another. `beforeSave` is asked before each of them. */
export function databaseAdapter(url: string, beforeSave?: BeforeSave): DatabaseAdapterObj {
  return adapters[databaseKind(url)](url, { ...(beforeSave && { beforeSave }) })
}
