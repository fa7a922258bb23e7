import type { Steps } from '#base/turns.ts'
import type { Postings } from './dictionary.ts'

/** Says that these documents match the present token, and how well. */
export type Note = (postings: Postings, score: number) => void
export type Scored = { number: number; score: number }

/** Adds up the best match of each token for every document, in arrays: a common word is in a hundred thousand. */
export function createTally(size: number) {
  const sums = new Float64Array(size)
  const counts = new Uint8Array(size)
  const best = new Float64Array(size)
  let touched: number[] = []

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
