import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Face } from '#media/faces.ts'
import { made } from './made.ts'

const [width, height] = [480, 360]
const face: Face = { id: 'a', x: 0.25, y: 0.25, width: 0.25, height: 0.5 }
const region = { left: 120, top: 90, width: 120, height: 180 }

/** A drawing (lossless, so that pixels can be compared): stripes everywhere, and noise where the face is. */
async function drawing(seed: number, channels: 3 | 4 = 3): Promise<Buffer> {
  const data = Buffer.alloc(width * height * channels)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isFace =
        x >= region.left && x < region.left + region.width && y >= region.top && y < region.top + region.height
      for (let channel = 0; channel < channels; channel++)
        data[(y * width + x) * channels + channel] = isFace ? (x * y * seed + channel * 71) % 256 : (x % 16) * 12
    }
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer()
}

const samples = (file: Buffer, area = { left: 0, top: 0, width, height }) =>
  sharp(file).removeAlpha().extract(area).raw().toBuffer()

async function deviation(file: Buffer, area: typeof region): Promise<number> {
  const { channels } = await sharp(await sharp(file).extract(area).removeAlpha().png().toBuffer()).stats()
  return Math.max(...channels.map(({ stdev }) => stdev))
}

describe('a covered region is nowhere in what is public', () => {
  it('one colour stands in its place, and every other pixel is the same', async () => {
    const source = await drawing(7)
    const [open, covered] = await Promise.all([made(source), made(source, { faces: [face] })])
    expect(await deviation(open.data, region)).toBeGreaterThan(50)
    expect(await deviation(covered.data, region)).toBe(0)
    const [before, after] = await Promise.all([samples(open.data), samples(covered.data)])
    for (let at = 0; at < before.length; at++) {
      const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)]
      const isInside = x >= 120 && x < 240 && y >= 90 && y < 270
      if (!isInside && before[at] !== after[at]) expect.fail(`The pixel ${x}, ${y} differs.`)
    }
  })

  it.each([3, 4] as const)(
    'two pictures that differ there alone give the same files (%i channels)',
    async (channels) => {
      const [one, other] = await Promise.all(
        [7, 13].map(async (seed) => made(await drawing(seed, channels), { faces: [face] })),
      )
      expect(one?.data.equals(other?.data ?? Buffer.alloc(0))).toBe(true)
      expect(one?.thumbhash).toBe(other?.thumbhash)
      expect(one?.variants.map(({ sha256 }) => sha256)).toEqual(other?.variants.map(({ sha256 }) => sha256))
      const uncovered = await made(await drawing(7, channels))
      expect(uncovered.thumbhash).not.toBe(one?.thumbhash)
    },
  )

  it('in every size, crop and format it is without detail', async () => {
    const { variants } = await made(await drawing(7), { faces: [face], focalPoint: { x: 37, y: 50 } })
    const whole = variants.filter(({ crop }) => crop === 'whole')
    expect(whole.length).toBeGreaterThan(3)
    for (const { data, width: wide, name, format } of whole) {
      const scale = wide / width
      // A margin of some pixels: scaling and lossy formats mix neighbours.
      const inside = {
        left: Math.ceil(region.left * scale) + 10,
        top: Math.ceil(region.top * scale) + 10,
        width: Math.floor(region.width * scale) - 20,
        height: Math.floor(region.height * scale) - 20,
      }
      expect.soft(await deviation(data, inside), `${name} ${format}`).toBeLessThan(3)
    }
  })

  it('it lies where it was marked in the upright picture', async () => {
    const lying = await sharp(await drawing(7))
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer()
    const { data, width: wide, height: high } = await made(lying, { faces: [face] })
    expect([wide, high]).toEqual([width, height])
    expect(await deviation(data, region)).toBe(0)
  })

  it('regions at the edges, over one another and over everything', async () => {
    const faces: Face[] = [
      { id: 'a', x: 0, y: 0, width: 0.1, height: 0.1 },
      { id: 'b', x: 0.9, y: 0.9, width: 0.3, height: 0.1 },
      { id: 'c', x: 0.05, y: 0.05, width: 0.2, height: 0.2 },
    ]
    const { data } = await made(await drawing(7), { faces })
    expect(await deviation(data, { left: 0, top: 0, width: 48, height: 36 })).toBeLessThan(60)
    expect(await deviation(data, { left: 440, top: 330, width: 40, height: 30 })).toBe(0)
    const all = await made(await drawing(7), { faces: [{ id: 'd', x: 0, y: 0, width: 1, height: 1 }] })
    expect(await deviation(all.data, { left: 0, top: 0, width, height })).toBe(0)
  })
})
