import { firstPrev, formVersion } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { type CardRow, type Head, type LogEntry, rowOfEntry, type Store, StoreUnavailable } from './store/store.ts'

/** How often the log is looked at in the background. */
const pollMs = 200
const batch = 500

/** What following feeds: the catalog. A row without a card takes its document away. */
export type Sink = { apply(row: CardRow): void }

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
  /** First look; then the background goes on looking. Throws nothing: `health` tells. */
  start(): Promise<void>
  stop(): Promise<void>
}

type Options<Catalog extends Sink> = {
  store: Store
  createCatalog: () => Catalog
  /** Told of a row that cannot be used. The document is then not served. */
  onDefect: (key: Ref, error: unknown) => void
  /** Told when the database goes away and when it is back. */
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
      if (!(error instanceof StoreUnavailable)) throw error
      report({ database: error.reason, message: error.message })
    }
  }

  async function catchUp(current: Served<Catalog>, newest: Head): Promise<void> {
    if (newest.seq === current.head.seq && newest.hash === current.head.hash) return
    const news = await readNews(store, current.head)
    if (!news) return load()
    for (const row of news.rows) apply(current.catalog, row)
    served = { catalog: current.catalog, version: ++version, head: news.head }
  }

  /** The log is not the one that was followed (or none was): everything is read, and served once it is whole. */
  async function load(): Promise<void> {
    const catalog = options.createCatalog()
    const head = await loadInto(store, (row) => apply(catalog, row))
    served = { catalog, version: ++version, head }
  }

  function apply(catalog: Catalog, row: CardRow): void {
    try {
      if (row.formVersion > formVersion) throw new Error(`Form version ${row.formVersion} is newer than this delivery.`)
      catalog.apply(row)
    } catch (error) {
      options.onDefect(row.key, error)
      catalog.apply({ ...row, card: null })
    }
  }

  function report(now: Health): void {
    const isNews = now.database !== health.database
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

/**
 * Every public form, once. Entries that wait for their row are read before the rows: what was
 * cleared from an entry by then is in its row.
 */
async function loadInto(store: Store, apply: (row: CardRow) => void): Promise<Head> {
  const start = await store.newest()
  const waiting = newestByKey((await store.unapplied()).map(rowOfEntry))
  await store.rows((rows) => {
    for (const row of rows) {
      const form = waiting.get(row.key)
      if (form && form.seq > row.seq) continue
      waiting.delete(row.key)
      apply(row)
    }
  })
  for (const row of waiting.values()) apply(row)
  // Rows may be newer than `start`; with the entries since then the whole is of one moment again.
  const news = await readNews(store, start)
  if (!news) return loadInto(store, apply)
  for (const row of news.rows) apply(row)
  return news.head
}

type News = { rows: CardRow[]; head: Head }

/**
 * The newest form of everything that changed after `from`, and the log's end it belongs to. Null
 * where the log no longer continues from there: the database was replaced.
 */
async function readNews(store: Store, from: Head): Promise<News | null> {
  const changed = new Map<Ref, LogEntry>()
  let head = from
  for (;;) {
    const entries = await store.entriesAfter(head.seq, batch)
    const [first] = entries
    if (first ? first.prev !== (head.hash || firstPrev) : head === from && !(await isStillEnd(store, from))) return null
    for (const entry of entries) changed.set(entry.key, entry)
    head = entries.at(-1) ?? head
    if (entries.length === batch) continue
    const rows = await formsOf(store, [...changed.values()])
    // A row that is ahead of the entries read so far belongs to a later state: read up to it.
    if (entries.length === 0 || rows.every((row) => row.seq <= head.seq)) {
      return { rows, head: { seq: head.seq, hash: head.hash } }
    }
  }
}

async function isStillEnd(store: Store, head: Head): Promise<boolean> {
  const newest = await store.newest()
  return newest.seq > head.seq || (newest.seq === head.seq && newest.hash === head.hash)
}

/** Each entry's form, from the entry itself while it still carries it, else from its row. */
async function formsOf(store: Store, entries: LogEntry[]): Promise<CardRow[]> {
  const applied = entries.filter((entry) => entry.form === null)
  const rows = newestByKey(applied.length > 0 ? await store.rowsOf(applied.map((entry) => entry.key)) : [])
  return entries.map((entry) => {
    const row = entry.form === null ? rows.get(entry.key) : rowOfEntry(entry)
    // Neither form nor row of that age: a damaged record, which `holos verify` names. What cannot be shown is not shown.
    return row && row.seq >= entry.seq ? row : { ...rowOfEntry(entry), card: null }
  })
}

function newestByKey(rows: readonly CardRow[]): Map<Ref, CardRow> {
  const newest = new Map<Ref, CardRow>()
  for (const row of rows) {
    if ((newest.get(row.key)?.seq ?? 0) < row.seq) newest.set(row.key, row)
  }
  return newest
}
