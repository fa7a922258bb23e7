import { pictureLimits } from './limits.ts'
import type { Look } from './look.ts'
import { type PictureType, pictureTypeOf } from './originals/signature.ts'
import { refusePicture } from './refusals.ts'
import type { MadePicture } from './worker/makePicture.ts'
import { makeInWorker, type WorkLimits } from './worker/runWorker.ts'

export type ProcessedPicture = Omit<MadePicture, 'originalSha256'> & {
  /** The untouched upload, to be sealed away. */
  original: { data: Buffer; extension: string; sha256: string }
}

const plain: Look = { credit: {}, focalPoint: { x: 50, y: 50 }, faces: [] }

/**
 * From an uploaded file to what may leave, in a process of its own. Throws a `CallerError` for what is no usable picture; whatever
 * cannot be one is refused before a process is started for it.
 */
export async function processPicture(
  bytes: Buffer,
  look: Partial<Look> = {},
  limits: WorkLimits = pictureLimits,
): Promise<ProcessedPicture> {
  if (bytes.length > pictureLimits.bytes) throw refusePicture('PICTURE_TOO_LARGE')
  const type = pictureTypeOf(bytes)
  const { originalSha256, ...picture } = await makeInWorker(bytes, type, { ...plain, ...look }, limits)
  return { ...picture, original: { data: bytes, extension: extensions[type], sha256: originalSha256 } }
}

const extensions: Record<PictureType, string> = {
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  tiff: 'tif',
  heic: 'heic',
}
