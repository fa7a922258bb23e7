import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import type { Form } from '#record/record.ts'
import { openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { type DeliveryProcess, freePort, spawnDelivery } from '#tests/harness/delivery/deliveryProcess.ts'
import { cures, findMongodb } from '#tests/harness/vitest/mongodbServer.ts'
import { freshMongoUrl } from '#tests/mongo/databaseUrl.ts'
import { benchLocales, generatedForms } from './content.ts'
import { blockFigures } from './figures/blockFigures.ts'
import {
  growthFigures,
  hitFigures,
  joinedFigure,
  missFigures,
  personFigure,
  publishFigures,
  searchFigure,
} from './figures/figures.ts'
import { mongodbFigure } from './figures/mongodbFigures.ts'
import { nameFigures } from './figures/nameFigures.ts'
import { payloadFigures } from './figures/payloadFigures.ts'
import { soakFigures } from './figures/soakFigures.ts'
import { studioFigures } from './figures/studioFigures.ts'
import { residentBytesOf } from './load.ts'
import type { Effort, Figure } from './measure.ts'
import { benchFile, buildPrograms, discardPrograms, programs, startBenchDelivery } from './processes.ts'
import { median } from './statistics.ts'

/**
 * `npm run bench`: measures delivery on generated content and writes RESULTS.md. `--full` takes
 * longer rounds; `--small` leaves the growth to 100,000 documents out and soaks with a few reads;
 * `--seed=<number>` takes the soak's decisions again as a run before did.
 */
const isFull = process.argv.includes('--full')
const isSmall = process.argv.includes('--small')
const seed = Number(process.argv.find((one) => one.startsWith('--seed='))?.slice('--seed='.length) ?? randomInt(1e6))
const effort: Effort = isFull ? { rounds: 15, seconds: 2 } : { rounds: 7, seconds: 0.7 }

/** People, and five documents for each with what they refer to. */
const sizes = {
  thousandDocuments: 195,
  thousandPeople: 1000,
  tenThousandPeople: 10_000,
  hundredThousandDocuments: 19_900,
} as const

const soaks = {
  sqlite: isSmall
    ? { reads: 20_000, changes: 20, deliveryKills: 2, studioKills: 2 }
    : { reads: 1_000_000, changes: 300, deliveryKills: 20, studioKills: 10 },
  mongodb: { reads: 30_000, changes: 40, deliveryKills: 3, studioKills: 2 },
} as const

type Content = { writer: RecordWriter; documents: number; people: number }

// What is built now is what is measured, whatever is committed meanwhile.
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
await buildPrograms()
const quiet = loadavg()[2] ?? 0
const figures: Figure[] = []

await over(sizes.thousandDocuments, async (content) => {
  figures.push(...(await startFigures(content)))
})
await over(sizes.thousandPeople, (content) =>
  served(content, async (delivery) => {
    figures.push(...(await hitFigures(delivery, effort)))
    figures.push(...(await missFigures(delivery, effort)))
    figures.push(...(await payloadFigures(delivery, content.people, effort)))
    figures.push(await personFigure(delivery, content.people, effort))
    figures.push(await joinedFigure(delivery))
    figures.push(...(await blockFigures(content.writer.url)))
    figures.push(...(await publishFigures(delivery, content.writer, isFull ? 20 : 5)))
  }),
)
await over(sizes.tenThousandPeople, (content) =>
  served(content, async (delivery) => {
    figures.push(await searchFigure(delivery, content.people, effort))
  }),
)
if (!isSmall) {
  await over(sizes.hundredThousandDocuments, async (large) => {
    figures.push(...(await loadFigures(large)))
    await over(sizes.thousandDocuments, (small) =>
      served(large, (many) =>
        served(small, async (few) => {
          figures.push(...(await growthFigures({ ...small, delivery: few }, { ...large, delivery: many }, effort)))
        }),
      ),
    )
  })
}

figures.push(...studioFigures(), ...(await nameFigures()), ...(await soakedSqlite()), ...(await mongodbFigures()))

writeFileSync('tests/bench/RESULTS.md', report(figures))
for (const { name, bar, measured, isMet } of figures)
  console.log(`${said(isMet, 'met   ', 'MISSED', '      ')}  ${name}: ${measured} (${bar})`)
discardPrograms()
process.exit(0)

async function over<T>(people: number, work: (content: Content) => Promise<T>): Promise<T> {
  const writer = await openRecordWriter(`file:${benchFile(`${people}.db`)}`)
  let documents = 0
  let batch: Form[] = []
  for (const form of generatedForms(people)) {
    documents++
    batch.push(form)
    if (batch.length < 2000) continue
    await writer.publish(...batch)
    batch = []
  }
  await writer.publish(...batch)
  try {
    return await work({ writer, documents, people })
  } finally {
    await writer.close()
    for (const suffix of ['-wal', '-shm']) rmSync(`${writer.url.slice('file:'.length)}${suffix}`, { force: true })
  }
}

function soakedSqlite(): Promise<Figure[]> {
  return soakFigures(`file:${benchFile('soak.db')}`, 0, seed, soaks.sqlite)
}

/** A reader of MongoDB may be behind for a second. */
async function mongodbFigures(): Promise<Figure[]> {
  const server = await findMongodb()
  if (!server) return [{ name: 'everything on MongoDB', bar: '', measured: `not measured. ${cures}`, isMet: null }]
  const visible = await mongodbFigure(sizes.thousandDocuments)
  const soaked = await soakFigures(freshMongoUrl(), 1000, seed, soaks.mongodb)
  await server.stop()
  return [visible, ...soaked]
}

async function served<T>({ writer }: Content, work: (delivery: DeliveryProcess) => Promise<T>): Promise<T> {
  const delivery = await startBenchDelivery(writer.url)
  try {
    return await work(delivery)
  } finally {
    await delivery.stop()
  }
}

/** Time from `spawn` to ready, and memory at rest. */
async function started({ writer }: Content): Promise<{ milliseconds: number; resident: number }> {
  const port = await freePort()
  const began = performance.now()
  const delivery = spawnDelivery(port, { DATABASE_URL: writer.url }, [programs.delivery])
  while (!(await isReady(port))) await new Promise((resolve) => setTimeout(resolve, 5))
  const milliseconds = performance.now() - began
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const resident = residentBytesOf(delivery.pid)
  await delivery.stop()
  return { milliseconds, resident }
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function startFigures(content: Content): Promise<Figure[]> {
  const starts = []
  for (let round = 0; round < effort.rounds; round++) starts.push(await started(content))
  const milliseconds = median(starts.map((start) => start.milliseconds))
  const megabytes = median(starts.map(({ resident }) => resident)) / 1e6
  return [
    {
      name: `cold start to ready, ${content.documents} documents`,
      bar: 'under 1 s',
      measured: `${milliseconds.toFixed(0)} ms`,
      isMet: milliseconds < 1000,
    },
    {
      name: `resident at rest, ${content.documents} documents`,
      bar: 'under 150 MB',
      measured: `${megabytes.toFixed(0)} MB`,
      isMet: megabytes < 150,
    },
  ]
}

async function loadFigures(content: Content): Promise<Figure[]> {
  const { milliseconds, resident } = await started(content)
  const empty = await over(1, started)
  const each = (resident - empty.resident) / (content.documents * benchLocales.length)
  return [
    {
      name: `start to ready, ${content.documents} documents`,
      bar: 'under 10 s',
      measured: `${(milliseconds / 1000).toFixed(1)} s`,
      isMet: milliseconds < 10_000,
    },
    {
      name: 'memory per document and locale, search index included',
      bar: 'at most 2 KB',
      measured: `${(each / 1024).toFixed(2)} KB`,
      isMet: each <= 2048,
    },
  ]
}

function said(isMet: boolean | null, met: string, missed: string, noBar: string): string {
  if (isMet === null) return noBar
  return isMet ? met : missed
}

function report(rows: readonly Figure[]): string {
  const lines = rows.map(
    ({ name, bar, measured, isMet }) => `| ${name} | ${bar} | ${measured} | ${said(isMet, 'yes', '**no**', '')} |`,
  )
  return `# What delivery costs

Written by \`npm run bench\`${isFull ? ' -- --full' : ''} at commit ${commit}: Node ${process.version}, ${cpus().length} cores, generated content in
${benchLocales.length} locales, on SQLite where nothing else is said. ${effort.rounds} interleaved rounds of ${effort.seconds} s on ${16} connections; medians, with
the least and the most. Read ratios, not absolutes: the load comes from the same machine, which had a load average
of ${quiet.toFixed(1)} over the 15 minutes before the run and ${loadavg()[2]?.toFixed(1)} at its end.

- Cached hits are asked in rounds a quarter as long, eight times as many.
- Payload's own GraphQL is its schema and resolvers executed by graphql-js behind node:http, the query parsed and
  validated once: faster than Payload as it is installed, where Next and its request handling stand in front.
- Blocks are turns of delivery's event loop in one request, the median of 11 new texts of each document, in CPU time
  where the machine did something else meanwhile.
- The soak is \`tests/soak\`: a studio publishes through publish() and withdraw() while delivery processes and studios are
  killed with SIGKILL; every answer is held against what was acknowledged before its request was sent.

| figure | bar | measured | met |
|---|---|---|---|
${lines.join('\n')}
`
}
