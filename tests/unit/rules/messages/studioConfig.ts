import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SanitizedConfig } from 'payload'

/** The studio's configuration, with a data folder of its own. */
export async function studioConfig(): Promise<SanitizedConfig> {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'holos-'))
  return (await import('#payload.config')).default
}
