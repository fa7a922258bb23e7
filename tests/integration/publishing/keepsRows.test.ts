import { expect, it } from 'vitest'
import { openStudio } from '#tests/harness/studio.ts'

it('one-door: publishing leaves every row and list of the working copy as it was saved', async () => {
  const studio = await openStudio()
  try {
    const user = await studio.user('editor')
    const body = {
      name: { given: 'Server', family: 'Mustafaiev' },
      description: 'A human rights defender.',
      slug: 'server-mustafaiev',
      sourceLocale: 'en',
      sameAs: ['https://example.org/server'],
      alternateNames: [{ value: 'Mustafayev', kind: 'spelling' }],
      charges: [{ label: 'Organising', article: '205.5' }],
    }
    const { doc } = (await studio.rest('POST', '/people', { user, query: { locale: 'en' }, body })).body
    const published = await studio.rest('POST', `/people/${doc.id}/publish`, {
      user,
      body: { facts: true, locales: ['en'] },
    })
    expect(published.status).toBe(200)
    const after = (await studio.rest('GET', `/people/${doc.id}`, { user, query: { locale: 'en', depth: '0' } })).body
    const { publishedIn, pendingIn, ...saved } = after
    expect(publishedIn).toEqual(['facts', 'en'])
    expect(pendingIn).toEqual([])
    expect(saved).toMatchObject({ ...body, revision: doc.revision, updatedAt: doc.updatedAt })
  } finally {
    await studio.close()
  }
})
