import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDeflate, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { readItemFile } from '#media/stamp/itemFile.ts'

/** Words that are planted into every corner of a picture file and must never come out again. */
export const planted = 'PLANTED-SECRET'

/** A photograph-like picture: a gradient with some noise, 900 × 600. */
export async function photograph(width = 900, height = 600): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < data.length; at++) data[at] = (at * 7 + Math.floor(at / width)) % 251
  return sharp(data, { raw: { width, height, channels: 3 } })
    .blur(3)
    .jpeg()
    .toBuffer()
}

/** A JPEG with a GPS position, a camera, XMP, IPTC, a comment, a preview picture, a colour profile and bytes after its end. */
export async function tellingJpeg(): Promise<Buffer> {
  const jpeg = await sharp(await photograph())
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: planted, Model: planted, Artist: planted, ImageDescription: planted },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 57/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '34/1 6/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${planted}</x:xmpmeta>`)
    .jpeg()
    .toBuffer()
  const segments = [
    segment(0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0e\x1c\x02\x05\0\x0e${planted}`),
    segment(0xfe, planted),
    segment(0xe2, `MPF\0${planted}`),
    segment(0xec, `Ducky${planted}`),
  ]
  const preview = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), preview, Buffer.from(planted)])
}

function segment(marker: number, text: string): Buffer {
  const body = Buffer.from(text, 'latin1')
  const head = Buffer.alloc(4)
  head.writeUInt8(0xff, 0)
  head.writeUInt8(marker, 1)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A PNG with text chunks of all three kinds, EXIF, a profile, a time, a chunk of its own and bytes after its end. */
export async function tellingPng(): Promise<Buffer> {
  const png = await sharp({
    create: { width: 700, height: 500, channels: 4, background: { r: 20, g: 90, b: 160, alpha: 0.5 } },
  })
    .withIccProfile('p3')
    .withExif({ IFD0: { Artist: planted } })
    .png()
    .toBuffer()
  const header = png.subarray(0, 33)
  const chunks = [
    chunk('tEXt', Buffer.from(`Author\0${planted}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(planted)])),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<x>${planted}</x>`)),
    chunk('tIME', Buffer.from([7, 226, 5, 21, 6, 0, 0])),
    chunk('prVt', Buffer.from(planted)),
  ]
  return Buffer.concat([header, ...chunks, png.subarray(33), Buffer.from(planted)])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PNG of 100,000 × 100,000 pixels in some 200 bytes. */
export function bomb(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(100_000, 0)
  header.writeUInt32BE(100_000, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(100_000)))
  return Buffer.concat([signature, chunk('IHDR', header), pixels, chunk('IEND', Buffer.alloc(0))])
}

/** A PNG of 16 bits a sample without anything on it: 3 MB that unfold to 710. */
export async function hugePng(edge: number): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(edge, 0)
  header.writeUInt32BE(edge, 4)
  header.set([16, 2, 0, 0, 0], 8)
  const row = Buffer.alloc(1 + edge * 6)
  const rows = Readable.from(Array.from({ length: edge }, () => row))
  const data = await buffer(rows.pipe(createDeflate({ level: 1 })))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** The parts a file consists of, by name, and what stands behind its end. */
export function partsOf(file: Buffer): { names: string[]; trailing: number } {
  if (file.toString('latin1', 1, 4) === 'PNG') return pngParts(file)
  if (file.toString('latin1', 4, 8) === 'ftyp') return avifParts(file)
  return file.toString('latin1', 0, 4) === 'RIFF' ? webpParts(file) : jpegParts(file)
}

/** The kinds of its items; nothing may stand behind or between what they name. */
function avifParts(file: Buffer): { names: string[]; trailing: number } {
  const { brands, boxes, items } = readItemFile(file)
  const boxSizes = boxes.map(({ bytes }) => bytes.length).reduce((sum, one) => sum + one, 0)
  const content = items.map(({ data }) => data.length).reduce((sum, one) => sum + one, 0)
  const [metaHead, dataHead] = [12, 8]
  return {
    names: items.map(({ type }) => type),
    trailing: file.length - brands.length - metaHead - boxSizes - dataHead - content,
  }
}

function pngParts(file: Buffer): { names: string[]; trailing: number } {
  const names: string[] = []
  let at = 8
  while (at < file.length && names.at(-1) !== 'IEND') {
    names.push(file.toString('latin1', at + 4, at + 8))
    at += 12 + file.readUInt32BE(at)
  }
  return { names, trailing: file.length - at }
}

function webpParts(file: Buffer): { names: string[]; trailing: number } {
  const names: string[] = []
  const end = 8 + file.readUInt32LE(4)
  let at = 12
  while (at < end) {
    names.push(file.toString('latin1', at, at + 4).trim())
    const size = file.readUInt32LE(at + 4)
    at += 8 + size + (size % 2)
  }
  return { names, trailing: file.length - end }
}

function jpegParts(file: Buffer): { names: string[]; trailing: number } {
  const names: string[] = []
  let at = 2
  while (at < file.length) {
    const marker = file.readUInt8(at + 1)
    if (marker === 0xd9) return { names, trailing: file.length - at - 2 }
    names.push(marker.toString(16))
    at += 2 + file.readUInt16BE(at + 2)
    if (marker === 0xda) while (!isMarker(file, at)) at++
  }
  return { names, trailing: -1 }
}

/** Inside the scan FF is followed by 00 or a restart marker. */
function isMarker(file: Buffer, at: number): boolean {
  const next = file.readUInt8(at + 1)
  return file.readUInt8(at) === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)
}
