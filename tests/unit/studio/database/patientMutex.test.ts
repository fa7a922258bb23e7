import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { KeyedMutexes } from '#database/locks/keyedMutexes.ts'
import { LateWriteError, PatientMutex } from '#database/locks/patientMutex.ts'

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
  })

  it('what is kept too long is an error for whoever waits, and the queue goes on', async () => {
    const mutex = new PatientMutex(50)
    const release = await mutex.acquire()
    await expect(mutex.acquire()).rejects.toThrow(LateWriteError)
    release()
    const next = await mutex.acquire()
    next()
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

describe('mutexes by key', () => {
  it('keys do not wait for each other, and a key is forgotten with its last user', async () => {
    const mutexes = new KeyedMutexes(1000)
    const [one, other] = await Promise.all([mutexes.acquire('a'), mutexes.acquire('b')])
    expect(mutexes.size).toBe(2)
    one()
    other()
    expect(mutexes.size).toBe(0)
  })

  it('a waiter who gave up leaves nothing behind', async () => {
    const mutexes = new KeyedMutexes(20)
    const release = await mutexes.acquire('a')
    await expect(mutexes.acquire('a')).rejects.toThrow(LateWriteError)
    release()
    expect(mutexes.size).toBe(0)
    const next = await mutexes.acquire('a')
    next()
    expect(mutexes.size).toBe(0)
  })
})
