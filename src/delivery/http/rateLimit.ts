import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { CallerError } from '#base/errors.ts'

/** Throws RATE_LIMITED where an address has used up its minute. */
export type RateLimit = (request: IncomingMessage) => Promise<void>

/**
 * `perMinute` requests a minute and address. `trustedProxies` is the number of proxies of ours in
 * front: that many entries of X-Forwarded-For, from its end, were written by them.
 */
export function rateLimit(perMinute: number | 'off', trustedProxies: number): RateLimit | null {
  if (perMinute === 'off') return null
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (request) => {
    try {
      await limiter.consume(networkOf(clientAddress(request, trustedProxies)))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      const message = `More than ${perMinute} requests in a minute from this address. Try again in ${retryAfter} s.`
      throw new CallerError('RATE_LIMITED', 429, message, { retryAfter })
    }
  }
}

export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const peer = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return peer
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  return forwarded.at(-trustedProxies)?.trim() || peer
}

/** One household or server has a whole /64 of IPv6: its addresses count together. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...gap, ...after].slice(0, 4).join(':')
}
