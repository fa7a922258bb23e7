import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '#tests/harness/eventually.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

// MongoDB has no such promise: what its storage engine frees it overwrites when it needs the room (README, for operators).
describe.skipIf(process.env.TEST_DATABASE === 'mongodb')('deleted is gone from every file of the database', () => {
  let studio: Studio
  let editor: TestUser
  beforeAll(async () => {
    studio = await openStudio()
    editor = await studio.user('editor')
  })
  afterAll(() => studio.close())

  const file = () => studio.databaseUrl.slice('file:'.length)
  const isThere = (canary: string) =>
    readdirSync(dirname(file()))
      .filter((name) => statSync(join(dirname(file()), name)).isFile())
      .some((name) => readFileSync(join(dirname(file()), name)).includes(canary))
  /** Longer than a page, so that it lies in pages of its own, too. */
  const long = (canary: string) => `${canary} ${'and more of it '.repeat(700)}${canary}`
  const gone = (canary: string) => eventually(() => expect(isThere(canary)).toBe(false))

  it('a document with its versions and notes', async () => {
    const canary = 'CANARY-document-53a1'
    const body = { name: { given: 'Asan' }, safety: { risk: long(canary) }, description: canary }
    const { body: made } = await studio.rest('POST', '/people?locale=en', { user: editor, body })
    await studio.rest('PATCH', `/people/${made.doc.id}?locale=en`, {
      user: editor,
      body: { description: `${canary} 2` },
    })
    expect(isThere(canary)).toBe(true)
    expect((await studio.rest('DELETE', `/people/${made.doc.id}`, { user: editor })).status).toBe(200)
    await gone(canary)
  })

  it('a document that lay in the trash; until then it is kept, trash is no deletion', async () => {
    const canary = 'CANARY-trash-8b20'
    const { body: made } = await studio.rest('POST', '/sources?locale=en', {
      user: editor,
      body: { title: long(canary) },
    })
    const trash = { deletedAt: new Date().toISOString() }
    const trashed = await studio.rest('PATCH', `/sources/${made.doc.id}?locale=en`, { user: editor, body: trash })
    expect(trashed.body.doc.deletedAt).toBeTruthy()
    expect(isThere(canary)).toBe(true)
    expect((await studio.rest('DELETE', `/sources/${made.doc.id}?trash=true`, { user: editor })).status).toBe(200)
    await gone(canary)
  })

  it('what was published and is withdrawn', async () => {
    const canary = 'CANARY-withdrawn-77c4'
    const body = { kind: 'ngo', name: long(canary) }
    const { body: made } = await studio.rest('POST', '/organizations?locale=en', {
      user: editor,
      body: { ...body, name: canary },
    })
    const published = await studio.rest('POST', `/organizations/${made.doc.id}/publish?locale=en`, {
      user: editor,
      body: { facts: true, locales: ['en'] },
    })
    expect(published.status).toBe(200)
    await studio.rest('POST', `/organizations/${made.doc.id}/withdraw?locale=en`, { user: editor, body: {} })
    expect((await studio.rest('DELETE', `/organizations/${made.doc.id}`, { user: editor })).status).toBe(200)
    await gone(canary)
  })

  it('the hash of a preview link that is taken back', async () => {
    const { body: made } = await studio.rest('POST', '/places?locale=en', { user: editor, body: { name: 'Tambov' } })
    await studio.rest('POST', `/places/${made.doc.id}/preview`, { user: editor, body: { days: 1, locale: 'en' } })
    const { docs } = await studio.payload.db.find<{ id: string; hash: string }>({ collection: 'previewTokens' })
    const hash = docs[0]?.hash ?? ''
    expect(isThere(hash)).toBe(true)
    const { status } = await studio.rest('DELETE', `/places/${made.doc.id}/preview/${docs[0]?.id}`, { user: editor })
    expect(status).toBeLessThan(300)
    await gone(hash)
  })

  it('and the log of writes is empty soon after each', async () => {
    await eventually(() => expect(existsSync(`${file()}-wal`) ? statSync(`${file()}-wal`).size : 0).toBe(0))
  })
})
