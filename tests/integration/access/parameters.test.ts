import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStudio, type RestAnswer, type Studio, type TestUser } from '#tests/harness/studio.ts'

/** What stands in an address means what it says here, or is refused by its name; nothing of another locale ever changes. */
let studio: Studio
let editor: TestUser
let translator: TestUser
let person: { id: string }
let picture: { id: string; filename: string }
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  translator = await studio.user('translator', ['uk'])
  person = await made('/people', { name: { given: 'Asan' }, description: 'Words.', safety: { pseudonym: 'A.' } })
  picture = await made('/media', await form({ alt: 'A card' }))
  await save(`/people/${person.id}`, { description: 'Слова.', safety: { pseudonym: 'А.' } })
  await save(`/media/${picture.id}`, { alt: 'Картка' })
})
afterAll(() => studio.close())

async function made(path: string, body: object) {
  const answer = await studio.rest('POST', path, { user: editor, query: { locale: 'en' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc
}

async function save(path: string, body: object) {
  const answer = await studio.rest('PATCH', path, { user: editor, query: { locale: 'uk' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

async function form(data: object): Promise<FormData> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
    .jpeg()
    .toBuffer()
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], 'picture.jpg', { type: 'image/jpeg' }))
  body.set('_payload', JSON.stringify(data))
  return body
}

const stored = async () => {
  const all = { user: editor, query: { locale: 'all', depth: '0' } }
  const [one, other] = [
    await studio.rest('GET', `/people/${person.id}`, all),
    await studio.rest('GET', `/media/${picture.id}`, all),
  ]
  return { description: one.body.description, pseudonym: one.body.safety.pseudonym, alt: other.body.alt }
}

function expectRefused(answer: RestAnswer, name: string) {
  expect(answer.status, JSON.stringify(answer.body)).toBe(400)
  expect(answer.body.errors[0].data.parameters).toContain(name)
  expect(answer.body.errors[0].message).toContain(name)
}

describe('a parameter that means nothing here, or something else', () => {
  const others: [string, string][] = [
    ['publishSpecificLocale', 'publishSpecificLocale=ru'],
    ['publishSpecificLocale', 'publishSpecificLocale=uk'],
    ['publishSpecificLocale', 'publishSpecificLocale='],
    ['publishAllLocales', 'publishAllLocales=true'],
    ['unpublishAllLocales', 'unpublishAllLocales=true'],
    ['selectedLocales', 'selectedLocales[0]=uk'],
    ['autosave', 'autosave=true'],
    ['draft', 'draft=true'],
    ['data', 'data='],
    ['overrideLock', 'overrideLock=true'],
    ['flattenLocales', 'flattenLocales=false'],
    ['joins', 'joins[quotesSaid][limit]=1'],
    ['whatever', 'whatever=1'],
  ]
  const doors = [
    ['translator', 'PATCH', () => `/people/${person.id}`],
    ['editor', 'PATCH', () => `/people/${person.id}`],
    ['translator', 'PATCH', () => `/media/${picture.id}`],
    ['translator', 'PATCH', () => `/people?where[id][equals]=${person.id}`],
    ['editor', 'POST', () => '/people'],
  ] as const

  it.each(
    doors.flatMap(([who, method, path]) => others.map(([name, search]) => ({ who, method, path, name, search }))),
  )(
    'is refused by its name, and no word of any locale changes: $who $method $search',
    async ({ who, method, path, name, search }) => {
      const before = await stored()
      const address = path()
      const user = who === 'editor' ? editor : translator
      const body = address.startsWith('/media') ? { alt: 'x' } : { description: 'x' }
      const answer = await studio.rest(method, `${address}${address.includes('?') ? '&' : '?'}locale=uk&${search}`, {
        user,
        body,
      })
      expectRefused(answer, name)
      expect(await stored()).toEqual(before)
    },
  )

  it.each([
    ['GET', (id: string) => `/people/${id}?where[id][equals]=x`, 'where'],
    ['GET', (id: string) => `/people/${id}?data={"slug":"x"}`, 'data'],
    ['DELETE', (id: string) => `/people?where[id][equals]=${id}&limit=1`, 'limit'],
    ['DELETE', (id: string) => `/people/${id}?where[id][equals]=x`, 'where'],
    ['POST', (id: string) => `/people/${id}/publish?draft=true`, 'draft'],
    ['POST', (id: string) => `/people/${id}/duplicate?publishSpecificLocale=en`, 'publishSpecificLocale'],
    ['GET', (id: string) => `/people/${id}?uploadEdits[focalPoint][x]=1`, 'uploadEdits'],
    ['GET', () => '/people?publishSpecificLocale=en', 'publishSpecificLocale'],
    ['GET', () => `/media/file/${picture.filename}?prefix=x`, 'prefix'],
  ])('%s, at every endpoint (%#)', async (method, address, name) => {
    const answer = await studio.rest(method, address(person.id), {
      user: editor,
      ...(method === 'POST' && { body: {} }),
    })
    expectRefused(answer, name)
    expect((await studio.rest('GET', `/people/${person.id}`, { user: editor })).status).toBe(200)
  })
})

describe('what the admin sends by itself is taken', () => {
  const status = async (method: string, address: string, body?: object) =>
    (await studio.rest(method, address, { user: editor, ...(body && { body }) })).status

  it('with a form, a list, a picker, a list of the trash', async () => {
    const { id } = person
    expect(await status('PATCH', `/people/${id}?depth=0&fallback-locale=null&locale=uk`, {})).toBe(200)
    expect(await status('GET', `/people?depth=0&draft=true&limit=1&locale=uk&where[and][0][id][in][0]=${id}`)).toBe(200)
    const picker = `depth=0&draft=true&limit=10&locale=uk&page=1&select[heading]=true&sort=heading&where[and][0][id][not_in]=`
    expect(await status('GET', `/people?${picker}`)).toBe(200)
    expect(await status('GET', '/people?depth=0&limit=0&locale=uk&trash=true&where[deletedAt][exists]=true')).toBe(200)
    expect(await status('DELETE', '/people?limit=0&locale=uk&trash=true&where[and][0][id][equals]=none')).toBe(200)
    expect(await status('PATCH', '/people?limit=0&locale=uk&trash=true&where[and][0][id][equals]=none', {})).toBe(200)
    expect(await status('POST', `/people/access/${id}?locale=uk`, {})).toBe(200)
    expect(await status('GET', '/users/me')).toBe(200)
    expect(await status('GET', '/access?locale=uk')).toBe(200)
    expect(await status('POST', '/users/refresh-token?refresh', {})).toBe(200)
  })

  it('a picture with the time of its last change, and a focal point', async () => {
    const { id, filename } = picture
    expect(await status('GET', `/media/file/${filename}?2026-02-03T10%3A20%3A30.000Z`)).toBe(200)
    const focal = 'uploadEdits[focalPoint][x]=30&uploadEdits[focalPoint][y]=40'
    expect(await status('PATCH', `/media/${id}?depth=0&fallback-locale=null&locale=uk&${focal}`, {})).toBe(200)
  })

  it('a version that is restored, and a copy in chosen locales', async () => {
    const { body } = await studio.rest('GET', `/people/versions?where[parent][equals]=${person.id}&sort=updatedAt`, {
      user: editor,
    })
    expect(await status('POST', `/people/versions/${body.docs.at(-1).id}?draft=false`)).toBe(200)
    const copy = await studio.rest('POST', `/people/${person.id}/duplicate?locale=en&selectedLocales[0]=en`, {
      user: editor,
      body: {},
    })
    expect(copy.status, JSON.stringify(copy.body)).toBe(200)
  })
})

describe('a question that asks too much', () => {
  const long = (question: string) =>
    studio.rest('POST', '/people', {
      user: editor,
      raw: question,
      headers: { 'X-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  const json = (where: object | string) =>
    `where=${encodeURIComponent(typeof where === 'string' ? where : JSON.stringify(where))}`
  const one = { slug: { equals: 'x' } }

  it.each([
    ['levels', 'where', json(`${'{"and":['.repeat(5000)}${JSON.stringify(one)}${']}'.repeat(5000)}`)],
    ['lists in lists', 'where', json(`{"id":{"in":${'['.repeat(5000)}${']'.repeat(5000)}}}`)],
    ['values', 'where', `where[id][in]=${Array.from({ length: 40_000 }, (_, at) => at).join(',')}`],
    ['values in a list', 'where', json({ id: { in: Array.from({ length: 40_000 }, String) } })],
    ['branches', 'where', json({ or: Array.from({ length: 5000 }, () => one) })],
    ['orders', 'sort', `sort=${Array.from({ length: 3000 }, () => 'slug').join(',')}`],
    [
      'branches of a list inside',
      'where',
      `joins[quotesSaid][${json({ or: Array.from({ length: 5000 }, () => one) }).replace('=', ']=')}`,
    ],
  ])('by its %s is the caller’s to mend', async (_, name, question) => {
    expectRefused(await long(question), name)
  })

  it('and what a list of the admin asks is not too much', async () => {
    const ids = Array.from({ length: 1000 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
    expect(
      (await long(json({ and: [{ slug: { in: ids } }, { or: Array.from({ length: 50 }, () => one) }] }))).status,
    ).toBe(200)
  })

  it('a list in a body has an end', async () => {
    const charges = Array.from({ length: 30_000 }, () => ({ label: 'x' }))
    const answer = await studio.rest('PATCH', `/people/${person.id}?locale=en`, { user: editor, body: { charges } })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('longer than 2,000 entries')
  })
})

it.each([
  ['an address', { url: 'http://127.0.0.1:1/', filename: 'x.jpg', mimeType: 'image/jpeg' }],
  ['a place of uploads', { clientUploadContext: { a: 1 }, filename: 'x.jpg', mimeType: 'image/jpeg', size: 10 }],
  ['a list', [1]],
])('a form in which %s stands for the file is refused', async (_, file) => {
  const body = new FormData()
  body.set('_payload', JSON.stringify({ alt: 'x' }))
  body.set('file', JSON.stringify(file))
  body.set('other', new File(['1'], 'z'))
  const answer = await studio.rest('POST', '/media?locale=en', { user: editor, body })
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].message).toContain('sent as a file')
})

describe('settings of the admin', () => {
  const keep = (user: TestUser, key: string, value: unknown) =>
    studio.rest('POST', `/payload-preferences/${key}`, { user, body: { value } })

  it('are small, and have a name that somebody could have given', async () => {
    expect((await keep(editor, 'columns', { columns: ['name'] })).status).toBe(200)
    expect((await keep(editor, 'columns', 'x'.repeat(20_000))).status).toBe(413)
    expect((await keep(editor, 'x'.repeat(3000), 'x')).status).toBe(400)
    expect((await studio.rest('GET', '/payload-preferences/columns', { user: editor })).body.value).toEqual({
      columns: ['name'],
    })
  })

  it('are no more than five hundred for each account: the one that was not touched for longest goes', async () => {
    const reader = await studio.user('reader')
    for (let at = 0; at < 503; at++) expect((await keep(reader, `document-${at}`, at + 1)).status).toBe(200)
    const { totalDocs } = await studio.payload.count({
      collection: 'payload-preferences',
      where: { 'user.value': { equals: reader.id } },
    })
    expect(totalDocs).toBe(500)
    const value = async (key: string) =>
      (await studio.rest('GET', `/payload-preferences/${key}`, { user: reader })).body.value
    expect([await value('document-0'), await value('document-502')]).toEqual([null, 503])
    expect((await studio.rest('GET', '/payload-preferences/columns', { user: editor })).body.value).not.toBeNull()
  })
})

describe('why an original was opened', () => {
  const log = () => readFileSync(join(studio.home, 'originals/opened.jsonl'), 'utf8')
  let kept: { id: string }
  beforeEach(async () => {
    kept = await made('/media', await form({ alt: 'Another card' }))
  })

  it('is forgotten with the picture; who and when is not', async () => {
    const reasons = { [picture.id]: 'Asked by Еміль Зіядінов', [kept.id]: 'Asked by somebody else' }
    for (const [id, reason] of Object.entries(reasons))
      expect((await studio.rest('GET', `/media/${id}/original`, { user: editor, query: { reason } })).status).toBe(200)
    expect((await studio.rest('DELETE', `/media/${picture.id}`, { user: editor })).status).toBe(200)
    expect(log()).not.toContain('Зіядінов')
    const lines = log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { document: `media:${picture.id}`, user: editor.id, reason: '' },
      { document: `media:${kept.id}`, user: editor.id, reason: 'Asked by somebody else' },
    ])
    await studio.rest('GET', `/media/${kept.id}/original`, { user: editor, query: { reason: 'Once more' } })
    expect(JSON.parse(log().trim().split('\n').at(-1) ?? '')).toMatchObject({ reason: 'Once more' })
  })
})
