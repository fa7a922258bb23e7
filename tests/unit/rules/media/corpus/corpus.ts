import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { boxesWith, gifBlock, gifWith, jpegWith, pngWith, segment, webpWith } from './files.ts'
import { heic } from './heic.ts'
import { canary, describing, exif, iptc, photoshopResource, utf16, xmp } from './telling.ts'
import { gps, page, tiff, tiffPicture } from './tiff.ts'

const [width, height] = [48, 36]

const plain = (channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 90, b: 30, alpha: 0.5 } } })
const jpeg = () => plain().jpeg().toBuffer()
const png = () => plain().png().toBuffer()
const webp = () => plain().webp().toBuffer()
const gif = () => plain().gif().toBuffer()
const avif = () => plain().avif({ effort: 0 }).toBuffer()

const exifSegment = (block: Buffer) => segment(0xe1, 'Exif\0\0', block)
const xmpSegment = segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp)
const comment = segment(0xfe, canary)

/** A profile in which the canary stands as its copyright. */
async function profile(): Promise<Buffer> {
  const { icc } = await sharp(await plain().withIccProfile('p3').png().toBuffer()).metadata()
  const data = Buffer.from(icc ?? [])
  const at = data.indexOf('text', 128, 'latin1')
  const place = at < 0 ? data.length - 40 : at + 8
  data.write(canary, place, 'latin1')
  return data
}
async function profileSegment() {
  return segment(0xe2, 'ICC_PROFILE\0\x01\x01', await profile())
}

/** What an archive begins and ends with; programs look for its end from behind. */
const zip = `PK\x03\x04${canary}PK\x05\x06${'\0'.repeat(18)}`
const html = `<html><script>${canary}</script></html>`

async function thumbnails(depth: number): Promise<Buffer> {
  const inner = depth === 0 ? exif.place() : exif.thumbnail(await thumbnails(depth - 1))
  return jpegWith(await jpeg(), [exifSegment(inner), comment])
}

const frames = (): Sharp => {
  const raw = { width, height: height * 2, channels: 3, pageHeight: height } as const
  return sharp(Buffer.alloc(width * height * 2 * 3, 90), { raw })
}

/** A second frame, which no decoder of plain PNG reads. */
async function animatedPng(): Promise<Buffer> {
  const u32 = (...values: number[]) => {
    const bytes = Buffer.alloc(values.length * 4)
    values.forEach((value, at) => {
      bytes.writeUInt32BE(value, at * 4)
    })
    return bytes
  }
  const control = Buffer.concat([u32(0, width, height, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])])
  return pngWith(await png(), [
    ['acTL', u32(2, 0)],
    ['fcTL', control],
    ['fdAT', Buffer.concat([u32(1), deflateSync(canary)])],
    ['tEXt', Buffer.from(`Author\0${canary}`)],
  ])
}

const rawProfile = (kind: string, data: Buffer): [string, Buffer] => {
  const text = `\n${kind}\n${String(data.length).padStart(8)}\n${data.toString('hex')}\n`
  return ['zTXt', Buffer.concat([Buffer.from(`Raw profile type ${kind}\0\0`), deflateSync(text)])]
}
const text = (type: string, body: string | Buffer): [string, Buffer] => [type, Buffer.from(body)]
const xmpText = text('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmp}`)

const jpegs: Record<string, () => Promise<Buffer>> = {
  'Exif texts': async () => jpegWith(await jpeg(), [exifSegment(exif.texts())]),
  'Exif place': async () => jpegWith(await jpeg(), [exifSegment(exif.place())]),
  'Exif camera': async () => jpegWith(await jpeg(), [exifSegment(exif.camera())]),
  'maker note': async () => jpegWith(await jpeg(), [exifSegment(exif.makerNote())]),
  'a thumbnail': async () => thumbnails(1),
  'thumbnails in thumbnails': async () => thumbnails(3),
  XMP: async () => jpegWith(await jpeg(), [xmpSegment]),
  'extended XMP': async () =>
    jpegWith(await jpeg(), [
      xmpSegment,
      segment(0xe1, `http://ns.adobe.com/xmp/extension/\0${'0'.repeat(32)}\0\0\0\x20\0\0\0\0${canary}`),
    ]),
  IPTC: async () => jpegWith(await jpeg(), [segment(0xed, 'Photoshop 3.0\0', photoshopResource)]),
  comments: async () => jpegWith(await jpeg(), [comment, comment]),
  profile: async () => jpegWith(await jpeg(), [await profileSegment()]),
  JFXX: async () => jpegWith(await jpeg(), [segment(0xe0, `JFXX\0\x10${canary}`)]),
  'every application segment': async () =>
    jpegWith(
      await jpeg(),
      Array.from({ length: 13 }, (_, at) => segment(0xe3 + at, `Own\0${canary}`)).filter(
        ({ marker }) => marker !== 0xee,
      ),
    ),
  'several pictures (MPF)': async () =>
    jpegWith(await jpeg(), [segment(0xe2, `MPF\0II*\0\x08\0\0\0\0\0${canary}`)], await thumbnails(0)),
  FlashPix: async () => jpegWith(await jpeg(), [segment(0xe2, `FPXR\0\0\x01${canary}`)]),
  'a film behind it': async () => jpegWith(await jpeg(), [xmpSegment], `\0\0\0\x18ftypmp42\0\0\0\0mp42isom${canary}`),
  'bytes behind it': async () => jpegWith(await jpeg(), [], canary),
  'an archive behind it': async () => jpegWith(await jpeg(), [], zip),
  'a page in it': async () => jpegWith(await jpeg(), [segment(0xfe, html)], html),
  'a page behind it': async () => jpegWith(await jpeg(), [], html),
  progressive: async () => jpegWith(await plain().jpeg({ progressive: true }).toBuffer(), [exifSegment(exif.place())]),
  grey: async () => jpegWith(await plain().greyscale().jpeg().toBuffer(), [exifSegment(exif.place()), comment]),
  CMYK: async () => jpegWith(await plain().toColourspace('cmyk').jpeg().toBuffer(), [exifSegment(exif.place())]),
  everything: async () =>
    jpegWith(
      await jpeg(),
      [
        exifSegment(exif.thumbnail(await thumbnails(0))),
        xmpSegment,
        segment(0xed, 'Photoshop 3.0\0', photoshopResource),
        await profileSegment(),
        comment,
      ],
      zip,
    ),
  'one pixel': async () =>
    jpegWith(await plain().resize(1, 1).jpeg().toBuffer(), [exifSegment(exif.place()), comment], canary),
  'very wide': async () =>
    jpegWith(await plain().resize(3000, 2, { fit: 'fill' }).jpeg().toBuffer(), [exifSegment(exif.place()), comment]),
  'very high': async () =>
    jpegWith(await plain().resize(2, 3000, { fit: 'fill' }).jpeg().toBuffer(), [exifSegment(exif.place()), comment]),
}

const turned = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [
    `orientation ${orientation}`,
    async () => jpegWith(await jpeg(), [exifSegment(exif.turned(orientation))]),
  ]),
)

const pngs: Record<string, () => Promise<Buffer>> = {
  tEXt: async () => pngWith(await png(), [text('tEXt', `Author\0${canary}`), text('tEXt', `GPS\0${canary}`)]),
  zTXt: async () => pngWith(await png(), [['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(canary)])]]),
  iTXt: async () =>
    pngWith(await png(), [
      text('iTXt', `Title\0\0\0en\0\0${canary}`),
      ['iTXt', Buffer.concat([Buffer.from('Packed\0\x01\0en\0\0'), deflateSync(canary)])],
    ]),
  XMP: async () => pngWith(await png(), [xmpText]),
  eXIf: async () => pngWith(await png(), [['eXIf', exif.makerNote()]]),
  'raw profiles': async () =>
    pngWith(await png(), [
      rawProfile('exif', Buffer.concat([Buffer.from('Exif\0\0'), exif.place()])),
      rawProfile('iptc', photoshopResource),
      rawProfile('xmp', Buffer.from(xmp)),
    ]),
  profile: async () =>
    pngWith(await png(), [['iCCP', Buffer.concat([Buffer.from(`${canary}\0\0`), deflateSync(await profile())])]]),
  'chunks of its own': async () =>
    pngWith(await png(), [
      text('prVt', canary),
      text('tIME', Buffer.from([7, 226, 5, 21, 6, 0, 0])),
      text('caBX', canary),
    ]),
  animated: animatedPng,
  'bytes behind it': async () => pngWith(await png(), [], canary),
  'an archive behind it': async () => pngWith(await png(), [], zip),
  '16 bit': async () => pngWith(await plain().toColourspace('rgb16').png().toBuffer(), [['eXIf', exif.place()]]),
  'grey with alpha': async () =>
    pngWith(await plain(4).greyscale().png().toBuffer(), [xmpText, ['eXIf', exif.place()]]),
  'see-through': async () => pngWith(await plain(4).png().toBuffer(), [xmpText, ['eXIf', exif.place()]], canary),
  palette: async () => pngWith(await plain().png({ palette: true }).toBuffer(), [['eXIf', exif.place()]]),
  'one pixel': async () => pngWith(await plain().resize(1, 1).png().toBuffer(), [xmpText]),
}

const webps: Record<string, () => Promise<Buffer>> = {
  'Exif and XMP': async () =>
    plain()
      .withExif({ IFD0: { Artist: canary } })
      .withXmp(xmp)
      .webp()
      .toBuffer(),
  profile: async () => plain().withIccProfile('p3').withXmp(xmp).webp().toBuffer(),
  'chunks of its own': async () => webpWith(await webp(), [['CNRY', Buffer.from(canary)]], canary),
  lossless: async () =>
    plain(4)
      .withExif({ IFD0: { Artist: canary } })
      .webp({ lossless: true })
      .toBuffer(),
  animated: async () =>
    frames()
      .withXmp(xmp)
      .webp({ delay: [100, 100] })
      .toBuffer(),
}

const avifs: Record<string, () => Promise<Buffer>> = {
  'Exif and XMP': async () =>
    plain()
      .withExif({ IFD0: { Artist: canary } })
      .withXmp(xmp)
      .avif({ effort: 0 })
      .toBuffer(),
  profile: async () => plain(4).withIccProfile('p3').withXmp(xmp).avif({ effort: 0 }).toBuffer(),
  'boxes of its own': async () =>
    boxesWith(boxesWith(await avif(), 'free', canary), 'uuid', `${'u'.repeat(16)}${canary}`),
}

const gifs: Record<string, () => Promise<Buffer>> = {
  'a comment': async () => gifWith(await gif(), [gifBlock(0xfe, null, canary)]),
  XMP: async () =>
    gifWith(await gif(), [
      gifBlock(0xff, Buffer.from('XMP DataXMP'), canary),
      gifBlock(0xff, Buffer.from('HOLOSCANARY'), canary),
    ]),
  animated: async () =>
    gifWith(
      await frames()
        .gif({ delay: [100, 100] })
        .toBuffer(),
      [gifBlock(0xfe, null, canary)],
    ),
  'an archive behind it': async () => gifWith(await gif(), [], zip),
}

const tiffs: Record<string, () => Promise<Buffer>> = {
  'texts and place': async () => tiffPicture(width, height, [...describing, gps([45, 2], [34, 6])]),
  'XMP, IPTC and Photoshop': async () =>
    tiffPicture(width, height, [
      { tag: 700, bytes: Buffer.from(xmp) },
      { tag: 33723, bytes: iptc },
      { tag: 34377, bytes: photoshopResource },
    ]),
  'several pages': async () =>
    tiff(page(width, height, describing), page(width, height, [{ tag: 0x010e, bytes: utf16 }])),
  'a profile and tags of its own': async () =>
    tiffPicture(width, height, [
      { tag: 34675, bytes: await profile() },
      { tag: 65000, text: canary },
    ]),
}

const heics: Record<string, () => Promise<Buffer>> = {
  'from a telephone': async () => heic({ exif: exif.makerNote(), xmp, turns: 3 }),
  'a profile': async () => heic({ exif: exif.place(), icc: await profile(), mirror: 1 }),
  'boxes and a film behind it': async () =>
    boxesWith(boxesWith(heic({ xmp }), 'uuid', `${'u'.repeat(16)}${canary}`), 'mpvd', canary),
}

const kinds = {
  JPEG: { ...jpegs, ...turned },
  PNG: pngs,
  WebP: webps,
  AVIF: avifs,
  GIF: gifs,
  TIFF: tiffs,
  HEIC: heics,
}

/** Every picture by what it is and hides. */
export const corpus: readonly (readonly [name: string, make: () => Promise<Buffer>])[] = Object.entries(kinds).flatMap(
  ([kind, pictures]) => Object.entries(pictures).map(([name, make]) => [`${kind}: ${name}`, make] as const),
)
