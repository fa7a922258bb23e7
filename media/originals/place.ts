import { join, resolve } from 'node:path'
import type { Environment } from '#base/env.ts'
import { ConfigurationError } from '#base/errors.ts'

/** Where the sealed originals are, and whom they are sealed to. Never below a folder that is served. */
export type OriginalsPlace = {
  folder: string
  /** The key that is made once, in the format of `age-keygen`: `age -d -i <keyFile>` reads it. */
  keyFile: string
  /** A public key whose private half is elsewhere: new originals are sealed to it and to nothing else. */
  recipient: string | undefined
}

type Settings = Pick<Environment, 'DATA_DIR' | 'MEDIA_DIR' | 'ORIGINALS_RECIPIENT'>

export function originalsPlace({ DATA_DIR, MEDIA_DIR, ORIGINALS_RECIPIENT }: Settings): OriginalsPlace {
  const folder = resolve(join(DATA_DIR, 'originals'))
  if (`${folder}/`.startsWith(`${resolve(MEDIA_DIR)}/`)) {
    throw new ConfigurationError(
      `Originals would lie in ${folder}, below the public files: set MEDIA_DIR to a folder that does not hold DATA_DIR.`,
    )
  }
  return {
    folder,
    keyFile: resolve(join(DATA_DIR, 'originals.key')),
    recipient: ORIGINALS_RECIPIENT,
  }
}

/** The media collection carries it, beside the folder of public files (`staticDir`). */
export function placeIn({ custom }: { custom?: Record<string, unknown> }): OriginalsPlace {
  if (!custom?.originals) throw new Error('The media collection does not say where its originals are.')
  // Put there by `collections/media/media.ts`.
  return custom.originals as OriginalsPlace
}
