import { pngChunk, pngHead } from '#media/stamp/png.ts'

export type Segment = { marker: number; body: Buffer }

export const segment = (marker: number, ...parts: (Buffer | string)[]): Segment => ({
  marker,
  body: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))),
})

/** A JPEG with more segments at its beginning and more bytes behind its end. */
export function jpegWith(jpeg: Buffer, segments: readonly Segment[], behind: Buffer | string = ''): Buffer {
  const written = segments.map(({ marker, body }) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(body.length + 2, 2)
    return Buffer.concat([head, body])
  })
  return Buffer.concat([jpeg.subarray(0, 2), ...written, jpeg.subarray(2), Buffer.from(behind)])
}

/** A PNG with more chunks behind its header and more bytes behind its end. */
export function pngWith(png: Buffer, chunks: readonly [string, Buffer][], behind: Buffer | string = ''): Buffer {
  const written = chunks.map(([type, data]) => pngChunk(type, data))
  return Buffer.concat([png.subarray(0, pngHead), ...written, png.subarray(pngHead), Buffer.from(behind)])
}

/** A WebP with more chunks at its end. */
export function webpWith(webp: Buffer, chunks: readonly [string, Buffer][], behind: Buffer | string = ''): Buffer {
  const written = chunks.map(([type, data]) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
  })
  const whole = Buffer.concat([webp, ...written])
  whole.writeUInt32LE(whole.length - 8, 4)
  return Buffer.concat([whole, Buffer.from(behind)])
}

/** A GIF with blocks (extensions, each with its label) behind its global colours. */
export function gifWith(gif: Buffer, blocks: readonly Buffer[], behind: Buffer | string = ''): Buffer {
  const flags = gif.readUInt8(10)
  const start = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  return Buffer.concat([gif.subarray(0, start), ...blocks, gif.subarray(start), Buffer.from(behind)])
}

export function gifBlock(label: number, first: Buffer | null, text: string): Buffer {
  const parts = [...(first ? [first] : []), Buffer.from(text, 'latin1')].flatMap((part) => [
    Buffer.from([part.length]),
    part,
  ])
  return Buffer.concat([Buffer.from([0x21, label]), ...parts, Buffer.from([0])])
}

/** A file of boxes (AVIF, HEIC) with another box at its end. */
export function boxesWith(file: Buffer, type: string, body: Buffer | string): Buffer {
  const data = Buffer.from(body)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + data.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([file, head, data])
}
