import type { Steps } from '#base/turns.ts'
import type { Postings } from './dictionary.ts'

/** Says that these documents match the present token, and how well. */
export type Note = (postings: Postings, score: number) => void
export type Scored = { number: number; score: number }

export type Tally = ReturnType<typeof createTally>

/**
 * Adds up the best match of each token for every document, in arrays: a common word is in a hundred thousand. A tally is
 * used again and again; arrays that are made for each search would be most of its cost.
 */
export function createTally() {
  let sums = new Float64Array(0)
  let counts = new Uint8Array(0)
  let best = new Float64Array(0)
  let touched: number[] = []

  /** Makes room for documents with numbers below `size`. Of an empty tally only. */
  function fit(size: number): void {
    if (sums.length >= size) return
    // Some room to grow, as the record does.
    const room = Math.ceil(size * 1.1)
    sums = new Float64Array(room)
    counts = new Uint8Array(room)
    best = new Float64Array(room)
  }

  function* token(notes: (note: Note) => Steps<void>): Steps<void> {
    const found: number[] = []
    yield* notes((postings, score) => {
      for (const number of postings) {
        const known = best[number] as number
        if (known === 0) found.push(number)
        if (known < score) best[number] = score
      }
    })
    for (const number of found) {
      if (counts[number] === 0) touched.push(number)
      counts[number] = (counts[number] as number) + 1
      sums[number] = (sums[number] as number) + (best[number] as number)
      best[number] = 0
    }
  }

  return {
    fit,
    token,
    /** The documents that matched at least so many tokens. */
    scored(tokens: number): Scored[] {
      return touched
        .filter((number) => (counts[number] as number) >= tokens)
        .map((number) => ({ number, score: sums[number] as number }))
    },
    clear(): void {
      for (const number of touched) {
        counts[number] = 0
        sums[number] = 0
      }
      touched = []
    },
  }
}
