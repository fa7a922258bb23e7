const sliceMs = 4
const restMs = 500

/**
 * Does postponed work in slices, one in each turn of the event loop: a request waits for one slice at
 * most, and who needs the work does not wait for all of it.
 */
export function warmInBackground(warm: (milliseconds: number) => boolean): { stop(): void } {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const work = () => {
    if (isStopped) return
    if (warm(sliceMs)) timer = setTimeout(work, restMs).unref()
    else setImmediate(work)
  }
  work()
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
