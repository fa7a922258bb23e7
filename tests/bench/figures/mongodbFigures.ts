import { setTimeout } from 'node:timers/promises'
import { generatedForms } from '#tests/bench/content.ts'
import type { Figure } from '#tests/bench/measure.ts'
import { startBenchDelivery } from '#tests/bench/processes.ts'
import { getOf } from '#tests/bench/queries.ts'
import { quantile } from '#tests/bench/statistics.ts'
import { build } from '#tests/build/build.ts'
import { openRecordWriter } from '#tests/build/recordWriter.ts'
import type { DeliveryProcess } from '#tests/harness/delivery/deliveryProcess.ts'
import { freshMongoUrl } from '#tests/mongo/databaseUrl.ts'

const publishes = 200

/** From a publish's acknowledgement to the first answer that shows it, in each of two deliveries over one MongoDB. */
export async function mongodbFigure(people: number): Promise<Figure> {
  const writer = await openRecordWriter(freshMongoUrl())
  await writer.publish(...generatedForms(people))
  const deliveries = [await startBenchDelivery(writer.url), await startBenchDelivery(writer.url)]
  const waits = deliveries.map((): number[] => [])
  try {
    for (let count = 0; count < publishes; count++) {
      await writer.publish(build.person({ id: 'visible', name: `Visible ${count}`, slug: 'visible' }))
      const seen = await Promise.all(deliveries.map((delivery) => untilSeen(delivery, `Visible ${count}`)))
      for (const [index, wait] of seen.entries()) waits[index]?.push(wait)
    }
  } finally {
    await Promise.all(deliveries.map((delivery) => delivery.stop()))
    await writer.close()
  }
  const p99 = waits.map((wait) => quantile(wait, 0.99))
  return {
    name: `publish to visible in each of two processes (MongoDB), ${publishes} publishes, p99`,
    bar: 'under 1 s',
    measured: p99.map((milliseconds) => `${milliseconds.toFixed(0)} ms`).join(' and '),
    isMet: p99.every((milliseconds) => milliseconds < 1000),
  }
}

async function untilSeen(delivery: DeliveryProcess, name: string): Promise<number> {
  const began = performance.now()
  const { path } = getOf('{ person(slug: "visible") { name { display } } }')
  while (!(await (await fetch(`${delivery.url}${path}`)).text()).includes(`"${name}"`)) {
    if (performance.now() - began > 60_000) throw new Error(`"${name}" never became visible.`)
    await setTimeout(2)
  }
  return performance.now() - began
}
