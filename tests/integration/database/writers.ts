import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

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
  /** Resolves when this many saves were acknowledged. */
  reaches(saves: number): Promise<void>
  /** kill -9, and everything that was acknowledged before. */
  kill(): Promise<Acknowledged[]>
}

/** A studio process of its own that saves and tells what was acknowledged. Resolves when it has begun. */
export async function startWriter(url: string, work: Work): Promise<Writer> {
  const child = fork(await writerProgram(), [url, JSON.stringify(work)], {
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
    async reaches(saves) {
      while (acknowledged.length < saves && failures.length === 0) await once(child, 'message')
    },
    finished: () => result(ended, acknowledged, failures),
    kill: () => {
      kill(child)
      return result(ended, acknowledged, failures)
    },
  }
}

let bundled: Promise<string> | undefined

/** Bundled once: a process then starts in half the time that it takes to translate its sources. */
function writerProgram(): Promise<string> {
  bundled ??= bundle(resolve(`tests/.cache/writer-${process.pid}.mjs`))
  return bundled
}

async function bundle(outfile: string): Promise<string> {
  const entryPoints = [join(import.meta.dirname, 'writer.ts')]
  await build({ entryPoints, outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' })
  process.once('exit', () => rmSync(outfile, { force: true }))
  return outfile
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL')
}

async function result<T>(ended: Promise<unknown>, acknowledged: T[], failures: string[]): Promise<T[]> {
  await ended
  if (failures.length > 0) throw new Error(`A writer failed: ${failures.join('\n')}`)
  return acknowledged
}
