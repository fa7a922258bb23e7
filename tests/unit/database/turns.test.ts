import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { LateWriteError, Turns } from '#database/turns.ts'

describe('turns', () => {
  test('one at a time, in the order of asking', async () => {
    const turns = new Turns(1000)
    const told: string[] = []
    const work = async (name: string) => {
      const release = await turns.take()
      told.push(`${name} in`)
      await sleep(5)
      told.push(`${name} out`)
      release()
    }
    await Promise.all(['a', 'b', 'c'].map(work))
    expect(told).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
    expect(turns.idle).toBe(true)
  })

  test('a turn that is kept too long is an error for whoever waits, and the queue goes on', async () => {
    const turns = new Turns(50)
    const release = await turns.take()
    await expect(turns.take()).rejects.toThrow(LateWriteError)
    release()
    const next = await turns.take()
    next()
    expect(turns.idle).toBe(true)
  })

  test('a long queue whose turns go round is waited for', async () => {
    const turns = new Turns(50)
    const work = async () => {
      const release = await turns.take()
      await sleep(20)
      release()
    }
    await expect(Promise.all(Array.from({ length: 6 }, work))).resolves.toHaveLength(6)
  })
})
