import type { Payload, PayloadRequest } from 'payload'
import type { Part } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'

/**
 * What publishing needs of its neighbours on the same floor, handed down by the configuration as
 * `custom.publishing`: folders of one floor do not know each other.
 */
export type Neighbours = {
  mayPublish: (user: Staff | null | undefined) => boolean
  /** Writes where a working copy stands, without counting as a save and without touching its words. */
  setComputed?: (args: ComputedWrite) => Promise<void>
  /** Writes the version rows that a crash left out; answers how many. */
  healVersions?: (payload: Payload) => Promise<number>
}

export type Staff = { id: number | string; role?: unknown; locales?: unknown }

export type ComputedWrite = {
  payload: Payload
  req?: Partial<PayloadRequest>
  type: DocumentType
  id: string
  values: { publishedIn: Part[]; pendingIn: Part[] }
}

export function neighboursOf(payload: Payload): Required<Neighbours> {
  const { publishing } = payload.config.custom ?? {}
  if (!publishing) throw new Error('The configuration lacks custom.publishing, which publish() needs.')
  // Written by the configuration, which TypeScript holds against this type.
  return { setComputed: plainUpdate, healVersions: async () => 0, ...(publishing as Neighbours) }
}

async function plainUpdate({ payload, req, type, id, values }: ComputedWrite): Promise<void> {
  await payload.db.updateOne({ collection: type, where: { id: { equals: id } }, data: { ...values }, req, returning: false })
}
