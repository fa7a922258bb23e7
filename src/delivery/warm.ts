const slice = { ms: 4, pauseMs: 10, restMs: 500 } as const

/** Does postponed work in slices that no request notices, so that the first who needs it does not wait for all of it. */
export function warmInBackground(warm: (milliseconds: number) => boolean): { stop(): void } {
  let timer: NodeJS.Timeout
  const next = (isDone: boolean) => {
    timer = setTimeout(() => next(warm(slice.ms)), isDone ? slice.restMs : slice.pauseMs).unref()
  }
  next(false)
  return { stop: () => clearTimeout(timer) }
}
