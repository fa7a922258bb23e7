import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { healVersions } from '#database/revisions/healVersions.ts'
import { isMongo, locales, newPerson, openSmallStudio, type SmallStudio, versionsOf } from './smallStudio.ts'
import { type Acknowledged, startWriter } from './writers.ts'

const rounds = 10
const five = locales.slice(0, 5)

describe('acknowledged-is-stored', () => {
  let studio: SmallStudio

  beforeAll(async () => {
    studio = await openSmallStudio()
  })
  afterAll(() => studio.close())

  it('twenty kill -9 of studio processes in a storm of saves: nothing acknowledged is lost, nothing is torn', async () => {
    const documents = await Promise.all(Array.from({ length: 2 * rounds }, () => newPerson(studio)))
    const acknowledged: Acknowledged[] = []
    for (let round = 0; round < rounds; round++) {
      const pair = documents.slice(2 * round, 2 * round + 2)
      const kills = pair.map(async (id) => {
        const writer = await startWriter(studio.url, { ids: [id], locales: five })
        await writer.reaches(5)
        await sleep(Math.random() * 200)
        return writer.kill()
      })
      acknowledged.push(...(await Promise.all(kills)).flat())
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(5 * documents.length)
    const healed = await healVersions(studio.payload)
    if (!isMongo()) expect(healed).toBe(0)
    for (const id of documents) await expectWhole(studio, id, acknowledged)
    expect(await healVersions(studio.payload)).toBe(0)
  }, 300_000)

  it('after it the studio goes on', async () => {
    const id = await newPerson(studio)
    await studio.save(id, 'l00', { description: 'after' })
    expect(await studio.read(id)).toMatchObject({ description: { l00: 'after' }, revision: 2 })
  })
})

/** Every save writes one count into two places; the newest state has its version. */
async function expectWhole(studio: SmallStudio, id: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const { description = {}, name, revision } = await studio.read(id)
  expect(name.given ?? {}).toEqual(description)
  for (const save of acknowledged) {
    if (save.id === id) expect(Number(description[save.locale])).toBeGreaterThanOrEqual(save.count)
  }
  const saved = Object.values(description).reduce<number>((sum, count) => sum + Number(count), 0)
  expect(revision).toBe(1 + saved)
  const newest = (await versionsOf(studio, id)).at(-1)
  expect(newest?.revision).toBe(revision)
  expect(newest?.description ?? {}).toEqual(description)
}
