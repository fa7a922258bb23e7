import { describe, expect, it } from 'vitest'
import { createPublicFiles } from '#delivery/media/publicFiles.ts'
import { rangeOf } from '#delivery/media/range.ts'
import { build } from '#tests/build/build.ts'

describe('a byte range', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=50-1000', { start: 50, end: 99 }],
  ])('%s of 100 bytes', (header, range) => expect(rangeOf(header, 100)).toEqual(range))

  it.each([undefined, 'bytes=', 'bytes=-', 'bytes=9-3', 'bytes=0-1,5-6', 'items=0-9', 'bytes=a-b'])(
    '%s is the whole file',
    (header) => {
      expect(rangeOf(header, 100)).toBeNull()
    },
  )

  it.each(['bytes=100-', 'bytes=200-300', 'bytes=-0'])('%s lies outside', (header) => {
    expect(rangeOf(header, 100)).toBe('unsatisfiable')
  })
})

describe('public files', () => {
  const variant = {
    name: 'w640',
    file: 'card-w640.webp',
    mimeType: 'image/webp',
    width: 640,
    height: 480,
    bytes: 9,
    sha256: 'b',
  }
  const { card } = build.media({
    id: '1',
    facts: { filename: 'card.webp', mimeType: 'image/webp', sha256: 'a', variants: [variant] },
  })

  it('are the file and the variants of a public document, until it is withdrawn', () => {
    const files = createPublicFiles()
    files.replace('media:1', card)
    expect(files.find('card.webp')).toMatchObject({ key: 'media:1', sha256: 'a' })
    expect(files.find('card-w640.webp')).toMatchObject({ key: 'media:1', sha256: 'b' })
    files.replace('media:1', null)
    expect(files.find('card.webp')).toBeUndefined()
    expect(files.find('card-w640.webp')).toBeUndefined()
  })

  it('lose the names that a new picture no longer has', () => {
    const files = createPublicFiles()
    files.replace('media:1', card)
    files.replace('media:1', { ...card, facts: { filename: 'other.webp' } })
    expect(files.find('card.webp')).toBeUndefined()
    expect(files.find('other.webp')).toMatchObject({ key: 'media:1' })
  })
})
