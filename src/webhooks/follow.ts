import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { newestEntry } from '#publishing/log/log.ts'
import { activeWebhooks, type DeliverOptions, deliver } from './deliver.ts'
import { allDeliveries, type Delivery, deliveryOf } from './deliveries.ts'

export type FollowOptions = Partial<Pick<DeliverOptions, 'limitMs' | 'leaseMs' | 'pace'>> & {
  /** How often the log is looked at. */
  pollMs?: number
}

export type Follower = {
  /** Ends what is under way, gives leases back, and resolves when nothing runs any more. */
  stop(): Promise<void>
}

const usual = { limitMs: 10_000, leaseMs: 30_000, pace: 1, pollMs: 1000 } as const

/**
 * Follows the public log and tells every active webhook of its entries, each webhook at its own pace. The log knows
 * commits only. Any number of processes may follow the same log: each entry is delivered by one of them.
 */
export function followLog(payload: Payload, given: FollowOptions = {}): Follower {
  const { pollMs, ...options } = { ...usual, ...given }
  const stopping = new AbortController()
  const running = new Map<string, Promise<void>>()
  const deliverOptions: DeliverOptions = { ...options, owner: randomUUID(), stop: stopping.signal }
  let isAway = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    try {
      for (const webhook of await due(payload)) if (!running.has(webhook)) start(webhook)
      isAway = false
    } catch (error) {
      // Said once, not every second: the next look tries again.
      if (!isAway) payload.logger.error({ err: error, msg: 'Webhooks cannot follow the log.' })
      isAway = true
    }
    if (!stopping.signal.aborted) timer = setTimeout(lookAgain, pollMs).unref()
  }

  function lookAgain(): void {
    looking = look()
  }

  function start(webhook: string): void {
    const mine = deliver(payload, webhook, deliverOptions)
      .catch((error: unknown) => payload.logger.error({ err: error, msg: 'A webhook’s delivery broke off.', webhook }))
      .finally(() => running.delete(webhook))
    running.set(webhook, mine)
  }

  lookAgain()
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await looking
      await Promise.all(running.values())
    },
  }
}

/** The active webhooks that the log has news for and that nobody is telling or waiting to tell. */
async function due(payload: Payload): Promise<string[]> {
  const webhooks = await activeWebhooks(payload)
  if (webhooks.length === 0) return []
  const deliveries = await allDeliveries({ payload })
  const newest = (await newestEntry({ payload }))?.seq ?? 0
  const now = Date.now()
  const found: string[] = []
  for (const { id } of webhooks) {
    const delivery = deliveries.get(id) ?? (await deliveryOf({ payload }, id))
    if (isDue(delivery, newest, now)) found.push(id)
  }
  return found
}

function isDue({ cursor, nextAttempt, leaseUntil }: Delivery, newest: number, now: number): boolean {
  return cursor < newest && nextAttempt <= now && leaseUntil <= now
}
