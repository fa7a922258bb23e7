import sharp, { type Sharp } from 'sharp'

/** A picture as samples of 8 bits in sRGB, upright. Four channels mean that something shows through. */
export type Pixels = { data: Buffer; width: number; height: number; channels: 3 | 4 }

export function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}

/** An alpha channel that hides nothing is none. */
export function withoutIdleAlpha(pixels: Pixels): Pixels {
  if (pixels.channels === 3) return pixels
  const { data, width, height } = pixels
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return pixels
  const opaque = Buffer.alloc(width * height * 3)
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) data.copy(opaque, to, from, from + 3)
  return { data: opaque, width, height, channels: 3 }
}
