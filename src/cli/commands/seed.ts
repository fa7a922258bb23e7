import { seedDemo } from '#import/demo/seedDemo.ts'
import { withPayload } from '../withPayload.ts'

/** `npm run seed`: the demo content, published through the one door. Loading it twice changes nothing. */
export async function main(): Promise<void> {
  const { created, published, unchanged } = await withPayload(seedDemo)
  console.log(`Demo content: ${created} documents created, ${published} published, ${unchanged} were there already.`)
}
