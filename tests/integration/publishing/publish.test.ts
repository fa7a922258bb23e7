import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '#publishing/log/verify.ts'
import { publish, withdraw } from '#publishing/publish.ts'
import type { Card } from '#record/record.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
let admin: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  admin = await studio.user('admin')
})
afterAll(() => studio.close())

/** Everything that the record holds: rows and log. */
async function record() {
  const read = async (collection: 'published' | 'changes') =>
    (
      await studio.payload.db.find<{ id: string; updatedAt: string }>({
        collection,
        where: {},
        sort: 'seq',
        limit: 0,
        pagination: false,
      })
    ).docs
  return { published: await read('published'), changes: await read('changes') }
}

async function cardOf(key: Ref): Promise<Card | null> {
  const { docs } = await studio.payload.db.find<{ card: string | null }>({
    collection: 'published',
    where: { key: { equals: key } },
  })
  return docs[0]?.card ? JSON.parse(docs[0].card) : null
}

async function created(
  type: DocumentType,
  body: object,
  locale = 'en',
): Promise<{ id: string; key: Ref; revision: number }> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query: { locale, depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  const { id, revision } = answer.body.doc
  return { id, key: `${type}:${id}`, revision }
}

async function saved(type: DocumentType, id: string, body: object, locale = 'en') {
  const answer = await studio.rest('PATCH', `/${type}/${id}`, { user: editor, query: { locale, depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.doc
}

const door = (
  action: 'publish' | 'withdraw',
  type: string,
  id: string,
  body: object = {},
  user: TestUser | undefined = editor,
) => studio.rest('POST', `/${type}/${id}/${action}`, { ...(user && { user }), body })

let count = 0
const person = (more: object = {}) => ({
  slug: `person-${++count}`,
  name: { given: 'Server', family: 'Mustafaiev' },
  description: 'A coordinator of Crimean Solidarity',
  ...more,
})

async function publicPerson(more: object = {}) {
  const made = await created('people', person(more))
  expect((await door('publish', 'people', made.id, { facts: true, locales: ['en'] })).status).toBe(200)
  return made
}

describe('one-door: nothing but publish() and withdraw() changes the record', () => {
  it('saves, restores, bulk changes, duplicates and deletions of what is not public leave it as it is', async () => {
    const open = await publicPerson()
    const before = await record()
    await saved('people', open.id, { description: 'Changed', birthDate: '1986' })
    await saved('people', open.id, { description: 'Змінено' }, 'uk')
    const versions = await studio.rest('GET', '/people/versions', {
      user: editor,
      query: { 'where[parent][equals]': open.id, sort: 'updatedAt' },
    })
    const restored = await studio.rest('POST', `/people/versions/${versions.body.docs[0].id}`, { user: editor })
    expect(restored.status, JSON.stringify(restored.body)).toBe(200)
    const bulk = await studio.rest('PATCH', '/people', {
      user: editor,
      query: { 'where[id][equals]': open.id },
      body: { gender: 'male' },
    })
    expect(bulk.status).toBe(200)
    await studio.rest('POST', `/people/${open.id}/duplicate`, { user: editor })
    const closed = await created('quotes', { text: 'Never public' })
    await saved('quotes', closed.id, { deletedAt: new Date().toISOString() })
    await studio.rest('DELETE', `/quotes/${closed.id}`, { user: editor, query: { trash: 'true' } })
    expect(await record()).toEqual(before)
  })

  it.each(['published', 'changes'])('REST has no door to %s, not even for an administrator', async (collection) => {
    const before = await record()
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/1'],
      ['PATCH', '/1'],
      ['DELETE', '/1'],
    ] as const) {
      const { status } = await studio.rest(method, `/${collection}${path}`, {
        user: admin,
        ...(method !== 'GET' && { body: { key: 'people:x', seq: 1 } }),
      })
      expect(status, `${method} ${path}`).toBe(403)
    }
    const local = studio.payload.find({ collection: collection as 'published', overrideAccess: false, user: null })
    await expect(local).rejects.toThrow()
    expect(await record()).toEqual(before)
  })

  it('a publish ships the named parts and nothing else (payload#14672: publishing one locale publishes others)', async () => {
    const { id, key } = await publicPerson()
    await saved('people', id, { description: 'Pending English', birthDate: '1986-05-05' })
    await saved('people', id, { name: { given: 'Сервер', family: 'Мустафаєв' }, description: 'Українською' }, 'uk')
    await saved('people', id, { name: { given: 'Server', family: 'Mustafayev' }, description: 'Türkçe' }, 'tr')
    const before = await cardOf(key)
    const answer = await door('publish', 'people', id, { locales: ['uk'] })
    expect(answer.body).toMatchObject({ key, facts: false, locales: ['uk'] })
    const after = await cardOf(key)
    expect(after).toEqual({
      ...before,
      words: { ...before?.words, uk: after?.words.uk },
      parts: { ...before?.parts, uk: answer.body.at },
    })
    expect(after?.words.uk?.description).toMatchObject({ value: 'Українською', origin: 'human' })
    expect(JSON.stringify(after)).not.toMatch(/Pending English|1986|Türkçe/)
  })

  it('facts ship alone, too, and words of a locale wait', async () => {
    const { id, key } = await publicPerson()
    await saved('people', id, { description: 'Pending English', birthDate: '1986-05-05' })
    await door('publish', 'people', id, { facts: true })
    const card = await cardOf(key)
    expect(card?.facts).toHaveProperty('birthDate.edtf', '1986-05-05')
    expect(card?.words.en?.description?.value).toBe('A coordinator of Crimean Solidarity')
  })

  it('the same again is no change and no entry', async () => {
    const { id, key } = await publicPerson()
    const before = await record()
    const again = await door('publish', 'people', id, { facts: true, locales: ['en'] })
    expect(again.body).toEqual({ key, unchanged: true, seq: expect.any(Number) })
    expect(await record()).toEqual(before)
  })
})

describe('the door', () => {
  it('answers every refusal at once, in the language of the admin', async () => {
    const { id } = await created('people', {})
    const answer = await studio.rest('POST', `/people/${id}/publish`, {
      user: editor,
      body: { facts: true, locales: ['en', 'uk'] },
      headers: { 'Accept-Language': 'uk' },
    })
    expect(answer.status).toBe(422)
    const { refusals } = answer.body.errors[0].data
    expect(refusals.map(({ gate, part }: { gate: string; part: string }) => `${gate} ${part}`)).toEqual([
      'requiredWords en',
      'requiredWords uk',
      'name en',
      'name uk',
      'slug facts',
    ])
    expect(refusals[0]).toMatchObject({
      severity: 'refusal',
      path: 'description',
      message: expect.stringMatching(/бракує/),
      cure: expect.any(String),
    })
    expect(await cardOf(`people:${id}`)).toBeNull()
  })

  it('a locale without facts is refused', async () => {
    const { id } = await created('people', person())
    const answer = await door('publish', 'people', id, { locales: ['en'] })
    expect(answer.body.errors[0].data.refusals).toMatchObject([{ gate: 'factsFirst', part: 'en' }])
  })

  it('a working copy that moved on since is not published', async () => {
    const { id, key, revision } = await created('people', person())
    await saved('people', id, { description: 'Newer' })
    const stale = await door('publish', 'people', id, { facts: true, locales: ['en'], revision })
    expect(stale.status).toBe(409)
    expect(stale.body.errors[0].data).toEqual({ revision: revision + 1 })
    expect(await cardOf(key)).toBeNull()
    expect((await door('publish', 'people', id, { facts: true, locales: ['en'], revision: revision + 1 })).status).toBe(
      200,
    )
  })

  it('only editors and administrators publish and withdraw', async () => {
    const { id, key } = await publicPerson()
    const before = await record()
    for (const user of [await studio.user('translator', ['en']), await studio.user('reader')])
      for (const action of ['publish', 'withdraw'] as const)
        expect(
          (await door(action, 'people', id, action === 'publish' ? { facts: true, locales: ['en'] } : {}, user)).status,
        ).toBe(403)
    expect((await studio.rest('POST', `/people/${id}/withdraw`)).status).toBe(403)
    await expect(
      publish({ payload: studio.payload, key, facts: true, locales: [], user: { id: 1, role: 'translator' } }),
    ).rejects.toMatchObject({ status: 403 })
    expect(await record()).toEqual(before)
  })

  it.each([
    [{ locales: ['xx'] }],
    [{ locales: 'en' }],
    [{ facts: 'yes' }],
    [{ facts: true, everything: true }],
    [{ revision: -1 }],
  ])('no-500: %j is answered with 400', async (body) => {
    const { id } = await created('people', person())
    expect((await door('publish', 'people', id, body)).status).toBe(400)
  })

  it('no-500: a document that is not there is 404', async () => {
    const missing =
      process.env.TEST_DATABASE === 'mongodb' ? '65f0a1b2c3d4e5f6a7b8c9d0' : '00000000-0000-4000-8000-000000000000'
    for (const id of [missing, 'nonsense']) {
      expect((await door('publish', 'people', id, { facts: true })).status).toBe(404)
      expect((await studio.rest('GET', `/people/${id}/publication`, { user: editor })).status).toBe(404)
    }
  })

  it('several at once: each answers for itself, and one that is refused holds up nobody', async () => {
    const [whole, half] = [await created('people', person()), await created('people', { slug: `half-${++count}` })]
    const answer = await studio.rest('POST', '/people/publish', {
      user: editor,
      body: { ids: [whole.id, half.id], facts: true, locales: ['en'] },
    })
    expect(answer.status).toBe(200)
    expect(answer.body.docs).toMatchObject([
      { id: whole.id, status: 200, answer: { key: whole.key, facts: true } },
      { id: half.id, status: 422, data: { refusals: expect.any(Array) } },
    ])
    const gone = await studio.rest('POST', '/people/withdraw', { user: editor, body: { ids: [whole.id] } })
    expect(gone.body.docs).toMatchObject([{ id: whole.id, status: 200 }])
    expect(await cardOf(whole.key)).toBeNull()
  })

  it('a slug of another public person is refused, present or former', async () => {
    const first = await publicPerson({ slug: 'taken' })
    await saved('people', first.id, { slug: 'taken-2' })
    await door('publish', 'people', first.id, { facts: true })
    expect(await cardOf(first.key)).toMatchObject({ slug: 'taken-2', formerSlugs: ['taken'] })
    const other = await created('people', person())
    // The studio refuses it at saving; a record that another studio wrote to meanwhile is what the gate is for.
    await studio.payload.db.updateOne({
      collection: 'published',
      where: { key: { equals: first.key } },
      data: { card: JSON.stringify({ ...(await cardOf(first.key)), slug: `person-${count}` }) },
    })
    const answer = await door('publish', 'people', other.id, { facts: true, locales: ['en'] })
    expect(answer.body.errors[0].data.refusals).toMatchObject([{ gate: 'slugTaken', part: 'facts', path: 'slug' }])
    await door('withdraw', 'people', first.id)
  })
})

describe('withdrawn', () => {
  it('a locale goes and the others stay as they are, those that rest on it included', async () => {
    const { id, key } = await publicPerson()
    await saved('people', id, { name: { given: 'Сервер' }, description: 'Українською' }, 'uk')
    await door('publish', 'people', id, { locales: ['uk'] })
    const before = await cardOf(key)
    const answer = await door('withdraw', 'people', id, { locales: ['en'] })
    expect(answer.body).toMatchObject({ facts: false, locales: ['en'] })
    const after = await cardOf(key)
    expect(after?.words).toEqual({ uk: before?.words.uk })
    expect(Object.keys(after?.parts ?? {})).toEqual(['facts', 'uk'])
    expect(after?.facts).toEqual(before?.facts)
  })

  it('with its last locale a document goes as a whole', async () => {
    const { id, key } = await publicPerson()
    expect((await door('withdraw', 'people', id, { locales: ['en'] })).body).toMatchObject({
      facts: true,
      locales: ['en'],
    })
    expect(await cardOf(key)).toBeNull()
  })

  it('what is withdrawn lives on neither in the row nor in the log', async () => {
    const { key } = await publicPerson({ description: 'UNFORGETTABLE' })
    await withdraw({ payload: studio.payload, key })
    expect(JSON.stringify(await record())).not.toContain('UNFORGETTABLE')
    const { docs } = await studio.payload.db.find<{ withdrawnAt: string }>({
      collection: 'published',
      where: { key: { equals: key } },
    })
    expect(docs[0]?.withdrawnAt).toMatch(/^\d{4}-/)
  })

  it('what was never public is no change', async () => {
    const { id } = await created('people', person())
    expect((await door('withdraw', 'people', id)).body).toMatchObject({ unchanged: true })
  })

  it.each(['trash', 'delete'] as const)('deleting or trashing withdraws first: %s', async (how) => {
    const { id, key } = await publicPerson()
    if (how === 'trash') await saved('people', id, { deletedAt: new Date().toISOString() })
    else expect((await studio.rest('DELETE', `/people/${id}`, { user: editor })).status).toBe(200)
    expect(await cardOf(key)).toBeNull()
    expect((await door('publish', 'people', id, { facts: true, locales: ['en'] })).status).toBe(404)
    const { faults } = await verify(studio.payload)
    expect(faults).toEqual([])
  })
})

describe('where a working copy stands', () => {
  const standing = async (id: string) => {
    const { body } = await studio.rest('GET', `/people/${id}`, { user: editor, query: { depth: '0' } })
    return { publishedIn: body.publishedIn, pendingIn: body.pendingIn, revision: body.revision }
  }

  it('follows saves, publishes and withdrawals, and a publish is no save', async () => {
    const { id } = await created('people', person())
    expect(await standing(id)).toEqual({ publishedIn: [], pendingIn: ['facts', 'en'], revision: 1 })
    await door('publish', 'people', id, { facts: true, locales: ['en'] })
    expect(await standing(id)).toEqual({ publishedIn: ['facts', 'en'], pendingIn: [], revision: 1 })
    await saved('people', id, { description: 'Changed' })
    expect(await standing(id)).toEqual({ publishedIn: ['facts', 'en'], pendingIn: ['en'], revision: 2 })
    await door('withdraw', 'people', id)
    expect(await standing(id)).toEqual({ publishedIn: [], pendingIn: ['facts', 'en'], revision: 2 })
  })

  it('the panel shows each part, what differs, what refuses it and what is proposed', async () => {
    const safety = { consent: { state: 'notPossible', givenBy: 'The family' } }
    const { id, key, revision } = await publicPerson({ birthDate: '1986', safety })
    await saved('people', id, { birthDate: '1986-05-05', charges: [{ article: '205.5', label: 'Terrorism' }] })
    await saved('people', id, { description: 'Лише опис' }, 'uk')
    const { body } = await studio.rest('GET', `/people/${id}/publication`, { user: editor })
    expect(body).toMatchObject({
      key,
      revision: revision + 2,
      lastChange: { seq: expect.any(Number), at: expect.any(String) },
    })
    const part = (name: string) => body.parts.find((one: { part: string }) => one.part === name)
    expect(body.parts.map((one: { part: string; state: string }) => [one.part, one.state])).toEqual([
      ['facts', 'pending'],
      ['en', 'pending'],
      ['uk', 'never'],
    ])
    expect(part('facts').differences).toContainEqual({
      path: 'birthDate',
      label: expect.any(String),
      before: '1986',
      after: '5 May 1986',
    })
    expect(part('en').differences).toEqual([
      expect.objectContaining({
        path: expect.stringMatching(/^charges\/.*\/label$/),
        before: null,
        after: 'Terrorism',
      }),
    ])
    expect(part('facts').warnings).toMatchObject([{ gate: 'unsourced' }])
    expect(part('facts')).toMatchObject({ preselected: true, mayPublish: true, refusals: [] })
    expect(part('uk')).toMatchObject({ preselected: false, refusals: [{ gate: 'name' }] })
    const seen = await studio.rest('GET', `/people/${id}/publication`, {
      user: await studio.user('translator', ['uk']),
    })
    expect(
      seen.body.parts.every(
        (one: { mayPublish: boolean; preselected: boolean }) => !one.mayPublish && !one.preselected,
      ),
    ).toBe(true)
  })

  it('a translation whose source has changed is counted as stale', async () => {
    const { id } = await publicPerson()
    await saved('people', id, { name: { given: 'Сервер' }, description: 'Опис' }, 'uk')
    await saved('people', id, { description: 'The source has changed' })
    const { body } = await studio.rest('GET', `/people/${id}/publication`, { user: editor })
    expect(body.parts.find((one: { part: string }) => one.part === 'uk').stale).toBe(1)
  })
})

describe('publishAs', () => {
  it("one publish changes it everywhere in the person's own form, and the former name is nowhere left", async () => {
    const { id, key } = await publicPerson({
      name: { given: 'Marzanna', family: 'Zubrovka' },
      sameAs: ['https://example.org/Zubrovka'],
      safety: { notes: 'Marzanna asked us' },
    })
    expect(JSON.stringify(await cardOf(key))).toContain('Zubrovka')
    await saved('people', id, { safety: { publishAs: 'withheld' } })
    const half = await door('publish', 'people', id, { facts: true })
    expect(half.body.errors[0].data.refusals).toEqual(
      expect.arrayContaining([expect.objectContaining({ gate: 'nameShown', part: 'en' })]),
    )
    expect((await door('publish', 'people', id, { facts: true, locales: ['en'] })).status).toBe(200)
    const { published, changes } = await record()
    const own = [...published.filter((row) => 'key' in row && row.key === key), ...changes]
    expect(JSON.stringify(own)).not.toMatch(/Marzanna|Zubrovka/)
    expect((await cardOf(key))?.words.en?.displayName?.value).toBe('Name withheld')
  })

  it('no other document says the name that a person holds back', async () => {
    const { id } = await publicPerson({ name: { given: 'Ludmila', family: 'Trzaska' } })
    const trial = await created('events', {
      kind: 'hearing',
      title: 'Trzaska before the court',
      participants: [{ who: { relationTo: 'people', value: id }, role: 'victim' }],
    })
    const shipped = { facts: true, locales: ['en'] }
    expect((await door('publish', 'events', trial.id, shipped)).status).toBe(200)
    await saved('people', id, { safety: { publishAs: 'initials' } })
    const panel = await studio.rest('GET', `/people/${id}/publication`, { user: editor })
    const [facts] = panel.body.parts
    expect(facts.refusals).toContainEqual(
      expect.objectContaining({ gate: 'nameSaidBeside', document: trial.key, part: 'en', path: 'title' }),
    )
    await saved('events', trial.id, { description: 'The hearing was short.' })
    const refused = await door('publish', 'events', trial.id, { locales: ['en'] })
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].data.refusals).toMatchObject([
      { gate: 'heldBackNameShown', part: 'en', path: 'title' },
    ])
    await saved('events', trial.id, { title: 'A hearing' })
    expect((await door('publish', 'events', trial.id, { locales: ['en'] })).status).toBe(200)
  })
})

describe('chained: verify', () => {
  it('finds nothing wrong with a record that nobody touched', async () => {
    const report = await verify(studio.payload)
    expect(report.faults).toEqual([])
    expect(report.counts.entries).toBe((await record()).changes.length)
  })

  it('applies an entry that a crash left committed but not applied', async () => {
    const { key, id } = await publicPerson()
    await saved('people', id, { description: 'After the crash' })
    const { payload } = studio
    const { updateOne } = payload.db
    payload.db.updateOne = () => Promise.reject(new Error('crash'))
    await expect(publish({ payload, key, facts: false, locales: ['en'] })).rejects.toThrow('crash')
    payload.db.updateOne = updateOne
    expect((await cardOf(key))?.words.en?.description?.value).not.toBe('After the crash')
    const report = await verify(payload)
    expect(report.healed.join()).toContain(key)
    expect(report.faults).toEqual([])
    expect((await cardOf(key))?.words.en?.description?.value).toBe('After the crash')
    expect((await record()).changes.every((entry) => 'form' in entry && entry.form === null)).toBe(true)
  })

  it('names a row that was changed behind its back, and the cure it names works', async () => {
    const { key } = await publicPerson()
    const card = await cardOf(key)
    const tampered = JSON.stringify({ ...card, slug: 'tampered' })
    await studio.payload.db.updateOne({
      collection: 'published',
      where: { key: { equals: key } },
      data: { card: tampered },
    })
    const { faults } = await verify(studio.payload)
    expect(faults).toEqual([{ what: key, message: expect.stringContaining('changed after it was published') }])
    await studio.payload.db.updateOne({
      collection: 'published',
      where: { key: { equals: key } },
      data: { card: '{damaged' },
    })
    expect((await verify(studio.payload)).faults).toHaveLength(1)
    await withdraw({ payload: studio.payload, key })
    await publish({ payload: studio.payload, key, facts: true, locales: ['en'] })
    expect((await verify(studio.payload)).faults).toEqual([])
  })

  it('names an entry that was changed behind its back', async () => {
    await publicPerson()
    const [entry] = (
      await studio.payload.db.find<{ seq: number; at: string }>({
        collection: 'changes',
        where: {},
        sort: '-seq',
        limit: 1,
      })
    ).docs
    const tamper = (at: string | undefined) =>
      studio.payload.db.updateOne({ collection: 'changes', where: { seq: { equals: entry?.seq } }, data: { at } })
    await tamper('2020-01-01T00:00:00.000Z')
    expect((await verify(studio.payload)).faults).toMatchObject([{ what: `entry ${entry?.seq}` }])
    await tamper(entry?.at)
    expect((await verify(studio.payload)).faults).toEqual([])
  })

  it('holds every public media file against its hash', async () => {
    const data = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer()
    const file = { data, mimetype: 'image/jpeg', name: 'card.jpg', size: data.length }
    const doc = await studio.payload.create({ collection: 'media', locale: 'en', data: { alt: 'A card' }, file })
    await publish({ payload: studio.payload, key: `media:${doc.id}`, facts: true, locales: ['en'] })
    const { faults, counts } = await verify(studio.payload)
    expect(faults).toEqual([])
    expect(counts.files).toBeGreaterThan(1)
    const path = join(studio.mediaDir, doc.filename ?? '')
    const bytes = readFileSync(path)
    writeFileSync(path, 'something else')
    expect((await verify(studio.payload)).faults).toMatchObject([{ what: `media:${doc.id} ${doc.filename}` }])
    writeFileSync(path, bytes)
  })

  it('brings a standing right that a crash left wrong', async () => {
    const { key, id } = await publicPerson()
    const { writeComputed } = studio.payload.db as unknown as { writeComputed: typeof studio.payload.db.updateOne }
    await writeComputed.call(studio.payload.db, {
      collection: 'people',
      where: { id: { equals: id } },
      data: { publishedIn: [], pendingIn: ['ar'], updatedAt: null },
    })
    const report = await verify(studio.payload)
    expect(report.healed.join()).toContain(key)
    expect((await studio.payload.findByID({ collection: 'people', id, depth: 0 })).publishedIn).toEqual(['facts', 'en'])
  })
})

describe('chained: many at once', () => {
  it('twenty parallel publishes are twenty contiguous entries', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) => created('organizations', { name: `Organization ${index}` })),
    )
    const answers = await Promise.all(
      made.map(({ key }) => publish({ payload: studio.payload, key, facts: true, locales: ['en'] })),
    )
    const seqs = answers.map(({ seq }) => seq).sort((one, other) => one - other)
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index))
    expect((await verify(studio.payload)).faults).toEqual([])
  })
})
