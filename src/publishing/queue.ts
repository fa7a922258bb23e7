import type { Payload } from 'payload'
import type { Place } from './log.ts'

/** The last change of the record that this process has begun, per studio. */
const tails = new WeakMap<Payload, Promise<unknown>>()

/**
 * One change at a time in this process, in the order of asking. The log is right without it (its
 * unique index lets one writer win); this spares the losers. A change inside somebody's transaction
 * does not queue: it holds the database's turn, which whoever stands in the queue may be waiting for.
 */
export async function inTurn<Result>({ payload, req }: Place, change: () => Promise<Result>): Promise<Result> {
  if (await req?.transactionID) return change()
  const before = tails.get(payload) ?? Promise.resolve()
  const mine = before.then(change, change)
  tails.set(payload, mine)
  return mine
}
