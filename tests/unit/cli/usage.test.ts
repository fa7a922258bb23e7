import { describe, expect, it } from 'vitest'
import { localesIn, UsageError } from '#cli/holos/usage.ts'

describe('--locales', () => {
  it.each([
    ['uk,tr', ['uk', 'tr']],
    ['crh-Latn, uk', ['crh-Latn', 'uk']],
    ['', []],
    [undefined, []],
  ])('%j', (list, locales) => {
    expect(localesIn(list)).toEqual(locales)
  })

  it('names the locales there are when one is unknown', () => {
    expect(() => localesIn('uk,fr')).toThrow(UsageError)
    expect(() => localesIn('uk,fr')).toThrow(/no locale "fr".*en, uk, ru/)
  })
})
