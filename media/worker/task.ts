import type { Look } from '../look.ts'
import type { PictureType } from '../originals/signature.ts'
import type { PictureRefusal } from '../refusals.ts'
import type { MadePicture } from './makePicture.ts'

/** What the process is asked: this as JSON behind its length in four bytes, then the file. */
export type Task = { type: PictureType; look: Look; seconds: number; memoryBytes: number }

/** What it answers, serialized by V8, and nothing before all of it is done. */
export type Outcome = { made: MadePicture } | { refused: PictureRefusal }

/** Where it answers: libheif writes to standard output. */
export const answerDescriptor = 3

export function writeTask(task: Task): Buffer {
  const words = Buffer.from(JSON.stringify(task))
  const head = Buffer.alloc(4)
  head.writeUInt32BE(words.length)
  return Buffer.concat([head, words])
}

export function readTask(input: Buffer): { task: Task; bytes: Buffer } {
  const end = 4 + input.readUInt32BE(0)
  // Written by `writeTask`.
  return { task: JSON.parse(input.toString('utf8', 4, end)) as Task, bytes: input.subarray(end) }
}
