const headLength = 12
/** Flags of the chunk VP8X (WebP Container Specification, "Extended File Format"). */
const flags = { xmp: 0x04, alpha: 0x10 } as const

type Chunk = { type: string; data: Buffer }

/** WebP: XMP is a chunk behind the pixels, and a file that has one begins with VP8X, which says so. */
export function stampWebp(file: Buffer, xmp: string | null): Buffer {
  const others = chunksOf(file).filter(({ type }) => type !== 'XMP ')
  const [first] = others
  if (!first) throw new Error('A WebP file without a chunk.')
  if (xmp === null && first.type !== 'VP8X') return file
  const extended = first.type === 'VP8X' ? first : { type: 'VP8X', data: extension(first) }
  const rest = first.type === 'VP8X' ? others.slice(1) : others
  const added = xmp === null ? [] : [{ type: 'XMP ', data: Buffer.from(xmp) }]
  return riff([{ type: 'VP8X', data: flagged(extended.data, xmp !== null) }, ...rest, ...added])
}

function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = headLength; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4)
    chunks.push({ type: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + 8 + size) })
    at += 8 + size + (size % 2)
  }
  return chunks
}

function flagged(data: Buffer, hasXmp: boolean): Buffer {
  const changed = Buffer.from(data)
  const others = data.readUInt8(0) & ~flags.xmp
  changed.writeUInt8(hasXmp ? others | flags.xmp : others, 0)
  return changed
}

/** VP8X for a file that had none: flags, three reserved bytes, width and height less one in 24 bits each. */
function extension({ type, data }: Chunk): Buffer {
  const { width, height, hasAlpha } = type === 'VP8L' ? readLossless(data) : readLossy(data)
  const made = Buffer.alloc(10)
  made.writeUInt8(hasAlpha ? flags.alpha : 0, 0)
  made.writeUIntLE(width - 1, 4, 3)
  made.writeUIntLE(height - 1, 7, 3)
  return made
}

/** A key frame: three bytes of tag, three of start code, then width and height in 14 bits each (RFC 6386, 9.1). */
function readLossy(data: Buffer) {
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff, hasAlpha: false }
}

/** One byte of signature, then width and height less one in 14 bits each, then whether there is alpha. */
function readLossless(data: Buffer) {
  const bits = data.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, hasAlpha: ((bits >>> 28) & 1) === 1 }
}

function riff(chunks: readonly Chunk[]): Buffer {
  const body = Buffer.concat(chunks.flatMap(chunkBytes))
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

/** Padded to an even length. */
function chunkBytes({ type, data }: Chunk): Buffer[] {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return [head, data, Buffer.alloc(data.length % 2)]
}
