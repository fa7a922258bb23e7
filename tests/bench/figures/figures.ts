import { setTimeout } from 'node:timers/promises'
import { cpuSecondsOf, load, type Shot } from '#tests/bench/load.ts'
import { atLeast, atMost, type Effort, type Figure, interleaved, type Rates, ratios } from '#tests/bench/measure.ts'
import { startServer } from '#tests/bench/processes.ts'
import { getOf, listQuery, misses, postOf } from '#tests/bench/queries.ts'
import { median, quantile, withSpread } from '#tests/bench/statistics.ts'
import { build, keyOf } from '#tests/build/build.ts'
import type { RecordWriter } from '#tests/build/recordWriter.ts'
import type { DeliveryProcess } from '#tests/harness/delivery/deliveryProcess.ts'

/** Cached answers against node:http that sends the same bytes with the same headers. */
export async function hitFigures(delivery: DeliveryProcess, effort: Effort): Promise<Figure[]> {
  const get = getOf(listQuery)
  const post = postOf(listQuery)
  const { headers, body, etag } = await answerTo(delivery, get)
  const bare = await startServer('bare', { headers, body: body.toString('base64') })
  const known: Shot = { ...get, headers: { 'If-None-Match': etag } }
  const rates = await interleaved(
    {
      bare: { ...bare, next: () => get },
      hit: { ...delivery, next: () => get },
      barePost: { ...bare, next: () => post },
      hitPost: { ...delivery, next: () => post },
      notModified: { ...delivery, next: () => known },
    },
    inShortRounds(effort),
  )
  bare.stop()
  const cpu = (name: keyof typeof rates) => `${median(rates[name].cpuMicroseconds).toFixed(0)} µs`
  return [
    atLeast(
      'cached hit, GET, against bare node:http',
      0.8,
      ratios(rates.hit, rates.bare),
      `, CPU ${cpu('hit')} against ${cpu('bare')}`,
    ),
    atLeast(
      'cached hit, POST, against bare node:http',
      0.6,
      ratios(rates.hitPost, rates.bare),
      `, CPU ${cpu('hitPost')}; bare POST ${cpu('barePost')}`,
    ),
    atLeast('304 against bare node:http', 1, ratios(rates.notModified, rates.bare), `, CPU ${cpu('notModified')}`),
  ]
}

/** Twice as long in all, a quarter as long each: what else the machine does then meets both sides of a ratio alike. */
function inShortRounds({ rounds, seconds }: Effort): Effort {
  return { rounds: rounds * 8, seconds: seconds / 4 }
}

/** A new list each time against graphql-js over plain objects of the same shape. */
export async function missFigures(delivery: DeliveryProcess, effort: Effort): Promise<Figure[]> {
  const { headers, body } = await answerTo(delivery, getOf(listQuery))
  const plain = await startServer('plain', { headers: withoutLength(headers), data: JSON.parse(body.toString()).data })
  const rates = await interleaved(
    { plain: { ...plain, next: misses.list }, miss: { ...delivery, next: misses.list } },
    effort,
  )
  plain.stop()
  const cpu = (name: keyof typeof rates) => `${median(rates[name].cpuMicroseconds).toFixed(0)} µs`
  const more = `, CPU ${cpu('miss')} against ${cpu('plain')}`
  return [
    atLeast('miss, list of 20, against graphql-js over plain objects', 0.8, ratios(rates.miss, rates.plain), more),
  ]
}

/** CPU milliseconds a request, one for each round. */
export async function cpuOf(delivery: DeliveryProcess, next: () => Shot, effort: Effort): Promise<number[]> {
  const { it } = await interleaved({ it: { ...delivery, next } }, effort)
  return inMilliseconds(it)
}

function inMilliseconds({ cpuMicroseconds }: Rates): number[] {
  return cpuMicroseconds.map((microseconds) => microseconds / 1000)
}

export async function personFigure(delivery: DeliveryProcess, people: number, effort: Effort): Promise<Figure> {
  return atMost(
    'person page with everything, miss, CPU',
    3,
    ' ms',
    await cpuOf(delivery, misses.person(people), effort),
  )
}

export async function searchFigure(delivery: DeliveryProcess, people: number, effort: Effort): Promise<Figure> {
  await resting(delivery.pid)
  return atMost(
    `search over ${people} people, miss, CPU`,
    5,
    ' ms',
    await cpuOf(delivery, misses.search(people), effort),
  )
}

export type Size = { delivery: DeliveryProcess; documents: number; people: number }

/**
 * What the same requests cost on small and on large content, in turn. The pages and texts are those of the small
 * content: what is asked again and again is in memory on both. The last figure asks for every page of the large one.
 */
export async function growthFigures(small: Size, large: Size, effort: Effort): Promise<Figure[]> {
  for (const { delivery } of [small, large]) await resting(delivery.pid)
  const costs = async (next: () => Shot) => {
    const { few, many } = await interleaved(
      { few: { ...small.delivery, next }, many: { ...large.delivery, next } },
      effort,
    )
    return { few: inMilliseconds(few), many: inMilliseconds(many) }
  }
  const growth = async (name: string, most: number, next: () => Shot): Promise<Figure> => {
    const { few, many } = await costs(next)
    const ratio = many.map((cpu, round) => cpu / (few[round] ?? Number.NaN))
    const absolute = `, ${median(few).toFixed(2)} ms to ${median(many).toFixed(2)} ms`
    return {
      name,
      bar: `at most ${most} times`,
      measured: `${withSpread(ratio)}${absolute}`,
      isMet: median(ratio) <= most,
    }
  }
  const everyPage = await cpuOf(large.delivery, misses.person(large.people), effort)
  return [
    await growth(`list of 20, ${small.documents} to ${large.documents} documents, CPU`, 1.5, misses.list),
    await growth('person page, the same', 1.2, misses.person(small.people)),
    await growth('search, the same', 4, misses.search(small.people)),
    atMost(`person page, each of ${large.people} in turn, miss, CPU`, 3, ' ms', everyPage),
  ]
}

/** Waits until a process has done what it does in the background after its start. */
async function resting(pid: number): Promise<void> {
  let before = Number.NEGATIVE_INFINITY
  for (let now = cpuSecondsOf(pid); now - before > 0.02; now = cpuSecondsOf(pid)) {
    before = now
    await setTimeout(500)
  }
}

/** A thousand requests for one key at once. */
export async function joinedFigure(delivery: DeliveryProcess): Promise<Figure> {
  const { path } = getOf(listQuery, { miss: 'everybody at once' })
  const answers = await Promise.all(
    Array.from({ length: 1000 }, () =>
      fetch(`${delivery.url}${path}`).then((response) => response.headers.get('etag')),
    ),
  )
  const isOne = new Set(answers).size === 1
  return {
    name: '1,000 simultaneous misses of one key: answers (a unit test counts the computations)',
    bar: 'one answer',
    measured: isOne ? 'one answer' : 'several',
    isMet: isOne,
  }
}

/** From a publish's acknowledgement to an answer that shows it, and reads while 20 a second are published. */
export async function publishFigures(
  delivery: DeliveryProcess,
  writer: RecordWriter,
  seconds: number,
): Promise<Figure[]> {
  const visible: number[] = []
  let isVisibleAtOnce = true
  for (let count = 0; count < 200; count++) {
    const form = build.person({ id: 'visible', name: `Visible ${count}`, slug: 'visible' })
    await writer.publish(form)
    const started = performance.now()
    const { path } = getOf('{ person(slug: "visible") { id name { display } } }')
    const { data } = (await (await fetch(`${delivery.url}${path}`)).json()) as {
      data: { person: { id: string; name: { display: string } } | null }
    }
    visible.push(performance.now() - started)
    isVisibleAtOnce &&= data.person?.name.display === `Visible ${count}` && data.person.id === keyOf(form)
  }
  const quiet = await readLatencies(delivery, seconds)
  const storm = await whilePublishing(writer, () => readLatencies(delivery, seconds))
  const [quietP99, stormP99] = [quantile(quiet, 0.99), quantile(storm, 0.99)]
  return [
    {
      name: 'publish to visible in the next request (SQLite), 200 publishes',
      bar: 'always, p99 under 50 ms',
      measured: `${isVisibleAtOnce ? 'always' : 'not always'}, p99 ${quantile(visible, 0.99).toFixed(1)} ms`,
      isMet: isVisibleAtOnce && quantile(visible, 0.99) < 50,
    },
    {
      name: 'reads while 20 documents a second are published, p99 against quiet',
      bar: 'at most 2 times',
      measured: `${(stormP99 / quietP99).toFixed(2)} (${quietP99.toFixed(1)} ms to ${stormP99.toFixed(1)} ms)`,
      isMet: stormP99 <= 2 * quietP99,
    },
  ]
}

/** A site's mix: mostly what was asked before, sometimes something new. */
async function readLatencies(delivery: DeliveryProcess, seconds: number): Promise<number[]> {
  let turn = 0
  const next = () => (turn++ % 10 === 0 ? misses.list() : getOf(listQuery))
  const round = await load({ port: delivery.port, next, connections: 4, seconds })
  return round.milliseconds
}

async function whilePublishing<T>(writer: RecordWriter, work: () => Promise<T>): Promise<T> {
  let isOver = false
  const storm = (async () => {
    for (let count = 0; !isOver; count++) {
      await writer.publish(build.person({ id: `storm${count % 50}`, name: `Storm ${count}` }))
      await setTimeout(50)
    }
  })()
  const result = await work()
  isOver = true
  await storm
  return result
}

async function answerTo(
  delivery: DeliveryProcess,
  { path }: Shot,
): Promise<{ headers: string[]; body: Buffer; etag: string }> {
  const response = await fetch(`${delivery.url}${path}`, { headers: { 'Accept-Encoding': 'identity' } })
  const own = new Set(['date', 'connection', 'keep-alive'])
  const headers = [...response.headers].filter(([name]) => !own.has(name)).flat()
  return { headers, body: Buffer.from(await response.arrayBuffer()), etag: response.headers.get('etag') ?? '' }
}

function withoutLength(headers: string[]): string[] {
  const at = headers.indexOf('content-length')
  return headers.filter((_, index) => index !== at && index !== at + 1)
}
