import { type ChangeStream, type Collection, type Document, MongoClient } from 'mongodb'
import { bodyOfForm, type CardRow, emptyLog, type LogEntry, StoreUnavailable } from '#catalog/store.ts'
import type { PublicEntry } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import type { Store } from './store.ts'

const batch = 1000
const logFields = {
  _id: 0,
  seq: 1,
  key: 1,
  kind: 1,
  facts: 1,
  locales: 1,
  formHash: 1,
  prev: 1,
  hash: 1,
  at: 1,
} as const
/** How soon a change stream that ended or is not offered is asked for again. */
const streamRetryMs = 30_000

const cardFields = { _id: 0, key: 1, seq: 1, hash: 1, formVersion: 1, card: 1 } as const
const entryFields = { _id: 0, seq: 1, key: 1, prev: 1, hash: 1, formHash: 1, form: 1 } as const

/**
 * MongoDB through its own driver. Reads go to the primary: a lagging secondary would tell of a log
 * that ends earlier than the one already served.
 */
export function openMongoStore(url: string): Store {
  const client = new MongoClient(url, {
    appName: 'holos-delivery',
    readPreference: 'primary',
    serverSelectionTimeoutMS: 3000,
    connectTimeoutMS: 3000,
    socketTimeoutMS: 10_000,
    heartbeatFrequencyMS: 1000,
    maxPoolSize: 10,
  })
  const database = client.db()
  const published = database.collection('published')
  const changes = database.collection('changes')
  let isClosed = false
  let stream: ChangeStream | undefined

  async function look<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch (error) {
      throw away(url, error)
    }
  }

  const entries = (filter: Document, limit = 0) =>
    // The projection is the record's contract.
    changes.find(filter, { projection: entryFields, sort: { seq: 1 }, limit }).toArray() as Promise<
      Document[]
    > as Promise<LogEntry[]>

  return {
    kind: 'mongodb',

    mayHaveChanged: () => false,

    newest: () =>
      look(async () => {
        const head = await changes.findOne({}, { projection: { _id: 0, seq: 1, hash: 1 }, sort: { seq: -1 } })
        return head ? { seq: Number(head.seq), hash: String(head.hash) } : emptyLog
      }),

    rows: (each) => look(() => readRows(published, each)),

    unapplied: () => look(() => entries({ form: { $ne: null } })),
    entriesAfter: (seq, limit) => look(() => entries({ seq: { $gt: seq } }, limit)),

    publicEntries: (seq, limit) =>
      look(async () => {
        const filter = { seq: { $gt: seq } }
        const found = await changes.find(filter, { projection: logFields, sort: { seq: 1 }, limit }).toArray()
        return found.map(publicEntry)
      }),

    rowsOf: (keys) =>
      look(async () => {
        const rows = await published.find({ key: { $in: [...keys] } }, { projection: cardFields }).toArray()
        return rows.map(cardRow)
      }),

    body: (key, hash) => look(() => readBody(published, changes, key, hash)),

    onChange(wake) {
      const listen = () => {
        if (isClosed) return
        stream = changes.watch([], { maxAwaitTimeMS: 1000 })
        const again = () => {
          stream?.removeAllListeners()
          // A stream that failed may also fail to close; the poll finds what it would have told.
          stream
            ?.on('error', () => {})
            .close()
            .catch(() => {})
          if (!isClosed) setTimeout(listen, streamRetryMs).unref()
        }
        stream.on('change', wake).once('error', again)
      }
      listen()
    },

    async close() {
      isClosed = true
      await stream?.close().catch(() => {})
      await client.close(true)
    },
  }
}

async function readRows(published: Collection, each: (rows: readonly CardRow[]) => void): Promise<void> {
  const cursor = published.find({}, { projection: cardFields, batchSize: batch })
  let rows: CardRow[] = []
  for await (const row of cursor) {
    rows.push(cardRow(row))
    if (rows.length < batch) continue
    each(rows)
    rows = []
  }
  each(rows)
}

async function readBody(published: Collection, changes: Collection, key: Ref, hash: string): Promise<string | null> {
  const row = await published.findOne({ key, hash }, { projection: { _id: 0, body: 1 } })
  if (typeof row?.body === 'string') return row.body
  const filter = { key, formHash: hash, form: { $ne: null } }
  const entry = await changes.findOne(filter, { projection: { _id: 0, form: 1 }, sort: { seq: -1 } })
  return typeof entry?.form === 'string' ? bodyOfForm(entry.form) : null
}

function cardRow(row: Document): CardRow {
  return { key: row.key, seq: row.seq, hash: row.hash, formVersion: row.formVersion, card: row.card ?? null }
}

function publicEntry({ seq, key, kind, facts, locales, formHash, prev, hash, at }: Document): PublicEntry {
  return { seq, key, kind, facts, locales: JSON.parse(locales), formHash, prev, hash, at }
}

/** The address without user and password: messages end up in logs. */
function addressOf(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/s, '')
}

function away(url: string, error: unknown): StoreUnavailable {
  const why = error instanceof Error ? error.message.replaceAll(url, addressOf(url)) : String(error)
  return new StoreUnavailable('away', `The database at ${addressOf(url)} does not answer: ${why}.`, error)
}
