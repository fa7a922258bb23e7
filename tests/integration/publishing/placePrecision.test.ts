import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WordOf } from '#record/vocabularies.ts'
import { vocabularies } from '#record/vocabularies.ts'
import { openDelivery } from '#tests/harness/delivery/delivery.ts'
import { everyPublicByte } from '#tests/harness/queries/everyPublicByte.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { editing, type Made } from './documents.ts'

let studio: Studio
let editor: TestUser
const places: Record<string, Made> = {}
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  const place = async (name: string, body: object = {}) => {
    places[name] = await made('places', { name, ...body })
  }
  const within = (name: string) => ({ within: places[name]?.id })
  await place('country', { kind: 'country' })
  await place('region', { kind: 'region', ...within('country') })
  await place('city', { kind: 'city', coordinates: { latitude: 45, longitude: 34 }, ...within('region') })
  await place('district', { kind: 'region', ...within('city') })
  await place('street', { kind: 'other', ...within('city') })
  await place('spot', { kind: 'other', coordinates: { latitude: 45.03, longitude: 34.1 }, ...within('city') })
  await place('prison', { kind: 'prison', ...within('city') })
  await place('home', { kind: 'home', ...within('city') })
  await place('addressed', { kind: 'city', postalAddress: { lines: ['A street 1'] }, ...within('region') })
  await place('unknown')
})
afterAll(() => studio.close())

const { made, changed, published, madePublic, found, event } = editing(
  () => studio,
  () => editor,
)

const all = ['country', 'region', 'city', 'district', 'street', 'spot', 'prison', 'home', 'addressed', 'unknown']
const told: { readonly [Precision in WordOf<'placePrecision'>]: readonly string[] } = {
  exact: all,
  vicinity: ['country', 'region', 'city', 'district', 'street'],
  locality: ['country', 'region', 'city'],
  region: ['country', 'region'],
  withheld: all,
}
const at = (name: string) => places[name]?.id
const gate = async (document: Made) => (await found(document)).filter((one) => one.gate === 'placeFinerThanPrecision')

describe('a place is told no finer than its precision says', () => {
  it.each(vocabularies.placePrecision)('%s', async (placePrecision) => {
    for (const name of all) {
      const isTold = told[placePrecision].includes(name)
      const [there] = await gate(await event({ place: at(name), placePrecision }))
      const [held] = await gate(await event({ outcome: { place: at(name) }, placePrecision }))
      const paths = isTold ? [undefined, undefined] : ['place', 'outcome/place']
      expect([name, there?.path, held?.path]).toEqual([name, ...paths])
    }
  })

  it('is refused with the nearest place that may be named, and a link to the field', async () => {
    const [finding] = await gate(await event({ place: at('spot'), placePrecision: 'region' }))
    expect(finding).toMatchObject({ severity: 'refusal', link: expect.stringMatching(/#field-place$/) })
    expect(finding?.message).toContain('“spot”')
    expect(finding?.cure).toContain('(region)')
  })

  it('also where the place is public otherwise than its draft says', async () => {
    const place = await madePublic(
      await made('places', { name: 'A house', kind: 'other', coordinates: { latitude: 1, longitude: 2 } }),
    )
    await changed(place, { coordinates: { latitude: null, longitude: null } })
    expect(await gate(await event({ place: place.id, placePrecision: 'vicinity' }))).toHaveLength(1)
    await madePublic(place)
    expect(await gate(await event({ place: place.id, placePrecision: 'vicinity' }))).toEqual([])
  })

  it('and no place becomes finer than public events tell it', async () => {
    const place = await madePublic(await made('places', { name: 'A village', kind: 'city' }))
    const there = await madePublic(await event({ place: place.id, placePrecision: 'locality' }))
    await changed(place, { kind: 'prison' })
    const { status, refusals } = await published(place)
    expect(status).toBe(422)
    expect(refusals).toMatchObject([{ gate: 'placeFinerThanTold', path: there.key }])
    expect(refusals[0]?.link).toBe(`/admin/collections/events/${there.id}#field-placePrecision`)
    await changed(there, { placePrecision: 'exact' })
    await madePublic(there)
    expect((await published(place)).status).toBe(200)
  })
})

describe('a withheld place', () => {
  it('is in no public byte, neither where it happened nor where somebody was held', async () => {
    const one = await made('places', { name: 'Hidden Valley', kind: 'city' })
    const other = await made('places', { name: 'Deep Well', kind: 'prison' })
    const held = await made('people', { slug: 'held-there', name: { given: 'Marzanna' }, description: 'A teacher' })
    await madePublic(held)
    const hidden = await madePublic(
      await event({
        kind: 'detention',
        date: '2020-01-01',
        place: one.id,
        placePrecision: 'withheld',
        participants: [{ who: { relationTo: 'people', value: held.id }, role: 'victim' }],
        outcome: { custodyStatus: 'serving', place: other.id },
      }),
    )
    const bytes = await everyPublicByte(studio, [hidden, held])
    expect(bytes).toContain('SERVING')
    const telling = [one.id, other.id, 'Hidden Valley', 'Deep Well']
    expect(telling.filter((text) => bytes.includes(text))).toEqual([])
    // Nor from the other end.
    for (const place of [one, other]) await madePublic(place)
    const delivery = await openDelivery(studio.databaseUrl)
    try {
      const fields = 'name events(first: 1) { totalCount } peopleHeld(first: 1) { totalCount }'
      const query = `{ nodes(ids: ["${one.key}", "${other.key}"]) { ... on Place { ${fields} } } }`
      const none = { events: { totalCount: 0 }, peopleHeld: { totalCount: 0 } }
      const { body } = await delivery.ask(query)
      expect(body).toMatchObject({ data: expect.anything() })
      expect(body.data.nodes).toEqual([
        { name: 'Hidden Valley', ...none },
        { name: 'Deep Well', ...none },
      ])
    } finally {
      await delivery.stop()
    }
  })

  it('is not said by the words of the event', async () => {
    const place = await made('places', { name: 'Far Creek', kind: 'city' })
    const hidden = await event({ title: 'A hearing in FAR  CREEK', place: place.id, placePrecision: 'withheld' })
    const { refusals } = await published(hidden)
    expect(refusals).toMatchObject([{ gate: 'withheldPlaceSaid', part: 'en', path: 'title', about: place.key }])
  })
})
