import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '#access/roles.ts'
import { limits } from '#graph/limits/table.ts'
import { openDelivery } from '#tests/harness/delivery/delivery.ts'
import { openStudio, type RestAnswer, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let staff: Record<Role, TestUser>

beforeAll(async () => {
  process.env.SITE_URL = 'https://site.example'
  studio = await openStudio()
  staff = {
    admin: await studio.user('admin'),
    editor: await studio.user('editor'),
    translator: await studio.user('translator', ['uk']),
    reader: await studio.user('reader'),
  }
})
afterEach(() => vi.useRealTimers())
afterAll(() => studio?.close())

let people = 0

/** A person who is public in English and whose description waits to be published. */
async function personWithPending(more: object = {}): Promise<{ id: string; key: string; slug: string }> {
  const slug = `person-${++people}`
  const body = { slug, kind: 'prisoner', name: { given: 'Asan', family: 'Umerov' }, description: 'Public words.' }
  const created = await studio.rest('POST', '/people', { user: staff.editor, body: { ...body, ...more }, query: en })
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  const { id } = created.body.doc
  await ok(studio.rest('POST', `/people/${id}/publish`, { user: staff.editor, body: { facts: true, locales: ['en'] } }))
  await save(id, { description: 'Pending words.' })
  return { id, key: `people:${id}`, slug }
}

const en = { locale: 'en' }

const save = (id: string, body: object) =>
  ok(studio.rest('PATCH', `/people/${id}`, { user: staff.editor, body, query: en }))

async function ok(asked: Promise<RestAnswer>): Promise<RestAnswer> {
  const answer = await asked
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
  return answer
}

const link = async (id: string, user = staff.editor, body: object = {}) =>
  (await ok(studio.rest('POST', `/people/${id}/preview`, { user, body }))).body

type Asking = { token?: string; user?: TestUser; keys?: string[]; method?: string; headers?: Record<string, string> }

function ask(query: string, { token, user, keys = [], method = 'POST', headers = {} }: Asking): Promise<RestAnswer> {
  const search = new URLSearchParams([
    ...keys.map((key) => ['key', key]),
    ...(method === 'GET' ? [['query', query]] : []),
  ])
  return studio.rest(method, `/preview/graphql?${search}`, {
    ...(user && { user }),
    ...(method === 'POST' && { body: { query } }),
    headers: { ...headers, ...(token && { Authorization: `Preview ${token}` }) },
  })
}

const description = (id: string) => `{ person(id: "people:${id}") { description } }`

async function described(id: string, asking: Asking): Promise<string | null> {
  const { status, body } = await ask(description(id), asking)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.data.person?.description ?? null
}

function expectRefused({ status, body, headers }: RestAnswer, refusedWith: number, code: string): void {
  expect(status, JSON.stringify(body)).toBe(refusedWith)
  expect(body.errors[0].extensions.code).toBe(code)
  expect(body).not.toHaveProperty('data')
  expect(body.extensions.preview).toBe(true)
  expect(headers.get('Cache-Control')).toBe('no-store')
}

describe('a preview link', () => {
  it('shows what publishing would write of its document, and nothing pending of another', async () => {
    const [mine, other] = [await personWithPending(), await personWithPending()]
    const { token } = await link(mine.id)
    expect(await described(mine.id, { token })).toBe('Pending words.')
    expect(await described(other.id, { token })).toBe('Public words.')
    const never = await studio.rest('POST', '/people', {
      user: staff.editor,
      body: { name: { given: 'New' } },
      query: en,
    })
    expect(await described(never.body.doc.id, { token })).toBeNull()
    const shown = await link(never.body.doc.id)
    const whole = await ask(`{ node(id: "people:${never.body.doc.id}") { id } people { totalCount } }`, shown)
    expect(whole.body.data.node).toEqual({ id: `people:${never.body.doc.id}` })
  })

  it('follows every save and every publish', async () => {
    const { id } = await personWithPending()
    const { token } = await link(id)
    expect(await described(id, { token })).toBe('Pending words.')
    await save(id, { description: 'Newer words.' })
    expect(await described(id, { token })).toBe('Newer words.')
    await ok(studio.rest('POST', `/people/${id}/withdraw`, { user: staff.editor, body: {} }))
    expect(await described(id, { token })).toBe('Newer words.')
    const stranger = await personWithPending()
    expect(await described(id, { token: (await link(stranger.id)).token })).toBeNull()
  })

  it('opens the page of the front end in the locale asked for, and says how long it is good', async () => {
    const { id, slug } = await personWithPending()
    const before = Date.now()
    const { url, token, expiresAt } = await link(id, staff.admin, { locale: 'uk' })
    expect(url).toBe(`https://site.example/uk/people/${slug}?holos-preview=${token}`)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(Date.parse(expiresAt) - before).toBeGreaterThanOrEqual(7 * day)
    expect(Date.parse(expiresAt) - before).toBeLessThan(7 * day + 60_000)
  })

  it('is stored as a hash only', async () => {
    const { id } = await personWithPending()
    const { token } = await link(id)
    const { docs } = await studio.payload.db.find({ collection: 'previewTokens', pagination: false })
    expect(docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(docs)).not.toContain(token)
  })

  it('is listed for all the staff, and revoked by those who could make one', async () => {
    const { id } = await personWithPending()
    const { id: linkId, token, expiresAt } = await link(id)
    const list = await ok(studio.rest('GET', `/people/${id}/preview`, { user: staff.reader }))
    expect(list.body.docs).toEqual([
      { id: linkId, madeBy: { id: staff.editor.id, name: 'editor' }, createdAt: expect.any(String), expiresAt },
    ])
    expect(JSON.stringify(list.body)).not.toContain(token)
    const other = await personWithPending()
    const revoke = async (of: string, which: string, user: TestUser) =>
      (await studio.rest('DELETE', `/people/${of}/preview/${which}`, { user })).status
    expect(await revoke(id, linkId, staff.reader)).toBe(403)
    expect(await described(id, { token })).toBe('Pending words.')
    expect(await revoke(id, linkId, staff.translator)).toBe(403)
    expect(await revoke(other.id, linkId, staff.admin)).toBe(404)
    expect(await revoke(id, linkId, staff.admin)).toBe(200)
    expectRefused(await ask(description(id), { token }), 401, 'UNAUTHENTICATED')
    expect(await revoke(id, linkId, staff.admin)).toBe(404)
    expect(await revoke(id, 'nothing', staff.admin)).toBe(404)
  })

  it('ends when its time is over', async () => {
    const { id } = await personWithPending()
    const { token } = await link(id, staff.editor, { days: 2 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * day - 1000 })
    expect(await described(id, { token })).toBe('Pending words.')
    vi.setSystemTime(Date.now() + 2000)
    expectRefused(await ask(description(id), { token }), 401, 'UNAUTHENTICATED')
  })

  it('shows no other document, even if asked for one by name', async () => {
    const [mine, other] = [await personWithPending(), await personWithPending()]
    const { token } = await link(mine.id)
    expectRefused(await ask(description(other.id), { token, keys: [other.key] }), 403, 'FORBIDDEN')
    expectRefused(await ask(description(mine.id), { token, keys: [mine.key, other.key] }), 403, 'FORBIDDEN')
    expect(await described(mine.id, { token, keys: [mine.key] })).toBe('Pending words.')
  })

  it('dies with its document, in the trash too', async () => {
    const [trashed, deleted] = [await personWithPending(), await personWithPending()]
    const [one, two] = [await link(trashed.id), await link(deleted.id)]
    await save(trashed.id, { deletedAt: new Date().toISOString() })
    expectRefused(await ask('{ __typename }', one), 401, 'UNAUTHENTICATED')
    await ok(studio.rest('DELETE', `/people/${deleted.id}`, { user: staff.editor }))
    expectRefused(await ask('{ __typename }', two), 401, 'UNAUTHENTICATED')
    const { docs } = await studio.payload.find({ collection: 'previewTokens', where: { key: { equals: deleted.key } } })
    expect(docs).toEqual([])
  })

  it('dies with the account of who made it, and when that person may not give it any more', async () => {
    const { id } = await personWithPending()
    const [leaving, demoted] = [await studio.user('editor'), await studio.user('editor')]
    const [one, two] = [await link(id, leaving), await link(id, demoted)]
    expect(await described(id, one)).toBe('Pending words.')
    await ok(studio.rest('DELETE', `/users/${leaving.id}`, { user: staff.admin }))
    await ok(
      studio.rest('PATCH', `/users/${demoted.id}`, {
        user: staff.admin,
        body: { role: 'translator', locales: ['uk'] },
      }),
    )
    expectRefused(await ask(description(id), one), 401, 'UNAUTHENTICATED')
    expectRefused(await ask(description(id), two), 401, 'UNAUTHENTICATED')
    expect((await studio.rest('GET', `/people/${id}/preview`, { user: staff.admin })).body.docs).toEqual([])
  })

  it('is made by those who write, for documents that exist, with a body that makes sense', async () => {
    const { id } = await personWithPending()
    const status = async (path: string, user?: TestUser, body: object = {}) =>
      (await studio.rest('POST', path, { ...(user && { user }), body })).status
    expect(await status(`/people/${id}/preview`)).toBe(403)
    expect(await status(`/people/${id}/preview`, staff.reader)).toBe(403)
    expect(await status(`/people/${id}/preview`, staff.translator)).toBe(403)
    expect(await status(`/people/${id}/preview`, staff.editor, { days: 1000 })).toBe(400)
    expect(await status(`/people/${id}/preview`, staff.editor, { locale: 'xx' })).toBe(400)
    expect(await status('/people/nobody/preview', staff.editor)).toBe(404)
    expect((await studio.rest('GET', '/people/nobody/preview', { user: staff.editor })).status).toBe(404)
  })
})

describe('staff', () => {
  it('sees everything that is pending, or the documents that the address names', async () => {
    const [one, other] = [await personWithPending(), await personWithPending()]
    for (const user of Object.values(staff)) expect(await described(one.id, { user })).toBe('Pending words.')
    const keys = [one.key]
    expect(await described(one.id, { user: staff.reader, keys, method: 'GET' })).toBe('Pending words.')
    expect(await described(other.id, { user: staff.reader, keys, method: 'GET' })).toBe('Public words.')
  })

  it('learns of a document that does not exist', async () => {
    expectRefused(await ask('{ __typename }', { user: staff.editor, keys: ['people:nobody'] }), 400, 'BAD_REQUEST')
    expectRefused(await ask('{ __typename }', { user: staff.editor, keys: ['users:1'] }), 400, 'BAD_REQUEST')
  })
})

describe('what a preview answers', () => {
  it('nobody without a link or a session', async () => {
    const { id } = await personWithPending()
    expectRefused(await ask(description(id), {}), 401, 'UNAUTHENTICATED')
    expectRefused(await ask(description(id), { method: 'GET' }), 401, 'UNAUTHENTICATED')
    for (const token of ['x', 'A'.repeat(43), `${(await link(id)).token}x`])
      expectRefused(await ask(description(id), { token, user: staff.editor }), 401, 'UNAUTHENTICATED')
  })

  it('is kept by nobody and found by nobody', async () => {
    const { id } = await personWithPending()
    const { headers, body } = await ask(description(id), { user: staff.editor })
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
    expect(body.extensions).toEqual({ preview: true, cost: expect.any(Number) })
  })

  it('can be read by pages of the front end with a token, and never with cookies', async () => {
    const preflight = await studio.rest('OPTIONS', '/preview/graphql', { headers: { Origin: 'https://site.example' } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('https://site.example')
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  it('has the limits and the codes of delivery', async () => {
    const { token } = await link((await personWithPending()).id)
    expectRefused(await ask('{ people(first: 1000) { nodes { id } } }', { token }), 400, 'PAGE_SIZE_EXCEEDED')
    expectRefused(await ask('{ people { nodes { secret } } }', { token }), 400, 'GRAPHQL_VALIDATION_FAILED')
    expectRefused(await ask('{ people(locale: "xx") { totalCount } }', { token }), 400, 'UNKNOWN_LOCALE')
    expectRefused(await ask('{', { token }), 400, 'GRAPHQL_PARSE_FAILED')
    expectRefused(await ask('mutation { x }', { token }), 400, 'GRAPHQL_VALIDATION_FAILED')
    expectRefused(await ask(' '.repeat(limits.bodyBytes.most), { token }), 413, 'BAD_REQUEST')
    const text = { 'Content-Type': 'text/plain', Authorization: `Preview ${token}` }
    expectRefused(await studio.rest('POST', '/preview/graphql', { body: {}, headers: text }), 415, 'BAD_REQUEST')
  })

  it('withheld names stay withheld', async () => {
    const { id, slug } = await personWithPending({ alternateNames: [{ value: 'Asan-aga' }] })
    await save(id, { safety: { publishAs: 'withheld' } })
    const { token } = await link(id)
    const { body } = await ask(
      `{ person(id: "people:${id}") { slug name { display sort given } alternateNames { value } jsonLd } }`,
      {
        token,
      },
    )
    expect(body.data.person).toMatchObject({ slug, name: { display: 'Name withheld' }, alternateNames: [] })
    expect(JSON.stringify(body)).not.toMatch(/Asan|Umerov/)
    await save(id, { safety: { publishAs: 'full' } })
  })

  it('a link does not say a name that is held back, in whichever words it stands', async () => {
    const { id } = await personWithPending()
    const made = await link(id)
    await save(id, { safety: { publishAs: 'withheld' }, description: 'Asan Umerov was taken from home.' })
    const { body, ...refused } = await ask(description(id), made)
    expectRefused({ body, ...refused }, 403, 'FORBIDDEN')
    expect(JSON.stringify(body)).not.toContain('Umerov')
    const another = await studio.rest('POST', `/people/${id}/preview`, { user: staff.editor, body: {} })
    expect(another.status).toBe(422)
    expect(another.body.errors[0].data.refusals[0].gate).toBe('nameShown')
    expect(await described(id, { user: staff.editor })).toBe('Asan Umerov was taken from home.')
    await save(id, { description: 'A teacher was taken from home.' })
    expect(await described(id, made)).toBe('A teacher was taken from home.')
    await save(id, { safety: { publishAs: 'full' } })
  })

  it('a link shows nothing that would be refused to the public, until it is let through', async () => {
    const { id } = await personWithPending()
    await save(id, { birthDate: '2020-05-01' })
    const refusedLink = await studio.rest('POST', `/people/${id}/preview`, { user: staff.editor, body: {} })
    expect(refusedLink.status).toBe(422)
    const gates = refusedLink.body.errors[0].data.refusals.map(({ gate }: { gate: string }) => gate)
    expect(new Set(gates)).toEqual(new Set(['minorNamed', 'minorBirthDate']))
    await save(id, { birthDate: '1990-05-01' })
    const { token } = await link(id)
    expect(await described(id, { token })).toBe('Pending words.')
    await save(id, { safety: { consent: { state: 'given', givenBy: 'Herself', scope: ['story'] } } })
    expectRefused(await ask(description(id), { token }), 403, 'FORBIDDEN')
    const asked = (body: object) => studio.rest('POST', `/people/${id}/publish`, { user: staff.editor, body })
    const parts = { facts: true, locales: ['en'] }
    const { body } = await asked(parts)
    const confirm = body.errors[0].data.refusals.map(({ confirm: digest }: { confirm: string }) => ({
      digest,
      reason: 'She was asked on the telephone',
    }))
    await ok(asked({ ...parts, confirm }))
    expect(await described(id, { token })).toBe('Pending words.')
  })

  it('a link shows what a draft may lack', async () => {
    const { id } = await personWithPending()
    await save(id, { slug: '', deathDate: '2090' })
    await link(id)
  })

  it('a translator learns by no link which words are withheld', async () => {
    const family = 'Kvitkorostenko'
    const secret = { slug: `person-${++people}`, name: { given: 'Ivan', family }, safety: { publishAs: 'withheld' } }
    await ok(studio.rest('POST', '/people', { user: staff.editor, body: secret, query: en }))
    const { id } = await personWithPending()
    const made = await link(id)
    const asWritten = async (word: string) => {
      const body = { description: `Каже ${word}.` }
      await ok(studio.rest('PATCH', `/people/${id}`, { user: staff.translator, body, query: { locale: 'uk' } }))
      const anew = await studio.rest('POST', `/people/${id}/preview`, { user: staff.translator, body: {} })
      return [await ask(description(id), made), anew].map(({ status, body }) => [status, body.errors])
    }
    const withheld = await asWritten('Квіткоростенко')
    expect(await asWritten('Неіснуюченко')).toEqual(withheld)
    expect(withheld.map(([status]) => status)).toEqual([403, 403])
    expect(await described(id, await link(id))).toBe('Pending words.')
  })

  it('says nothing of internal fields', async () => {
    const { id } = await personWithPending({ safety: { publishAs: 'full', notes: 'CANARY', risk: 'high' } })
    const { body } = await ask('{ __schema { types { name fields { name } } } }', { user: staff.admin })
    expect(JSON.stringify(body)).not.toContain('safety')
    const seen = await ask(`{ person(id: "people:${id}") { jsonLd } search(text: "CANARY") { totalCount } }`, {
      user: staff.admin,
    })
    expect(JSON.stringify(seen.body)).not.toContain('CANARY')
    expect(seen.body.data.search.totalCount).toBe(0)
  })
})

it('draft-blind: delivery has no preview', async () => {
  const { id } = await personWithPending()
  const { token } = await link(id)
  const delivery = await openDelivery(studio.databaseUrl)
  try {
    for (const path of ['/preview', '/preview/graphql', '/api/preview/graphql', `/api/people/${id}/preview`])
      for (const method of ['GET', 'POST']) expect((await delivery.get(path, {}, method)).status, path).toBe(404)
    const search = new URLSearchParams({ query: description(id), 'holos-preview': token, key: `people:${id}` })
    const asked = await delivery.get(`/graphql?${search}`, { Authorization: `Preview ${token}` })
    expect(asked.body.data.person.description).toBe('Public words.')
    expect(asked.body.extensions).not.toHaveProperty('preview')
  } finally {
    await delivery.stop()
  }
})

const day = 24 * 60 * 60 * 1000
