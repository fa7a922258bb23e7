import type { Metadata } from 'sharp'

/** Whether a picture's metadata says where it was taken: what staff must know of the sealed original. */
export function saysWhere({ exif, xmp }: Pick<Metadata, 'exif' | 'xmp'>): boolean {
  return (
    (exif !== undefined && hasGps(exif)) ||
    (xmp !== undefined && /GPSL(?:atitude|ongitude)/.test(xmp.toString('latin1')))
  )
}

const gpsPointer = 0x8825
const latitudeTags = [0x0001, 0x0002, 0x0003, 0x0004]

/** EXIF is a TIFF: a directory of 12-byte entries, one of which may point to the GPS directory. */
function hasGps(exif: Buffer): boolean {
  const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
  const read = readerOf(tiff)
  if (!read) return false
  const gps = entriesOf(tiff, read.u32(tiff, 4), read).find(({ tag }) => tag === gpsPointer)
  return gps !== undefined && entriesOf(tiff, gps.value, read).some(({ tag }) => latitudeTags.includes(tag))
}

/** DNGVersion, and SubIFDs, in which cameras put the picture itself while the first directory holds a small preview. */
const rawTags = [0xc612, 0x014a]

/** What a camera's sensor saw (DNG, NEF, CR2, ARW) is a TIFF, too, of which only a small preview could be read. */
export function isCameraRaw(file: Uint8Array): boolean {
  const tiff = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const read = readerOf(tiff)
  if (!read) return false
  const isCanon = tiff.toString('latin1', 8, 10) === 'CR'
  return isCanon || entriesOf(tiff, read.u32(tiff, 4), read).some(({ tag }) => rawTags.includes(tag))
}

function readerOf(tiff: Buffer): Reader | undefined {
  return tiff.length < 8 ? undefined : readers[tiff.toString('latin1', 0, 2)]
}

type Reader = { u16: (bytes: Buffer, at: number) => number; u32: (bytes: Buffer, at: number) => number }
const littleEndian: Reader = { u16: (bytes, at) => bytes.readUInt16LE(at), u32: (bytes, at) => bytes.readUInt32LE(at) }
const bigEndian: Reader = { u16: (bytes, at) => bytes.readUInt16BE(at), u32: (bytes, at) => bytes.readUInt32BE(at) }
const readers: Readonly<Record<string, Reader>> = { II: littleEndian, MM: bigEndian }

function entriesOf(tiff: Buffer, at: number, { u16, u32 }: Reader): { tag: number; value: number }[] {
  if (at + 2 > tiff.length) return []
  const room = Math.floor((tiff.length - at - 2) / 12)
  const count = Math.min(u16(tiff, at), room)
  return Array.from({ length: count }, (_, index) => {
    const entry = at + 2 + index * 12
    return { tag: u16(tiff, entry), value: u32(tiff, entry + 8) }
  })
}
