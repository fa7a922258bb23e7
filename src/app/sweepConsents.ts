import { getPayload } from 'payload'
import config from '#payload.config'
import { withdrawWithoutConsent } from '#publishing/withdrawals/atStart.ts'

const hour = 60 * 60 * 1000

/** One for a process: development loads a changed module anew, and the old one must let go. */
const kept = globalThis as typeof globalThis & { holosConsents?: NodeJS.Timeout }

/** A consent ends by itself while the studio runs: every hour what it had covered is withdrawn. Its start has done so already. */
export function sweepConsents(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  clearInterval(kept.holosConsents)
  kept.holosConsents = setInterval(() => void sweep(), hour).unref()
}

async function sweep(): Promise<void> {
  // Where the database is away, the next hour tries again; what is opened anew has swept at its start.
  const payload = await getPayload({ config }).catch(() => null)
  if (payload) await withdrawWithoutConsent(payload)
}
