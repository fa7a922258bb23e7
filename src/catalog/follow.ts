import { formVersion } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { type CardRow, type Head, type LogEntry, type RecordStore, StoreUnavailable } from './store.ts'

/** How often the log is looked at in the background. */
const pollMs = 200
const batch = 500

/** A document's newest form: its row, or the log entry that still carries what its row will be. */
export type News = CardRow | LogEntry

/** What following feeds: the catalog. A form without a card takes its document away. */
export type Sink = { apply(news: News): void }

/** What is served right now. `version` grows with every change of what is public, whatever the log's numbers do. */
export type Served<Catalog extends Sink> = { catalog: Catalog; version: number; head: Head }

export type Health = { database: 'ok' | 'absent' | 'away'; message: string | null }

export type Follower<Catalog extends Sink> = {
  /** Null until the record was read for the first time. */
  readonly served: Served<Catalog> | null
  readonly health: Health
  /**
   * Brings everything committed before the call into `served`. Answers a promise only where there
   * is something to wait for.
   */
  upToDate(): Promise<void> | undefined
  /** Looks once more, whatever was seen a moment ago: for a request that met something newer than `served`. */
  lookAgain(): Promise<void>
  /** First look; then the background goes on looking. Throws nothing: `health` tells. */
  start(): Promise<void>
  stop(): Promise<void>
}

type Options<Catalog extends Sink> = {
  store: RecordStore
  createCatalog: () => Catalog
  /** Told of a row that cannot be used. The document is then not served. */
  onDefect: (key: Ref, error: unknown) => void
  /** Told when the database goes away and when it is back, after the start. */
  onHealth: (health: Health) => void
}

/** Loads the whole record, then follows its log. */
export function follow<Catalog extends Sink>(options: Options<Catalog>): Follower<Catalog> {
  const { store } = options
  let served: Served<Catalog> | null = null
  let version = 0
  let health: Health = { database: 'absent', message: 'The public record was not read yet.' }
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let looksThisTurn = false

  async function look(): Promise<void> {
    try {
      const head = await store.newest()
      await (served ? catchUp(served, head) : load())
      report({ database: 'ok', message: null })
    } catch (error) {
      report(healthOf(error))
    }
  }

  async function catchUp(current: Served<Catalog>, newest: Head): Promise<void> {
    if (newest.seq === current.head.seq && newest.hash === current.head.hash) return
    const news = await readNews(store, current.head)
    if (!news) return load()
    for (const form of news.forms) apply(current.catalog, form)
    served = { catalog: current.catalog, version: ++version, head: news.head }
  }

  /** The log is not the one that was followed (or none was): everything is read, and served once it is whole. */
  async function load(): Promise<void> {
    const catalog = options.createCatalog()
    const head = await loadInto(store, (news) => apply(catalog, news))
    served = { catalog, version: ++version, head }
  }

  function apply(catalog: Catalog, news: News): void {
    try {
      if ('formVersion' in news && news.formVersion > formVersion) {
        throw new Error(`Form version ${news.formVersion} is newer than this program.`)
      }
      catalog.apply(news)
    } catch (error) {
      options.onDefect(news.key, error)
      catalog.apply(nothing(news))
    }
  }

  function report(now: Health): void {
    const isNews = timer !== undefined && now.database !== health.database
    health = now
    if (isNews) options.onHealth(now)
  }

  /** One look after the other: a look that began before a commit does not speak for it. */
  function enqueue(): Promise<void> {
    const mine: Promise<void> = (running ?? Promise.resolve()).then(look).finally(() => {
      if (running === mine) running = undefined
    })
    running = mine
    return mine
  }

  return {
    get served() {
      return served
    },
    get health() {
      return health
    },

    upToDate() {
      // What the kernel handed over in one turn of the event loop had arrived before the turn
      // began, so one look per turn speaks for all of it.
      if (!looksThisTurn) {
        looksThisTurn = true
        setImmediate(() => {
          looksThisTurn = false
        })
        if (health.database !== 'away' && store.mayHaveChanged()) enqueue()
      }
      return running
    },

    lookAgain: enqueue,

    async start() {
      await enqueue()
      const poll = () => {
        if (!running) enqueue()
      }
      timer = setInterval(poll, pollMs).unref()
      store.onChange(poll)
    },

    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

function healthOf(error: unknown): Health {
  if (error instanceof StoreUnavailable) return { database: error.reason, message: error.message }
  return {
    database: 'away',
    message: `The public record cannot be followed (${error instanceof Error ? error.name : typeof error}).`,
  }
}

/**
 * Every public form. Entries that wait for their row are read before the rows: what was cleared from
 * an entry by then is in its row.
 */
async function loadInto(store: RecordStore, apply: (news: News) => void): Promise<Head> {
  const start = await store.newest()
  const waiting = newestByKey(await store.unapplied())
  await store.rows((rows) => {
    for (const row of rows) {
      const entry = waiting.get(row.key)
      if (entry && entry.seq > row.seq) continue
      waiting.delete(row.key)
      apply(row)
    }
  })
  for (const entry of waiting.values()) apply(entry)
  // Rows may be newer than `start`; with the entries since then the whole is of one moment again.
  const news = await readNews(store, start)
  if (!news) return loadInto(store, apply)
  for (const form of news.forms) apply(form)
  return news.head
}

/**
 * The newest form of everything that changed after `from`, and the log's end it belongs to. Null
 * where the log no longer continues from there: the database was replaced.
 */
async function readNews(store: RecordStore, from: Head): Promise<{ forms: News[]; head: Head } | null> {
  const changed = new Map<Ref, LogEntry>()
  let head = from
  for (;;) {
    const entries = await store.entriesAfter(head.seq, batch)
    if (!(await continues(store, head, entries))) return null
    for (const entry of entries) changed.set(entry.key, entry)
    const last = entries.at(-1)
    if (last) head = { seq: last.seq, hash: last.hash }
    if (entries.length === batch) continue
    const forms = await formsOf(store, [...changed.values()])
    // A row that is ahead of the entries read so far belongs to a later state: read up to it.
    if (!last || forms.every((form) => form.seq <= head.seq)) return { forms, head }
  }
}

/** Whether the log still runs through `head`. */
async function continues(store: RecordStore, head: Head, entries: readonly LogEntry[]): Promise<boolean> {
  const [first] = entries
  if (first) return first.prev === head.hash
  const newest = await store.newest()
  return newest.seq > head.seq || (newest.seq === head.seq && newest.hash === head.hash)
}

/** Each entry while it still carries its form, else its row. */
async function formsOf(store: RecordStore, entries: readonly LogEntry[]): Promise<News[]> {
  const applied = entries.filter((entry) => entry.form === null)
  const rows = newestByKey(applied.length > 0 ? await store.rowsOf(applied.map((entry) => entry.key)) : [])
  return entries.map((entry) => {
    if (entry.form !== null) return entry
    const row = rows.get(entry.key)
    // Neither form nor row of that age: a damaged record, which `holos verify` names. What cannot be shown is not shown.
    return row && row.seq >= entry.seq ? row : nothing(entry)
  })
}

function nothing({ key, seq }: News): CardRow {
  return { key, seq, hash: '', formVersion, card: null }
}

function newestByKey<T extends News>(all: readonly T[]): Map<Ref, T> {
  const newest = new Map<Ref, T>()
  for (const one of all) {
    if ((newest.get(one.key)?.seq ?? 0) < one.seq) newest.set(one.key, one)
  }
  return newest
}
