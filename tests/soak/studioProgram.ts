import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { publish, withdraw } from '#publishing/publish.ts'
import type { Ref } from '#record/shape.ts'
import { openStudio } from '#tests/harness/studio.ts'
import type { Done, Order } from './studio.ts'

/**
 * A studio process that does what each line of its standard input says, one after the other. A line
 * that it prints is an acknowledgement: what was ordered is stored and, where it was published, public.
 */
const { payload } = await openStudio({ databaseUrl: process.env.SOAK_DATABASE_URL })
say({ ready: true })

for await (const line of createInterface({ input: process.stdin })) {
  const { create, save, publish: parts, withdraw: gone, key } = JSON.parse(line) as Order
  let id = key?.split(':')[1] ?? ''
  if (create) id = String((await payload.create({ ...create, data: create.data as never })).id)
  for (const { collection, locale, data } of save ?? []) await payload.update({ collection, id, locale, data })
  // An order that publishes or withdraws names its document.
  if (parts) await publish({ payload, key: key as Ref, ...parts })
  if (gone) await withdraw({ payload, key: key as Ref, ...gone })
  say({ id })
}
process.exit(0)

function say(done: Done): void {
  writeSync(1, `${JSON.stringify(done)}\n`)
}
