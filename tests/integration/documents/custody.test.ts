import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
let delivery: TestDelivery
let person: string
let slug: string

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  delivery = await openDelivery(studio.databaseUrl)
})
afterAll(async () => {
  await delivery?.stop()
  await studio?.close()
})

const save = (type: string, body: object) =>
  studio.rest('POST', `/${type}`, { user: editor, query: { locale: 'en', depth: '0' }, body })
const publish = (type: string, id: string) =>
  studio.rest('POST', `/${type}/${id}/publish`, { user: editor, body: { facts: true, locales: ['en'] } })

async function published(type: string, body: object): Promise<string> {
  const saved = await save(type, body)
  expect(saved.status, JSON.stringify(saved.body)).toBe(201)
  const { id } = saved.body.doc
  const answer = await publish(type, id)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return id
}

const about = (body: object) => ({
  title: 'What happened',
  participants: [{ who: { relationTo: 'people', value: person }, role: 'victim' }],
  ...body,
})
const happened = (body: object) => published('events', about(body))
const detained = (date: string, more: object = {}) =>
  happened({ kind: 'detention', date, outcome: { custodyStatus: 'pretrialDetention' }, ...more })
const released = (date: string, more: object = {}) =>
  happened({ kind: 'release', date, outcome: { custodyStatus: 'released' }, ...more })

async function asked() {
  const { body } = await delivery.ask(
    `query ($slug: String!) { person(slug: $slug) { letter { addressBlock } custody {
      status procedure place { name } asOf { edtf } event { date { edtf } } } } }`,
    { variables: { slug } },
  )
  expect(body.errors).toBeUndefined()
  return body.data.person
}
const custody = async () => (await asked()).custody

let people = 0
beforeEach(async () => {
  slug = `somebody-${++people}`
  person = await published('people', {
    slug,
    name: { given: 'Marzanna', family: 'Zubrovka' },
    description: 'A teacher',
    letters: { checkedOn: '2026-01-01' },
  })
})

describe('custody, from the save to the answer', () => {
  it('who disappeared in a year and was held in its October is held', async () => {
    await happened({
      kind: 'enforcedDisappearance',
      date: '2022',
      outcome: { custodyStatus: 'whereaboutsUnknown' },
    })
    await detained('2022-10-05')
    expect(await custody()).toMatchObject({ status: 'PRETRIAL_DETENTION', asOf: { edtf: '2022-10-05' } })
  })

  it('a verdict is later than a stay that goes on over it', async () => {
    await happened({
      kind: 'transfer',
      date: '2018-05-21/2024-12-31',
      outcome: { custodyStatus: 'pretrialDetention', procedure: 'trial' },
    })
    await happened({
      kind: 'verdict',
      date: '2020-09-16',
      outcome: { custodyStatus: 'serving', procedure: 'final' },
    })
    expect(await custody()).toMatchObject({
      status: 'SERVING',
      procedure: 'FINAL',
      event: { date: { edtf: '2020-09-16' } },
    })
  })

  it('a release that has not come is refused, and held stays held', async () => {
    await detained('2018-05-21')
    const { body: saved } = await save(
      'events',
      about({ kind: 'release', date: '2937-05-20', outcome: { custodyStatus: 'released' } }),
    )
    const answer = await publish('events', saved.doc.id)
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].data.refusals).toMatchObject([{ gate: 'notYet', path: 'outcome' }])
    expect(await custody()).toMatchObject({ status: 'PRETRIAL_DETENTION' })
  })

  it.each([
    ['a release before', released, detained],
    ['an arrest before', detained, released],
  ])('a release and an arrest on one day: still held, and the panel asks for a time (%s)', async (_, first, then) => {
    await first('2024-01-01')
    const id = await then('2024-01-01')
    expect(await custody()).toMatchObject({ status: 'PRETRIAL_DETENTION' })
    const { body } = await studio.rest('GET', `/events/${id}/publication`, { user: editor })
    const warnings = body.parts.flatMap((part: { warnings: Refusal[] }) => part.warnings)
    expect(warnings.filter(({ gate }: Refusal) => gate === 'sameDay')).toMatchObject([{ path: 'localTime' }])
  })

  it('says since when, for how many days and how surely, so that no page goes stale', async () => {
    await detained('2018-05-21', { certainty: 'likely' })
    await happened({
      kind: 'verdict',
      date: '2020-09-16',
      outcome: { custodyStatus: 'serving', sentence: { years: 14 } },
    })
    const { body } = await delivery.ask(
      `query ($slug: String!) { person(slug: $slug) { custody {
        certainty certaintyLabel isUncertain detainedSince { edtf } days(asOf: "2018-06-01") daysLabel(asOf: "2026-11-29")
        before: days(asOf: "2017") event { outcome { sentence { label } } } } } }`,
      { variables: { slug } },
    )
    expect(body).toEqual({
      data: {
        person: {
          custody: {
            certainty: 'CONFIRMED',
            certaintyLabel: 'Confirmed',
            isUncertain: false,
            detainedSince: { edtf: '2018-05-21' },
            days: 11,
            daysLabel: '3,114 days',
            before: null,
            event: { outcome: { sentence: { label: '14 years' } } },
          },
        },
      },
      extensions: expect.anything(),
    })
    await released('2026-01-01')
    const after = await delivery.ask(
      `query ($slug: String!) { person(slug: $slug) { custody { detainedSince { edtf } days(asOf: "2026") } } }`,
      { variables: { slug } },
    )
    expect(after.body.data.person.custody).toEqual({ detainedSince: null, days: null })
  })

  it('their times settle it', async () => {
    await detained('2024-01-01', { localTime: '09:00' })
    await released('2024-01-01', { localTime: '14:30' })
    expect(await custody()).toMatchObject({ status: 'RELEASED' })
  })

  it.each(['9:00', '25:99', '6am'])('the time %s is refused at the save, with a right one', async (localTime) => {
    const answer = await save('events', about({ kind: 'detention', localTime }))
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors).toMatchObject([
      { path: 'localTime', message: expect.stringContaining('06:00') },
    ])
  })

  it.each(['Europe/Simferpool', 'Moscow'])('the zone %s is refused at the save', async (timeZone) => {
    const answer = await save('events', about({ kind: 'detention', timeZone }))
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors).toMatchObject([{ path: 'timeZone' }])
  })

  it('a time that was stored before is no obstacle to words, and is refused at a publish', async () => {
    const id = await detained('2024-01-01')
    // Past the form's own checks, as an older studio wrote it.
    const stored = await studio.payload.db.findOne<{ id: string }>({
      collection: 'events',
      where: { id: { equals: id } },
    })
    await studio.payload.db.updateOne({ collection: 'events', id, data: { ...stored, localTime: '25:99' } })
    const words = await studio.rest('PATCH', `/events/${id}`, {
      user: editor,
      query: { locale: 'en', depth: '0' },
      body: { title: 'Another title' },
    })
    expect(words.status, JSON.stringify(words.body)).toBe(200)
    const answer = await publish('events', id)
    expect(answer.body.errors[0].data.refusals).toMatchObject([{ gate: 'localTime' }])
  })

  it('a letter goes to the last place, and to none after a death in the profile', async () => {
    const place = (name: string) =>
      published('places', { name, kind: 'prison', postalAddress: { lines: [name], postalCode: '1' } })
    const [transit, colony] = [await place('Transit'), await place('Colony')]
    await happened({ kind: 'transfer', date: '2024-01-20', outcome: { custodyStatus: 'serving', place: colony } })
    await happened({ kind: 'transfer', date: '2024-01-05', outcome: { place: transit } })
    expect(await asked()).toMatchObject({
      letter: { addressBlock: expect.arrayContaining(['Colony']) },
      custody: { place: { name: 'Colony' } },
    })
    await studio.rest('PATCH', `/people/${person}`, {
      user: editor,
      query: { locale: 'en' },
      body: { deathDate: '2025-02' },
    })
    await publish('people', person)
    expect(await asked()).toMatchObject({
      letter: null,
      custody: { status: 'DIED', place: null, asOf: { edtf: '2025-02' } },
    })
  })

  it('a possible death is said by nobody', async () => {
    await detained('2018-05-21')
    await happened({ kind: 'death', date: '2023', certainty: 'possible', outcome: { custodyStatus: 'died' } })
    expect(await custody()).toMatchObject({ status: 'PRETRIAL_DETENTION' })
  })
})
