import { stampAvif } from './avif.ts'
import { stampJpeg } from './jpeg.ts'
import { stampPng } from './png.ts'
import { stampWebp } from './webp.ts'

/** By the type of file: its credit is exchanged in the container, and no encoded pixel is touched. */
const stamps: Readonly<Record<string, (file: Buffer, xmp: string | null) => Buffer>> = {
  'image/avif': stampAvif,
  'image/jpeg': stampJpeg,
  'image/png': stampPng,
  'image/webp': stampWebp,
}

export function canStamp(mimeType: string): boolean {
  return Object.hasOwn(stamps, mimeType)
}

/** The same picture with this XMP packet in place of the one it has; null takes it away. Only for files that the pipeline made. */
export function stampCredit(file: Buffer, mimeType: string, xmp: string | null): Buffer {
  const stamp = stamps[mimeType]
  if (!stamp) throw new Error(`The credit of a file of type ${mimeType} cannot be exchanged.`)
  return stamp(file, xmp)
}
