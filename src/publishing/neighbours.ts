import type { Payload, PayloadRequest } from 'payload'
import type { DocumentType } from '#record/shape.ts'

/**
 * What publishing needs of its neighbours on the same floor, handed down by the configuration as
 * `custom.publishing`: folders of one floor do not know each other.
 */
export type Neighbours = {
  mayPublish: (user: Staff | null | undefined) => boolean
  /** Writes computed values of a working copy, which is no save; false where it is not at `revision` any more. */
  setComputed: (
    payload: Payload,
    type: DocumentType,
    id: string,
    revision: number,
    values: Record<string, unknown>,
    req?: PayloadRequest,
  ) => Promise<boolean>
  /** Writes the version rows that a crash left out; answers how many. */
  healVersions: (payload: Payload) => Promise<number>
}

export type Staff = { id: number | string; role?: unknown; locales?: unknown }

export function neighboursOf(payload: Payload): Neighbours {
  const { publishing } = payload.config.custom ?? {}
  if (!publishing) throw new Error('The configuration lacks custom.publishing, which publish() needs.')
  // Written by the configuration, which TypeScript holds against this type.
  return publishing as Neighbours
}
