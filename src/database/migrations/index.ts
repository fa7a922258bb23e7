import type { SqliteMigration } from '../migrate.ts'

export const migrations: SqliteMigration[] = []
