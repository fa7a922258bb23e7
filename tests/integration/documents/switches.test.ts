import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticesFor } from '#desk/home/notices.ts'
import { message } from '#messages/message.ts'
import { verify } from '#publishing/log/verify.ts'
import { overridesTold } from '#publishing/overrides/overrideTold.ts'
import { type Opened, toldWhenOpened } from '#publishing/overrides/switches/protectiveFields.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { photograph } from '#tests/unit/rules/media/pictures.ts'
import { publicFile, replace, upload, versionsOf } from '../media/uploads.ts'
import { editing, type Made } from '../publishing/documents.ts'

let studio: Studio
let editor: TestUser
let admin: TestUser
const log: string[] = []
beforeAll(async () => {
  studio = await openStudio({ log })
  editor = await studio.user('editor')
  admin = await studio.user('admin')
})
afterAll(() => studio.close())

const { made, changed, published, madePublic, event } = editing(
  () => studio,
  () => editor,
)

const newFamily = familyNames()
let count = 0
const person = (safety: object) =>
  made('people', {
    slug: `switch-${++count}`,
    name: { given: 'Ludmila', family: newFamily() },
    description: 'A teacher',
    safety: { pseudonym: 'Maria', ...safety },
  })
const source = (more: object) => made('sources', { title: 'A report', url: 'https://example.org/a', ...more })
const face = { id: 'one', x: 0.1, y: 0.1, width: 0.2, height: 0.2 }
async function picture(more: object = {}): Promise<Made> {
  const { id } = await upload(studio, editor, await photograph(90 + ++count, 60), { data: { alt: 'A room', ...more } })
  return { type: 'media', id, key: `media:${id}` }
}

async function stored({ type, id }: Made): Promise<Record<string, unknown>> {
  return (await studio.rest('GET', `/${type}/${id}`, { user: admin, query: { depth: '0', locale: 'en' } })).body
}

async function oldestVersion({ type, id }: Made): Promise<string> {
  const where = { parent: { equals: id } }
  const { docs } = await studio.payload.findVersions({ collection: type, where, sort: 'version.revision', limit: 1 })
  return String(docs[0]?.id)
}

async function restored(document: Made, user = editor) {
  const answer = await studio.rest('POST', `/${document.type}/versions/${await oldestVersion(document)}`, { user })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

const given = { state: 'given', givenBy: 'Herself', scope: ['name', 'story'] }
const until = '2999-01-01T16:00:00.000Z'

/** Of each field: how it is opened, from what protects to what does not. */
const switches = {
  consentReopened: [
    () => person({ consent: given }),
    { safety: { consent: { state: 'withdrawn' } } },
    { safety: { consent: given } },
  ],
  nameOpened: [
    () => person({ publishAs: 'full' }),
    { safety: { publishAs: 'pseudonym' } },
    { safety: { publishAs: 'full' } },
  ],
  sourceOpened: [() => source({}), { confidential: true }, { confidential: false }],
  placeToldFiner: [() => event({ placePrecision: 'exact' }), { placePrecision: 'withheld' }, { placePrecision: null }],
  embargoShortened: [() => event(), { embargoedUntil: until }, { embargoedUntil: null }],
  facesUncoveredAgain: [() => picture(), { faces: [face] }, { faces: null }],
} as const satisfies { [name in Opened]?: readonly [() => Promise<Made>, object, object] }
const named = Object.entries(switches) as [Opened, readonly [() => Promise<Made>, object, object]][]

const toldOf = async ({ key }: Made) =>
  (await overridesTold({ payload: studio.payload })).filter((one) => one.key === key)

describe('a restored version', () => {
  it.each(named)('brings back nothing that opens what is closed now: %s', async (_, [make, closing]) => {
    const document = await make()
    await changed(document, closing)
    const before = await stored(document)
    await restored(document, admin)
    expect(await stored(document)).toMatchObject(closing)
    const after = await stored(document)
    for (const name of ['safety', 'confidential', 'placePrecision', 'embargoedUntil', 'faces'])
      expect([name, after[name] ?? null]).toEqual([name, before[name] ?? null])
    expect(await toldOf(document)).toEqual([])
  })

  it.each(named)('brings back what closes more than now: %s', async (_, [make, closing, opening]) => {
    const document = await make()
    await changed(document, closing)
    const { docs } = await studio.payload.findVersions({
      collection: document.type,
      where: { parent: { equals: document.id } },
      sort: '-version.revision',
      limit: 1,
    })
    const { status } = await studio.rest('PATCH', `/${document.type}/${document.id}`, {
      user: admin,
      query: { locale: 'en' },
      body: opening,
    })
    expect(status).toBe(200)
    expect(await stored(document)).not.toMatchObject(closing)
    expect((await studio.rest('POST', `/${document.type}/versions/${docs[0]?.id}`, { user: editor })).status).toBe(200)
    expect(await stored(document)).toMatchObject(closing)
  })

  it('keeps a consent that ends sooner, or covers less, as a whole', async () => {
    for (const narrower of [{ until: '2031-01-01' }, { scope: ['name'] }, { givenBy: null }]) {
      const document = await person({ consent: given })
      const consent = { ...given, ...narrower }
      await changed(document, { description: 'Another', safety: { consent } })
      await restored(document)
      expect(await stored(document)).toMatchObject({ description: 'A teacher', safety: { consent } })
    }
  })

  it('of an embargo is not published before its end', async () => {
    const document = await event()
    await changed(document, { embargoedUntil: until })
    await restored(document)
    const { status, refusals } = await published(document)
    expect([status, refusals[0]?.gate]).toEqual([422, 'embargoed'])
  })

  it('of the same picture covers in its files what is covered now and what was then, and names everybody shown', async () => {
    const other = { id: 'one', x: 0.6, y: 0.5, width: 0.2, height: 0.2 }
    const [one, two] = [await person({}), await person({})]
    const document = await picture({ faces: [other], personsShown: [one.id] })
    const before = await stored(document)
    await changed(document, { faces: [face], personsShown: [two.id], othersShown: true, alt: 'Another' })
    await restored(document)
    const now = await stored(document)
    expect(now).toMatchObject({ alt: 'A room', othersShown: true })
    expect(new Set(now.personsShown as string[])).toEqual(new Set([one.id, two.id]))
    expect(now.faces).toEqual([face, { ...other, id: expect.not.stringMatching(/^one$/) }])
    expect(now.filename).not.toBe(before.filename)
    expect(publicFile(studio, String(now.filename)).length).toBeGreaterThan(0)
  })

  it('of another picture brings the faces of its own file', async () => {
    const document = await picture({ faces: [face] })
    await replace(studio, editor, document.id, await photograph(50, 50), { faces: null, othersShown: true })
    await changed(document, { faces: [{ ...face, x: 0.5 }] })
    await restored(document)
    expect(await stored(document)).toMatchObject({ faces: [face], othersShown: true })
    const versions = await versionsOf(studio, document.id)
    expect((await stored(document)).filename).toBe(versions[0]?.version.filename)
  })
})

describe('an embargo that has not ended', () => {
  const patch = (document: Made, body: object, user = editor, headers = {}) =>
    studio.rest('PATCH', `/${document.type}/${document.id}`, { user, query: { locale: 'en' }, body, headers })

  it.each([null, '2998-01-01T00:00:00Z', '2020-01-01T00:00:00Z'])(
    'is not moved to %s by an editor',
    async (earlier) => {
      const document = await event({ embargoedUntil: until })
      const answer = await patch(document, { embargoedUntil: earlier }, editor, { 'Accept-Language': 'tr' })
      expect(answer.status).toBe(403)
      expect(answer.body.errors[0].message).toBe(message('tr', 'publish.embargoShortened'))
      expect((await stored(document)).embargoedUntil).toBe(until)
      expect((await published(document)).status).toBe(422)
    },
  )

  it('is not taken away in bulk by an editor either', async () => {
    const document = await event({ embargoedUntil: until })
    const query = { locale: 'en', 'where[id][equals]': document.id }
    const answer = await studio.rest('PATCH', '/events', { user: editor, query, body: { embargoedUntil: null } })
    expect(answer.body.errors).toMatchObject([{ message: message('en', 'publish.embargoShortened') }])
    expect((await stored(document)).embargoedUntil).toBe(until)
  })

  it('is extended by an editor, shortened by an administrator, and taken away by anybody once it has ended', async () => {
    const document = await event({ embargoedUntil: until })
    await changed(document, { embargoedUntil: '2999-06-01T00:00:00Z' })
    expect(await toldOf(document)).toEqual([])
    expect((await patch(document, { embargoedUntil: '2020-01-01T00:00:00Z' }, admin)).status).toBe(200)
    expect(await toldOf(document)).toMatchObject([{ gate: 'embargoShortened', by: admin.id, path: 'embargoedUntil' }])
    await changed(document, { embargoedUntil: null })
    expect(await toldOf(document)).toHaveLength(1)
  })
})

describe('what protects somebody and is opened by a save', () => {
  it('is every field that is told', () => expect(named.map(([name]) => name)).toEqual(toldWhenOpened))

  it.each(named)(
    'is logged without a value and stands on the first page: %s',
    async (gate, [make, closing, opening]) => {
      const document = await make()
      await changed(document, closing)
      log.length = 0
      const query = { locale: 'en', depth: '2' }
      const body = { ...opening }
      const answer = await studio.rest('PATCH', `/${document.type}/${document.id}`, { user: admin, query, body })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      const lines = log.filter((line) => line.includes('opened what protects')).map((line) => JSON.parse(line))
      expect(lines).toMatchObject([{ gate, key: document.key, user: admin.id }])
      expect(log.join()).not.toMatch(/Ludmila|Maria|2999|pseudonym"/)
      expect(await toldOf(document)).toMatchObject([{ gate, isWaiting: false }])
      for (const language of ['en', 'uk', 'ru', 'tr'] as const) {
        const { newest } = await noticesFor({ payload: studio.payload, language, most: 50 })
        const notice = newest.find(({ key }) => key === document.key)
        expect(notice?.text).toBe(message(language, `overrides.${gate}` as 'overrides.nameOpened'))
        expect(notice?.reason).toBeUndefined()
      }
      // What stays as it is is told once.
      await changed(document, document.type === 'people' ? { description: 'Another' } : {})
      expect(await toldOf(document)).toHaveLength(1)
    },
  )

  it('leaves the record sound', async () => {
    expect((await verify(studio.payload)).faults).toEqual([])
  })
})

describe('a consent whose last day a save puts into the past', () => {
  it('takes what it carried within that save, and the answer says so', async () => {
    const document = await madePublic(await person({ consent: given }))
    const body = { safety: { consent: { ...given, until: '2020-01-01' } } }
    const answer = await studio.rest('PATCH', `/people/${document.id}`, { user: editor, query: { locale: 'en' }, body })
    expect(answer.status).toBe(200)
    expect(answer.body.doc.consentWithdrawal?.withdrawn).toMatchObject([{ key: document.key }])
    const { docs } = await studio.payload.db.find<{ card: string | null }>({
      collection: 'published',
      where: { key: { equals: document.key } },
    })
    expect(docs[0]?.card ?? null).toBeNull()
  })
})
