import { PatientMutex } from './patientMutex.ts'

/** A mutex for as long as somebody holds it or waits for it. */
type Shared = { mutex: PatientMutex; users: number }

/** One mutex for each key, made when it is asked for and forgotten with its last user: one who gave up waiting is none any more. */
export class KeyedMutexes {
  readonly #all = new Map<string, Shared>()
  readonly #patienceMs: number

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  get size(): number {
    return this.#all.size
  }

  /** Resolves when nobody else holds the key; the answer gives it back. */
  async acquire(key: string): Promise<() => void> {
    const shared = this.#all.get(key) ?? { mutex: new PatientMutex(this.#patienceMs), users: 0 }
    this.#all.set(key, shared)
    shared.users++
    try {
      const release = await shared.mutex.acquire()
      return () => {
        release()
        this.#leave(key, shared)
      }
    } catch (error) {
      this.#leave(key, shared)
      throw error
    }
  }

  #leave(key: string, shared: Shared): void {
    shared.users--
    if (shared.users === 0) this.#all.delete(key)
  }
}
