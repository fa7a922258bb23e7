import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '#access/roles.ts'
import { type GateName, isForEverybody } from '#publishing/gates/gates.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type RestAnswer, type RestOptions, type Studio, type TestUser } from '#tests/harness/studio.ts'

/** Inputs that were answered wrongly once, each under its own name. */
const log: string[] = []
let studio: Studio
let staff: Record<Role, TestUser>
beforeAll(async () => {
  studio = await openStudio({ log })
  staff = {
    admin: await studio.user('admin'),
    editor: await studio.user('editor'),
    translator: await studio.user('translator', ['uk']),
    reader: await studio.user('reader'),
  }
})
beforeEach(() => void log.splice(0))
afterAll(() => studio.close())

const uk = { locale: 'uk' }
const canary = 'CANARY-of-the-note'

const newFamily = familyNames()

async function newPerson(body: object = {}): Promise<{ id: string; revision: number; createdAt: string }> {
  const given = { name: { given: 'Asan', family: newFamily() }, description: 'Words.', kind: 'prisoner', ...body }
  const answer = await studio.rest('POST', '/people', { user: staff.editor, query: { locale: 'en' }, body: given })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc
}

const patch = (id: string, body: object, user = staff.translator) =>
  studio.rest('PATCH', `/people/${id}`, { user, query: uk, body })

const stored = async (id: string) =>
  (await studio.rest('GET', `/people/${id}`, { user: staff.editor, query: { locale: 'en', depth: '0' } })).body

const safety = { publishAs: 'pseudonym', pseudonym: 'CANARY-of-the-name', risk: canary, notes: canary }

/** The whole of an answer but the time and what is random in it. */
const asText = ({ status, body }: RestAnswer) => JSON.stringify({ status, body })

describe('a translator writes no internal field', () => {
  it('a stale revision shows nothing of what is stored', async () => {
    const { id } = await newPerson({ safety })
    await patch(id, { birthDate: '1986' }, staff.editor)
    for (const revision of [99999, 1, 2, 0]) {
      const answer = await patch(id, { revision, safety: { risk: 'x' } })
      expect(answer.status).toBe(403)
      expect(answer.body.errors[0].data).toEqual({ fields: ['safety/risk'] })
      expect(asText(answer)).not.toContain('CANARY')
    }
  })

  it.each([
    ['publishAs', 'pseudonym', 'full'],
    ['risk', canary, 'something else'],
    ['pseudonym', 'CANARY-of-the-name', 'Another'],
    ['notes', null, ''],
  ])('safety.%s: equal and unequal values are answered alike', async (name, equal, unequal) => {
    const { id } = await newPerson({ safety })
    const answers = await Promise.all(
      [equal, unequal, null, '', 0, [], {}].map((value) => patch(id, { safety: { [name]: value } })),
    )
    const [first] = answers
    expect(first?.status).toBe(403)
    expect(first?.body.errors[0].data.fields).toEqual([`safety/${name}`])
    for (const answer of answers) expect(asText(answer)).toBe(first && asText(first))
    expect((await stored(id)).safety).toMatchObject(safety)
  })

  it('nor in bulk, nor in a row, nor as nothing in place of the group, nor of a document that does not exist', async () => {
    const { id } = await newPerson({ safety })
    const bulk = (body: object, condition: Record<string, string> = { 'where[id][equals]': id }) =>
      studio.rest('PATCH', '/people', { user: staff.translator, query: { ...uk, ...condition }, body })
    expect((await bulk({ safety: { publishAs: 'pseudonym' } })).body.errors[0].data.fields).toEqual([
      'safety/publishAs',
    ])
    const found = await bulk({ kind: 'lawyer' }, { 'where[safety.risk][like]': 'CANARY' })
    const missed = await bulk({ kind: 'lawyer' }, { 'where[safety.risk][like]': 'nobody' })
    expect(found.status).toBe(400)
    expect(asText(found)).toBe(asText(missed))
    const [gone, here] = [await patch('nobody', { safety: { risk: 'x' } }), await patch(id, { safety: { risk: 'x' } })]
    expect(asText(gone)).toBe(asText(here))
    for (const nothing of [null, [], 'x', 0]) {
      const answer = await patch(id, { safety: nothing })
      expect(answer.body.errors[0].data.fields).toEqual(['safety'])
    }
    expect((await patch(id, { safety: {} })).status).toBe(200)
    expect((await stored(id)).safety).toMatchObject(safety)
  })

  it('a related document is refused alike whether it exists or not', async () => {
    const [{ id }, other] = [await newPerson(), await newPerson()]
    const relate = (person: string) => patch(id, { relations: [{ type: 'friend', person }] })
    const [here, gone] = [
      await relate(other.id),
      await relate(other.id.replace(/.$/, other.id.endsWith('0') ? '1' : '0')),
    ]
    expect(here.status).toBe(403)
    expect(asText(here)).toBe(asText(gone))
  })

  it('a reader’s save is refused before anything of it is read', async () => {
    const { id } = await newPerson({ safety })
    const bodies = [{ safety: { risk: canary } }, { safety: { risk: 'x' } }, { revision: 'x' }, { description: 'y' }]
    const answers = await Promise.all(bodies.map((body) => patch(id, body, staff.reader)))
    expect(new Set(answers.map(asText)).size).toBe(1)
    expect(answers[0]?.status).toBe(403)
  })
})

describe('files are an editor’s', () => {
  it('a translator neither replaces a picture nor moves its focal point', async () => {
    const picture = async (colour: string) => {
      const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
        .jpeg()
        .toBuffer()
      return new File([new Uint8Array(bytes)], 'picture.jpg', { type: 'image/jpeg' })
    }
    const form = async (colour: string, data: object) => {
      const body = new FormData()
      body.set('file', await picture(colour))
      body.set('_payload', JSON.stringify(data))
      return body
    }
    const made = await studio.rest('POST', '/media', {
      user: staff.editor,
      query: { locale: 'en' },
      body: await form('#345', { alt: 'A card' }),
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id, sha256 } = made.body.doc
    const put = (body: FormData | object, query = {}) =>
      studio.rest('PATCH', `/media/${id}`, { user: staff.translator, query: { ...uk, ...query }, body })
    const answers = [
      await put(await form('#543', { alt: 'Картка' })),
      await put({ alt: 'Картка' }, { 'uploadEdits[focalPoint][x]': '10', 'uploadEdits[focalPoint][y]': '10' }),
      await studio.rest('PATCH', '/media', {
        user: staff.translator,
        query: { ...uk, 'where[id][equals]': id },
        body: await form('#543', { alt: 'Картка' }),
      }),
    ]
    for (const answer of answers) {
      expect(answer.status, JSON.stringify(answer.body)).toBe(403)
      expect(answer.body.errors[0].data.fields).toEqual(['file'])
    }
    const now = await studio.rest('GET', `/media/${id}`, { user: staff.editor, query: uk })
    expect(now.body).toMatchObject({ sha256, focalX: made.body.doc.focalX })
    expect((await put({ alt: 'Картка' })).status).toBe(200)
    // As the admin's form sends it.
    const words = new FormData()
    words.set('_payload', JSON.stringify({ alt: 'Друга картка' }))
    const saved = await put(words)
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect(saved.body.doc.alt).toBe('Друга картка')
  })
})

describe('the pseudonym is for editors', () => {
  const publicationFor = (id: string, user: TestUser) => studio.rest('GET', `/people/${id}/publication`, { user })
  const words = '{ person(id: "people:ID") { name { display sort given family } alternateNames { value } jsonLd } }'
  const previewFor = (id: string, options: RestOptions) =>
    studio.rest('POST', '/preview/graphql', { ...options, body: { query: words.replace('ID', id) } })

  it('the panel of a reader and a translator says neither it nor what depends on it', async () => {
    const { id } = await newPerson({
      name: { given: 'Osman', family: 'Umerov' },
      safety,
      description: 'Osman Umerov was taken from home.',
      alternateNames: [{ value: 'Osman-aga' }],
    })
    const whole = await publicationFor(id, staff.editor)
    expect(JSON.stringify(whole.body)).toContain('CANARY-of-the-name')
    expect(whole.body.isWhole).toBe(true)
    for (const user of [staff.reader, staff.translator]) {
      const { status, body } = await publicationFor(id, user)
      expect(status).toBe(200)
      expect(body.isWhole).toBe(false)
      expect(JSON.stringify(body)).not.toContain('CANARY')
      for (const part of body.parts) {
        expect(part).toMatchObject({ confirmed: [], alone: [], mayPublish: false })
        const found: { gate: GateName }[] = [...part.refusals, ...part.warnings]
        expect(found.filter(({ gate }) => !isForEverybody(gate))).toEqual([])
        expect(part.differences.map((one: { path: string }) => one.path).join()).not.toMatch(
          /name|alternate|portrait|sameAs/i,
        )
      }
    }
  })

  it('the preview of a reader and a translator does not say it', async () => {
    const { id } = await newPerson({ safety })
    expect(JSON.stringify((await previewFor(id, { user: staff.editor })).body)).toContain('CANARY-of-the-name')
    for (const user of [staff.reader, staff.translator]) {
      const { status, body } = await previewFor(id, { user })
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain('CANARY')
      expect(body.data.person.name.given).toBe('Asan')
    }
  })

  it('a link shows what its maker may see, and nobody a name that is held back', async () => {
    const name = { given: 'Refat', family: 'Seitablaiev' }
    const { id } = await newPerson({ name, safety, alternateNames: [{ value: 'Refat-aga' }] })
    const link = (user: TestUser) => studio.rest('POST', `/people/${id}/preview`, { user, body: {} })
    const refusedLink = await link(staff.translator)
    expect(refusedLink.status).toBe(403)
    expect(JSON.stringify(refusedLink.body)).not.toMatch(/CANARY|Refat|Seitablaiev/)
    const made = await link(staff.editor)
    const visit = (token: string) => previewFor(id, { headers: { Authorization: `Preview ${token}` } })
    const shown = await visit(made.body.token)
    expect(shown.body.data.person.name.display).toBe('CANARY-of-the-name')
    expect(JSON.stringify(shown.body)).not.toMatch(/Refat|Seitablaiev/)
    // A link that was given while the name was not held back.
    await patch(id, { safety: { publishAs: 'full' } }, staff.editor)
    const early = await link(staff.editor)
    expect(early.status).toBe(201)
    expect(JSON.stringify((await visit(early.body.token)).body)).not.toContain('CANARY')
    await patch(id, { safety: { publishAs: 'pseudonym' } }, staff.editor)
    const late = await visit(early.body.token)
    expect(late.body.data.person.name.display).toBe('CANARY-of-the-name')
    expect(JSON.stringify(late.body)).not.toMatch(/Refat|Seitablaiev/)
  })

  it('readers and translators revoke no preview link', async () => {
    const { id } = await newPerson()
    const made = await studio.rest('POST', `/people/${id}/preview`, { user: staff.editor, body: {} })
    const revoke = (user: TestUser) => studio.rest('DELETE', `/people/${id}/preview/${made.body.id}`, { user })
    expect((await revoke(staff.reader)).status).toBe(403)
    expect((await revoke(staff.translator)).status).toBe(403)
    expect((await revoke(staff.editor)).status).toBe(200)
  })
})

describe('ids are made here', () => {
  const ids = [{ x: 1 }, 'я-org', 'org', 7, [1], true, '00000000-0000-4000-8000-000000000000']

  it.each(ids)('an id %j in a new document is refused, and nothing of it is in the log', async (id) => {
    for (const user of [staff.admin, staff.editor, staff.translator]) {
      const answer = await studio.rest('POST', '/people', { user, body: { id, safety: { risk: canary } } })
      expect([400, 403], asText(answer)).toContain(answer.status)
      expect(asText(answer)).not.toContain('CANARY')
    }
    expect(log.join('')).not.toContain('CANARY')
  })

  it('nor is it taken from a save or a duplicate', async () => {
    const { id } = await newPerson()
    const saved = await patch(id, { id: 'other', description: 'Слова' }, staff.editor)
    expect(saved.body.doc.id).toBe(id)
    const copy = await studio.rest('POST', `/people/${id}/duplicate`, { user: staff.editor, body: { id: 'other' } })
    expect(copy.status, asText(copy)).toBe(200)
    expect(['other', id]).not.toContain(copy.body.doc.id)
  })

  it('a document that has another kind of id already is answered like any other', async () => {
    const id = process.env.TEST_DATABASE === 'mongodb' ? undefined : 'я-org'
    const made = await studio.payload.create({
      collection: 'organizations',
      locale: 'en',
      // An import may bring ids of its own.
      data: { ...(id && { id }), name: 'Ya' },
    })
    const path = `/organizations/${encodeURIComponent(String(made.id))}`
    for (const one of [path, '/organizations', `${path}/publication`, `${path}/preview`])
      expect((await studio.rest('GET', one, { user: staff.editor })).status, one).toBe(200)
    const published = await studio.rest('POST', `${path}/publish`, {
      user: staff.editor,
      body: { facts: true, locales: ['en'] },
    })
    expect(published.status, asText(published)).toBe(200)
    const seen = await studio.rest('POST', '/preview/graphql', {
      user: staff.editor,
      body: { query: `{ node(id: "organizations:${made.id}") { id } }` },
    })
    expect(seen.body.data?.node, asText(seen)).toEqual({ id: `organizations:${made.id}` })
  })
})

describe('what is wrongly formed is the caller’s fault', () => {
  const bodies: [string, unknown][] = [
    ['a group that is nothing', { name: null }],
    ['a group that is a list', { name: [] }],
    ['rows that are an object', { charges: {} }],
    ['a row that is a text', { charges: ['x'] }],
    ['two rows of one id', { charges: [{ id: 'a' }, { id: 'a' }] }],
    ['a text that is an object', { slug: { x: 1 } }],
    ['a null byte', { description: 'a\0b' }],
    ['half of a character', { description: '\ud800' }],
    ['a related document that is a list', { portrait: [1] }],
    ['rich text that is a text', { biography: 'x' }],
    ['rich text without a root', { biography: { root: null } }],
    ['a time that is none', { deletedAt: 'yesterday' }],
    ['a number that is an object', { charges: [{ penaltyMinYears: {} }] }],
    ['deep nesting', { biography: nested(300) }],
    ['a list for a body', []],
    ['nothing for a body', null],
    ['a number for a body', 7],
  ]

  it.each(bodies)('%s', async (_, body) => {
    const { id } = await newPerson()
    for (const [method, path] of [
      ['POST', '/people'],
      ['PATCH', `/people/${id}`],
    ] as const) {
      const answer = await studio.rest(method, path, { user: staff.editor, query: { locale: 'en' }, body })
      expect(answer.status, `${method} ${asText(answer)}`).toBe(400)
      expect(answer.body.errors[0].message).not.toBe('Something went wrong.')
    }
  })

  it.each([
    'where=foo',
    'where[name][foo]=x',
    'where[nothing][equals]=x',
    'where[updatedAt][greater_than]=yesterday',
    'where[and]=x',
    'where[name.given][near]=1,2',
    'locale=uk%0A%1B[31mforged',
    'locale=uk&locale=en',
    'limit=-1',
    'limit=x',
    'page=1e9',
    'page=0',
    'depth=999',
    'sort=__proto__',
    'sort=nothing',
    'joins[nothing][limit]=1',
    'joins[quotesSaid][where][foo][equals]=1',
    'joins=7',
    'select=7&select=8&depth=-1',
    'data={"x":1}',
    'description=%00&where[slug][equals]=%00',
    'where[slug][equals]=%E0%A4%A',
  ])('?%s', async (search) => {
    const answer = await studio.rest('GET', `/people?${search}`, { user: staff.reader })
    expect(answer.status, asText(answer)).toBe(400)
    expect(
      log
        .join('')
        .split('\n')
        .filter(Boolean)
        .every((line) => line.startsWith('{')),
    ).toBe(true)
    expect(log.join('')).not.toContain('\u001b')
  })

  it('a preference that is not there', async () => {
    expect((await studio.rest('DELETE', '/payload-preferences/x', { user: staff.reader })).status).toBe(404)
  })

  it('a picture that is not there', async () => {
    const answer = await studio.rest('GET', '/media/file/nothing.jpg', { user: staff.reader })
    expect([403, 404]).toContain(answer.status)
  })

  it('a path that is none', async () => {
    const answer = await studio.rest('GET', '/people/%E0%A4%A', { user: staff.editor })
    expect(answer.status).toBe(400)
  })

  it('a body that is no JSON, for those who may send one', async () => {
    const { id } = await newPerson()
    const send = async (path: string, user: TestUser) =>
      (await studio.rest('POST', path, { user, headers: { 'Content-Type': 'application/json' }, raw: '{no' })).status
    for (const path of ['/people', `/people/${id}/publish`, '/people/publish']) {
      expect(await send(path, staff.editor), path).toBe(400)
      expect(await send(path, staff.reader), path).toBe(403)
    }
  })
})

describe('what the studio computes is nobody’s to write', () => {
  it('when a document was made and saved', async () => {
    const { id, createdAt } = await newPerson()
    const forged = '1999-01-01T00:00:00.000Z'
    for (const user of [staff.translator, staff.editor, staff.admin]) {
      const answer = await patch(id, { createdAt: forged, updatedAt: forged, description: `Слова ${user.role}` }, user)
      expect(answer.status, asText(answer)).toBe(200)
      expect(answer.body.doc.createdAt).toBe(createdAt)
      expect(answer.body.doc.updatedAt > createdAt).toBe(true)
    }
    const made = await newPerson({ createdAt: forged, updatedAt: forged })
    expect(made.createdAt > createdAt).toBe(true)
  })

  it('in every way of saving', async () => {
    const fields = studio.payload.collections.people.config.flattenedFields
    const names = fields.flatMap((field) => (field.custom?.computed ? [field.name] : []))
    expect(names).toContain('publishedIn')
    const forged = Object.fromEntries(names.map((name) => [name, forgedValue(name)]))
    const name = { given: 'Asan', family: newFamily() }
    const { id } = await newPerson({ name })
    const before = await stored(id)
    const other = (name: string) => JSON.stringify(before[name] ?? null)
    const check = async (made: string, ...unlike: string[]) => {
      const now = await stored(made)
      for (const name of names.filter((one) => !unlike.includes(one))) {
        if (name !== 'origins' && name !== 'changedBy')
          expect(JSON.stringify(now[name] ?? null), name).toBe(other(name))
        expect(JSON.stringify(now[name] ?? null), name).not.toContain('forged')
      }
    }
    const { revision: _, ...rest } = forged
    const query = { locale: 'en' }
    const created = await studio.rest('POST', '/people', {
      user: staff.admin,
      query,
      body: { name, description: 'Words.', kind: 'prisoner', ...rest },
    })
    expect(created.status, asText(created)).toBe(201)
    await check(created.body.doc.id, 'slugKey')
    const saved = await studio.rest('PATCH', `/people/${id}`, {
      user: staff.admin,
      query,
      body: { gender: 'male', ...rest },
    })
    expect(saved.status, asText(saved)).toBe(200)
    await check(id, 'revision')
    const bulk = await studio.rest('PATCH', '/people', {
      user: staff.admin,
      query: { ...query, 'where[id][equals]': id },
      body: { gender: 'female', ...rest },
    })
    expect(bulk.status, asText(bulk)).toBe(200)
    await check(id, 'revision')
    const copy = await studio.rest('POST', `/people/${id}/duplicate`, { user: staff.admin, query, body: rest })
    expect(copy.status, asText(copy)).toBe(200)
    await check(copy.body.doc.id, 'revision', 'slugKey')
  })

  it('a restored version does not bring back another time of making', async () => {
    const { id, createdAt } = await newPerson()
    await patch(id, { birthDate: '1986' }, staff.editor)
    const versions = await studio.payload.db.findVersions({
      collection: 'people',
      where: { parent: { equals: id } },
      sort: 'createdAt',
    })
    const [first] = versions.docs
    await studio.payload.db.updateVersion({
      collection: 'people',
      id: String(first?.id),
      versionData: {
        version: { ...first?.version, createdAt: '1999-01-01T00:00:00.000Z' },
        createdAt: first?.createdAt ?? '',
        updatedAt: first?.updatedAt ?? '',
        parent: id,
      },
    })
    const restored = await studio.rest('POST', `/people/versions/${first?.id}`, { user: staff.editor })
    expect(restored.status, asText(restored)).toBe(200)
    expect((await stored(id)).createdAt).toBe(createdAt)
  })
})

describe('publishing what was never public', () => {
  const entries = async () =>
    (await studio.payload.db.find({ collection: 'changes', where: {}, pagination: false })).docs.length

  it('naming nothing makes no entry in the log, one by one and in bulk', async () => {
    const { id } = await newPerson()
    const before = await entries()
    const act = (path: string, body: object) => studio.rest('POST', `/people/${path}`, { user: staff.editor, body })
    expect((await act(`${id}/publish`, {})).status).toBe(422)
    const bulk = await act('publish', { ids: [id] })
    expect(bulk.body.docs).toMatchObject([{ id, status: 422 }])
    expect(await entries()).toBe(before)
  })

  it('an unknown document is 404, one by one and in bulk', async () => {
    const { id } = await newPerson()
    const unknown = id.replace(/.$/, id.endsWith('0') ? '1' : '0')
    const before = await entries()
    for (const action of ['publish', 'withdraw']) {
      const parts = action === 'publish' ? { facts: true } : {}
      const one = await studio.rest('POST', `/people/${unknown}/${action}`, { user: staff.editor, body: parts })
      expect(one.status, asText(one)).toBe(404)
      const bulk = await studio.rest('POST', `/people/${action}`, {
        user: staff.editor,
        body: { ids: [unknown], ...parts },
      })
      expect(bulk.body.docs).toMatchObject([{ id: unknown, status: 404 }])
    }
    expect(await entries()).toBe(before)
  })
})

it('a preview that has to wait says when to come again, and why is in the log only', async () => {
  const { db } = studio.payload
  const { find } = db
  const away = vi.spyOn(db, 'find').mockImplementation(async (args) => {
    if (args.collection === 'changes') throw new Error('the disk is away')
    return find.call(db, args)
  })
  try {
    const body = { query: '{ people { totalCount } }' }
    const answer = await studio.rest('POST', '/preview/graphql', { user: staff.editor, body })
    expect(answer.status, asText(answer)).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('1')
    expect(asText(answer)).not.toContain('disk')
    expect(log.join('')).toContain('A preview has to wait.')
  } finally {
    away.mockRestore()
  }
})

function forgedValue(name: string): unknown {
  if (name === 'publishedIn' || name === 'pendingIn') return ['uk', 'tr']
  if (name === 'formerSlugs') return [{ slug: 'forged' }]
  if (name === 'nameKeys') return ['forged']
  if (name === 'revision') return 77
  if (name === 'origins') return { en: { description: { digest: 'forged' } } }
  return 'forged'
}

function nested(levels: number): object {
  let node: object = { type: 'text', text: 'x' }
  for (let level = 0; level < levels; level++) node = { type: 'list', children: [node] }
  return { root: node }
}
