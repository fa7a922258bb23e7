import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Ref } from '#record/shape.ts'
import { build } from '#tests/build/build.ts'
import { openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'

const isSqlite = process.env.TEST_DATABASE !== 'mongodb'
/** SQLite: the next request. MongoDB: any request a second later. */
const graceMs = isSqlite ? 0 : 1000

/** The history is random and the same each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** What was acknowledged of each person, with the time from which a reader must see it. */
type Acknowledged = { count: number; bindingFrom: number }

const people = 6
const query = 'query ($slug: String!) { person(slug: $slug) { slug name { display } } }'

let writer: RecordWriter
let deliveries: TestDelivery[] = []

afterEach(async () => {
  await Promise.all(deliveries.map((one) => one.stop()))
  deliveries = []
  await writer?.close()
})

describe('next-request', () => {
  it('no read is stale after an acknowledged publish or withdrawal: random history, two deliveries, many readers', async () => {
    writer = await openRecordWriter()
    const random = randomFrom(4711)
    const history = new Map<number, Acknowledged[]>()
    for (let id = 0; id < people; id++) await change(id, 1)
    deliveries = await Promise.all([openDelivery(writer.url), openDelivery(writer.url)])

    /** Publishes the count as a name; every fifth count is a withdrawal. */
    async function change(id: number, count: number): Promise<void> {
      const form = build.person({ id: `p${id}`, name: `count ${count}`, slug: `person-${id}` })
      if (count % 5 === 0) await writer.withdraw(`people:p${id}` as Ref)
      else await writer.publish(form)
      const acknowledged = history.get(id) ?? []
      history.set(id, [...acknowledged, { count, bindingFrom: performance.now() + graceMs }])
    }

    let isOver = false
    const stale: string[] = []
    let reads = 0

    async function read(delivery: TestDelivery, id: number): Promise<void> {
      const sent = performance.now()
      const { body } = await delivery.ask(query, {
        variables: { slug: `person-${id}` },
        method: random(2) ? 'GET' : 'POST',
      })
      const binding = history.get(id)?.findLast((one) => one.bindingFrom <= sent)?.count ?? 0
      const seen = body.data.person === null ? null : Number(body.data.person.name.display.slice('count '.length))
      reads++
      // A withdrawal shows nothing: then what binds, or something newer, must be one.
      const newest = history.get(id)?.at(-1)?.count ?? 0
      const isFresh = seen === null ? withdrawnBetween(binding, newest + 1) : seen >= binding
      if (!isFresh) stale.push(`person ${id}: saw ${seen}, ${binding} was acknowledged`)
    }

    async function reader(delivery: TestDelivery): Promise<void> {
      while (!isOver) await read(delivery, random(people))
    }

    const readers = deliveries.flatMap((delivery) => [reader(delivery), reader(delivery), reader(delivery)])
    const counts = new Array<number>(people).fill(1)
    const end = performance.now() + 4000
    while (performance.now() < end || reads < 300) {
      const id = random(people)
      counts[id] = (counts[id] ?? 0) + 1
      await change(id, counts[id])
      if (isSqlite) await Promise.all(deliveries.map((delivery) => read(delivery, id)))
      else await setTimeout(random(30))
    }
    isOver = true
    await Promise.all(readers)

    expect(stale).toEqual([])
    expect(reads).toBeGreaterThanOrEqual(300)
    expect(deliveries.flatMap(({ logged }) => logged)).toEqual([])
  })
})

function withdrawnBetween(from: number, to: number): boolean {
  for (let count = from; count <= to; count++) if (count % 5 === 0) return true
  return false
}
