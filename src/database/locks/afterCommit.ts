import type { PayloadRequest } from 'payload'

type Work = () => Promise<void>

/** By the transaction that is waited for; its id is a UUID. */
const waiting = new Map<string, Work[]>()

/**
 * What cannot be rolled back, such as the removal of files, is done once the transaction of a request is committed, and not at all where it
 * is rolled back. Without a transaction it is done at once.
 */
export async function afterCommit({ transactionID }: Pick<PayloadRequest, 'transactionID'>, work: Work): Promise<void> {
  const id = await transactionID
  if (!id) return work()
  waiting.set(String(id), [...(waiting.get(String(id)) ?? []), work])
}

export async function committed(id: number | string): Promise<void> {
  for (const work of taken(id)) await work()
}

/** Its transaction was rolled back. */
export function forgotten(id: number | string): void {
  taken(id)
}

function taken(id: number | string): Work[] {
  const works = waiting.get(String(id)) ?? []
  waiting.delete(String(id))
  return works
}
