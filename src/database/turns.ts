/**
 * One holder at a time, in the order of asking. Waiting is endless while turns go round, but a turn
 * that one holder keeps for longer than `patienceMs` is an error for whoever waits: the usual reason
 * is a write that waits for the very transaction it runs in, because it forgot its `req`.
 */
export class Turns {
  #tail: Promise<void> = Promise.resolve()
  #since = 0
  #asked = 0
  readonly #patienceMs: number

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  /** Nobody holds the turn or waits for it. */
  get idle(): boolean {
    return this.#asked === 0
  }

  /** Resolves when the turn has come; the answer gives it back. */
  async take(): Promise<() => void> {
    const before = this.#tail
    const { promise, pass } = openTurn()
    this.#tail = promise
    this.#asked++
    const release = () => {
      this.#asked--
      pass()
    }
    try {
      await this.#outwait(before)
    } catch (late) {
      void before.then(release)
      throw late
    }
    this.#since = Date.now()
    return release
  }

  async #outwait(before: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, refuse) => {
      const look = () => {
        const left = this.#since + this.#patienceMs - Date.now()
        if (left <= 0) refuse(new LateWriteError(this.#patienceMs))
        else timer = setTimeout(look, left)
      }
      timer = setTimeout(look, this.#patienceMs)
    })
    await Promise.race([before, late]).finally(() => clearTimeout(timer))
  }
}

export class LateWriteError extends Error {
  override name = 'LateWriteError'

  constructor(patienceMs: number) {
    super(
      `A write waited ${patienceMs / 1000} s for its turn and was given up. ` +
        'It may run inside a transaction without its req: pass req to every call in a hook.',
    )
  }
}

function openTurn(): { promise: Promise<void>; pass: () => void } {
  let pass = () => {}
  const promise = new Promise<void>((done) => {
    pass = done
  })
  return { promise, pass }
}
