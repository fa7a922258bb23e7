import { setTimeout } from 'node:timers/promises'
import { type DeliveryProcess, freePort, spawnDelivery } from '#tests/harness/delivery/deliveryProcess.ts'
import { createEditing, type Editing } from './editing.ts'
import { Random } from './random.ts'
import { Reader } from './reader.ts'
import { type Fault, type Read, readsOf, unasked } from './reads.ts'

export type SoakOptions = {
  databaseUrl: string
  /** The bundled programs of a delivery and a studio process. */
  programs: { delivery: string; studio: string }
  seed: number
  /** At least so many answers are checked. */
  reads: number
  changes: number
  deliveries: number
  deliveryKills: number
  studioKills: number
  /** How long after its acknowledgement a change may stay unseen. */
  graceMs: number
}

export type SoakReport = {
  seed: number
  reads: number
  notModified: number
  changes: number
  deliveryKills: number
  /** Those that left an order without an answer. */
  studioKills: number
  faults: Fault[]
  seconds: number
}

const connectionsEach = 3
const mostAtOnce = 16

/** One delivery process that can be killed and comes back on its port. */
type Station = { port: number; process: DeliveryProcess; isKilled: boolean; up: Promise<void> }

/**
 * Readers ask several delivery processes without end, an editor publishes, changes and withdraws, and
 * all of them are killed now and then. Every answer is held against what was acknowledged before its
 * question was sent.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const random = new Random(options.seed)
  const began = performance.now()
  const editing = await createEditing(options, random)
  const stations = await Promise.all(Array.from({ length: options.deliveries }, () => openStation(options)))
  try {
    const run = new Run(options, random, editing, stations)
    await run.all()
    return { ...run.report(), seconds: (performance.now() - began) / 1000 }
  } finally {
    await Promise.all(stations.map(({ process }) => process.stop()))
    await editing.close()
  }
}

class Run {
  private readonly reader: Reader
  private readonly reads: Read[]
  private isOver = false
  private deliveryKills = 0

  constructor(
    private readonly options: SoakOptions,
    private readonly random: Random,
    private readonly editing: Editing,
    private readonly stations: readonly Station[],
  ) {
    this.reader = new Reader(editing.history)
    this.reads = random.shuffled(readsOf(editing.content))
  }

  async all(): Promise<void> {
    const readers = this.stations.flatMap((station) =>
      Array.from({ length: connectionsEach }, () => this.readWithoutEnd(station)),
    )
    // Before it is over, it ends by a failure only.
    const reading = Promise.all(readers)
    const kills = this.killDeliveries()
    try {
      await Promise.race([this.change(), reading])
      await this.until(this.options.reads)
    } finally {
      this.isOver = true
    }
    await Promise.all([reading, kills])
    for (const station of this.stations) this.listenTo(station)
  }

  report(): Omit<SoakReport, 'seconds'> {
    const { checked: reads, notModified, faults } = this.reader
    const { changes, kills: studioKills } = this.editing
    return {
      seed: this.options.seed,
      reads,
      notModified,
      changes,
      deliveryKills: this.deliveryKills,
      studioKills,
      faults,
    }
  }

  private async readWithoutEnd(station: Station): Promise<void> {
    while (!this.isOver) {
      await station.up
      const asking = await this.reader.connect(station.port)
      while (!this.isOver && (await asking.ask(this.some(1 + this.random.below(mostAtOnce)))));
      asking.close()
      if (!this.isOver && !station.isKilled) this.fault('A connection broke that nobody had killed.')
    }
  }

  private fault(what: string): void {
    this.reader.faults.push({ kind: 'wrong', what })
  }

  /** A delivery complains of nothing, whatever is killed around it. */
  private listenTo({ process }: Station): void {
    if (process.output() !== '') this.fault(process.output())
  }

  /** Some questions are asked far more often than others. */
  private some(count: number): Read[] {
    return Array.from({ length: count }, () => {
      const skewed = this.random.next() ** 3
      // The index is one of the list's.
      return this.reads[Math.floor(skewed * this.reads.length)] as Read
    })
  }

  private async change(): Promise<void> {
    const { changes, reads, studioKills } = this.options
    for (let count = 0; count < changes; count++) {
      const isKilled = this.random.chance((studioKills - this.editing.kills) / (changes - count))
      await this.aroundAChange(`${count}`, () => this.editing.change(isKilled))
      await this.until((reads * this.random.next() + reads * count) / changes)
    }
  }

  /** Questions that nobody asked before are on their way while the change is made; asked again, they show it. */
  private async aroundAChange(miss: string, change: () => Promise<void>): Promise<void> {
    const pages = this.some(6).map((read) => unasked(read, miss))
    const early = this.stations.map(async (station) => {
      for (const page of pages) {
        await setTimeout(this.random.below(15))
        await this.askOnce(station, [page])
      }
    })
    await change()
    await Promise.all(this.stations.map((station) => this.askOnce(station, pages)))
    await Promise.all(early)
  }

  private async askOnce(station: Station, reads: readonly Read[]): Promise<void> {
    await station.up
    const asking = await this.reader.connect(station.port)
    await asking.ask(reads)
    asking.close()
  }

  private async killDeliveries(): Promise<void> {
    const { deliveryKills, reads } = this.options
    while (!this.isOver && this.deliveryKills < deliveryKills) {
      await this.until((reads * (this.deliveryKills + 0.9 * this.random.next())) / deliveryKills)
      if (this.isOver) return
      await this.killOne(this.random.of(this.stations))
    }
  }

  private async killOne(station: Station): Promise<void> {
    this.deliveryKills++
    const { promise: isUp, resolve } = withResolvers()
    station.up = isUp
    station.isKilled = true
    station.process.signal('SIGKILL')
    await station.process.exited
    this.listenTo(station)
    station.process = await startOn(station.port, this.options)
    station.isKilled = false
    resolve()
  }

  private async until(reads: number): Promise<void> {
    while (!this.isOver && this.reader.checked < reads) await setTimeout(1)
  }
}

async function openStation(options: SoakOptions): Promise<Station> {
  const port = await freePort()
  return { port, process: await startOn(port, options), isKilled: false, up: Promise.resolve() }
}

async function startOn(port: number, { databaseUrl, programs }: SoakOptions): Promise<DeliveryProcess> {
  const delivery = spawnDelivery(port, { DATABASE_URL: databaseUrl }, [programs.delivery])
  const end = performance.now() + 60_000
  while (!(await isReady(delivery.url))) {
    if (performance.now() > end) throw new Error(`A delivery did not start: ${delivery.output()}`)
    await setTimeout(10)
  }
  return delivery
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
