type Stream = 'stdout' | 'stderr'
type Write = (text: string) => unknown

/** Next gives each bundle a copy of this module: all of them find the same two functions under these names. */
const names = { stdout: Symbol.for('holos.stdout'), stderr: Symbol.for('holos.stderr') }
const kept = globalThis as typeof globalThis & { [name: symbol]: Write | undefined }

/** Writes what is fit to be written, past the guard that stands before a process's streams (`guardStreams`). */
export function rawWrite(stream: Stream, text: string): void {
  const write = kept[names[stream]]
  if (write) write(text)
  else process[stream].write(text)
}

/** Puts `guarded` in the place of a stream's `write`, once for a process. */
export function replaceWrite(stream: Stream, guarded: Write): void {
  if (kept[names[stream]]) return
  kept[names[stream]] = process[stream].write.bind(process[stream])
  process[stream].write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    guarded(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))
    const done = rest.at(-1)
    if (typeof done === 'function') done()
    return true
  }
}
