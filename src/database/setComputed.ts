import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import type { DocumentType } from '#record/shape.ts'
import type { HonestDatabase } from './revisions/revisions.ts'

/**
 * Writes computed values (`publishedIn`, `pendingIn`) that are no save: no new revision, no version, no new `updatedAt`.
 * They hold for one state of the document, so false is the answer where it is not at `revision` any more.
 */
export async function setComputed(
  payload: Payload,
  collection: DocumentType,
  id: string,
  revision: number,
  data: Record<string, unknown>,
  given?: PayloadRequest,
): Promise<boolean> {
  const req = given ?? (await createLocalReq({}, payload))
  const ours = await initTransaction(req)
  try {
    const written = await writeIfUnmoved(payload, collection, id, revision, data, req)
    if (ours) await commitTransaction(req)
    return written
  } catch (failure) {
    if (ours) await killTransaction(req)
    throw failure
  }
}

async function writeIfUnmoved(
  payload: Payload,
  collection: DocumentType,
  id: string,
  revision: number,
  data: Record<string, unknown>,
  req: PayloadRequest,
): Promise<boolean> {
  // Both adapters are made by databaseAdapter, which adds this method.
  const database = payload.db as unknown as HonestDatabase
  // The read waits for saves of this document that are under way.
  const present = await database.findOne<{ id: string; revision?: number }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  if (present?.revision !== revision) return false
  const written = await database.writeComputed({
    collection,
    where: { and: [{ id: { equals: id } }, { revision: { equals: revision } }] },
    // The whole document: on SQLite an update without its rows would delete them.
    data: { ...present, ...data, revision, updatedAt: null },
    req,
  })
  return written !== null
}
