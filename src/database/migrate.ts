import type { Migration } from 'payload'

/** One committed change of the SQLite schema. The list of them is `migrations/index.ts`. */
export type SqliteMigration = Pick<Migration, 'name'> & {
  // Payload types the arguments of a migration as `any` for all its databases.
  up: Migration['up']
  down: Migration['down']
}
