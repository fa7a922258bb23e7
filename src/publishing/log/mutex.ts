import { Mutex } from 'async-mutex'
import type { Payload } from 'payload'
import type { RequestScope } from '../requestScope.ts'

const mutexes = new WeakMap<Payload, Mutex>()

/**
 * One change of the record at a time in this process, in the order of asking. The log is right without it (its
 * unique index lets one writer win); this spares the losers. A change inside somebody's transaction
 * does not wait: it holds the database's mutex, for which the holder of this one may be waiting.
 */
export async function oneAtATime<Result>(
  { payload, req }: RequestScope,
  change: () => Promise<Result>,
): Promise<Result> {
  if (await req?.transactionID) return change()
  const mutex = mutexes.get(payload) ?? new Mutex()
  mutexes.set(payload, mutex)
  return mutex.runExclusive(change)
}
