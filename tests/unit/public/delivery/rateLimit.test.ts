import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientAddress, networkOf, rateLimit } from '#delivery/http/rateLimit.ts'

function from(address: string, forwarded?: string): IncomingMessage {
  // Only these two are looked at.
  return { socket: { remoteAddress: address }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage
}

describe('the rate limit', () => {
  it('refuses what is more than the minute allows, and says when to try again', async () => {
    const limit = rateLimit(2, 0)
    await limit?.(from('203.0.113.7'))
    await limit?.(from('203.0.113.7'))
    await expect(limit?.(from('203.0.113.7'))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      status: 429,
      details: { retryAfter: expect.any(Number) },
    })
    await expect(limit?.(from('203.0.113.8'))).resolves.toBeUndefined()
  })

  it('can be off', () => expect(rateLimit('off', 0)).toBeNull())

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))

  it('believes X-Forwarded-For only as far as proxies of ours wrote it', () => {
    const request = from('10.0.0.1', '6.6.6.6, 203.0.113.7, 10.0.0.9')
    expect(clientAddress(request, 0)).toBe('10.0.0.1')
    expect(clientAddress(request, 1)).toBe('10.0.0.9')
    expect(clientAddress(request, 2)).toBe('203.0.113.7')
    expect(clientAddress(from('10.0.0.1'), 1)).toBe('10.0.0.1')
  })
})
