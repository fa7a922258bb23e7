import { existsSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { createDeflate } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Face } from '#media/faces.ts'
import { pictureLimits } from '#media/limits.ts'
import { processPicture } from '#media/pipeline.ts'
import { refusalIn } from '#media/refusals.ts'
import { pngChunk } from '#media/stamp/png.ts'
import { boundedQueue } from '#media/worker/queue.ts'
import { photograph } from './pictures.ts'

/** A PNG of 16 bits a sample without anything on it: 3 MB that unfold to 710. */
async function hugePng(edge: number): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(edge, 0)
  header.writeUInt32BE(edge, 4)
  header.set([16, 2, 0, 0, 0], 8)
  const row = Buffer.alloc(1 + edge * 6)
  const rows = Readable.from(Array.from({ length: edge }, () => row))
  const data = await buffer(rows.pipe(createDeflate({ level: 1 })))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, pngChunk('IHDR', header), pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))])
}

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
