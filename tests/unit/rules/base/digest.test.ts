import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf, sha256 } from '#base/digest.ts'

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves absent values out', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [{ z: 1, y: null }] } })).toBe(
      '{"a":{"c":[{"y":null,"z":1}]},"b":1}',
    )
  })

  it('gives equal values equal bytes, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      }),
    )
  })

  it('reads back as the value that was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('digests', () => {
  it('hashes as sha256sum does', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('does not see Unicode normalization, outer spaces or the state of an editor', () => {
    expect(digestOf('Server’s café ')).toBe(digestOf('Server’s café'.normalize('NFD')))
    expect(digestOf({ children: [{ text: 'a', $: { blockKey: 'x' } }] })).toBe(digestOf({ children: [{ text: 'a' }] }))
  })

  it('sees a changed word', () => {
    expect(digestOf('seventeen years')).not.toBe(digestOf('nineteen years'))
    expect(digestOf('a')).toMatch(/^[0-9a-f]{16}$/)
  })
})
