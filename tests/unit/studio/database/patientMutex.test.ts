import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LateWriteError, PatientMutex } from '#database/patientMutex.ts'

describe('a patient mutex', () => {
  it('one at a time, in the order of asking', async () => {
    const mutex = new PatientMutex(1000)
    const told: string[] = []
    const work = async (name: string) => {
      const release = await mutex.acquire()
      told.push(`${name} in`)
      await sleep(5)
      told.push(`${name} out`)
      release()
    }
    await Promise.all(['a', 'b', 'c'].map(work))
    expect(told).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
    expect(mutex.isLocked()).toBe(false)
  })

  it('what is kept too long is an error for whoever waits, and the queue goes on', async () => {
    const mutex = new PatientMutex(50)
    const release = await mutex.acquire()
    await expect(mutex.acquire()).rejects.toThrow(LateWriteError)
    release()
    const next = await mutex.acquire()
    next()
    expect(mutex.isLocked()).toBe(false)
  })

  it('a long queue that moves is waited for', async () => {
    const mutex = new PatientMutex(50)
    const work = async () => {
      const release = await mutex.acquire()
      await sleep(20)
      release()
    }
    await expect(Promise.all(Array.from({ length: 6 }, work))).resolves.toHaveLength(6)
  })
})
