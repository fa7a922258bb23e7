import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'
import { isDocumentType } from '../revisions/revisions.ts'
import { committed } from './afterCommit.ts'
import { KeyedMutexes } from './keyedMutexes.ts'

/** What an operation has locked, or waits for. */
type Operation = { document?: string; release?: () => void }

/**
 * Saves of one document exclude each other inside this process, from the first read to the end of the operation, as they do on
 * SQLite: without it parallel saves miss each other's revision and merge again and again. Payload's begin, commit and
 * rollback mark the operation; MongoDB itself has no transaction here. One operation waits for one document at most, so
 * two operations cannot wait for each other.
 */
export function lockDocuments(database: BaseDatabaseAdapter, patienceMs = 15_000): void {
  const { findOne } = database
  const mutexes = new KeyedMutexes(patienceMs)
  const operations = new Map<string, Operation>()

  database.beginTransaction = async () => {
    const id = randomUUID()
    operations.set(id, {})
    return id
  }
  const end = async (given?: Promise<number | string> | number | string | null) => {
    const id = String(await given)
    operations.get(id)?.release?.()
    operations.delete(id)
    // Nothing is rolled back here: what was written stays written however the operation ends.
    await committed(id)
  }
  database.commitTransaction = end
  database.rollbackTransaction = end

  // The adapter's own method is generic over what the caller expects; the answer passes through untouched.
  database.findOne = (async (args) => {
    const id = isDocumentType(args.collection) ? idIn(args.where) : undefined
    if (id) await lock(`${args.collection}:${id}`, args.req)
    return findOne.call(database, args)
  }) as typeof findOne

  async function lock(key: string, req: Partial<PayloadRequest> | undefined): Promise<void> {
    const id = String(await req?.transactionID)
    const operation = operations.get(id)
    if (!operation || operation.document) return
    operation.document = key
    const release = await mutexes.acquire(key)
    operation.release = release
    // It may have ended while it waited: one of several calls inside it failed.
    if (!operations.has(id)) release()
  }
}

/** The id that a condition asks for, also where Payload has combined it with access rules. */
function idIn(where: Where | undefined): string | undefined {
  const { id, and } = where ?? {}
  if (id && 'equals' in id && id.equals) return String(id.equals)
  return and?.map(idIn).find(Boolean)
}
