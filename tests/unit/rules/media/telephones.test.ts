import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { toldBy } from '#media/originals/told.ts'
import { heic } from './corpus/heic.ts'
import { gps, tiffPicture } from './corpus/tiff.ts'
import { made } from './made.ts'
import { photograph } from './pictures.ts'

/** Where the red quarter of the picture stands, by the corners of the public main file. */
async function redCorner(file: Buffer): Promise<string> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const isRed = (x: number, y: number) => {
    const [r = 0, , b = 0] = data.subarray((y * info.width + x) * info.channels)
    return r > 150 && b < 120
  }
  const [right, bottom] = [info.width - 5, info.height - 5]
  const corners = {
    'upper left': [4, 4],
    'upper right': [right, 4],
    'lower left': [4, bottom],
    'lower right': [right, bottom],
  } as const
  return Object.entries(corners)
    .filter(([, [x, y]]) => isRed(x, y))
    .map(([name]) => name)
    .join()
}

const tags = {
  IFD0: { Make: 'Apple', Model: 'iPhone 6', Orientation: '6' },
  IFD2: { DateTimeOriginal: '2018:05:21 10:03:22' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 2/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '34/1 6/1 0/1' },
}
const exifOf = async () =>
  (
    await sharp(
      await sharp(await photograph(8, 8))
        .withExif(tags)
        .jpeg()
        .toBuffer(),
    ).metadata()
  ).exif

describe('pictures from telephones', () => {
  it('a HEIC is read and becomes a photograph like any other', async () => {
    const picture = await made(heic())
    expect(picture).toMatchObject({ width: 64, height: 48, mimeType: 'image/jpeg', hadLocation: false, told: null })
    expect(await redCorner(picture.data)).toBe('upper left')
  })

  it.each([
    [{ turns: 1 }, [48, 64], 'lower left'],
    [{ turns: 2 }, [64, 48], 'lower right'],
    [{ turns: 3 }, [48, 64], 'upper right'],
    [{ mirror: 0 }, [64, 48], 'lower left'],
    [{ mirror: 1 }, [64, 48], 'upper right'],
    [{ turns: 3, mirror: 1 }, [48, 64], 'upper left'],
  ])('it stands upright: %j', async (placing, size, corner) => {
    const { data, width, height } = await made(heic(placing))
    expect([width, height]).toEqual(size)
    expect(await redCorner(data)).toBe(corner)
  })

  it('Exif has no say in how it stands, but tells where it was taken', async () => {
    const file = heic({ turns: 3, exif: await exifOf() })
    const picture = await made(file)
    expect([picture.width, picture.height]).toEqual([48, 64])
    expect(await redCorner(picture.data)).toBe('upper right')
    expect(picture.hadLocation).toBe(true)
    expect(picture.told).toEqual({
      place: { latitude: 45.03, longitude: 34.1 },
      takenOn: '2018-05-21',
      device: 'Apple iPhone 6',
    })
    expect(toldBy(file)).toEqual(picture.told)
  })

  it('its colours are those that its profile means', async () => {
    const icc = (
      await sharp(
        await sharp(await photograph(8, 8))
          .withIccProfile('p3')
          .png()
          .toBuffer(),
      ).metadata()
    ).icc
    const red = async (file: Buffer) => [
      ...(
        await sharp((await made(file)).data)
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ]
    const [[plain = 0], [wide = 0]] = [await red(heic()), await red(heic({ icc }))]
    expect(plain).toBeLessThan(wide)
  })
})

describe('TIFF', () => {
  it.each([
    ['lzw', (picture: Sharp) => picture.tiff({ compression: 'lzw' })],
    ['16 bit', (picture: Sharp) => picture.toColourspace('rgb16').tiff({ compression: 'none' })],
    ['jpeg inside', (picture: Sharp) => picture.tiff({ compression: 'jpeg' })],
    ['tiles', (picture: Sharp) => picture.tiff({ tile: true })],
  ])('is read: %s', async (_, encode) => {
    const picture = await made(await encode(sharp(await photograph(400, 300))).toBuffer())
    expect(picture).toMatchObject({ width: 400, height: 300, mimeType: 'image/jpeg', hadLocation: false })
  })

  it('tells where it was taken, and with what', async () => {
    const file = tiffPicture(40, 30, [
      { tag: 0x010f, text: 'Apple' },
      { tag: 0x0110, text: 'iPhone 6' },
      gps([45, 2], [34, 6]),
    ])
    const { told, hadLocation } = await made(file)
    expect(hadLocation).toBe(true)
    expect(told).toEqual({ place: { latitude: 45.03, longitude: 34.1 }, device: 'Apple iPhone 6' })
  })
})
