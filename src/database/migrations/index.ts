import type { SqliteMigration } from '../migrate.ts'
import { up as up0001 } from './0001_initial.ts'

export const migrations: readonly SqliteMigration[] = [
  { name: '0001_initial', up: up0001 },
]
