import type { Sharp } from 'sharp'
import { sha256 } from '#base/digest.ts'
import type { PictureCrop, PictureFormat } from '#base/pictureCopies.ts'
import type { FocalPoint } from '../look.ts'
import type { PictureType } from '../originals/signature.ts'
import { type Credit, creditXmp } from '../stamp/credit.ts'
import { stampCredit } from '../stamp/stampCredit.ts'
import { type PlannedCopy, plannedCopies } from './copies.ts'
import { fromPixels, type Pixels } from './pixels.ts'

/** One encoded picture, ready to be stored. */
export type Encoded = {
  data: Buffer
  mimeType: string
  extension: string
  width: number
  height: number
  sha256: string
}
export type Copy = Encoded & { name: string; format: PictureFormat; crop: PictureCrop }

/** Measured (DECISIONS.md): one step more of AVIF's effort takes eight times as long and saves a tenth. */
const formats = {
  avif: { extension: 'avif', encode: (picture) => picture.avif({ quality: 55, effort: 2 }) },
  webp: { extension: 'webp', encode: (picture) => picture.webp({ quality: 78, effort: 2, smartSubsample: true }) },
  jpeg: { extension: 'jpg', encode: (picture) => picture.jpeg({ quality: 78, mozjpeg: true }) },
  png: { extension: 'png', encode: (picture) => picture.png({ compressionLevel: 9 }) },
} as const satisfies { [Format in PictureFormat]: { extension: string; encode: (picture: Sharp) => Sharp } }

/** Drawings and whatever is see-through stay lossless; photographs become JPEG, which everybody can use. */
export async function encodeMain(pixels: Pixels, type: PictureType, credit: Credit): Promise<Encoded> {
  const isLossless = pixels.channels === 4 || type === 'png' || type === 'gif'
  if (isLossless) return encoded(fromPixels(pixels), 'png', credit)
  return encoded(fromPixels(pixels), 'jpeg', credit, (picture) => picture.jpeg({ quality: 88, progressive: true }))
}

/** The copies of the table, one size after the other: each is scaled once and encoded in its formats. */
export async function encodeCopies(pixels: Pixels, focalPoint: FocalPoint, credit: Credit): Promise<Copy[]> {
  const copies: Copy[] = []
  for (const planned of plannedCopies(pixels, focalPoint)) {
    const scaled = await scale(pixels, planned)
    for (const format of planned.formats) {
      const fitting = format === 'jpeg' && pixels.channels === 4 ? 'png' : format
      const file = await encoded(fromPixels(scaled), fitting, credit)
      copies.push({ ...file, name: planned.name, format: fitting, crop: planned.crop })
    }
  }
  return copies
}

async function scale(pixels: Pixels, { area, width, height }: PlannedCopy): Promise<Pixels> {
  const part = fromPixels(pixels).extract(area).resize({ width, height, fit: 'fill' })
  return { data: await part.raw().toBuffer(), width, height, channels: pixels.channels }
}

async function encoded(
  picture: Sharp,
  format: PictureFormat,
  credit: Credit,
  encode: (picture: Sharp) => Sharp = formats[format].encode,
): Promise<Encoded> {
  const { data: bare, info } = await encode(picture).toBuffer({ resolveWithObject: true })
  const mimeType = `image/${format}`
  const xmp = creditXmp(credit)
  const data = xmp === null ? bare : stampCredit(bare, mimeType, xmp)
  const { extension } = formats[format]
  return { data, mimeType, extension, width: info.width, height: info.height, sha256: sha256(data) }
}
