import { LRUCache } from 'lru-cache'

/** How waiting grows: `free` attempts cost nothing, the next one `first`, each further one twice as much, up to `most` (milliseconds). */
type Growth = { free: number; first: number; most: number }

const seconds = (count: number) => count * 1000
const growth = {
  /** One account from one block of addresses. */
  pair: { free: 5, first: seconds(5), most: seconds(15 * 60) },
  /** Any accounts from one block. */
  block: { free: 30, first: seconds(5), most: seconds(15 * 60) },
  /** A browser that has signed into this account before. */
  device: { free: 5, first: seconds(5), most: seconds(15 * 60) },
  /** One account, from everywhere: answers are held back, never refused, so nobody locks out somebody else. */
  account: { free: 10, first: 250, most: seconds(5) },
  /** The present password, asked for by somebody who is signed in. */
  present: { free: 5, first: seconds(5), most: seconds(15 * 60) },
} satisfies Record<string, Growth>

export type Counted = keyof typeof growth

/** What is not tried for an hour is forgotten; so is what was tried longest ago where there is too much of it. */
const memory = { max: 100_000, ttl: seconds(60 * 60) }

type Count = { failures: number; last: number }

/** Attempts of a process, by what they have in common. Addresses are in memory only, and only as long as they matter. */
export class Attempts {
  readonly #counts = new LRUCache<string, Count>(memory)
  readonly #now: () => number

  constructor(now = Date.now) {
    this.#now = now
  }

  /** Milliseconds until another attempt is looked at; 0 where it may come. */
  remaining(what: Counted, key: string): number {
    const count = this.#counts.get(`${what}:${key}`)
    return count ? Math.max(0, count.last + this.#wait(what, count.failures) - this.#now()) : 0
  }

  /** How long the answer to the next attempt is held back. */
  delay(what: Counted, key: string): number {
    return this.#wait(what, this.#counts.get(`${what}:${key}`)?.failures ?? 0)
  }

  /** Counts an attempt before its outcome is known, so that a thousand at once are a thousand. */
  count(what: Counted, key: string): void {
    const { failures } = this.#counts.get(`${what}:${key}`) ?? { failures: 0 }
    this.#counts.set(`${what}:${key}`, { failures: failures + 1, last: this.#now() })
  }

  /** The attempt was right: it does not count. */
  takeBack(what: Counted, key: string): void {
    const count = this.#counts.get(`${what}:${key}`)
    if (count) this.#counts.set(`${what}:${key}`, { ...count, failures: Math.max(0, count.failures - 1) })
  }

  forget(what: Counted, key: string): void {
    this.#counts.delete(`${what}:${key}`)
  }

  #wait(what: Counted, failures: number): number {
    const { free, first, most } = growth[what]
    return failures < free ? 0 : Math.min(most, first * 2 ** (failures - free))
  }
}
