import { getPayload } from 'payload'
import { seedDemo } from '#import/demo/seedDemo.ts'
import config from '#payload.config'

/** `npm run seed`: the demo content, published through the one door. Loading it twice changes nothing. */
export async function main(): Promise<void> {
  const payload = await getPayload({ config })
  try {
    await seedDemo(payload)
  } finally {
    await payload.destroy()
  }
}
