import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachInSteps, inTurns, type Steps, turnMs, whenReady } from '#base/turns.ts'

/** Keeps the processor busy, as work does. */
function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

function* work(steps: number, milliseconds: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    busy(milliseconds)
    yield
  }
  return steps
}

describe('work in turns', () => {
  it('is done at once where a turn is enough', () => {
    expect(inTurns(work(3, 0))).toBe(3)
  })

  it('lets others have their turns where it is not', async () => {
    let turns = 0
    const count = () => {
      turns++
      counting = setImmediate(count)
    }
    let counting = setImmediate(count)
    expect(await inTurns(work(20, turnMs / 2))).toBe(20)
    clearImmediate(counting)
    expect(turns).toBeGreaterThan(3)
  })

  it('what is tried at once is shared by all work of a turn', async () => {
    const results = Array.from({ length: 50 }, () => inTurns(work(2, turnMs / 10)))
    // The budget ends in the second of them; a machine that is slow does not even get there.
    expect(results.filter((one) => !(one instanceof Promise)).length).toBeLessThanOrEqual(2)
    expect(await Promise.all(results)).toEqual(results.map(() => 2))
    await new Promise(setImmediate)
    expect(inTurns(work(2, 0))).toBe(2)
  })

  it('fails as a promise fails', async () => {
    function* failing(): Steps<never> {
      yield* work(4, turnMs)
      throw new Error('broken')
    }
    await expect(inTurns(failing())).rejects.toThrow('broken')
  })

  it('visits every item once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer(), { maxLength: 1000 }), async (items) => {
        const seen: number[] = []
        await inTurns(eachInSteps(items, (item) => void seen.push(item)))
        expect(seen).toEqual(items)
      }),
    )
  })

  it('goes on at once with what is there', async () => {
    expect(whenReady(1, (one) => one + 1)).toBe(2)
    expect(await whenReady(Promise.resolve(1), (one) => one + 1)).toBe(2)
  })
})
