import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Work = {
  ids: string[]
  locales: string[]
  /** How often each locale of each document is saved; without end where it is absent. */
  saves?: number
}
export type Acknowledged = { id: string; locale: string; count: number }
export type WriterMessage = { acknowledged: Acknowledged } | { ready: true } | { failed: string }

export type Writer = {
  /** Resolves with everything that was acknowledged when the process has ended by itself. */
  finished(): Promise<Acknowledged[]>
  /** kill -9, and everything that was acknowledged before. */
  kill(): Promise<Acknowledged[]>
}

/** A studio process of its own that saves and tells what was acknowledged. Resolves when it has begun. */
export async function startWriter(url: string, work: Work): Promise<Writer> {
  const child = fork(join(import.meta.dirname, 'writer.ts'), [url, JSON.stringify(work)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const acknowledged: Acknowledged[] = []
  const failures: string[] = []
  child.stderr?.on('data', (data: Buffer) => failures.push(data.toString()))
  const ended = once(child, 'close')
  await new Promise<void>((ready, failed) => {
    child.on('message', (message: WriterMessage) => {
      if ('ready' in message) ready()
      else if ('acknowledged' in message) acknowledged.push(message.acknowledged)
      else failures.push(message.failed)
    })
    ended.then(() => failed(new Error(`A writer did not begin: ${failures.join('\n')}`)))
  })
  return {
    finished: () => result(ended, acknowledged, failures),
    kill: () => {
      kill(child)
      return result(ended, acknowledged, failures)
    },
  }
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL')
}

async function result<T>(ended: Promise<unknown>, acknowledged: T[], failures: string[]): Promise<T[]> {
  await ended
  if (failures.length > 0) throw new Error(`A writer failed: ${failures.join('\n')}`)
  return acknowledged
}
