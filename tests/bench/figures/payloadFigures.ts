import { execFileSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import Database from 'libsql'
import { atLeast, type Effort, type Figure, interleaved, ratios } from '#tests/bench/measure.ts'
import { benchFile, programs, type Server, startPayloadServer } from '#tests/bench/processes.ts'
import { getOf, listQuery, misses } from '#tests/bench/queries.ts'
import { median, withSpread } from '#tests/bench/statistics.ts'
import type { DeliveryProcess } from '#tests/harness/delivery/deliveryProcess.ts'

/** Delivery against Payload's own GraphQL on the same content, as Payload ships and with the indexes it lacks. */
export async function payloadFigures(delivery: DeliveryProcess, people: number, effort: Effort): Promise<Figure[]> {
  const [shipped, indexed] = [benchFile('payload.db'), benchFile('payload-indexed.db')]
  writeContent(shipped, people)
  copyFileSync(shipped, indexed)
  addIndexes(indexed)
  const servers = [await startPayloadServer(shipped), await startPayloadServer(indexed)] as const
  try {
    return await against(delivery, servers, effort)
  } finally {
    for (const server of servers) server.stop()
  }
}

async function against(
  delivery: DeliveryProcess,
  [shipped, indexed]: readonly [Server, Server],
  effort: Effort,
): Promise<Figure[]> {
  const get = getOf(listQuery)
  const rates = await interleaved(
    {
      shipped: { ...shipped, next: () => get },
      indexed: { ...indexed, next: () => get },
      miss: { ...delivery, next: misses.list },
      hit: { ...delivery, next: () => get },
    },
    effort,
  )
  const said = (name: 'shipped' | 'indexed') =>
    `, Payload ${median(rates[name].perSecond).toFixed(1)} a second, CPU ${(median(rates[name].cpuMicroseconds) / 1000).toFixed(0)} ms`
  return [
    atLeast("miss, list of 20, against Payload's own GraphQL", 100, ratios(rates.miss, rates.shipped), said('shipped')),
    besides(ratios(rates.miss, rates.indexed), said('indexed')),
    atLeast(
      "cached hit, the same list, against Payload's own GraphQL",
      1000,
      ratios(rates.hit, rates.shipped),
      said('shipped'),
    ),
    besides(ratios(rates.hit, rates.indexed), said('indexed')),
  ]
}

function besides(values: number[], more: string): Figure {
  const name = 'the same, with an index on `_parent_id` added to its tables of words'
  return { name, bar: 'none: Payload ships without', measured: `${withSpread(values)}${more}`, isMet: null }
}

/** In a process of its own that is no production: only there Payload makes its tables. */
function writeContent(file: string, people: number): void {
  execFileSync(process.execPath, [programs.payloadContent, file, String(people)], {
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Payload reads words by their parent and indexes them by locale first. */
function addIndexes(file: string): void {
  const database = new Database(file)
  for (const table of ['people_locales', 'quotes_locales', 'events_locales'])
    database.exec(`CREATE INDEX ${table}_parent ON ${table} (_parent_id)`)
  database.exec('ANALYZE')
  database.close()
}
