import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { sha256 } from '#base/digest.ts'
import { type Credit, creditXmp } from './credit.ts'
import { longestEdge, pictureLimits, variantTable } from './limits.ts'
import { saysWhere } from './location.ts'
import { refusePicture } from './refusals.ts'
import { type PictureType, pictureTypeOf } from './signature.ts'

/** One encoded picture, ready to be stored. */
export type Encoded = {
  data: Buffer
  mimeType: string
  extension: string
  width: number
  height: number
  sha256: string
}

export type ProcessedPicture = Encoded & {
  variants: (Encoded & { name: string })[]
  /** Base64 of the ThumbHash: a blurred preview of some 25 bytes. */
  thumbhash: string
  /** The untouched upload, to be sealed away. */
  original: { data: Buffer; extension: string; sha256: string }
  /** Whether the original's metadata says where it was taken. */
  hadLocation: boolean
}

/**
 * From an uploaded file to what may leave. Only pixels pass: the picture is decoded to raw samples in
 * sRGB, upright, first frame only, and encoded anew, so that nothing else of the file can go along;
 * the credit is written into the new files. Throws a `CallerError` for what is no usable picture.
 */
export async function processPicture(bytes: Uint8Array, credit: Credit = {}): Promise<ProcessedPicture> {
  if (bytes.length > pictureLimits.bytes) throw refusePicture('PICTURE_TOO_LARGE')
  const type = pictureTypeOf(bytes)
  const original = Buffer.from(bytes)
  const { pixels, hadLocation } = await readPixels(original)
  const xmp = creditXmp(credit)
  return {
    ...(await encodeMain(pixels, type, xmp)),
    variants: await encodeVariants(pixels, xmp),
    thumbhash: await thumbhashOf(pixels),
    original: { data: original, extension: extensions[type], sha256: sha256(original) },
    hadLocation,
  }
}

type Pixels = { data: Buffer; width: number; height: number; channels: 3 | 4 }

const extensions: Record<PictureType, string> = { jpeg: 'jpg', png: 'png', gif: 'gif', webp: 'webp', avif: 'avif' }

async function readPixels(bytes: Buffer): Promise<{ pixels: Pixels; hadLocation: boolean }> {
  try {
    const picture = sharp(bytes, { limitInputPixels: pictureLimits.pixels, failOn: 'error', animated: false })
    const metadata = await picture.metadata()
    if (metadata.width * metadata.height > pictureLimits.pixels) throw refusePicture('PICTURE_TOO_MANY_PIXELS')
    return { pixels: await decode(picture), hadLocation: saysWhere(metadata) }
  } catch (error) {
    throw asRefusal(error)
  }
}

async function decode(picture: Sharp): Promise<Pixels> {
  const upright = picture
    .timeout({ seconds: pictureLimits.seconds })
    .autoOrient()
    .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  const channels = info.channels === 4 ? 4 : 3
  if (info.channels === channels) return { data, width: info.width, height: info.height, channels }
  return decodeGrey(data, info)
}

/** Grey pictures come with one or two samples a pixel. */
async function decodeGrey(data: Buffer, info: { width: number; height: number; channels: number }): Promise<Pixels> {
  const { width, height } = info
  const channels = info.channels === 2 ? 4 : 3
  const samples = Buffer.alloc(width * height * channels)
  for (let at = 0; at < width * height; at++) {
    samples.fill(data[at * info.channels] ?? 0, at * channels, at * channels + 3)
    if (channels === 4) samples[at * 4 + 3] = data[at * 2 + 1] ?? 255
  }
  return { data: samples, width, height, channels }
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || 'code' in error) return error
  return refusePicture(
    /pixel limit|too large|exceeds/i.test(error.message) ? 'PICTURE_TOO_MANY_PIXELS' : 'PICTURE_UNREADABLE',
  )
}

/** Drawings and whatever is see-through stay lossless; photographs become JPEG, which everybody can use. */
async function encodeMain(pixels: Pixels, type: PictureType, xmp: string | null): Promise<Encoded> {
  const isLossless = pixels.channels === 4 || type === 'png' || type === 'gif'
  return isLossless
    ? encoded(fromPixels(pixels).png({ compressionLevel: 9 }), 'image/png', 'png', xmp)
    : encoded(fromPixels(pixels).jpeg({ quality: 88, progressive: true }), 'image/jpeg', 'jpg', xmp)
}

async function encodeVariants(pixels: Pixels, xmp: string | null): Promise<ProcessedPicture['variants']> {
  const fitting = variantTable.filter(({ width }) => width < pixels.width)
  return Promise.all(
    fitting.map(async ({ name, width, quality }) => {
      const resized = fromPixels(pixels).resize({ width }).webp({ quality, smartSubsample: true })
      return { name, ...(await encoded(resized, 'image/webp', 'webp', xmp)) }
    }),
  )
}

async function encoded(picture: Sharp, mimeType: string, extension: string, xmp: string | null): Promise<Encoded> {
  const credited = xmp ? picture.withXmp(xmp) : picture
  const { data, info } = await credited
    .timeout({ seconds: pictureLimits.seconds })
    .toBuffer({ resolveWithObject: true })
  return { data, mimeType, extension, width: info.width, height: info.height, sha256: sha256(data) }
}

async function thumbhashOf(pixels: Pixels): Promise<string> {
  const small = fromPixels(pixels).resize({ width: 100, height: 100, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await small.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}
