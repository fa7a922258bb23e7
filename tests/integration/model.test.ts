import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStudio, type Studio } from '#tests/harness/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('a person is created and read through REST', async () => {
  const admin = await studio.user('admin')
  const created = await studio.rest('POST', '/people', {
    user: admin,
    query: { locale: 'uk' },
    body: { name: { given: 'Сервер', family: 'Мустафаєв' }, slug: 'server-mustafaiev' },
  })
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  const read = await studio.rest('GET', `/people/${created.body.doc.id}`, { user: admin, query: { locale: 'uk' } })
  expect(read.body.name.family).toBe('Мустафаєв')
})
