import { randomInt, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { ConflictError } from '#database/merging/conflict.ts'
import { publish } from '#publishing/publish.ts'
import { openStudio } from '#tests/harness/studio.ts'

/**
 * A studio process of its own that saves and publishes without end. Each line it prints is one
 * acknowledged publish, written before the next one begins: what a kill finds printed was promised.
 */
const { STORM_DATABASE_URL: databaseUrl, STORM_IDS: ids = '' } = process.env
const { payload } = await openStudio({ databaseUrl })
const all = ids.split(',')

/** Where another process saves the same name at the same time, one of the two is told so: then the other's is published. */
async function save(id: string): Promise<void> {
  try {
    await payload.update({ collection: 'organizations', id, locale: 'en', data: { name: randomUUID() } })
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
  }
}

for (;;) {
  const id = all[randomInt(all.length)] ?? ''
  await save(id)
  const { key, seq } = await publish({ payload, key: `organizations:${id}`, facts: true, locales: ['en'] })
  writeSync(1, `${JSON.stringify({ key, seq })}\n`)
}
