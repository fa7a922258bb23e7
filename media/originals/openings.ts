import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { isCode } from '../wholeFile.ts'
import type { OriginalsPlace } from './place.ts'

const logName = 'opened.jsonl'

/** Who opened which original, when and why; the reason is empty once the picture is deleted. */
export type Opening = { at: string; user: string; document: string; original: string; isOpen: boolean; reason: string }

/** A line of JSON for each opening, on the disk before a byte of the original leaves. */
export async function noteOpening({ folder }: OriginalsPlace, opening: Opening): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(join(folder, logName), 'a', 0o600)
  try {
    await file.write(`${JSON.stringify(opening)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * A reason may name people: it goes with the picture. It is overwritten where it stands, so that nothing of it stays on the disk and no
 * opening is lost that another process notes meanwhile.
 */
export async function forgetReasons({ folder }: OriginalsPlace, document: string): Promise<void> {
  const file = await open(join(folder, logName), 'r+').catch((error): null => {
    if (isCode(error, 'ENOENT')) return null
    throw error
  })
  if (!file) return
  try {
    await overwriteReasons(file, document)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function overwriteReasons(file: FileHandle, document: string): Promise<void> {
  let at = 0
  for (const line of (await file.readFile('utf8')).split('\n')) {
    const length = Buffer.byteLength(line)
    const opening = openingIn(line)
    if (opening?.document === document) {
      const without = JSON.stringify({ ...opening, reason: '' })
      // Spaces after a value are none of it.
      await file.write(without + ' '.repeat(length - Buffer.byteLength(without)), at)
    }
    at += length + 1
  }
}

/** Null for the rest of a line that a crash cut off. */
function openingIn(line: string): Opening | null {
  try {
    // Written by `noteOpening` and by nothing else.
    return JSON.parse(line) as Opening
  } catch {
    return null
  }
}
