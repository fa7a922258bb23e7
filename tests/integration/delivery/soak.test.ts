import { expect, it } from 'vitest'
import { freshDatabaseUrl } from '#tests/build/recordWriter.ts'
import { buildPrograms } from '#tests/soak/programs.ts'
import { soak } from '#tests/soak/soak.ts'

const seed = 4711

it('next-request, draft-blind: no stale read and no canary in 20,000 reads while both planes are killed', async () => {
  const programs = await buildPrograms()
  const report = await soak({
    databaseUrl: freshDatabaseUrl(),
    programs,
    seed,
    reads: 20_000,
    changes: 25,
    deliveries: 2,
    deliveryKills: 2,
    studioKills: 2,
    graceMs: process.env.TEST_DATABASE === 'mongodb' ? 1000 : 0,
  }).finally(programs.discard)
  expect(report.faults.slice(0, 10), `seed ${seed}`).toEqual([])
  expect(report).toMatchObject({ deliveryKills: 2, changes: 25 })
  expect(report.reads).toBeGreaterThanOrEqual(20_000)
  expect(report.notModified).toBeGreaterThan(1000)
}, 300_000)
