import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { deserialize } from 'node:v8'
import { pictureLimits } from '../limits.ts'
import type { Look } from '../look.ts'
import type { PictureType } from '../originals/signature.ts'
import { refusePicture } from '../refusals.ts'
import type { MadePicture } from './makePicture.ts'
import { boundedQueue } from './queue.ts'
import { answerDescriptor, type Outcome, writeTask } from './task.ts'

export type WorkLimits = { seconds: number; memoryBytes: number }

const inTurn = boundedQueue(pictureLimits)

/**
 * Makes a picture in a process of its own, which gets the file and nothing else: no environment, so no secret, and no open file. It is
 * bounded in time and memory and may be killed at any moment; only a whole answer counts.
 */
export function makeInWorker(
  bytes: Buffer,
  type: PictureType,
  look: Look,
  limits: WorkLimits = pictureLimits,
): Promise<MadePicture> {
  return inTurn(() => inProcess(bytes, type, look, limits))
}

async function inProcess(
  bytes: Buffer,
  type: PictureType,
  look: Look,
  { seconds, memoryBytes }: WorkLimits,
): Promise<MadePicture> {
  const child = startProgram()
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, seconds * 1000)
  try {
    const end = endOf(child)
    // Both exist: they are pipes.
    const answer = buffer(child.stdio[answerDescriptor] as Readable)
    give(child.stdin as Writable, writeTask({ type, look, seconds, memoryBytes }), bytes)
    const [{ code, signal }, outcome] = await Promise.all([end, answer])
    if (isLate) throw refusePicture('PICTURE_TOO_SLOW')
    // Its own guard, or the system's where memory ends.
    if (signal === 'SIGKILL') throw refusePicture('PICTURE_TOO_HUNGRY')
    if (code !== 0) throw refusePicture('PICTURE_READER_FAILED')
    return madeIn(outcome)
  } finally {
    clearTimeout(timer)
  }
}

/** The same program everywhere, in the studio's bundle, in its tests and in a command: from its source, which all of them have. */
function startProgram(): ChildProcess {
  const program = ['media', 'worker', 'program.ts']
  const args = ['--conditions=production', '--import', 'tsx', resolve(...program)]
  const env = { NODE_ENV: 'production' as const, ...(process.env.TMPDIR && { TMPDIR: process.env.TMPDIR }) }
  return spawn(process.execPath, args, { env, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] })
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

function give(input: Writable, ...parts: Buffer[]): void {
  // A process that ended reads no more; how it ended says why.
  input.on('error', () => undefined)
  for (const part of parts) input.write(part)
  input.end()
}

function madeIn(answer: Buffer): MadePicture {
  // Serialized by `program.ts`, whole, for the process has ended well.
  const outcome = deserialize(answer) as Outcome
  if ('refused' in outcome) throw refusePicture(outcome.refused)
  return outcome.made
}
