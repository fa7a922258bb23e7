export type MaybePromise<Value> = Value | Promise<Value>

/** How long one piece of work may keep everything else waiting, in milliseconds. */
export const turnMs = 4

/** Work that pauses after every step; no step takes longer than a turn. */
export type Steps<Result> = Generator<void, Result, void>

/** What is tried at once, by all work of one turn together: most is done by then. */
const firstMs = 1
let leftMs = firstMs

/** Does all the steps, however long they take. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Does the steps: at once where they are few, else in as many turns of the event loop as they need. */
export function inTurns<Result>(steps: Steps<Result>): MaybePromise<Result> {
  if (leftMs <= 0) return goOn(steps)
  if (leftMs === firstMs) setImmediate(refill)
  const started = performance.now()
  const first = stepsUntil(steps, started + leftMs)
  leftMs -= performance.now() - started
  return first.done ? first.value : goOn(steps)
}

function refill(): void {
  leftMs = firstMs
}

async function goOn<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    await nextTurn()
    const { done, value } = stepsUntil(steps, performance.now() + turnMs)
    if (done) return value
  }
}

function stepsUntil<Result>(steps: Steps<Result>, end: number): IteratorResult<void, Result> {
  for (;;) {
    const step = steps.next()
    if (step.done || performance.now() > end) return step
  }
}

const waiting: (() => void)[] = []

/** Waits for `turnMs` of its own. Long work stands in line: each turn of the event loop serves one of it, and all that came in. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(serveOne)
  })
}

function serveOne(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(serveOne)
}

/** `next` of a value: at once where it is there. */
export function whenReady<Value, Next>(
  value: MaybePromise<Value>,
  next: (value: Value) => Next,
): Next | Promise<Awaited<Next>> {
  return value instanceof Promise ? (value.then(next) as Promise<Awaited<Next>>) : next(value)
}

/** How many items of a list are a step. A filter of hundreds of conditions takes a tenth of a millisecond for one item. */
const itemsInStep = 16

/** Visits every item, as steps. */
export function* eachInSteps<Item>(items: readonly Item[], visit: (item: Item) => void): Steps<void> {
  for (const [at, item] of items.entries()) {
    visit(item)
    if (at % itemsInStep === itemsInStep - 1) yield
  }
}
