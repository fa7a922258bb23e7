import type { SqliteMigration } from '../migrate.ts'
import { up as up0001 } from './0001_initial.ts'
import { up as up0002 } from './0002_webhooks.ts'
import { up as up0003 } from './0003_safety.ts'
import { up as up0004 } from './0004_gates.ts'

export const migrations: readonly SqliteMigration[] = [
  { name: '0001_initial', up: up0001 },
  { name: '0002_webhooks', up: up0002 },
  { name: '0003_safety', up: up0003 },
  { name: '0004_gates', up: up0004 },
]
