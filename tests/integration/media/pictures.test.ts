import { readdirSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '#base/digest.ts'
import { pictureLimits } from '#media/limits.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { bomb, photograph, planted, tellingJpeg } from '#tests/unit/rules/media/pictures.ts'
import { filesOf, form, originalsFolder, publicFile, sealedFile, upload as uploaded } from './uploads.ts'

let studio: Studio
let editor: TestUser

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio?.close())

const upload = (file: Buffer, data?: Record<string, unknown>) => uploaded(studio, editor, file, { data })
const stored = (name: string): Buffer => publicFile(studio, name)
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('clean-media: what is uploaded is not what leaves', () => {
  it('no byte and no name of the upload is in a file that may be served', async () => {
    const sent = await tellingJpeg()
    const doc = await upload(sent, { alt: 'A picture' })
    const { open, sealed } = filesOf(studio, doc)
    expect(open).toEqual([...doc.variants.map((variant: { file: string }) => variant.file), doc.filename].sort())
    for (const name of open) {
      expect(name).toMatch(/^[0-9a-f]{16}-[0-9a-f]{12}(-(square|portrait|wide|social))?(-w\d+)?\.(jpg|png|webp|avif)$/)
      expect(stored(name).includes(planted)).toBe(false)
    }
    expect(sealed).toEqual([`${doc.original}.age`])
    const { told: _, originalName: __, ...rest } = doc
    expect(JSON.stringify(rest)).not.toContain(planted)
    const { body } = await studio.rest('GET', `/media/${doc.id}`, { user: await studio.user('reader') })
    expect(JSON.stringify(body)).not.toContain(planted)
  })

  it('the document describes the stored file', async () => {
    const sent = await tellingJpeg()
    const doc = await upload(sent)
    const main = stored(doc.filename)
    expect(doc).toMatchObject({
      sha256: sha256(main),
      filesize: main.length,
      mimeType: 'image/jpeg',
      width: 900,
      height: 600,
      originalSha256: sha256(sent),
      hadLocation: true,
      focalX: 50,
      focalY: 50,
    })
    expect(doc.thumbhash).toMatch(/^[A-Za-z0-9+/]+=*$/)
    for (const { file, sha256: hash, bytes } of doc.variants) {
      expect([sha256(stored(file)), stored(file).length]).toEqual([hash, bytes])
    }
  })

  it('the sealed original is its owner’s alone', async () => {
    const doc = await upload(await photograph())
    expect(mode(sealedFile(studio, doc.original))).toBe('600')
    expect(mode(originalsFolder(studio))).toBe('700')
  })

  it('what describes the file cannot be forged', async () => {
    const forged = { sha256: 'f'.repeat(64), variants: [], original: 'x', hadLocation: false, filename: 'mine.jpg' }
    const doc = await upload(await tellingJpeg(), forged)
    expect(doc.sha256).toBe(sha256(stored(doc.filename)))
    expect(doc.hadLocation).toBe(true)
    const changed = await studio.rest('PATCH', `/media/${doc.id}`, { user: editor, body: { ...forged, alt: 'New' } })
    expect(changed.body.doc).toMatchObject({
      sha256: doc.sha256,
      filename: doc.filename,
      original: doc.original,
      alt: 'New',
    })
    expect(changed.body.doc.variants).toEqual(doc.variants)
  })
})

describe('a picture is replaced without pulling it from under the public', () => {
  it('the new file has a new name, the old one stays until the document is deleted', async () => {
    const { payload } = studio
    const doc = await upload(await photograph(900, 600))
    const { status, body } = await studio.rest('PATCH', `/media/${doc.id}`, {
      user: editor,
      body: form(await photograph(500, 400)),
    })
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    const next = body.doc
    expect(next.filename).not.toBe(doc.filename)
    expect([next.width, next.height, next.sha256]).toEqual([500, 400, sha256(stored(next.filename))])
    expect(next.url).toContain(next.filename)
    expect(sha256(stored(doc.filename))).toBe(doc.sha256)

    await payload.delete({ collection: 'media', id: doc.id })
    expect(filesOf(studio, doc)).toEqual({ open: [], sealed: [] })
  })

  it('a new credit is written into a new edition of the files', async () => {
    const doc = await upload(await tellingJpeg(), { creator: 'First' })
    expect(stored(doc.filename).includes('First')).toBe(true)
    const { body } = await studio.rest('PATCH', `/media/${doc.id}`, { user: editor, body: { creator: 'Second' } })
    expect(body.doc.filename).not.toBe(doc.filename)
    expect(stored(body.doc.filename).includes('Second')).toBe(true)
    expect(stored(body.doc.filename).includes('First')).toBe(false)
    expect(stored(body.doc.filename).includes(planted)).toBe(false)
    expect(body.doc.originalSha256).toBe(doc.originalSha256)
    const same = await studio.rest('PATCH', `/media/${doc.id}`, { user: editor, body: { creator: 'Second', alt: 'x' } })
    expect(same.body.doc.filename).toBe(body.doc.filename)
  })

  it('for many documents at once too, and not where the credit stays', async () => {
    const docs = [
      await upload(await tellingJpeg(), { creator: 'Bulk' }),
      await upload(await photograph(), { creator: 'Bulk' }),
    ]
    const query = { 'where[creator][equals]': 'Bulk' }
    const { status, body } = await studio.rest('PATCH', '/media', {
      user: editor,
      query,
      body: { creator: 'Everybody' },
    })
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: [] })
    for (const doc of docs) {
      const now = await studio.payload.findByID({ collection: 'media', id: doc.id })
      expect(now.filename).not.toBe(doc.filename)
      expect(stored(String(now.filename)).includes('Everybody')).toBe(true)
      expect(now.sha256).toBe(sha256(stored(String(now.filename))))
      const same = await studio.rest('PATCH', `/media/${doc.id}`, {
        user: editor,
        body: { alt: 'x', creator: ' Everybody ' },
      })
      expect(same.body.doc.filename).toBe(now.filename)
      const words = await studio.rest('PATCH', `/media/${doc.id}`, { user: editor, body: { alt: 'y' } })
      expect(words.body.doc.filename).toBe(now.filename)
    }
  })

  it('a credit can be taken away, and one that fits into no file is refused', async () => {
    const doc = await upload(await photograph(), { creator: 'First', licence: 'CC0' })
    const { body } = await studio.rest('PATCH', `/media/${doc.id}`, {
      user: editor,
      body: { creator: null, licence: '' },
    })
    expect(stored(body.doc.filename).includes('adobe')).toBe(false)
    const long = await studio.rest('PATCH', `/media/${doc.id}`, {
      user: editor,
      body: { creditText: 'я'.repeat(40_000) },
    })
    expect([long.status, long.body.errors[0].data.code]).toEqual([400, 'CREDIT_TOO_LONG'])
  })

  it('the focal point that the admin sends is kept as data, and no other edit of the file is', async () => {
    const doc = await upload(await photograph())
    const { status, body } = await studio.rest('PATCH', `/media/${doc.id}`, {
      user: editor,
      query: {
        'uploadEdits[focalPoint][x]': '20',
        'uploadEdits[focalPoint][y]': '70',
        'uploadEdits[crop][width]': '10',
      },
      body: { alt: 'Focus' },
    })
    expect(status).toBe(200)
    expect(body.doc).toMatchObject({ focalX: 20, focalY: 70, width: doc.width, originalSha256: doc.originalSha256 })
    expect(body.doc.filename).not.toBe(doc.filename)
    expect(sha256(stored(doc.filename))).toBe(doc.sha256)
  })
})

describe('no-500: what is no usable picture is refused with a sentence', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const refused: [string, () => Buffer, string, string][] = [
    ['an SVG', () => svg, 'image/svg+xml', 'PICTURE_IS_SVG'],
    ['an SVG that calls itself PNG', () => svg, 'image/png', 'PICTURE_IS_SVG'],
    ['a decompression bomb', bomb, 'image/png', 'PICTURE_TOO_MANY_PIXELS'],
    ['a recording', () => Buffer.from('OggS\0\x02'), 'audio/ogg', 'RECORDING_NOT_TAKEN'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/jpeg', 'PICTURE_TYPE_UNKNOWN'],
  ]

  it.each(refused)('%s', async (_, make, type, code) => {
    const before = readdirSync(studio.mediaDir).length
    const body = form(make(), {}, 'x.png', type)
    const answer = await studio.rest('POST', '/media', { user: editor, body, headers: { 'Accept-Language': 'en' } })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0]).toMatchObject({ data: { code } })
    expect(answer.body.errors[0].message).toMatch(/\.$/)
    expect(readdirSync(studio.mediaDir)).toHaveLength(before)
  })

  it('more bytes than may be', async () => {
    const large = Buffer.concat([await photograph(), Buffer.alloc(pictureLimits.bytes)])
    const answer = await studio.rest('POST', '/media', { user: editor, body: form(large) })
    expect([answer.status, answer.body.errors[0].data.code]).toEqual([400, 'PICTURE_TOO_LARGE'])
  })

  it('nothing at all, and an address in its place', async () => {
    const body = { filename: 'x.jpg', url: 'https://example.org/x.jpg', alt: 'x' }
    const answer = await studio.rest('POST', '/media', { user: editor, body })
    expect([answer.status, answer.body.errors[0].data.code]).toEqual([400, 'PICTURE_MISSING'])
  })

  it('the sentence is in the language of the person', async () => {
    const answer = await studio.rest('POST', '/media', {
      user: editor,
      body: form(svg),
      headers: { 'Accept-Language': 'uk' },
    })
    expect(answer.body.errors[0].message).toContain('SVG-файли')
  })

  it('one file for many documents, a copy of a picture', async () => {
    const doc = await upload(await photograph())
    const bulk = await studio.rest('PATCH', '/media', {
      user: editor,
      query: { 'where[id][exists]': 'true' },
      body: form(await photograph()),
    })
    expect(bulk.status).toBe(400)
    const copy = await studio.rest('POST', `/media/${doc.id}/duplicate`, { user: editor, body: {} })
    expect([400, 403]).toContain(copy.status)
  })

  it('nobody without a right makes the studio decode anything', async () => {
    const before = readdirSync(studio.mediaDir).length
    const stranger = await studio.rest('POST', '/media', { body: form(bomb()) })
    const reader = await studio.rest('POST', '/media', { user: await studio.user('reader'), body: form(bomb()) })
    expect([stranger.status, reader.status]).toEqual([403, 403])
    expect(readdirSync(studio.mediaDir)).toHaveLength(before)
  })
})

describe('no-500: a form that cannot be read', () => {
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    studio.rest('POST', '/media', { user: editor, body, headers })

  it('names the field whose JSON is broken', async () => {
    const body = form(await tellingJpeg())
    body.set('_payload', '{"alt":')
    expect(await send(body)).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'The field _payload of the form is not valid JSON.' }] },
    })
  })

  it('says that a body without its boundary is no form', async () => {
    const answer = await send('no form at all', { 'Content-Type': 'multipart/form-data; boundary=missing' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toMatch(/^The form cannot be read/)
  })
})
