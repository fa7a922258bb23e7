import { deflateSync } from 'node:zlib'
import type { HeifImage } from 'libheif-js/wasm-bundle.js'
import sharp from 'sharp'
import { pictureLimits } from '../limits.ts'
import { refusePicture } from '../refusals.ts'
import { pngChunk, pngHead } from '../stamp/png.ts'

/**
 * The picture of a HEIC file as a PNG without compression, upright: libheif carries out what the container says of turning and mirroring,
 * and Exif has no say (ISO/IEC 23008-12, A.2.1). The colour profile goes along, because sharp carries colours over to sRGB.
 */
export async function pngOfHeic(bytes: Buffer): Promise<Buffer> {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  const images = new libheif.HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw refusePicture('PICTURE_UNREADABLE')
  const [width, height] = [image.get_width(), image.get_height()]
  if (width * height > pictureLimits.pixels) throw refusePicture('PICTURE_TOO_MANY_PIXELS')
  const data = await displayed(image, width, height)
  const png = await sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return withProfile(png, profileIn(bytes))
}

function displayed(image: HeifImage, width: number, height: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const target = { data: new Uint8ClampedArray(width * height * 4), width, height }
    image.display(target, (result) => {
      image.free()
      if (result) resolve(Buffer.from(result.data.buffer))
      else reject(refusePicture('PICTURE_UNREADABLE'))
    })
  })
}

/** The ICC profile in a property `colr`: those of the parts of a grid are the same as the picture's. */
function profileIn(bytes: Buffer): Buffer | null {
  const at = bytes.indexOf('colrprof', 0, 'latin1')
  const alternative = at < 0 ? bytes.indexOf('colrrICC', 0, 'latin1') : at
  if (alternative < 4) return null
  return bytes.subarray(alternative + 8, alternative - 4 + bytes.readUInt32BE(alternative - 4))
}

function withProfile(png: Buffer, profile: Buffer | null): Buffer {
  if (!profile) return png
  const chunk = pngChunk('iCCP', Buffer.concat([Buffer.from('ICC\0\0', 'latin1'), deflateSync(profile)]))
  return Buffer.concat([png.subarray(0, pngHead), chunk, png.subarray(pngHead)])
}
