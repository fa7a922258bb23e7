import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf } from '#publishing/form/facts.ts'
import { storyOf, textNode } from '#tests/harness/story.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio?.close())

const save = (type: string, body: object) =>
  studio.rest('POST', `/${type}`, { user: editor, query: { locale: 'en', depth: '0' }, body })

async function refusedAt(type: string, body: object): Promise<string[]> {
  const { status, body: answer } = await save(type, body)
  expect(status, JSON.stringify(answer)).toBe(400)
  return answer.errors[0].data.errors.map(({ path }: { path: string }) => path)
}

const wrong = [
  'javascript:alert(1)',
  'data:text/html,x',
  'www.example.org/x?y=ї',
  '//evil.example',
  'not a url',
  'https://name:secret@example.org/',
  'ftp://example.org/',
  'mailto:somebody@example.org',
]

describe('the address of a page', () => {
  it.each(wrong)(
    '%s is refused wherever one is asked for, and is not published where it was kept before',
    async (url) => {
      expect(await refusedAt('sources', { url })).toEqual(['url'])
      expect(await refusedAt('sources', { archiveUrl: url })).toEqual(['archiveUrl'])
      expect(await refusedAt('organizations', { url })).toEqual(['url'])
      expect(await refusedAt('organizations', { sameAs: ['https://example.org/a', url] })).toEqual(['sameAs'])
      expect(await refusedAt('people', { sameAs: [url] })).toEqual(['sameAs'])
      expect(await refusedAt('people', { recognitions: [{ url }] })).toEqual(['recognitions.0.url'])
      expect(factsOf('sources', { title: 'A report', url, archiveUrl: url })).toEqual({ title: 'A report' })
      expect(factsOf('people', { sameAs: [url, 'https://example.org/a'] })).toEqual({
        sameAs: ['https://example.org/a'],
      })
    },
  )

  it('is kept as it is written, letters of all scripts included', async () => {
    const url = 'https://приклад.укр/звіт?рік=2018'
    expect((await save('sources', { url })).body.doc.url).toBe(url)
    expect(factsOf('sources', { url })).toEqual({ url })
  })
})

describe('a link in a text', () => {
  const linked = (url: string) =>
    storyOf({
      type: 'link',
      version: 3,
      direction: null,
      format: '',
      indent: 0,
      id: '65f0c0ffee0000000000abcd',
      fields: { linkType: 'custom', url, newTab: false },
      children: [textNode('here')],
    })

  it.each(['javascript:alert(1)', 'tel:+380441234567', '/wiki/x', 'example.org', 'tg://resolve?domain=x'])(
    'to %s would be dropped in public, so the save says which it is',
    async (url) => {
      const { status, body } = await save('people', { biography: linked(url) })
      expect(status).toBe(400)
      expect(body.errors[0].data.errors).toMatchObject([
        { path: 'biography', message: expect.stringContaining(`“${url}”`) },
      ])
    },
  )

  it.each(['https://example.org/a', 'http://example.org', 'mailto:press@example.org'])('to %s is kept', async (url) => {
    expect((await save('people', { biography: linked(url) })).status).toBe(201)
  })
})

describe('a number', () => {
  it.each([
    ['people', { relations: [{ type: 'child', count: 2.5 }] }, 'relations.0.count'],
    ['people', { relations: [{ type: 'child', count: 3e9 }] }, 'relations.0.count'],
    ['people', { relations: [{ type: 'child', count: 0 }] }, 'relations.0.count'],
    ['people', { charges: [{ penaltyMinYears: 1e308 }] }, 'charges.0.penaltyMinYears'],
    ['people', { charges: [{ penaltyMaxYears: -1 }] }, 'charges.0.penaltyMaxYears'],
    ['events', { outcome: { sentence: { years: 14.5 } } }, 'outcome.sentence.years'],
    ['events', { outcome: { sentence: { months: 12 } } }, 'outcome.sentence.months'],
    ['quotes', { order: 2147483648 }, 'order'],
    ['places', { coordinates: { latitude: 91 } }, 'coordinates.latitude'],
  ])('%s %j is refused with its bounds', async (type, body, path) => {
    const answer = await save(type, body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors).toMatchObject([
      { path, message: expect.stringMatching(/from -?[\d,]+ to [\d,]+/) },
    ])
  })
})
