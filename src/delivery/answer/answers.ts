import { LRUCache } from 'lru-cache'
import { nextTurn } from '#base/turns.ts'
import type { Prepared } from '#graph/request/prepare.ts'
import type { GraphqlRequest } from '#graph/request/request.ts'
import { type Answer, compressInBackground, sizeOf } from './answer.ts'

/** What running a prepared request gives: an answer that may be kept, or one with errors that may not. */
export type Outcome = { kind: 'answer'; answer: Answer } | { kind: 'errors'; status: number; text: string }

export type AnswersOptions = {
  /** The version that is served right now. */
  version: () => number
  prepare: (request: GraphqlRequest) => Prepared
  /** Runs one request on one version, start to end. */
  run: (prepared: Prepared, requestId: string) => Promise<Outcome>
  maxBytes: number
  onError: (error: unknown) => void
}

export type Answers = {
  /** The kept answer to a request that was seen before in the same bytes. Synchronous: the whole hit path. */
  recall(raw: string): Answer | undefined
  /** Reads, checks and answers a request; `raw` names its bytes for the next time. Throws `Refusal`. */
  answer(raw: string, request: () => GraphqlRequest, requestId: string): Promise<Outcome>
  readonly counts: { hits: number; misses: number; joined: number }
  readonly size: { answers: number; bytes: number }
}

/** How many bytes of raw requests are remembered with what they were read as. */
const mostRequestBytes = 16_000_000

/** A request that took longer to read and check, in milliseconds, is run in another turn of the event loop. */
const longMs = 1

/** The response cache. A publish makes every older answer unreachable, so it holds nothing that needs to be thrown out. */
export function createAnswers({ version, prepare, run, maxBytes, onError }: AnswersOptions): Answers {
  const requests = new LRUCache<string, Prepared>({ maxSize: mostRequestBytes })
  const answers = new LRUCache<string, Answer>({ maxSize: maxBytes, maxEntrySize: Math.floor(maxBytes / 8) })
  const computing = new Map<string, Promise<Outcome>>()
  const counts = { hits: 0, misses: 0, joined: 0 }

  function kept({ key }: Prepared): Answer | undefined {
    const answer = answers.get(key)
    if (answer?.version !== version()) return undefined
    counts.hits++
    if (!answer.isCompressing) {
      const keepAgain = () => {
        if (answers.peek(key) === answer) answers.set(key, answer, { size: sizeOf(answer) })
      }
      compressInBackground(answer, keepAgain, onError)
    }
    return answer
  }

  async function compute(prepared: Prepared, requestId: string, tookLong: boolean): Promise<Outcome> {
    if (tookLong) await nextTurn()
    const outcome = await run(prepared, requestId)
    if (outcome.kind === 'answer' && outcome.answer.version === version()) {
      answers.set(prepared.key, outcome.answer, { size: sizeOf(outcome.answer) })
    }
    return outcome
  }

  /** One computation per key and version at a time; whoever asks meanwhile waits for it. */
  function computed(prepared: Prepared, requestId: string, tookLong: boolean): Promise<Outcome> {
    const key = `${version()}\n${prepared.key}`
    const running = computing.get(key)
    counts[running ? 'joined' : 'misses']++
    if (running) return running
    const mine = compute(prepared, requestId, tookLong).finally(() => computing.delete(key))
    computing.set(key, mine)
    return mine
  }

  return {
    counts,
    get size() {
      return { answers: answers.size, bytes: answers.calculatedSize }
    },

    recall(raw) {
      const prepared = requests.get(raw)
      return prepared && kept(prepared)
    },

    async answer(raw, request, requestId) {
      let prepared = requests.get(raw)
      const started = performance.now()
      if (!prepared) {
        prepared = prepare(request())
        requests.set(raw, prepared, { size: raw.length * 2 + prepared.key.length + 1000 })
      }
      const answer = kept(prepared)
      if (answer) return { kind: 'answer', answer }
      return computed(prepared, requestId, performance.now() - started > longMs)
    },
  }
}
