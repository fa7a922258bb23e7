import { expect, it } from 'vitest'
import { headingsOf, relatedIn } from '#desk/saving/headings.ts'

it.each([
  ['people', 'a', ['people:a']],
  ['people', 7, ['people:7']],
  ['people', { id: 'a', heading: 'Asan' }, ['people:a']],
  ['people', ['a', { id: 'b' }], ['people:a', 'people:b']],
  [['people', 'events'], { relationTo: 'events', value: 'e' }, ['events:e']],
  [['people', 'events'], [{ relationTo: 'people', value: { id: 'a' } }], ['people:a']],
  [['people', 'events'], 'of no collection', []],
  ['people', null, []],
])('a relation to %j with %j names %j', (relationTo, value, keys) => {
  expect(relatedIn(relationTo, value).map(({ collection, id }) => `${collection}:${id}`)).toEqual(keys)
})

it('documents are called by their headings, those that cannot be read by none', async () => {
  const asked: string[] = []
  const get = async <Body>(path: string, query: Record<string, string> = {}) => {
    asked.push(`${path} ${query['where[id][in]']}`)
    if (path === '/events') return { ok: false as const, status: 403, message: 'No.', data: {} }
    // What the studio would answer.
    return {
      ok: true as const,
      body: {
        docs: [
          { id: 'a', heading: 'Asan' },
          { id: 'b', heading: null },
        ],
      } as Body,
    }
  }
  const related = ['a', 'b', 'a'].map((id) => ({ collection: 'people', id }))
  const headings = await headingsOf(get, [...related, { collection: 'events', id: 'e' }])
  expect([...headings]).toEqual([['people:a', 'Asan']])
  expect(asked).toEqual(['/people a,b', '/events e'])
})
