import { describe, expect, it } from 'vitest'
import { retryAfterOf, waitAfter } from '#webhooks/backoff.ts'

const seconds = (count: number) => count * 1000

describe('the wait after a failure', () => {
  it('doubles from 5 s and never passes an hour', () => {
    const waits = Array.from({ length: 14 }, (_, index) => waitAfter(index + 1, null, 0) / 1000)
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 2880, 2880, 2880, 2880])
    expect(waitAfter(2000, null, 1)).toBe(seconds(3600))
  })

  it('is longer by a random part of up to a quarter', () => {
    expect(waitAfter(1, null, 0.5)).toBe(5625)
    expect(waitAfter(4, null, 1)).toBe(seconds(50))
    const waits = new Set(Array.from({ length: 50 }, () => waitAfter(3, null)))
    expect(waits.size).toBeGreaterThan(25)
    for (const wait of waits) expect(wait >= seconds(20) && wait <= seconds(25)).toBe(true)
  })

  it('is what the receiver asks for, within the same bounds', () => {
    expect(waitAfter(9, seconds(30))).toBe(seconds(30))
    expect(waitAfter(1, 0)).toBe(seconds(5))
    expect(waitAfter(1, seconds(1e9))).toBe(seconds(3600))
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  it.each([
    ['120', seconds(120)],
    ['Thu, 01 Jan 2026 00:01:00 GMT', seconds(60)],
    ['Thu, 01 Jan 2025 00:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('%s', (header, wait) => expect(retryAfterOf(header, now)).toBe(wait))
})
