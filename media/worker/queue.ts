import { refusePicture } from '../refusals.ts'

/** Work that waits for its turn, in the order in which it came; what exceeds the room is refused at once. */
export function boundedQueue({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const line: (() => void)[] = []
  let running = 0

  async function turn(): Promise<void> {
    if (running < atOnce) {
      running++
      return
    }
    if (line.length >= waiting) throw refusePicture('PICTURES_WAITING')
    // Whoever ends hands its place on.
    await new Promise<void>((resolve) => line.push(resolve))
  }

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await turn()
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running--
    }
  }
}
