import { randomInt, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { publish } from '#publishing/publish.ts'
import { openStudio } from '#tests/harness/studio.ts'

/**
 * A studio process of its own that saves and publishes without end. Each line it prints is one
 * acknowledged publish, written before the next one begins: what a kill finds printed was promised.
 */
const { STORM_DATABASE_URL: databaseUrl, STORM_IDS: ids = '' } = process.env
const { payload } = await openStudio({ databaseUrl })
const all = ids.split(',')

for (;;) {
  const id = all[randomInt(all.length)] ?? ''
  await payload.update({ collection: 'organizations', id, locale: 'en', data: { name: randomUUID() } })
  const { key, seq } = await publish({ payload, key: `organizations:${id}`, facts: true, locales: ['en'] })
  writeSync(1, `${JSON.stringify({ key, seq })}\n`)
}
