import { expect, it } from 'vitest'
import { blockOf } from '#signin/address.ts'
import { Attempts } from '#signin/attempts.ts'

it('waiting begins after five attempts, doubles with each, and ends at a quarter of an hour', () => {
  let now = 0
  const attempts = new Attempts(() => now)
  const waits = Array.from({ length: 16 }, () => {
    attempts.count('pair', 'a')
    const wait = attempts.remaining('pair', 'a') / 1000
    now += wait * 1000
    return wait
  })
  expect(waits).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900])
  expect(attempts.remaining('pair', 'b')).toBe(0)
  attempts.forget('pair', 'a')
  attempts.count('pair', 'a')
  expect(attempts.remaining('pair', 'a')).toBe(0)
})

it('an account that is tried from everywhere is held back for five seconds at most, and never refused', () => {
  const attempts = new Attempts(() => 0)
  for (let count = 0; count < 1000; count++) attempts.count('account', 'a')
  expect(attempts.delay('account', 'a')).toBe(5000)
})

it.each([
  ['192.0.2.7', '192.0.2'],
  ['::ffff:192.0.2.7', '192.0.2'],
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
  ['2001:0DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s belongs to the block %s', (address, block) => {
  expect(blockOf(address)).toBe(block)
})
