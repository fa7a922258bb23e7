import { crc32 } from 'node:zlib'

const signatureLength = 8
const keyword = 'XML:com.adobe.xmp\0'

/** Of these libvips writes zTXt. */
const textChunks: readonly string[] = ['iTXt', 'zTXt', 'tEXt']

/** PNG: XMP is an uncompressed iTXt chunk of this keyword (XMP Specification, Part 3, 1.1.5); here it stands before the pixels. */
export function stampPng(file: Buffer, xmp: string | null): Buffer {
  const others = chunksOf(file).filter((chunk) => !isXmp(chunk))
  const at = others.findIndex((chunk) => typeOf(chunk) === 'IDAT')
  const added = xmp === null ? [] : [xmpChunk(xmp)]
  return Buffer.concat([file.subarray(0, signatureLength), ...others.slice(0, at), ...added, ...others.slice(at)])
}

/** Each with its length, type and check. */
function chunksOf(file: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = signatureLength; at < file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    chunks.push(file.subarray(at, end))
    at = end
  }
  return chunks
}

const typeOf = (chunk: Buffer): string => chunk.toString('latin1', 4, 8)

function isXmp(chunk: Buffer): boolean {
  return textChunks.includes(typeOf(chunk)) && chunk.toString('latin1', 8, 8 + keyword.length) === keyword
}

/** After the keyword: not compressed, no method, no language, no translated keyword. */
function xmpChunk(xmp: string): Buffer {
  return pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0`, 'latin1'), Buffer.from(xmp)]))
}

/** Where the first chunk behind the header (`IHDR`) stands. */
export const pngHead = signatureLength + 25

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
