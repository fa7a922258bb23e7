import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { remakePictures } from '#cli/holos/remake.ts'
import { setComputed } from '#database/setComputed.ts'
import type { Face } from '#media/faces.ts'
import { copyTable } from '#media/limits.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { eventually } from '#tests/harness/eventually.ts'
import { missingExiftool, tagsIn } from '#tests/harness/exiftool.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { heic } from '#tests/unit/rules/media/corpus/heic.ts'
import { exif, xmp } from '#tests/unit/rules/media/corpus/telling.ts'
import { gps, tiffPicture } from '#tests/unit/rules/media/corpus/tiff.ts'
import { hugePng, photograph } from '#tests/unit/rules/media/pictures.ts'
import { form, publicFile, upload } from './uploads.ts'

let studio: Studio
let editor: TestUser
let delivery: TestDelivery

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  delivery = await openDelivery(studio.databaseUrl, { MEDIA_DIR: studio.mediaDir })
})
afterAll(async () => {
  await delivery?.stop()
  await studio?.close()
})

type Doc = { id: string; filename: string; variants: { file: string; crop: string; format: string; width: number }[] }

const face: Face = { id: 'a', x: 0.25, y: 0.25, width: 0.25, height: 0.5 }
const everyFile = ({ filename, variants }: Doc): string[] => [filename, ...variants.map(({ file }) => file)]

/** Black to the left, white to the right; lossless, so that what is covered can be measured. */
async function halves(width = 400, height = 200): Promise<Buffer> {
  const left = await sharp({ create: { width: width / 2, height, channels: 3, background: 'black' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .png()
    .toBuffer()
}

async function change(from: Studio, user: TestUser, doc: Doc, body: Record<string, unknown>): Promise<Doc> {
  const answer = await from.rest('PATCH', `/media/${doc.id}`, { user, body })
  expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: 200, errors: undefined })
  return answer.body.doc
}

async function publish({ id }: Doc): Promise<void> {
  const { status, body } = await studio.rest('POST', `/media/${id}/publish`, {
    user: editor,
    body: { facts: true, locales: ['en'] },
  })
  expect({ status, refusals: body.data?.refusals }).toEqual({ status: 200, refusals: undefined })
}

async function squareMean(from: Studio, { variants }: Doc): Promise<number> {
  const square = variants.find(({ crop, format }) => crop === 'square' && format === 'jpeg')
  const { channels } = await sharp(publicFile(from, square?.file ?? '')).stats()
  return channels[0]?.mean ?? Number.NaN
}

/** How far the middle of the region is from being one colour, in a file that shows the whole picture. */
async function detail(from: Studio, name: string): Promise<number> {
  const file = publicFile(from, name)
  const { width = 0, height = 0 } = await sharp(file).metadata()
  const area = {
    left: Math.ceil(face.x * width) + 8,
    top: Math.ceil(face.y * height) + 8,
    width: Math.floor(face.width * width) - 16,
    height: Math.floor(face.height * height) - 16,
  }
  const { channels } = await sharp(await sharp(file).extract(area).png().toBuffer()).stats()
  return Math.max(...channels.map(({ stdev }) => stdev))
}

describe('an upload holds nobody up', () => {
  it('the studio answers while 118 megapixels of 16 bits are read', async () => {
    const huge = await hugePng(10_880)
    let isDone = false
    const uploading = upload(studio, editor, huge).finally(() => {
      isDone = true
    })
    let longest = 0
    let answers = 0
    while (!isDone) {
      const start = performance.now()
      expect((await studio.rest('GET', '/media', { user: editor, query: { limit: '1' } })).status).toBe(200)
      longest = Math.max(longest, performance.now() - start)
      answers++
      // SQLite answers without waiting: timers and the process of the picture get their turn here.
      await wait(20)
    }
    expect(await uploading).toMatchObject({ width: 4096, height: 4096 })
    expect(answers).toBeGreaterThan(5)
    expect(longest).toBeLessThan(3000)
  })

  it('of what is too large nothing is stored, and the sentence is in the language of who sent it', async () => {
    const before = readdirSync(studio.mediaDir)
    const huge = await hugePng(11_000)
    const answers = await Promise.all(
      ['en', 'uk', 'ru', 'tr'].map((language) =>
        studio.rest('POST', '/media', { user: editor, body: form(huge), headers: { 'Accept-Language': language } }),
      ),
    )
    expect(answers.map(({ status, body }) => `${status} ${body.errors[0].data.code}`)).toEqual(
      Array(4).fill('400 PICTURE_TOO_MANY_PIXELS'),
    )
    expect(new Set(answers.map(({ body }) => body.errors[0].message)).size).toBe(4)
    expect(readdirSync(studio.mediaDir)).toEqual(before)
  })
})

describe('pictures from telephones and scanners', () => {
  const sent = {
    'IMG_0001.HEIC': () => heic({ exif: exif.makerNote(), xmp, turns: 3 }),
    'scan.tif': () => tiffPicture(64, 48, [{ tag: 0x010f, text: 'Apple' }, gps([45, 2], [34, 6])]),
  }

  it.each(Object.entries(sent))('%s is taken, told of, and public without what it told', async (name, make) => {
    const doc = await upload(studio, editor, make(), { name, data: { alt: 'A', creator: 'Somebody' } })
    expect(doc).toMatchObject({ hadLocation: true, originalName: name, mimeType: 'image/jpeg' })
    expect(doc.told.place).toEqual({ latitude: 45.03, longitude: 34.1 })
    expect(doc.original).toMatch(/\.(heic|tif)$/)
    if (await missingExiftool()) return
    const folder = mkdtempSync(join(tmpdir(), 'holos-public-'))
    for (const file of everyFile(doc)) writeFileSync(join(folder, file), publicFile(studio, file))
    for (const tags of await tagsIn(folder)) {
      expect(tags['XMP-dc:Creator']).toEqual(['Somebody'])
      expect(JSON.stringify(tags)).not.toMatch(/GPS|CANARY|Apple/)
    }
  })
})

describe('public files follow the focal point and what is covered', () => {
  it('another focal point makes other crops', async () => {
    const doc: Doc = await upload(studio, editor, await halves(), { data: { alt: 'A' } })
    expect(Math.abs((await squareMean(studio, doc)) - 127)).toBeLessThan(8)
    const left = await change(studio, editor, doc, { focalX: 0, focalY: 50 })
    expect(left.filename).not.toBe(doc.filename)
    expect(await squareMean(studio, left)).toBeLessThan(3)
    const atOnce = await upload(studio, editor, await halves(), { data: { focalX: 0, focalY: 50 } })
    expect(await squareMean(studio, atOnce)).toBeLessThan(3)
    expect((await change(studio, editor, left, { alt: 'B' })).filename).toBe(left.filename)
  })

  it('a covered region is covered in every file, and the older edition is public no more', async () => {
    const doc: Doc = await upload(studio, editor, await photograph(480, 360), { data: { alt: 'A' } })
    await publish(doc)
    const open = (name: string) => delivery.get(`/media/${name}`).then(({ status }) => status)
    await eventually(async () => expect(await open(doc.filename)).toBe(200))
    expect(await detail(studio, doc.filename)).toBeGreaterThan(2.5)

    const covered = await change(studio, editor, doc, { faces: [face] })
    expect(everyFile(covered).filter((name) => everyFile(doc).includes(name))).toEqual([])
    for (const { file } of covered.variants.filter(({ crop }) => crop === 'whole'))
      expect(await detail(studio, file)).toBeLessThan(1.5)
    expect(await detail(studio, covered.filename)).toBeLessThan(1.5)
    await publish(covered)
    await eventually(async () => expect(await open(covered.filename)).toBe(200))
    for (const name of everyFile(covered)) expect(await open(name)).toBe(200)
    for (const name of everyFile(doc)) expect(await open(name)).toBe(404)

    const shown = await change(studio, editor, covered, { faces: [] })
    expect(await detail(studio, shown.filename)).toBeGreaterThan(2.5)
  })

  it('what cannot be read as regions covers nothing by mistake: it is refused', async () => {
    const doc: Doc = await upload(studio, editor, await photograph(480, 360))
    const { status, body } = await studio.rest('PATCH', `/media/${doc.id}`, {
      user: editor,
      body: { faces: [{ x: '0.2' }] },
    })
    expect([status, body.errors[0].data.errors[0].path]).toEqual([400, 'faces'])
  })

  it('variants are asked for by format and crop', async () => {
    const doc: Doc = await upload(studio, editor, await photograph(900, 600), { data: { alt: 'A' } })
    await publish(doc)
    const query = `query ($id: ID!) { node(id: $id) { ... on Media {
      square: variants(format: AVIF, crop: SQUARE) { path width height format crop bytes }
      variants { crop }
      srcset(format: JPEG, crop: WIDE)
    } } }`
    await eventually(async () => {
      const { body } = await delivery.ask(query, { variables: { id: `media:${doc.id}` } })
      expect(body.errors).toBeUndefined()
      const { square, variants, srcset } = body.data.node
      expect(
        square.map(({ width, height, format, crop }: Record<string, unknown>) => [width, height, format, crop]),
      ).toEqual([320, 600].map((edge) => [edge, edge, 'AVIF', 'SQUARE']))
      expect(new Set(variants.map(({ crop }: { crop: string }) => crop))).toEqual(new Set(['WHOLE']))
      expect(srcset).toMatch(/^\S+wide-w640\.jpg 640w, \S+wide-w900\.jpg 900w$/)
    })
  })
})

describe('with ORIGINALS_RECIPIENT public files are made anew from the public main file', () => {
  let away: Studio
  let editorAway: TestUser

  beforeAll(async () => {
    away = await openStudio({ recipient: await identityToRecipient(await generateX25519Identity()) })
    editorAway = await away.user('editor')
  })
  afterAll(() => away?.close())

  it('another focal point and more regions need no original, uncovering does', async () => {
    const doc: Doc = await upload(away, editorAway, await halves(), { data: { alt: 'A' } })
    const left = await change(away, editorAway, doc, { focalX: 0, focalY: 50 })
    expect(await squareMean(away, left)).toBeLessThan(3)
    expect(publicFile(away, left.filename).equals(publicFile(away, doc.filename))).toBe(true)
    const covered = await change(away, editorAway, left, { faces: [{ ...face, x: 0.4 }] })
    const more = await change(away, editorAway, covered, {
      faces: [
        { ...face, x: 0.4 },
        { ...face, id: 'b', x: 0 },
      ],
    })
    expect(more.filename).not.toBe(covered.filename)
    const { status, body } = await away.rest('PATCH', `/media/${doc.id}`, { user: editorAway, body: { faces: [] } })
    expect([status, body.errors[0].data.code]).toEqual([400, 'ORIGINAL_NEEDED'])
  })
})

describe('holos media remake', () => {
  async function run(publishing: boolean): Promise<{ said: string; code: number }> {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    try {
      const code = await (await remakePictures([], { publish: publishing }))(studio.payload)
      return { said: log.mock.calls.flat().join('\n'), code }
    } finally {
      log.mockRestore()
    }
  }

  /** As an earlier version of Holos left a picture: one size, as WebP, that says neither format nor crop. */
  async function older(): Promise<Doc> {
    const doc: Doc = await upload(studio, editor, await photograph(480, 360), { data: { alt: 'Old' } })
    const variants = doc.variants
      .filter(({ format, crop }) => format === 'webp' && crop === 'whole')
      .map(({ format: _, crop: __, ...variant }) => variant)
    const { revision } = await studio.payload.findByID({ collection: 'media', id: doc.id })
    await setComputed(studio.payload, 'media', doc.id, Number(revision), { variants })
    return { ...doc, variants: variants as unknown as Doc['variants'] }
  }

  it('old pictures are served as they are, and get every copy; a second run has nothing to do', async () => {
    const [open, pending] = [await older(), await older()]
    await publish(open)
    await publish(pending)
    await change(studio, editor, pending, { takenOn: '2018' })
    const ask = () =>
      delivery.ask(
        'query ($id: ID!) { node(id: $id) { ... on Media { variants(format: WEBP) { format crop path } all: variants { path } } } }',
        { variables: { id: `media:${open.id}` } },
      )
    await eventually(async () => {
      const { body } = await ask()
      expect(body.data.node.variants.map(({ format, crop }: Record<string, unknown>) => [format, crop])).toEqual(
        open.variants.map(() => ['WEBP', 'WHOLE']),
      )
    })

    const first = await run(false)
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining(`media:${open.id} has its copies.`) })
    const now = await studio.payload.findByID({ collection: 'media', id: open.id })
    const crops = new Set((now.variants as Doc['variants']).map(({ crop }) => crop))
    expect(crops).toEqual(new Set(Object.keys(copyTable)))

    const second = await run(true)
    expect(second.code).toBe(0)
    expect(second.said).toContain(`media:${open.id} was published with its new copies.`)
    expect(second.said).not.toContain('has its copies')
    expect(second.said).not.toContain(`media:${pending.id}`)
    expect((await run(true)).said).toMatch(/ 0 were made anew, 0 of them published, 0 failed/)
    await eventually(async () => expect((await ask()).body.data.node.all.length).toBeGreaterThan(3))
  })
})
