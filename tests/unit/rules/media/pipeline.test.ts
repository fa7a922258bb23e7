import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { sha256 } from '#base/digest.ts'
import { pictureLimits } from '#media/limits.ts'
import { type ProcessedPicture, processPicture } from '#media/pipeline.ts'
import { bomb, partsOf, photograph, planted, tellingJpeg, tellingPng } from './pictures.ts'

const credit = {
  creator: 'Ева <Кримська>',
  creditText: 'Holos & friends',
  copyrightNotice: '© 2026 Holos',
  licence: 'CC BY 4.0',
}

// pHYs and e0 (JFIF) say one resolution for all files: it is the encoder's, raw pixels have none.
const imageParts = /^(pHYs|e0|db|c0|c2|c4|da|dd|IHDR|PLTE|tRNS|IDAT|IEND|VP8|VP8L|VP8X|ALPH)$/
const creditParts = /^(e1|iTXt|XMP)$/

function filesOf(picture: ProcessedPicture): Buffer[] {
  return [picture.data, ...picture.variants.map((variant) => variant.data)]
}

const telling = {
  jpeg: tellingJpeg,
  png: tellingPng,
  webp: async () =>
    sharp(await tellingJpeg())
      .keepMetadata()
      .webp()
      .toBuffer(),
  avif: async () =>
    sharp(await tellingJpeg())
      .keepMetadata()
      .avif({ effort: 0 })
      .toBuffer(),
  gif: async () =>
    Buffer.concat([
      await sharp(await photograph())
        .gif()
        .toBuffer(),
      Buffer.from(planted),
    ]),
}

describe('clean-media: no byte of metadata leaves with a public picture', () => {
  it.each(Object.entries(telling))('%s', async (_, make) => {
    const picture = await processPicture(await make())
    for (const file of filesOf(picture)) {
      expect(file.includes(planted)).toBe(false)
      const { names, trailing } = partsOf(file)
      expect(names.filter((name) => !imageParts.test(name))).toEqual([])
      expect(trailing).toBe(0)
      const { exif, xmp, icc, iptc } = await sharp(file).metadata()
      expect({ exif, xmp, icc, iptc }).toEqual({})
    }
  })

  it('the credit is written into every file, and nothing else', async () => {
    const picture = await processPicture(await tellingJpeg(), { credit })
    for (const file of filesOf(picture)) {
      expect(file.includes(planted)).toBe(false)
      expect(partsOf(file).names.filter((name) => !imageParts.test(name) && !creditParts.test(name))).toEqual([])
      const { exif, xmp, icc } = await sharp(file).metadata()
      expect({ exif, icc }).toEqual({})
      const packet = xmp?.toString('utf8') ?? ''
      expect(packet).toContain('Ева &lt;Кримська&gt;')
      expect(packet).toContain('Holos &amp; friends')
      expect(packet).toContain('© 2026 Holos')
      expect(packet).toContain('CC BY 4.0')
    }
  })

  it('the original is kept byte for byte, and said to tell a place', async () => {
    const upload = await tellingJpeg()
    const picture = await processPicture(upload)
    expect(picture.original.data.equals(upload)).toBe(true)
    expect(picture.original.sha256).toBe(sha256(upload))
    expect(picture.hadLocation).toBe(true)
  })

  it('a position in XMP is found, a picture without one is not accused', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>44,57N</exif:GPSLatitude></x:xmpmeta>'
    expect(
      (
        await processPicture(
          await sharp(await photograph())
            .withXmp(xmp)
            .jpeg()
            .toBuffer(),
        )
      ).hadLocation,
    ).toBe(true)
    expect((await processPicture(await photograph())).hadLocation).toBe(false)
    const camera = await sharp(await photograph())
      .withExif({ IFD0: { Make: 'Camera' } })
      .jpeg()
      .toBuffer()
    expect((await processPicture(camera)).hadLocation).toBe(false)
  })
})

describe('a picture is made ready for readers', () => {
  it('variants by width, never enlarged, each described as it is', async () => {
    const picture = await processPicture(await photograph(900, 600))
    expect(picture.variants.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['w320', 320, 213],
      ['w640', 640, 427],
    ])
    for (const { data, width, height, sha256: hash, mimeType } of picture.variants) {
      const read = await sharp(data).metadata()
      expect([read.width, read.height, `image/${read.format}`]).toEqual([width, height, mimeType])
      expect(hash).toBe(sha256(data))
    }
    expect(picture.sha256).toBe(sha256(picture.data))
  })

  it('photographs become JPEG, drawings and what is see-through stay lossless', async () => {
    const types = Object.fromEntries(
      await Promise.all(
        Object.entries(telling).map(async ([name, make]) => [name, (await processPicture(await make())).mimeType]),
      ),
    )
    expect(types).toEqual({
      jpeg: 'image/jpeg',
      png: 'image/png',
      webp: 'image/jpeg',
      avif: 'image/jpeg',
      gif: 'image/png',
    })
  })

  it('it stands upright', async () => {
    const lying = await sharp(await photograph(900, 600))
      .withExif({ IFD0: { Orientation: '6' } })
      .jpeg()
      .toBuffer()
    const turned = await sharp(lying).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { width, height } = await processPicture(turned)
    expect([width, height]).toEqual([600, 900])
  })

  it('colours of a wide profile stay the colours they are', async () => {
    const red = sharp({ create: { width: 64, height: 64, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    const { data } = await processPicture(await red.withIccProfile('p3').png().toBuffer())
    const [r = 0, g = 0, b = 0] = await sharp(data).raw().toBuffer()
    expect([Math.abs(r - 200) < 4, Math.abs(g - 30) < 6, Math.abs(b - 30) < 6]).toEqual([true, true, true])
  })

  it.each([
    ['grey', (picture: Sharp) => picture.greyscale().png()],
    ['grey with alpha', (picture: Sharp) => picture.greyscale().ensureAlpha(0.5).png()],
    ['16 bit', (picture: Sharp) => picture.toColourspace('rgb16').png()],
    ['CMYK', (picture: Sharp) => picture.toColourspace('cmyk').jpeg()],
  ])('%s pictures are read', async (_, make) => {
    const source = await make(sharp(await photograph(400, 300))).toBuffer()
    const picture = await processPicture(source)
    expect([picture.width, picture.height, picture.variants.length]).toEqual([400, 300, 1])
    const readable = await sharp(source).toColourspace('srgb').png().toBuffer()
    const [before, after] = await Promise.all([readable, picture.data].map((file) => sharp(file).stats()))
    expect(Math.abs((before?.channels[0]?.mean ?? 0) - (after?.channels[0]?.mean ?? 255))).toBeLessThan(6)
  })

  it('of an animation the first frame is kept', async () => {
    const frames = Buffer.concat([Buffer.alloc(64 * 64 * 3, 200), Buffer.alloc(64 * 64 * 3, 10)])
    const raw = { width: 64, height: 128, channels: 3, pageHeight: 64 } as const
    const animated = await sharp(frames, { raw })
      .gif({ delay: [100, 100] })
      .toBuffer()
    const picture = await processPicture(animated)
    expect([picture.width, picture.height]).toEqual([64, 64])
    expect((await sharp(picture.data).raw().toBuffer())[0]).toBeGreaterThan(150)
  })

  it('a preview of some bytes comes with it', async () => {
    const { thumbhash } = await processPicture(await photograph())
    expect(Buffer.from(thumbhash, 'base64').length).toBeGreaterThan(10)
    expect(Buffer.from(thumbhash, 'base64').length).toBeLessThan(40)
  })
})

describe('what is no usable picture is refused with a reason', () => {
  const jpegStart = async () => (await photograph()).subarray(0, 4000)
  const refused: [string, string, () => Buffer | Promise<Buffer>][] = [
    ['an SVG', 'PICTURE_IS_SVG', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG in UTF-16', 'PICTURE_IS_SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le')],
    ['text', 'PICTURE_TYPE_UNKNOWN', () => Buffer.from('hello')],
    ['nothing', 'PICTURE_TYPE_UNKNOWN', () => Buffer.alloc(0)],
    ['a PDF', 'PICTURE_TYPE_UNKNOWN', () => Buffer.from('%PDF-1.7')],
    ['an MP4', 'RECORDING_NOT_TAKEN', () => Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1')],
    ['an MP3', 'RECORDING_NOT_TAKEN', () => Buffer.from('ID3\x04', 'latin1')],
    ['a WAV', 'RECORDING_NOT_TAKEN', () => Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1')],
    ['a HEIC', 'PICTURE_IS_HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['a cut-off JPEG', 'PICTURE_UNREADABLE', jpegStart],
    ['a header without a picture', 'PICTURE_UNREADABLE', () => Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['a decompression bomb', 'PICTURE_TOO_MANY_PIXELS', bomb],
    ['too many bytes', 'PICTURE_TOO_LARGE', () => Buffer.alloc(pictureLimits.bytes + 1)],
  ]

  it.each(refused)('%s', async (_, code, make) => {
    await expect(processPicture(await make())).rejects.toMatchObject({ code, status: 400 })
  })
})
