import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { refOf } from '#record/record.ts'
import { documentTypes } from '#record/shape.ts'
import { withdraw } from './publish.ts'

/**
 * Deleting or trashing withdraws first, inside the same request: where there are transactions both
 * happen or neither; where there are none a crash in between leaves a withdrawn working copy, never
 * a public document that nobody can reach any more.
 */
export const withdrawBeforeDelete: CollectionBeforeDeleteHook = ({ collection, id, req }) =>
  withdrawn(collection.slug, id, req)

/** Once more when it is gone: a publish that had read the working copy may have come in between. */
export const withdrawAfterDelete: CollectionAfterDeleteHook = ({ collection, id, req }) =>
  withdrawn(collection.slug, id, req)

export const withdrawBeforeTrash: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data.deletedAt && !originalDoc?.deletedAt) await withdrawn(collection.slug, originalDoc?.id, req)
  return data
}

async function withdrawn(slug: string, id: unknown, req: PayloadRequest): Promise<void> {
  const type = documentTypes.find((one) => one === slug)
  // Whoever may delete has been asked already; the hook acts for the studio.
  if (type && typeof id === 'string') await withdraw({ payload: req.payload, req, key: refOf(type, id) })
}
