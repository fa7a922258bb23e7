import { isIPv6 } from 'node:net'

/** Where the studio's door writes who is at the other end of the connection; what a caller sends under this name is overwritten. */
export const peerHeader = 'x-holos-peer'

/** The block of addresses that a request comes from: what one household, office or server has. Empty where there is no connection. */
export function addressBlock(headers: Headers, trustedProxies: number): string {
  const peer = headers.get(peerHeader) ?? ''
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').at(-trustedProxies)?.trim()
  return blockOf(trustedProxies > 0 && forwarded ? forwarded : peer)
}

/** A /24 of IPv4, a /64 of IPv6. */
export function blockOf(address: string): string {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.')
  const [head = '', tail] = plain.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...gap, ...after].slice(0, 4)
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}
