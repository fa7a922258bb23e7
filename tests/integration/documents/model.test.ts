import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio.close())

async function created(type: string, body: object, locale = 'en') {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query: { locale, depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc
}

const changed = (type: string, id: string, body: object, locale = 'en') =>
  studio.rest('PATCH', `/${type}/${id}`, { user: editor, query: { locale, depth: '0' }, body })

const read = async (type: string, id: string, query: Record<string, string> = {}) =>
  (await studio.rest('GET', `/${type}/${id}`, { user: editor, query: { depth: '0', ...query } })).body

describe('what follows from a document is computed', () => {
  it('names in each locale, search keys from all of them', async () => {
    const { id } = await created('people', { name: { given: 'Сервер', family: 'Мустафаєв' } }, 'uk')
    await changed('people', id, { name: { given: 'Server', family: 'Mustafaiev' } }, 'en')
    const all = await read('people', id, { locale: 'all' })
    expect(all.displayName).toMatchObject({ uk: 'Сервер Мустафаєв', en: 'Server Mustafaiev' })
    expect(all.sortName.uk).toMatch(/^Мустафаєв/)
    expect(all.nameKeys.length).toBeGreaterThan(0)
    expect(all.heading).toBe('Сервер Мустафаєв')
    expect(all.sourceLocale).toBe('uk')
    expect(all.revision).toBe(2)
    expect(all.pendingIn).toEqual(['facts', 'en', 'uk'])
    expect(all.origins.uk['name/given'].origin).toBe('authored')
    expect(all.origins.en['name/given']).toMatchObject({ origin: 'human', from: all.origins.uk['name/given'].digest })
  })

  it('the search of the list finds a name in any script, by one locale’s name or by its keys', async () => {
    const { id } = await created('people', { name: { given: 'Наріман', family: 'Джелялов' } }, 'uk')
    for (const typed of ['Джелялов', 'Dzhelialov', 'Джелял']) {
      // As the list asks, beside a filter: `mergeListSearchAndWhere` of Payload.
      const query = {
        'where[and][0][kind][equals]': 'prisoner',
        'where[and][1][or][0][heading][like]': typed,
        'where[and][1][or][1][slug][like]': typed,
      }
      const { body } = await studio.rest('GET', '/people', { user: editor, query })
      expect(
        body.docs.map((one: { id: string }) => one.id),
        typed,
      ).toEqual([id])
    }
  })

  it('the bounds of a date; a wrong one is refused with a right example', async () => {
    const event = await created('events', { kind: 'detention', date: '2018-05' })
    expect(event).toMatchObject({ earliest: '2018-05-01', latest: '2018-05-31', precision: 'month' })
    const wrong = await changed('events', event.id, { date: '21.05.2018' })
    expect(wrong.status).toBe(400)
    expect(JSON.stringify(wrong.body)).toContain('2018-05-21')
  })

  it('a computed field cannot be set by hand', async () => {
    const person = await created('people', {
      name: { given: 'A' },
      displayName: 'B',
      publishedIn: ['facts'],
      revision: 9,
    })
    expect(person).toMatchObject({ displayName: 'A', publishedIn: [], revision: 1 })
  })
})

describe('slugs', () => {
  it('a changed slug is kept as a former one, and is taken for everybody else', async () => {
    const { id } = await created('people', { slug: 'first-slug' })
    const moved = await changed('people', id, { slug: 'second-slug' })
    expect(moved.body.doc).toMatchObject({ slug: 'second-slug', formerSlugs: [{ slug: 'first-slug' }] })
    const other = await created('people', {})
    expect((await changed('people', other.id, { slug: 'first-slug' })).status).toBe(400)
    expect((await changed('people', other.id, { slug: 'Не ASCII' })).status).toBe(400)
  })

  it('two people without a slug are not in each other’s way', async () => {
    const one = await created('people', { slug: '' })
    const other = await created('people', { slug: '' })
    expect((await changed('people', one.id, { slug: '' })).status).toBe(200)
    expect((await changed('people', other.id, { slug: null })).status).toBe(200)
  })

  it('a duplicate has no slug and is public nowhere', async () => {
    const { id } = await created('people', { slug: 'to-copy', name: { given: 'Copy' } })
    const copy = await studio.rest('POST', `/people/${id}/duplicate`, { user: editor, query: { locale: 'en' } })
    expect(copy.status, JSON.stringify(copy.body)).toBe(200)
    expect(copy.body.doc.slug ?? null).toBeNull()
    expect(copy.body.doc).toMatchObject({ displayName: 'Copy', publishedIn: [] })
  })
})

it('a restored version brings back words of every locale and what follows from them, and keeps the slugs between', async () => {
  const { id } = await created('people', { slug: 'was-first', name: { given: 'First' } })
  await changed('people', id, { name: { given: 'Перша' } }, 'uk')
  await changed('people', id, { slug: 'was-second', name: { given: 'Second' } }, 'en')
  await changed('people', id, { name: { given: 'Друга' } }, 'uk')
  const query = { 'where[parent][equals]': id, sort: 'version.revision' }
  const versions = (await studio.rest('GET', '/people/versions', { user: editor, query })).body.docs
  const second = versions.find((row: { version: { revision: number } }) => row.version.revision === 2)
  const answer = await studio.rest('POST', `/people/versions/${second.id}`, { user: editor, query: { locale: 'en' } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const restored = await read('people', id, { locale: 'all' })
  expect(restored).toMatchObject({
    slug: 'was-first',
    displayName: { en: 'First', uk: 'Перша' },
    heading: 'First',
    revision: 5,
    publishedIn: [],
    formerSlugs: [{ slug: 'was-second' }],
  })
  expect(restored.origins.uk['name/given'].origin).toBe('human')
})

it('a person shows the quotes and events that name them', async () => {
  const { id } = await created('people', { name: { given: 'Named' } })
  const other = await created('people', { name: { given: 'Other' } })
  const said = await created('quotes', { text: 'Said', speaker: id })
  const about = await created('quotes', {
    text: 'About',
    speaker: other.id,
    about: [{ relationTo: 'people', value: id }],
  })
  const event = await created('events', {
    title: 'Detained',
    participants: [{ who: { relationTo: 'people', value: id }, role: 'victim' }],
  })
  const person = await read('people', id, { locale: 'en' })
  expect(person.quotesSaid.docs).toEqual([said.id])
  expect(person.quotesAbout.docs).toEqual([about.id])
  expect(person.eventsWith.docs).toEqual([event.id])
})

it('words are stored in the locale of the request; none is the default locale, an unknown one is refused', async () => {
  const answer = await studio.rest('POST', '/organizations', { user: editor, body: { name: 'Solidarity' } })
  expect(answer.body.doc.name).toBe('Solidarity')
  expect((await read('organizations', answer.body.doc.id, { locale: 'all' })).name).toEqual({ en: 'Solidarity' })
  const unknown = await changed('organizations', answer.body.doc.id, { name: 'X' }, 'crh')
  expect(unknown.status).toBe(400)
  expect(unknown.body.errors[0].message).toContain('crh-Latn')
  const all = await changed('organizations', answer.body.doc.id, { name: { en: 'X' } }, 'all')
  expect(all.status).toBe(400)
})
