import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayDo, roleNames } from '#access/roles.ts'
import { sha256 } from '#base/digest.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { photograph } from '#tests/unit/rules/media/pictures.ts'
import { filesOf, originalsFolder, publicFile, replace, sealedFile, upload, versionsOf } from './uploads.ts'

let studio: Studio
let editor: TestUser
let admin: TestUser

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  admin = await studio.user('admin')
})
afterAll(() => studio?.close())

const file = (name: string, user: TestUser) => studio.rest('GET', `/media/file/${name}`, { user })

describe('a file is served by its exact name in what a document lists', () => {
  it.each(roleNames)('a %s sees the clean pictures', async (role) => {
    const doc = await upload(studio, editor, await photograph())
    const user = await studio.user(role)
    for (const { name, type } of [
      { name: doc.filename, type: 'image/jpeg' },
      { name: doc.variants[0].file, type: 'image/avif' },
      { name: doc.variants[1].file, type: 'image/webp' },
    ]) {
      const answer = await file(name, user)
      expect(answer.status).toBe(200)
      expect(answer.bytes.equals(publicFile(studio, name))).toBe(true)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining('sandbox'),
      })
    }
  })

  it.each(roleNames)('a %s gets 404 for whatever else is asked', async (role) => {
    const doc = await upload(studio, editor, await photograph())
    const user = await studio.user(role)
    const unlisted = doc.filename.replace('.jpg', '-w999.webp')
    renameSync(join(studio.mediaDir, doc.variants[0].file), join(studio.mediaDir, unlisted))
    for (const name of [
      `originals%2F${doc.original}`,
      `..%2Foriginals%2F${doc.original}.age`,
      `${doc.original}.age`,
      '..%2Foriginals.key',
      '..%2Fholos.db',
      `.%2F${doc.filename}`,
      `%2F${doc.filename}`,
      `${doc.filename}%00`,
      `${doc.filename}%00.jpg`,
      `..%5C..%5C${doc.filename}`,
      '%2Fetc%2Fpasswd',
      '__proto__',
      'x.jpg',
      unlisted,
      'a'.repeat(5000),
    ]) {
      const answer = await file(name, user)
      // A null byte belongs to no address at all.
      expect([name, answer.status]).toEqual([name, name.includes('%00') ? 400 : 404])
    }
  })

  it('a missing file is 404 with a sentence, not 500', async () => {
    const doc = await upload(studio, editor, await photograph())
    rmSync(join(studio.mediaDir, doc.filename))
    const answer = await file(doc.filename, editor)
    expect([answer.status, answer.body.errors[0].message]).toEqual([404, 'There is no picture file of this name.'])
  })

  it('a link in the folder leads nowhere', async () => {
    const doc = await upload(studio, editor, await photograph())
    rmSync(join(studio.mediaDir, doc.filename))
    symlinkSync(join(studio.home, 'originals.key'), join(studio.mediaDir, doc.filename))
    expect((await file(doc.filename, editor)).status).toBe(404)
  })

  it('nobody is told anything', async () => {
    const doc = await upload(studio, editor, await photograph())
    expect((await studio.rest('GET', `/media/file/${doc.filename}`)).status).toBe(403)
  })

  it('a query that Payload understands opens nothing', async () => {
    const doc = await upload(studio, editor, await photograph())
    const query = { prefix: '..', 'where[id][exists]': 'true' }
    const answer = await studio.rest('GET', `/media/file/${doc.filename}`, { user: editor, query })
    expect(answer.status).toBe(400)
  })
})

describe('a file that only a former version lists', () => {
  it.each(roleNames)('a %s opens it only where they see what is internal', async (role) => {
    const doc = await upload(studio, editor, await photograph())
    const next = await replace(studio, editor, doc.id, await photograph(50, 40))
    const user = await studio.user(role)
    const isOpen = mayDo(user, 'readInternal')
    for (const name of [doc.filename, doc.variants[0].file])
      expect([name, (await file(name, user)).status]).toEqual([name, isOpen ? 200 : 404])
    expect((await file(next.filename, user)).status).toBe(200)
  })
})

describe('editions are kept while a version names them', () => {
  it('a restored version brings its picture back, focal point included', async () => {
    const doc = await upload(studio, editor, await photograph(900, 600), {
      data: { alt: 'Old', focalX: 20, focalY: 70 },
    })
    const next = await replace(studio, editor, doc.id, await photograph(500, 400), {
      alt: 'New',
      focalX: 50,
      focalY: 50,
    })
    expect(next.filename).not.toBe(doc.filename)
    expect((await file(doc.filename, editor)).status).toBe(200)

    const [first] = await versionsOf(studio, doc.id)
    const restored = await studio.rest('POST', `/media/versions/${first?.id}`, { user: admin })
    expect({ status: restored.status, errors: restored.body.errors }).toEqual({ status: 200, errors: undefined })
    const now = await studio.payload.findByID({ collection: 'media', id: doc.id })
    for (const name of [
      'filename',
      'sha256',
      'width',
      'height',
      'variants',
      'original',
      'originalSha256',
      'focalX',
      'focalY',
    ] as const)
      expect([name, now[name]]).toEqual([name, doc[name]])
    expect(now.alt).toBe('Old')
    expect(sha256(publicFile(studio, String(now.filename)))).toBe(now.sha256)
    expect(now.url).toContain(doc.filename)

    const [, second] = await versionsOf(studio, doc.id)
    await studio.rest('POST', `/media/versions/${second?.id}`, { user: admin })
    const back = await studio.payload.findByID({ collection: 'media', id: doc.id })
    expect([back.filename, back.width]).toEqual([next.filename, 500])
  })

  it('a version whose picture is gone is refused with a sentence', async () => {
    const doc = await upload(studio, editor, await photograph(900, 600))
    const next = await replace(studio, editor, doc.id, await photograph(500, 400))
    rmSync(join(studio.mediaDir, doc.variants[0].file))
    const [first] = await versionsOf(studio, doc.id)
    const restored = await studio.rest('POST', `/media/versions/${first?.id}`, { user: admin })
    expect([restored.status, restored.body.errors[0].data.code]).toEqual([400, 'PICTURE_FILES_GONE'])
    const now = await studio.payload.findByID({ collection: 'media', id: doc.id })
    expect(now.filename).toBe(next.filename)
  })

  it('a document that is deleted for good takes its files and its sealed originals along, in one request or in bulk', async () => {
    const docs = [await upload(studio, editor, await photograph()), await upload(studio, editor, await photograph())]
    for (const doc of docs) await replace(studio, editor, doc.id, await photograph(500, 400))
    const [one, other] = docs
    expect(filesOf(studio, one).sealed).toHaveLength(2)
    expect((await studio.rest('DELETE', `/media/${one.id}`, { user: admin })).status).toBe(200)
    const bulk = { 'where[id][equals]': other.id }
    expect((await studio.rest('DELETE', '/media', { user: admin, query: bulk })).status).toBe(200)
    for (const doc of docs) expect(filesOf(studio, doc)).toEqual({ open: [], sealed: [] })
  })

  it('a document in the trash keeps them', async () => {
    const doc = await upload(studio, editor, await photograph())
    const before = filesOf(studio, doc)
    await studio.rest('PATCH', `/media/${doc.id}`, { user: editor, body: { deletedAt: new Date().toISOString() } })
    expect(filesOf(studio, doc)).toEqual(before)
    expect((await file(doc.filename, editor)).status).toBe(200)
  })

  it('a deletion that fails leaves every file where it was', async () => {
    const doc = await upload(studio, editor, await photograph())
    const before = filesOf(studio, doc)
    const { deleteOne } = studio.payload.db
    studio.payload.db.deleteOne = () => Promise.reject(new Error('The database went away.'))
    const answer = await studio.rest('DELETE', `/media/${doc.id}`, { user: admin })
    studio.payload.db.deleteOne = deleteOne
    expect(answer.status).toBe(500)
    expect(filesOf(studio, doc)).toEqual(before)
  })
})

describe('nothing that an upload brought lies open', () => {
  it('a refused upload leaves no file behind', async () => {
    const before = [readdirSync(studio.mediaDir).length, readdirSync(originalsFolder(studio)).length]
    const reader = await studio.user('reader')
    const answer = await studio.rest('POST', '/media', { user: reader, body: new FormData() })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect([readdirSync(studio.mediaDir).length, readdirSync(originalsFolder(studio)).length]).toEqual(before)
  })

  it('a sealed file holds none of the bytes of its original', async () => {
    const sent = await photograph()
    const doc = await upload(studio, editor, sent)
    const sealed = readFileSync(sealedFile(studio, doc.original))
    for (let at = 0; at + 32 <= sent.length; at += 997) expect(sealed.includes(sent.subarray(at, at + 32))).toBe(false)
  })
})
