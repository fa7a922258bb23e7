import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { creditXmp } from '#media/stamp/credit.ts'
import { canStamp, stampCredit } from '#media/stamp/stampCredit.ts'
import { made } from './made.ts'
import { partsOf, photograph, tellingPng } from './pictures.ts'

const pixels = (file: Buffer) => sharp(file).raw().toBuffer()

/** Every file that the pipeline makes of a photograph and of a drawing, with a credit and without. */
async function files(creator?: string) {
  const pictures = await Promise.all(
    [await photograph(), await tellingPng()].map((bytes) => made(bytes, { credit: creator ? { creator } : {} })),
  )
  return pictures.flatMap(({ variants, ...main }) => [main, ...variants])
}

describe('another credit in a finished file', () => {
  it.each([
    ['first', 'Олена'],
    ['first', null],
    [null, 'Олена'],
    [null, null],
  ])('from %j to %j: the words change, no pixel does, nothing else is added', async (before, after) => {
    for (const { data, mimeType } of await files(before ?? undefined)) {
      expect(canStamp(mimeType)).toBe(true)
      const stamped = stampCredit(data, mimeType, after === null ? null : creditXmp({ creator: after }))
      const { xmp } = await sharp(stamped).metadata()
      expect(xmp?.toString()).toBe((after === null ? null : creditXmp({ creator: after })) ?? undefined)
      expect((await pixels(stamped)).equals(await pixels(data))).toBe(true)
      if (before) expect(stamped.includes(before)).toBe(false)
      expect(partsOf(stamped).trailing).toBe(0)
    }
  })

  it('there and back again is the file that it was', async () => {
    for (const { data, mimeType } of await files()) {
      const here = stampCredit(data, mimeType, creditXmp({ creator: 'first' }))
      const there = stampCredit(here, mimeType, creditXmp({ creator: 'second' }))
      expect(stampCredit(there, mimeType, creditXmp({ creator: 'first' })).equals(here)).toBe(true)
    }
  })

  it('a kind of file without a way to do so is known', () => {
    expect(canStamp('image/heic')).toBe(false)
    expect(canStamp('constructor')).toBe(false)
  })
})
