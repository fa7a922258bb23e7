import type { Answers, AnswersOptions } from '#delivery/answer/answers.ts'
import type { Exchange } from '#delivery/http/reply.ts'

type Prepare = AnswersOptions['prepare']
type Run = AnswersOptions['run']
type UpToDate = () => Promise<void> | undefined

/** What is served while a request is answered. */
export type ServedState = { version: number; seq: number }

/** Wraps the steps of answering, so that each is seen. Untraced, each wrapper gives back what it was given. */
export type Tracing = {
  /** Runs `handle` inside the span of a request, which ends with its answer. */
  readonly serve: ((exchange: Exchange, route: string, handle: () => void) => void) | undefined
  preparing(prepare: Prepare): Prepare
  running(run: Run): Run
  catchingUp(upToDate: UpToDate): UpToDate
  answering(answers: Answers, served: () => ServedState | null): Answers
}

/** Nothing is wrapped, nothing is loaded: answers cost what they cost without tracing. */
export const untraced: Tracing = {
  serve: undefined,
  preparing: (prepare) => prepare,
  running: (run) => run,
  catchingUp: (upToDate) => upToDate,
  answering: (answers) => answers,
}
