import type { Payload } from 'payload'
import { setupLink } from '#access/setup.ts'
import { seedDemo } from '#import/demo/seedDemo.ts'
import { withPayload } from '../withPayload.ts'

/** What the start tells the person at the keyboard about the database. */
export type Prepared = { setupLink: string | null }

/**
 * Runs as a child of the start: migrates the database (opening it does), fills an empty one with the demo content, and sends
 * what it found to its parent. A process of its own gives the memory of a whole studio back.
 */
export async function main(): Promise<void> {
  await withPayload(async (payload) => {
    if (await isEmpty(payload)) await seedDemo(payload)
    const prepared: Prepared = { setupLink: await setupLink(payload) }
    process.send?.(prepared)
  })
}

/** Nothing written and nothing ever published. The log is never shortened: content deleted on purpose does not come back. */
async function isEmpty(payload: Payload): Promise<boolean> {
  const counts = await Promise.all(
    (['changes', 'people', 'users'] as const).map((collection) => payload.count({ collection })),
  )
  return counts.every(({ totalDocs }) => totalDocs === 0)
}
