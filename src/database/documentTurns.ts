import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'
import { isDocumentType } from './revisions.ts'
import { Turns } from './turns.ts'

type Turn = { of?: string; release?: () => void }

/**
 * Saves of one document take turns inside this process, from the first read to the end of the operation, as they do on
 * SQLite: without it parallel saves miss each other's revision and merge again and again. Payload's begin, commit and
 * rollback mark the operation; MongoDB itself has no transaction here. One operation waits for one document at most, so
 * two operations cannot wait for each other.
 */
export function takeDocumentTurns(database: BaseDatabaseAdapter, patienceMs = 15_000): void {
  const { findOne } = database
  const queues = new Map<string, Turns>()
  const operations = new Map<string, Turn>()

  database.beginTransaction = async () => {
    const id = randomUUID()
    operations.set(id, {})
    return id
  }
  const end = async (given?: Promise<number | string> | number | string | null) => {
    const id = String(await given)
    operations.get(id)?.release?.()
    operations.delete(id)
  }
  database.commitTransaction = end
  database.rollbackTransaction = end

  // The adapter's own method is generic over what the caller expects; the answer passes through untouched.
  database.findOne = (async (args) => {
    const id = isDocumentType(args.collection) ? idIn(args.where) : undefined
    if (id) await waitFor(`${args.collection}:${id}`, args.req)
    return findOne.call(database, args)
  }) as typeof findOne

  async function waitFor(key: string, req: Partial<PayloadRequest> | undefined): Promise<void> {
    const operation = String(await req?.transactionID)
    const turn = operations.get(operation)
    if (!turn || turn.of) return
    turn.of = key
    const queue = queues.get(key) ?? new Turns(patienceMs)
    queues.set(key, queue)
    const release = await queue.take()
    turn.release = () => {
      release()
      if (queue.idle) queues.delete(key)
    }
    // It may have ended while it waited: one of several calls inside it failed.
    if (!operations.has(operation)) turn.release()
  }
}

/** The id that a condition asks for, also where Payload has combined it with access rules. */
function idIn(where: Where | undefined): string | undefined {
  const { id, and } = where ?? {}
  if (id && 'equals' in id && id.equals) return String(id.equals)
  return and?.map(idIn).find(Boolean)
}
