import sharp, { type Sharp } from 'sharp'
import { longestEdge, pictureLimits } from '../limits.ts'
import { saysWhere } from '../originals/location.ts'
import type { PictureType } from '../originals/signature.ts'
import { refusePicture } from '../refusals.ts'
import { pngOfHeic } from './heic.ts'
import { type Pixels, withoutIdleAlpha } from './pixels.ts'

/** The pixels of an upload and nothing else: in sRGB, upright, the first frame, no larger than is published. */
export async function decodePicture(
  bytes: Buffer,
  type: PictureType,
): Promise<{ pixels: Pixels; hadLocation: boolean }> {
  try {
    const readable = type === 'heic' ? await pngOfHeic(bytes) : bytes
    const picture = sharp(readable, { limitInputPixels: pictureLimits.pixels, failOn: 'error', animated: false })
    const metadata = await picture.metadata()
    if (metadata.width * metadata.height > pictureLimits.pixels) throw refusePicture('PICTURE_TOO_MANY_PIXELS')
    return {
      pixels: withoutIdleAlpha(await decode(picture)),
      hadLocation: saysWhere(type === 'tiff' ? { exif: bytes, xmp: metadata.xmp } : metadata),
    }
  } catch (error) {
    throw asRefusal(error)
  }
}

async function decode(picture: Sharp): Promise<Pixels> {
  const upright = picture
    .autoOrient()
    .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  const channels = info.channels === 4 ? 4 : 3
  if (info.channels === channels) return { data, width: info.width, height: info.height, channels }
  return decodeGrey(data, info)
}

/** Grey pictures come with one or two samples a pixel. */
function decodeGrey(data: Buffer, info: { width: number; height: number; channels: number }): Pixels {
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
