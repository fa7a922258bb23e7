import { rgbaToThumbHash } from 'thumbhash'
import { sha256 } from '#base/digest.ts'
import type { Look } from '../look.ts'
import type { PictureType } from '../originals/signature.ts'
import { type Told, toldBy } from '../originals/told.ts'
import { coverFaces } from './cover.ts'
import { decodePicture } from './decode.ts'
import { type Copy, type Encoded, encodeCopies, encodeMain } from './encode.ts'
import { fromPixels, type Pixels } from './pixels.ts'

export type MadePicture = Encoded & {
  variants: Copy[]
  /** Base64 of the ThumbHash: a blurred preview of some 25 bytes. */
  thumbhash: string
  originalSha256: string
  /** Whether the original's metadata says where it was taken. */
  hadLocation: boolean
  told: Told | null
}

/**
 * From an uploaded file to what may leave. Only pixels pass: they are decoded to samples, what is to be covered is covered there, and
 * everything is encoded anew, so that nothing else of the file can go along; the credit is written into the new files.
 */
export async function makePicture(
  bytes: Buffer,
  type: PictureType,
  { credit, focalPoint, faces }: Look,
): Promise<MadePicture> {
  const { pixels: shown, hadLocation } = await decodePicture(bytes, type)
  const pixels = coverFaces(shown, faces)
  const told = toldBy(bytes)
  return {
    ...(await encodeMain(pixels, type, credit)),
    variants: await encodeCopies(pixels, focalPoint, credit),
    thumbhash: await thumbhashOf(pixels),
    originalSha256: sha256(bytes),
    hadLocation: hadLocation || told?.place !== undefined,
    told,
  }
}

async function thumbhashOf(pixels: Pixels): Promise<string> {
  const small = fromPixels(pixels).resize({ width: 100, height: 100, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await small.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}
