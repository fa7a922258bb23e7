import type { Payload } from 'payload'
import { withdrawUncovered } from './withdrawWithConsent.ts'

/**
 * Before a studio answers anything, and from time to time: what no consent carries any more goes. A log that cannot be followed stops
 * nobody from opening the studio, or `verify` could not say what is wrong.
 */
export async function withdrawWithoutConsent(payload: Payload): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  try {
    await withdrawUncovered({ payload })
  } catch (error) {
    payload.logger.error({ err: error, msg: 'What no consent covers could not be withdrawn.' })
  }
}
