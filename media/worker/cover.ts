import type { Face } from '../faces.ts'
import type { Pixels } from './pixels.ts'

type Box = { left: number; top: number; right: number; bottom: number }

/**
 * Each region filled with one colour, that of what surrounds it: not one sample of the region has a part in what stands there afterwards,
 * so that nothing can be computed back. Changes the samples in place, before anything is encoded of them.
 */
export function coverFaces(pixels: Pixels, faces: readonly Face[]): Pixels {
  const boxes = faces.map((face) => boxOf(face, pixels))
  const fills = boxes.map((box) => colourAround(box, boxes, pixels))
  boxes.forEach((box, at) => {
    fill(pixels, box, fills[at] ?? grey)
  })
  return pixels
}

/** Rounded outwards. */
function boxOf({ x, y, width, height }: Face, picture: Pixels): Box {
  return {
    left: Math.floor(x * picture.width),
    top: Math.floor(y * picture.height),
    right: Math.min(picture.width, Math.ceil((x + width) * picture.width)),
    bottom: Math.min(picture.height, Math.ceil((y + height) * picture.height)),
  }
}

const grey = [128, 128, 128] as const

/** The mean of a frame around the box, what lies in any region left out. */
function colourAround(box: Box, boxes: readonly Box[], { data, width, height, channels }: Pixels): readonly number[] {
  const depth = Math.max(2, Math.round((box.right - box.left) / 8))
  const sums = [0, 0, 0]
  let count = 0
  for (let y = Math.max(0, box.top - depth); y < Math.min(height, box.bottom + depth); y++)
    for (let x = Math.max(0, box.left - depth); x < Math.min(width, box.right + depth); x++) {
      if (boxes.some((one) => x >= one.left && x < one.right && y >= one.top && y < one.bottom)) continue
      const at = (y * width + x) * channels
      sums.forEach((sum, channel) => {
        sums[channel] = sum + (data[at + channel] ?? 0)
      })
      count++
    }
  return count === 0 ? grey : sums.map((sum) => Math.round(sum / count))
}

/** Opaque: where the picture was see-through the shape of a head would show. */
function fill({ data, width, channels }: Pixels, box: Box, colour: readonly number[]): void {
  const sample = Buffer.from(channels === 4 ? [...colour, 255] : colour)
  for (let y = box.top; y < box.bottom; y++)
    data.fill(sample, (y * width + box.left) * channels, (y * width + box.right) * channels)
}
