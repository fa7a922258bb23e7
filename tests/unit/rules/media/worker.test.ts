import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Face } from '#media/faces.ts'
import { pictureLimits } from '#media/limits.ts'
import { processPicture } from '#media/pipeline.ts'
import { refusalIn } from '#media/refusals.ts'
import { boundedQueue } from '#media/worker/queue.ts'
import { hugePng, photograph } from './pictures.ts'

/** The longest time for which timers waited while this ran. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let [longest, last] = [0, performance.now()]
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  await work().finally(() => clearInterval(timer))
  return longest
}

describe('a picture is read in a process of its own', () => {
  it('118 megapixels of 16 bits hold nobody else up', async () => {
    const huge = await hugePng(10_880)
    const held = await longestHold(async () => {
      const { width, height } = await processPicture(huge)
      expect([width, height]).toEqual([4096, 4096])
    })
    expect(held).toBeLessThan(500)
  })

  it('what takes too long is stopped and refused in every language of the studio', async () => {
    const slow = processPicture(await hugePng(6000), {}, { ...pictureLimits, seconds: 0.5 })
    const refusal = await slow.catch((error) => error)
    expect(refusal).toMatchObject({ code: 'PICTURE_TOO_SLOW', status: 400 })
    const sentences = ['en', 'uk', 'ru', 'tr'].map((language) => refusalIn(language, refusal))
    expect(new Set(sentences).size).toBe(4)
    expect(sentences.every((sentence) => sentence.includes(String(pictureLimits.seconds)))).toBe(true)
  })

  it('what takes too much memory is stopped and refused', async () => {
    const hungry = processPicture(await hugePng(6000), {}, { ...pictureLimits, memoryBytes: 90 * 1024 * 1024 })
    await expect(hungry).rejects.toMatchObject({ code: 'PICTURE_TOO_HUNGRY', status: 400 })
  })

  it('a process that breaks down is a refusal, and the next picture is read', async () => {
    // No request can bring this: it is what makes the program throw where it does not expect it.
    const broken = { faces: 'none' as unknown as Face[] }
    await expect(processPicture(await photograph(64, 48), broken)).rejects.toMatchObject({
      code: 'PICTURE_READER_FAILED',
    })
    await expect(processPicture(await photograph(64, 48))).resolves.toMatchObject({ width: 64 })
  })

  it.runIf(existsSync(`/proc/self/task/${process.pid}/children`))('and gets no secret of the studio', async () => {
    process.env.HOLOS_SECRET = 'the secret of the studio'
    const picture = processPicture(await hugePng(2000))
    const environments: string[] = []
    for (let tries = 0; tries < 200 && environments.length === 0; tries++) {
      await wait(5)
      environments.push(...childEnvironments())
    }
    delete process.env.HOLOS_SECRET
    await picture
    expect(environments.length).toBeGreaterThan(0)
    expect(environments.join()).not.toContain('secret')
    expect(environments.join()).toContain('NODE_ENV')
  })
})

/** Of the children of this process that run the program. */
function childEnvironments(): string[] {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.flatMap((id) => {
    try {
      const isProgram = readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('media/worker/program.ts')
      return isProgram ? [readFileSync(`/proc/${id}/environ`, 'utf8')] : []
    } catch {
      // It ended meanwhile.
      return []
    }
  })
}

describe('pictures wait for their turn', () => {
  it('in order, a bounded number of them; one more is refused, and a failure hands the turn on', async () => {
    const inTurn = boundedQueue({ atOnce: 1, waiting: 2 })
    const ended: string[] = []
    const gates = new Map<string, () => void>()
    const work = (name: string, fails = false) =>
      inTurn(async () => {
        await new Promise<void>((resolve) => gates.set(name, resolve))
        ended.push(name)
        if (fails) throw new Error(name)
      })
    const first = work('first', true)
    const [second, third] = [work('second'), work('third')]
    await expect(work('fourth')).rejects.toMatchObject({ code: 'PICTURES_WAITING', status: 503 })
    expect([...gates.keys()]).toEqual(['first'])
    gates.get('first')?.()
    await expect(first).rejects.toThrow('first')
    for (const name of ['second', 'third']) {
      await expect.poll(() => gates.has(name)).toBe(true)
      gates.get(name)?.()
    }
    await Promise.all([second, third])
    expect(ended).toEqual(['first', 'second', 'third'])
    const later = work('later')
    await expect.poll(() => gates.has('later')).toBe(true)
    gates.get('later')?.()
    await later
  })
})
