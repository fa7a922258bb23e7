import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload, type Payload } from 'payload'
import config from '#payload.config'
import { followLog } from '#webhooks/follow.ts'

const betweenTries = 5000

/** One for a process: development loads a changed module anew, and the old one must let go. */
const kept = globalThis as typeof globalThis & { holosWebhooks?: AbortController }

/**
 * Delivers webhooks for as long as this process serves; a build serves nothing. A turn that a killed process held runs
 * out by itself.
 */
export function serveWebhooks(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  if (kept.holosWebhooks) kept.holosWebhooks.abort()
  else for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => kept.holosWebhooks?.abort())
  kept.holosWebhooks = new AbortController()
  void deliverUntil(kept.holosWebhooks.signal)
}

async function deliverUntil(stop: AbortSignal): Promise<void> {
  const payload = await openStudio(stop)
  if (!payload) return
  const follower = followLog(payload)
  if (stop.aborted) await follower.stop()
  else stop.addEventListener('abort', () => void follower.stop(), { once: true })
}

/** The studio answers requests with an error while its database is away; webhooks wait for it. */
async function openStudio(stop: AbortSignal): Promise<Payload | null> {
  while (!stop.aborted) {
    try {
      return await getPayload({ config })
    } catch (error) {
      console.error('Webhooks wait for the database.', error)
      await sleep(betweenTries, undefined, { ref: false })
    }
  }
  return null
}
