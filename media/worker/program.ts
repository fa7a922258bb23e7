import { createWriteStream } from 'node:fs'
import { setPriority } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { CallerError } from '#base/errors.ts'
import type { PictureRefusal } from '../refusals.ts'
import { makePicture } from './makePicture.ts'
import { answerDescriptor, type Outcome, readTask, type Task } from './task.ts'

/** Ends the whole process, also while its main thread is held by a decoder, and when the studio that started it is gone. */
const guard = `
  const { workerData: { seconds, memoryBytes } } = require('node:worker_threads')
  const end = () => process.kill(process.pid, 'SIGKILL')
  setInterval(() => { if (process.memoryUsage.rss() > memoryBytes) end() }, 25)
  setTimeout(end, seconds * 1000 + 5000)
`

/** Reads one picture and ends: what a file has done to a decoder ends with it. */
async function run(): Promise<void> {
  const { task, bytes } = readTask(await buffer(process.stdin))
  const watching = new Worker(guard, { eval: true, workerData: task, env: {}, execArgv: [] })
  const answer = createWriteStream('', { fd: answerDescriptor })
  answer.end(serialize(await outcome(task, bytes)))
  await finished(answer)
  await watching.terminate()
}

async function outcome({ type, look }: Task, bytes: Buffer): Promise<Outcome> {
  try {
    return { made: await makePicture(bytes, type, look) }
  } catch (error) {
    // Thrown by `refusePicture` alone, whose codes these are.
    if (error instanceof CallerError) return { refused: error.code as PictureRefusal }
    throw error
  }
}

// The studio answers first.
setPriority(10)
await run()
