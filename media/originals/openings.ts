import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { OriginalsPlace } from './place.ts'

/** Who opened which original, when and why. */
export type Opening = { at: string; user: string; document: string; original: string; isOpen: boolean; reason: string }

/** A line of JSON for each opening, on the disk before a byte of the original leaves. */
export async function noteOpening({ folder }: OriginalsPlace, opening: Opening): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(join(folder, 'opened.jsonl'), 'a', 0o600)
  try {
    await file.write(`${JSON.stringify(opening)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
