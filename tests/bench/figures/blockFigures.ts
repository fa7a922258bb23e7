import type { Figure } from '#tests/bench/measure.ts'
import { programs } from '#tests/bench/processes.ts'
import { median } from '#tests/bench/statistics.ts'
import { requestOf } from '#tests/harness/delivery/delivery.ts'
import { type DeliveryProcess, freePort, startDeliveryProcess } from '#tests/harness/delivery/deliveryProcess.ts'
import { dearest, type Hostile, hostile } from '#tests/harness/queries/hostileRequests.ts'

const tries = 11
const allowed: Record<string, Hostile> = Object.fromEntries(
  Object.entries(dearest).map(([name, query]) => [name, { query }]),
)

type Block = { name: string; milliseconds: number; cost: number }
type Watched = { delivery: DeliveryProcess; longestTurn: () => Promise<number> }

/** How long one request can keep everybody else waiting: hostile ones, and the dearest that are allowed. */
export async function blockFigures(databaseUrl: string): Promise<Figure[]> {
  const watched = await startWatched(databaseUrl)
  try {
    for (const requests of [hostile, allowed]) await blocksOf(watched, requests, 3)
    const refused = worst(await blocksOf(watched, hostile, tries))
    const answered = await blocksOf(watched, allowed, tries)
    const refusedOne = answered.find(({ cost }) => !(cost > 1000 && cost <= 10_000))
    if (refusedOne)
      throw new Error(`"${refusedOne.name}" is no dear request that is answered: cost ${refusedOne.cost}.`)
    return [
      {
        name: `longest event-loop block by any of ${Object.keys(hostile).length} hostile documents`,
        bar: 'under 10 ms',
        measured: described(refused),
        isMet: refused.milliseconds < 10,
      },
      {
        name: `the same by any of ${answered.length} valid documents near the cost limit`,
        bar: 'none: the limit bounds it',
        measured: `${described(worst(answered))}, cost ${worst(answered).cost}`,
        isMet: null,
      },
    ]
  } finally {
    await watched.delivery.stop()
  }
}

function worst(blocks: readonly Block[]): Block {
  return blocks.reduce((most, block) => (block.milliseconds > most.milliseconds ? block : most))
}

function described({ name, milliseconds }: Block): string {
  return `${milliseconds.toFixed(1)} ms (${name})`
}

async function startWatched(databaseUrl: string): Promise<Watched> {
  const port = await freePort()
  const delivery = await startDeliveryProcess({ DATABASE_URL: databaseUrl, LONGEST_TURN_PORT: String(port) }, [
    '--import',
    `./${programs.longestTurn}`,
    programs.delivery,
  ])
  const longestTurn = async () => Number(await (await fetch(`http://127.0.0.1:${port}/`)).text())
  return { delivery, longestTurn }
}

/** The median block of each. Every try is a new text, so that nothing of it was read before. */
async function blocksOf(
  { delivery, longestTurn }: Watched,
  requests: Record<string, Hostile>,
  times: number,
): Promise<Block[]> {
  const blocks: Block[] = []
  for (const [name, { query, variables }] of Object.entries(requests)) {
    const turns: number[] = []
    let cost = 0
    for (let n = 0; n < times; n++) {
      await longestTurn()
      const response = await fetch(...requestOf(delivery.url, `${query}\n#${times}.${n}`, { variables }))
      const { extensions } = (await response.json()) as { extensions?: { cost: number } }
      cost = extensions?.cost ?? 0
      turns.push(await longestTurn())
    }
    blocks.push({ name, milliseconds: median(turns), cost })
  }
  return blocks
}
