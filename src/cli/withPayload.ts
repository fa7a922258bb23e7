import { getPayload, type Payload } from 'payload'
import { forOwnUserOnly } from '#base/closedFiles.ts'

/** As in production, unless something else is said: Payload would otherwise generate types and watch for reloads. */
export function asInProduction(): void {
  if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: 'production' })
}

/** Opens the studio's database in this process, migrated, and closes it after the work. */
export async function withPayload<Result>(work: (payload: Payload) => Promise<Result>): Promise<Result> {
  asInProduction()
  forOwnUserOnly()
  const { default: config } = await import('#payload.config')
  const payload = await getPayload({ config })
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
