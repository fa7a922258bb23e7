import { join, resolve } from 'node:path'
import type { Environment } from '#base/env.ts'

/** Where the sealed originals are, and whom they are sealed to. Never below a folder that is served. */
export type OriginalsPlace = {
  folder: string
  /** The key that is made once, in the format of `age-keygen`: `age -d -i <keyFile>` reads it. */
  keyFile: string
  /** A public key whose private half is elsewhere: new originals are sealed to it and to nothing else. */
  recipient: string | undefined
}

type Settings = Pick<Environment, 'DATA_DIR' | 'ORIGINALS_RECIPIENT'>

export function originalsPlace({ DATA_DIR, ORIGINALS_RECIPIENT }: Settings): OriginalsPlace {
  return {
    folder: resolve(join(DATA_DIR, 'originals')),
    keyFile: resolve(join(DATA_DIR, 'originals.key')),
    recipient: ORIGINALS_RECIPIENT,
  }
}

/** The media collection carries it, beside the folder of public files (`staticDir`). */
export function placeIn({ custom }: { custom?: Record<string, unknown> }): OriginalsPlace {
  if (!custom?.originals) throw new Error('The media collection does not say where its originals are.')
  // Put there by `collections/media.ts`.
  return custom.originals as OriginalsPlace
}
