import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '#publishing/log/verify.ts'
import { publish } from '#publishing/publish.ts'
import { withdrawWithoutConsent } from '#publishing/withdrawals/atStart.ts'
import { expiredConsents, withdrawUncovered } from '#publishing/withdrawals/withdrawWithConsent.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type RestAnswer, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { upload } from '../media/uploads.ts'

let studio: Studio
let delivery: TestDelivery
let editor: TestUser
let admin: TestUser
beforeAll(async () => {
  studio = await openStudio()
  delivery = await openDelivery(studio.databaseUrl, { MEDIA_DIR: studio.mediaDir })
  editor = await studio.user('editor')
  admin = await studio.user('admin')
})
afterAll(async () => {
  await delivery.stop()
  await studio.close()
})

const query = { locale: 'en', depth: '0' }
const idOf = (key: Ref) => key.split(':')[1] ?? ''
const pathOf = (key: Ref) => `/${key.replace(':', '/')}`

async function made(type: DocumentType, body: object): Promise<Ref> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return `${type}:${answer.body.doc.id}`
}

async function madePublic(key: Ref): Promise<Ref> {
  const body = { facts: true, locales: ['en'] }
  const answer = await studio.rest('POST', `${pathOf(key)}/publish`, { user: editor, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return key
}

const whole = { state: 'given', givenBy: 'Herself', scope: ['name', 'picture', 'story', 'quotes', 'contact'] }
const consent = (more: object) => ({ safety: { consent: { ...whole, ...more } } })

let count = 0
const newFamily = familyNames()
type World = {
  person: Ref
  portrait: Ref
  shown: Ref
  quote: Ref
  event: Ref
  mention: Ref
  file: string
  family: string
}

/** Somebody of whom everything is public: a portrait, a picture, a quote; an event that names them, and words of others. */
async function publicPerson(more: object = {}): Promise<World> {
  const family = newFamily()
  const picture = (data: object) =>
    sharp({ create: { width: 9 + count, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
      .then((file) => upload(studio, editor, file, { data: { alt: 'A picture', ...data } }))
  count += 1
  const portrait: Ref = `media:${(await picture({})).id}`
  const names = { name: { given: 'Marzanna', family }, description: 'A teacher' }
  const person = await made('people', {
    slug: `one-${count}`,
    ...names,
    portrait: idOf(portrait),
    ...consent(more),
  })
  const { id, filename } = await picture({ personsShown: [idOf(person)], alt: 'At home' })
  const shown: Ref = `media:${id}`
  const quote = await made('quotes', { text: 'We wait', speaker: idOf(person) })
  const who = { relationTo: 'people', value: idOf(person) }
  const event = await made('events', { kind: 'hearing', title: 'A hearing', participants: [{ who, role: 'victim' }] })
  const mention = await made('events', { kind: 'statement', title: `A letter to ${family}` })
  for (const key of [portrait, person, shown, quote, event, mention]) await madePublic(key)
  return { person, portrait, shown, quote, event, mention, file: filename, family }
}

async function isPublic(key: Ref): Promise<boolean> {
  const { docs } = await studio.payload.db.find<{ card: string | null }>({
    collection: 'published',
    where: { key: { equals: key } },
  })
  return typeof docs[0]?.card === 'string'
}

const saved = (key: Ref, body: object, user = editor) => studio.rest('PATCH', pathOf(key), { user, query, body })
const withdrawn = { safety: { consent: { state: 'withdrawn' } } }

async function expectGone({ person, portrait, shown, quote, event, mention, file }: World, answer: RestAnswer) {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  for (const key of [person, portrait, shown, quote]) expect([key, await isPublic(key)]).toEqual([key, false])
  for (const key of [event, mention]) expect([key, await isPublic(key)]).toEqual([key, true])
  const ids = [person, shown, quote, portrait]
  const nodes = ids.map((id, at) => `n${at}: node(id: "${id}") { id }`).join(' ')
  const { body } = await delivery.ask(`{ ${nodes}
    event: node(id: "${event}") { ... on Event { id participants { role person { id } } } } }`)
  expect(body.errors).toBeUndefined()
  const { event: told, ...gone } = body.data
  expect(Object.values(gone)).toEqual([null, null, null, null])
  expect(told?.participants ?? []).not.toContainEqual(expect.objectContaining({ person: expect.anything() }))
  expect((await delivery.get(`/media/${file}`)).status).toBe(404)
}

type Told = { withdrawn: { key: Ref; name: string }[]; stillNaming: { key: Ref; name: string }[] }
const keysOf = (all: { key: Ref }[]) => all.map(({ key }) => key).sort()

/** Each door through which a consent may be taken back; each answers what its save answers. */
const doors = {
  'one save': (key: Ref) => saved(key, withdrawn),
  'a save in bulk': async (key: Ref) => {
    const where = { 'where[id][equals]': idOf(key) }
    const answer = await studio.rest('PATCH', '/people', {
      user: editor,
      query: { ...query, ...where },
      body: withdrawn,
    })
    return { ...answer, body: { doc: answer.body.docs[0] } }
  },
  'a restored version': async (key: Ref) => {
    const where = { parent: { equals: idOf(key) } }
    const of = async () =>
      (await studio.payload.findVersions({ collection: 'people', where, sort: '-version.revision', limit: 1 })).docs[0]
    expect((await saved(key, { safety: { consent: { state: 'refused' } } })).status).toBe(200)
    const version = await of()
    expect((await saved(key, consent({}))).status).toBe(200)
    return { key, version }
  },
} as const

describe('a consent that is withdrawn', () => {
  it.each(['one save', 'a save in bulk'] as const)(
    'takes person, pictures and quotes out of the record within %s, and the answer says what went and what still names them',
    async (door) => {
      const world = await publicPerson()
      expect((await delivery.get(`/media/${world.file}`)).status).toBe(200)
      const answer = await doors[door](world.person)
      await expectGone(world, answer)
      const told: Told = answer.body.doc.consentWithdrawal
      expect(keysOf(told.withdrawn)).toEqual([world.person, world.portrait, world.shown, world.quote].sort())
      expect(keysOf(told.stillNaming)).toEqual([world.event, world.mention].sort())
      expect(told.stillNaming.map(({ name }) => name)).toContain('A hearing')
    },
  )

  it('takes them within the restoring of a version that says so', async () => {
    const first = await publicPerson()
    const { version } = await doors['a restored version'](first.person)
    for (const key of [first.portrait, first.person, first.shown, first.quote]) await madePublic(key)
    const answer = await studio.rest('POST', `/people/versions/${version?.id}`, { user: admin })
    await expectGone(first, answer)
    expect(keysOf(answer.body.consentWithdrawal?.withdrawn ?? [])).toContain(first.person)
  })

  it('takes them where an import saves it, without anybody who is signed in', async () => {
    const world = await publicPerson()
    await studio.payload.update({
      collection: 'people',
      id: idOf(world.person),
      data: { safety: { consent: { state: 'withdrawn' } } },
      context: { origin: 'human' },
    })
    for (const key of [world.person, world.portrait, world.shown, world.quote]) expect(await isPublic(key)).toBe(false)
  })

  it('is told to nobody who may not read it, and a save that changes nothing of it tells nothing', async () => {
    const { person } = await publicPerson()
    await saved(person, withdrawn)
    const answer = await saved(person, { description: 'A teacher of chess' })
    expect(answer.body.doc.consentWithdrawal).toBeUndefined()
    const translator = await studio.user('translator', ['uk'])
    const body = { description: 'Вчителька' }
    const uk = await studio.rest('PATCH', pathOf(person), { user: translator, query: { ...query, locale: 'uk' }, body })
    expect([uk.status, uk.body.doc.consentWithdrawal]).toEqual([200, undefined])
  })

  it('lets nothing of them be published again, nor what names them, and nobody may override it', async () => {
    const { person, shown, quote, event } = await publicPerson()
    await saved(person, withdrawn)
    const gates = {
      [person]: 'consentWithdrawn',
      [shown]: 'consentOfNamed',
      [quote]: 'consentOfNamed',
      [event]: 'consentOfNamed',
    }
    for (const [key, gate] of Object.entries(gates)) {
      const body = { facts: true, locales: ['en'] }
      const { status, body: answer } = await studio.rest('POST', `${pathOf(key as Ref)}/publish`, { user: admin, body })
      expect([key, status]).toEqual([key, 422])
      const found = answer.errors[0].data.refusals.filter((one: { gate: string }) => one.gate === gate)
      expect(found).not.toEqual([])
      for (const one of found) expect(one.confirm).toBeUndefined()
    }
  })

  it('takes along a public picture of which it is written only later that it shows them, and gives nobody a link', async () => {
    const { person } = await publicPerson()
    const { event: other, portrait } = await publicPerson()
    await saved(person, withdrawn)
    expect(await isPublic(portrait)).toBe(true)
    expect((await saved(portrait, { personsShown: [idOf(person)] })).status).toBe(200)
    expect(await isPublic(portrait)).toBe(false)
    const link = (key: Ref) => studio.rest('POST', `${pathOf(key)}/preview`, { user: editor, body: {} })
    expect([(await link(person)).status, (await link(other)).status]).toEqual([422, 201])
  })

  it('is finished at the next start, and by `verify`, where a crash came between', async () => {
    for (const heal of [() => withdrawWithoutConsent(studio.payload), () => verify(studio.payload)]) {
      const world = await publicPerson()
      const stored = await studio.payload.db.findOne<{ id: string; safety: object }>({
        collection: 'people',
        where: { id: { equals: idOf(world.person) } },
      })
      // As a process leaves it that was killed between its save and the withdrawal.
      await studio.payload.db.updateOne({
        collection: 'people',
        id: idOf(world.person),
        data: { ...stored, ...consent({ state: 'withdrawn' }) },
      })
      expect(await isPublic(world.shown)).toBe(true)
      await heal()
      for (const key of [world.person, world.portrait, world.shown, world.quote])
        expect(await isPublic(key)).toBe(false)
    }
  })

  it('wins over a publish that had read the consent of before', async () => {
    const { person } = await publicPerson()
    await studio.rest('POST', `${pathOf(person)}/withdraw`, { user: editor, body: {} })
    const { payload } = studio
    const create = payload.db.create
    // The consent is taken back after the gates have looked and before the publish is committed.
    payload.db.create = async (args) => {
      if (args.collection !== 'changes') return create.call(payload.db, args)
      payload.db.create = create
      expect((await saved(person, withdrawn)).status).toBe(200)
      return create.call(payload.db, args)
    }
    const publishing = publish({ payload, key: person, facts: true, locales: ['en'] })
    await expect(publishing).rejects.toMatchObject({ status: 422 })
    expect(await isPublic(person)).toBe(false)
  })
})

describe('a consent that runs out', () => {
  const at = '2031-06-02T10:00:00.000Z'

  it('takes with it what it covered, on the day after its last one, and is listed', async () => {
    const world = await publicPerson({ until: '2031-06-01' })
    const other = await publicPerson({ until: '2031-07' })
    expect(await withdrawUncovered({ payload: studio.payload }, '2031-06-01T09:00:00.000Z')).toEqual([])
    const ended = await withdrawUncovered({ payload: studio.payload }, at)
    expect(ended).toMatchObject([{ person: world.person, why: 'expired' }])
    for (const key of [world.person, world.shown, world.quote]) expect(await isPublic(key)).toBe(false)
    for (const key of [other.person, other.shown, other.quote]) expect(await isPublic(key)).toBe(true)
    const listed = await expiredConsents({ payload: studio.payload }, at)
    expect(listed).toContainEqual(expect.objectContaining({ key: world.person, until: '2031-06-01', isPublic: false }))
    expect(listed.map(({ key }) => key)).not.toContain(other.person)
  })

  it('goes on where an administrator let it, with a reason, until the consent is another', async () => {
    const person = await made('people', {
      slug: `late-${++count}`,
      name: { given: 'Marzanna', family: newFamily() },
      description: 'A teacher',
      ...consent({ until: '2020-01-01' }),
    })
    const parts = { facts: true, locales: ['en'] }
    const asked = (user: TestUser, confirm?: object[]) =>
      studio.rest('POST', `${pathOf(person)}/publish`, { user, body: { ...parts, ...(confirm && { confirm }) } })
    const refused = await asked(editor)
    const [{ confirm: digest }] = refused.body.errors[0].data.refusals
    const reason = 'Her lawyer answered by telephone, the letter is on its way'
    const strange = await asked(editor, [{ digest, reason }])
    expect([strange.status, strange.body.errors[0].message]).toEqual([403, expect.stringContaining('administrators')])
    expect((await asked(admin, [{ digest, reason }])).status).toBe(200)
    await withdrawWithoutConsent(studio.payload)
    expect(await isPublic(person)).toBe(true)
    await saved(person, consent({ until: '2021-01-01' }))
    await withdrawWithoutConsent(studio.payload)
    expect(await isPublic(person)).toBe(false)
  })
})
