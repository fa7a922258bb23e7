import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { sha256 } from '#base/digest.ts'
import { copyTable, pictureLimits } from '#media/limits.ts'
import { processPicture } from '#media/pipeline.ts'
import type { MadePicture } from '#media/worker/makePicture.ts'
import { heic } from './corpus/heic.ts'
import { made } from './made.ts'
import { bomb, partsOf, photograph, planted, tellingJpeg, tellingPng } from './pictures.ts'

const credit = {
  creator: 'Ева <Кримська>',
  creditText: 'Holos & friends',
  copyrightNotice: '© 2026 Holos',
  licence: 'CC BY 4.0',
}

// pHYs and e0 (JFIF) say one resolution for all files: it is the encoder's, raw pixels have none.
const imageParts = /^(pHYs|e0|db|c0|c2|c4|da|dd|IHDR|PLTE|tRNS|IDAT|IEND|VP8|VP8L|VP8X|ALPH|av01)$/
const creditParts = /^(e1|iTXt|XMP|mime)$/

function filesOf(picture: MadePicture): Buffer[] {
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
    const picture = await made(await make())
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
    const picture = await made(await tellingJpeg(), { credit })
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
        await made(
          await sharp(await photograph())
            .withXmp(xmp)
            .jpeg()
            .toBuffer(),
        )
      ).hadLocation,
    ).toBe(true)
    expect((await made(await photograph())).hadLocation).toBe(false)
    const camera = await sharp(await photograph())
      .withExif({ IFD0: { Make: 'Camera' } })
      .jpeg()
      .toBuffer()
    expect((await made(camera)).hadLocation).toBe(false)
  })
})

describe('a picture is made ready for readers', () => {
  it('copies by the table, never enlarged, each described as it is', async () => {
    const picture = await made(await photograph(900, 600))
    const sizes = picture.variants.map(({ name, format, width, height }) => `${name} ${format} ${width}×${height}`)
    expect(sizes).toEqual([
      ...['w320', 'w480', 'w640', 'w900'].flatMap((name) =>
        ['avif', 'webp', 'jpeg'].map((format) => {
          const width = Number(name.slice(1))
          return `${name} ${format} ${width}×${Math.round((width * 2) / 3)}`
        }),
      ),
      ...[320, 600].flatMap((width) =>
        ['avif', 'jpeg'].map((format) => `square-w${width} ${format} ${width}×${width}`),
      ),
      ...[320, 480].flatMap((width) =>
        ['avif', 'jpeg'].map((format) => `portrait-w${width} ${format} ${width}×${width * 1.25}`),
      ),
      ...['640×360', '900×506'].flatMap((size) =>
        ['avif', 'jpeg'].map((format) => `wide-w${Number.parseInt(size, 10)} ${format} ${size}`),
      ),
      'social-w900 jpeg 900×471',
    ])
    for (const { data, width, height, sha256: hash, mimeType, format } of picture.variants) {
      const read = await sharp(data).metadata()
      expect([read.width, read.height, read.format]).toEqual([width, height, format === 'avif' ? 'heif' : format])
      expect([hash, mimeType]).toEqual([sha256(data), `image/${format}`])
    }
    expect(picture.sha256).toBe(sha256(picture.data))
  })

  it('a large picture has every copy of the table, and one that is see-through PNG in place of JPEG', async () => {
    const background = { r: 20, g: 90, b: 160, alpha: 0.5 }
    const large = await sharp({ create: { width: 2400, height: 1600, channels: 4, background } })
      .png()
      .toBuffer()
    const { variants } = await made(large)
    const count = Object.values(copyTable).reduce((sum, { widths, formats }) => sum + widths.length * formats.length, 0)
    expect(variants).toHaveLength(count)
    expect(new Set(variants.map(({ format }) => format))).toEqual(new Set(['avif', 'webp', 'png']))
    const alphas = await Promise.all(variants.map(async ({ data }) => (await sharp(data).metadata()).hasAlpha))
    expect(alphas.every(Boolean)).toBe(true)
  })

  it('crops are made around the focal point, as far as the edges let them', async () => {
    const halves = await sharp(Buffer.concat([Buffer.alloc(400 * 3, 0), Buffer.alloc(400 * 3, 255)]), {
      raw: { width: 800, height: 1, channels: 3 },
    })
      .resize({ width: 800, height: 400, fit: 'fill', kernel: 'nearest' })
      .png()
      .toBuffer()
    const brightness = async (x: number) => {
      const { variants } = await made(halves, { focalPoint: { x, y: 50 } })
      const square = variants.find(({ crop, format }) => crop === 'square' && format === 'jpeg')
      return (await sharp(square?.data).stats()).channels[0]?.mean ?? Number.NaN
    }
    expect(await brightness(0)).toBeLessThan(2)
    expect(await brightness(100)).toBeGreaterThan(253)
    expect(Math.abs((await brightness(50)) - 127)).toBeLessThan(6)
  })

  it('photographs become JPEG, drawings and what is see-through stay lossless', async () => {
    const types = Object.fromEntries(
      await Promise.all(
        Object.entries(telling).map(async ([name, make]) => [name, (await made(await make())).mimeType]),
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
    const { width, height } = await made(turned)
    expect([width, height]).toEqual([600, 900])
  })

  it('colours of a wide profile stay the colours they are', async () => {
    const red = sharp({ create: { width: 64, height: 64, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    const { data } = await made(await red.withIccProfile('p3').png().toBuffer())
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
    const picture = await made(source)
    expect([picture.width, picture.height, picture.variants.length]).toEqual([400, 300, 13])
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
    const picture = await made(animated)
    expect([picture.width, picture.height]).toEqual([64, 64])
    expect((await sharp(picture.data).raw().toBuffer())[0]).toBeGreaterThan(150)
  })

  it('a preview of some bytes comes with it', async () => {
    const { thumbhash } = await made(await photograph())
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
    [
      'a HEIC without a picture',
      'PICTURE_UNREADABLE',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    ],
    ['a cut-off HEIC', 'PICTURE_UNREADABLE', () => heic().subarray(0, 450)],
    [
      'a camera’s raw file',
      'PICTURE_IS_RAW',
      () => Buffer.from('II*\0\x08\0\0\0\x01\0\x12\xc6\x01\0\x04\0\0\0\x01\x04\0\0\0\0\0\0', 'latin1'),
    ],
    ['a raw file of Canon', 'PICTURE_IS_RAW', () => Buffer.from('II*\0\x10\0\0\0CR\x02\0\0\0\0\0', 'latin1')],
    ['a TIFF without a picture', 'PICTURE_UNREADABLE', () => Buffer.from('MM\0*\0\0\0\x08\0\0', 'latin1')],
    ['a cut-off JPEG', 'PICTURE_UNREADABLE', jpegStart],
    ['a header without a picture', 'PICTURE_UNREADABLE', () => Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['a decompression bomb', 'PICTURE_TOO_MANY_PIXELS', bomb],
    ['too many bytes', 'PICTURE_TOO_LARGE', () => Buffer.alloc(pictureLimits.bytes + 1)],
  ]

  it.each(refused)('%s', async (_, code, make) => {
    await expect(processPicture(await make())).rejects.toMatchObject({ code, status: 400 })
  })
})
