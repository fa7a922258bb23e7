import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyOf, textNode } from '#tests/harness/story.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio?.close())

const story = (length: number) => storyOf(textNode('a'.repeat(length)))
const save = (type: string, body: object) =>
  studio.rest('POST', `/${type}`, { user: editor, query: { locale: 'en', depth: '0' }, body })

describe('a text has an end', () => {
  it('a story of 100,000 characters is kept, a longer one refused with both numbers', async () => {
    expect((await save('people', { biography: story(100_000) })).status).toBe(201)
    const { status, body } = await save('people', { biography: story(100_001) })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors).toMatchObject([
      { path: 'biography', message: 'This text has 100,001 characters; at most 100,000 are possible.' },
    ])
  })

  it.each([
    ['quotes', 'text'],
    ['people', 'slug'],
    ['sources', 'title'],
  ])('%s: a %s of more than 20,000 characters is refused', async (type, field) => {
    const { status, body } = await save(type, { [field]: 'a'.repeat(20_001) })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors).toMatchObject([{ path: field }])
  })
})
