import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales, newPerson, openSmallStudio, type SmallStudio, versionsOf } from './smallStudio.ts'
import { startWriter } from './writers.ts'

const four = locales.slice(0, 4)

describe('no-lost-update', () => {
  let studio: SmallStudio

  beforeAll(async () => {
    studio = await openSmallStudio()
  })
  afterAll(() => studio.close())

  it('160 parallel saves of four locales of forty documents: all survive', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => newPerson(studio)))
    await Promise.all(
      ids.flatMap((id) => four.map((locale) => studio.save(id, locale, { description: `${id} ${locale}` }))),
    )
    for (const id of ids) {
      const { description, revision } = await studio.read(id)
      expect(description).toEqual(Object.fromEntries(four.map((locale) => [locale, `${id} ${locale}`])))
      expect(revision).toBe(5)
    }
  })

  it('twenty parallel saves of different locales of one document: all survive, one version each', async () => {
    const id = await newPerson(studio)
    await Promise.all(
      locales.map((locale) => studio.save(id, locale, { name: { given: locale }, description: locale })),
    )
    const { name, description, revision } = await studio.read(id)
    const all = Object.fromEntries(locales.map((locale) => [locale, locale]))
    expect([name.given, description, revision]).toEqual([all, all, 21])
    const versions = await versionsOf(studio, id)
    expect(versions.map((version) => version.revision)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1))
    expect(versions.at(-1)?.description).toEqual(all)
  })

  it('parallel saves of different fields of one document: all survive', async () => {
    const id = await newPerson(studio)
    const fields = { kind: 'lawyer', gender: 'female', description: 'words', sameAs: ['https://example.org'] }
    await Promise.all(Object.entries(fields).map(([name, value]) => studio.save(id, 'l00', { [name]: value })))
    expect(await studio.read(id)).toMatchObject({ ...fields, description: { l00: 'words' }, revision: 5 })
  })

  it('two processes save twenty locales of the same documents: all survive', async () => {
    const ids = [await newPerson(studio)]
    const halves = [locales.slice(0, 10), locales.slice(10)]
    const writers = await Promise.all(halves.map((half) => startWriter(studio.url, { ids, locales: half, saves: 2 })))
    const acknowledged = (await Promise.all(writers.map((writer) => writer.finished()))).flat()
    expect(acknowledged).toHaveLength(20 * 2)
    for (const id of ids) {
      const { description, name, revision } = await studio.read(id)
      const all = Object.fromEntries(locales.map((locale) => [locale, '2']))
      expect([description, name.given, revision]).toEqual([all, all, 41])
      expect(await versionsOf(studio, id)).toHaveLength(41)
    }
  })
})
