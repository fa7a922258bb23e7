import { getPayload, type Payload } from 'payload'

/**
 * Opens the studio's database in this process, migrated, and closes it after the work. As in production: Payload
 * would otherwise generate types and watch for reloads.
 */
export async function withPayload<Result>(work: (payload: Payload) => Promise<Result>): Promise<Result> {
  if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: 'production' })
  const { default: config } = await import('#payload.config')
  const payload = await getPayload({ config })
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
