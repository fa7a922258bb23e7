import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { everyField } from '#tests/harness/queries/everyField.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

/** Words that no public answer may hold, and the one that all may. */
const canary = 'CANARY'
const isSqlite = process.env.TEST_DATABASE !== 'mongodb'

let studio: Studio
let editor: TestUser
let delivery: TestDelivery
let personId: string

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  personId = await created()
  delivery = await openDelivery(studio.databaseUrl, { MEDIA_DIR: studio.mediaDir })
})

afterAll(async () => {
  await delivery?.stop()
  await studio?.close()
})

async function created(): Promise<string> {
  const body = {
    slug: 'asan-umerov',
    kind: 'prisoner',
    name: { given: 'Asan', family: 'Umerov' },
    description: 'A teacher who was taken from home.',
    safety: { publishAs: 'full', notes: `${canary} notes`, risk: 'high' },
    formerSlugs: [],
  }
  const answer = await studio.rest('POST', '/people', { user: editor, body, query: { locale: 'en' } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc.id
}

async function save(locale: string, body: Record<string, unknown>): Promise<void> {
  const answer = await studio.rest('PATCH', `/people/${personId}`, { user: editor, body, query: { locale } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

async function act(action: 'publish' | 'withdraw', body: Record<string, unknown>): Promise<void> {
  const answer = await studio.rest('POST', `/people/${personId}/${action}`, { user: editor, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

/** What the next request sees; on MongoDB within a second. */
async function seen(check: () => Promise<void>): Promise<void> {
  if (isSqlite) return check()
  await vi.waitFor(check, { timeout: 1000, interval: 20 })
}

const person = (locale: string) =>
  `{ person(slug: "asan-umerov", locale: "${locale}", fallback: []) { id name { display } description kind } }`

describe('draft-blind', () => {
  it('a working copy is not there until it is published', async () => {
    expect((await delivery.ask(person('en'))).body.data).toEqual({ person: null })
    expect((await delivery.ask('{ search(text: "Umerov") { totalCount } people { totalCount } }')).body.data).toEqual({
      search: { totalCount: 0 },
      people: { totalCount: 0 },
    })
  })

  it('next-request: what is published is there for the next request, and nothing else', async () => {
    await act('publish', { facts: true, locales: ['en'] })
    await seen(async () => {
      const { body } = await delivery.ask(person('en'))
      expect(body.data.person).toMatchObject({
        name: { display: 'Asan Umerov' },
        description: 'A teacher who was taken from home.',
      })
    })
    await save('en', { description: `${canary} pending in English` })
    await save('uk', { name: { given: canary, family: canary }, description: `${canary} pending in Ukrainian` })
    await save('en', { kind: 'journalist' })
    await seen(async () => {
      expect((await delivery.ask(person('en'))).body.data.person).toMatchObject({
        kind: 'PRISONER',
        description: 'A teacher who was taken from home.',
      })
      expect((await delivery.ask(person('uk'))).body.data).toEqual({ person: null })
    })
  })

  it('no query, of whatever field, shows a word that was not published', async () => {
    for (const { query, first } of everyField()) {
      const id = `people:${personId}`
      const reader = { locale: 'en', fallback: ['uk', 'ru'] }
      const variables = { ...reader, id, ids: [id], slug: 'asan-umerov', text: canary, first }
      const { status, body } = await delivery.ask(query, { variables })
      expect(status, `${query} ${JSON.stringify(body)}`).toBe(200)
      expect(JSON.stringify(body)).not.toContain(canary)
    }
    for (const text of [canary, `${canary} notes`, 'pending', editor.email]) {
      expect(
        (await delivery.ask('query ($text: String!) { search(text: $text) { totalCount } }', { variables: { text } }))
          .body.data,
      ).toEqual({
        search: { totalCount: 0 },
      })
    }
  })

  it('no type of the schema knows staff, safety or secrets', async () => {
    const { body } = await delivery.get('/schema.graphql')
    expect(body).not.toMatch(
      /\b(email|password|safety|consent|risk|reliability|originalSha256|originalName|hadLocation|revision|pendingIn)\b\s*[:(]/i,
    )
    expect(body).not.toMatch(/type User\b/)
  })

  it('a withdrawal is there for the next request', async () => {
    await act('withdraw', {})
    await seen(async () => {
      expect((await delivery.ask(person('en'))).body.data).toEqual({ person: null })
      expect((await delivery.ask('{ people { totalCount } }')).body.data.people.totalCount).toBe(0)
    })
  })
})
