import { Mutex } from 'async-mutex'

/**
 * A mutex whose waiting is endless while it goes round, but a holder that keeps it for longer than `patienceMs` is an error
 * for whoever waits: the usual reason is a write that waits for the very transaction it runs in, because it forgot its `req`.
 */
export class PatientMutex {
  readonly #mutex = new Mutex()
  readonly #patienceMs: number
  #since = 0

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  /** Resolves when nobody holds it any more; the answer gives it back. */
  acquire(): Promise<() => void> {
    return new Promise((resolve, reject) => {
      let isLate = false
      const look = () => {
        const left = this.#since + this.#patienceMs - Date.now()
        if (left > 0) timer = setTimeout(look, left)
        else {
          isLate = true
          reject(new LateWriteError(this.#patienceMs))
        }
      }
      let timer = setTimeout(look, this.#patienceMs)
      void this.#mutex.acquire().then((release) => {
        clearTimeout(timer)
        if (isLate) return release()
        this.#since = Date.now()
        resolve(release)
      })
    })
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
