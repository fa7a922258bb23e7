import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Follower, follow, type News, type Sink } from '#catalog/follow.ts'
import { openStore } from '#delivery/store/open.ts'
import type { Store } from '#delivery/store/store.ts'
import type { Form } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { build, keyOf } from '#tests/build/build.ts'
import { freshDatabaseUrl, openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { eventually } from '#tests/harness/eventually.ts'

/** A catalog that only knows the names of who is public. */
type Names = Sink & { names: Map<Ref, string> }

const isSqlite = process.env.TEST_DATABASE !== 'mongodb'

let writer: RecordWriter
let store: Store
let follower: Follower<Names>
let defects: Ref[]

beforeEach(() => {
  defects = []
})

afterEach(async () => {
  await follower?.stop()
  await store?.close()
  await writer?.close()
})

async function followed(url: string): Promise<void> {
  store = await openStore(url)
  follower = follow({ store, createCatalog: createNames, onDefect: (key) => defects.push(key), onHealth: () => {} })
  await follower.start()
}

function createNames(): Names {
  const names = new Map<Ref, string>()
  return {
    names,
    apply(news: News) {
      const card = 'formHash' in news ? JSON.parse(news.form ?? 'null')?.card : JSON.parse(news.card ?? 'null')
      if (card) names.set(news.key, card.words.en.displayName.value)
      else names.delete(news.key)
    },
  }
}

/** What the next request sees. On MongoDB "the next request" is any within a second. */
async function names(expected?: string[]): Promise<string[]> {
  const read = async () => {
    // A request comes in a turn of the event loop of its own.
    await setImmediate()
    await follower.upToDate()
    return [...(follower.served?.catalog.names.values() ?? [])].sort()
  }
  if (isSqlite || !expected) return read()
  await vi.waitFor(async () => expect(await read()).toEqual(expected), { timeout: 1000, interval: 10 })
  return read()
}

describe('following the record', () => {
  it('loads what is public and nothing that was withdrawn', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }), build.person({ id: '2', name: 'Bekir' }))
    await writer.withdraw('people:1')
    await followed(writer.url)
    expect(await names()).toEqual(['Bekir'])
    expect(follower.served?.head.seq).toBe(3)
  })

  it('loads more documents than one batch holds', async () => {
    writer = await openRecordWriter()
    await writer.publish(...Array.from({ length: 1203 }, (_, n) => build.person({ id: `p${n}`, name: `Name ${n}` })))
    await followed(writer.url)
    expect(await names()).toHaveLength(1203)
  })

  it('next-request: a publish and a withdrawal are there for the next request', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    await followed(writer.url)
    await writer.publish(build.person({ id: '2', name: 'Bekir' }))
    expect(await names(['Asan', 'Bekir'])).toEqual(['Asan', 'Bekir'])
    await writer.publish(build.person({ id: '1', name: 'Asan the Second' }))
    expect(await names(['Asan the Second', 'Bekir'])).toEqual(['Asan the Second', 'Bekir'])
    await writer.withdraw('people:2')
    expect(await names(['Asan the Second'])).toEqual(['Asan the Second'])
  })

  it('catches up with more entries than one batch holds', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    await followed(writer.url)
    const before = follower.served?.version ?? 0
    await writer.publish(...Array.from({ length: 700 }, (_, n) => build.person({ id: `${n % 20}`, name: `Name ${n}` })))
    await eventually(async () => {
      await follower.upToDate()
      expect(follower.served?.head.seq).toBe(701)
    })
    expect((await names()).filter((name) => Number(name.slice(5)) >= 680)).toHaveLength(20)
    expect(follower.served?.version).toBeGreaterThan(before)
  })

  it('takes the form of an entry that is newer than its row', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Row' }), build.person({ id: '2', name: 'Gone' }))
    await writer.commitOnly('people:1', build.person({ id: '1', name: 'Entry' }))
    await writer.commitOnly('people:2', null)
    await followed(writer.url)
    expect(await names()).toEqual(['Entry'])
    await writer.commitOnly('people:1', build.person({ id: '1', name: 'Entry after the start' }))
    expect(await names(['Entry after the start'])).toEqual(['Entry after the start'])
  })

  it('answers the long words of an entry that was not applied yet, and none by an old hash', async () => {
    writer = await openRecordWriter()
    const old = build.person({ id: '1', name: 'Asan', body: { en: { biography: 'The old text.' } } })
    await writer.publish(old)
    await followed(writer.url)
    const [oldRow] = await store.rowsOf(['people:1'])
    await writer.commitOnly(
      'people:1',
      build.person({ id: '1', name: 'Asan', body: { en: { biography: 'The new text.' } } }),
    )
    const [entry] = await store.entriesAfter(1, 10)
    expect(await store.body('people:1', entry?.formHash ?? '')).toContain('The new text.')
    expect(await store.body('people:1', oldRow?.hash ?? '')).toContain('The old text.')
    await writer.withdraw('people:1')
    expect(await store.body('people:1', oldRow?.hash ?? '')).toBeNull()
  })

  it('does not serve a document whose form cannot be read, and serves the others', async () => {
    writer = await openRecordWriter()
    const broken = build.person({ id: '1', words: { uk: { displayName: 'Без англійської' } } })
    await writer.publish(broken, build.person({ id: '2', name: 'Bekir' }))
    await followed(writer.url)
    expect(await names()).toEqual(['Bekir'])
    expect(defects).toEqual(['people:1'])
  })

  it('reads everything anew where the database was replaced by another', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }), build.person({ id: '2', name: 'Bekir' }))
    await followed(writer.url)
    const other = await openRecordWriter(isSqlite ? freshDatabaseUrl() : writer.url)
    if (isSqlite) {
      await other.publish(build.person({ id: '3', name: 'Ceyran' }))
      await replaceFile(other.url, writer.url)
    } else {
      await emptyDatabase(writer.url)
      await other.publish(build.person({ id: '3', name: 'Ceyran' }))
    }
    await eventually(async () => expect(await names()).toEqual(['Ceyran']))
    await other.close()
  })

  it('shows the public log, without forms', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    await writer.withdraw('people:1')
    await followed(writer.url)
    const [first, second] = await store.publicEntries(0, 10)
    expect(first).toMatchObject({
      seq: 1,
      key: keyOf(build.person({ id: '1', name: '' }) as Form),
      kind: 'publish',
      facts: true,
      locales: ['en'],
    })
    expect(second).toMatchObject({ seq: 2, kind: 'withdraw', prev: first?.hash })
    expect(JSON.stringify([first, second])).not.toContain('Asan')
    expect(await store.publicEntries(0, 1)).toHaveLength(1)
  })
})

it('one version, start to end: a commit after the look of this turn is found by looking again', async () => {
  writer = await openRecordWriter()
  await writer.publish(build.person({ id: '1', name: 'Asan' }))
  await followed(writer.url)
  for (let n = 0; n < 20; n++) {
    await follower.upToDate()
    const hash = await store.newest().then((head) => head.hash)
    await writer.publish(build.person({ id: '1', name: `Asan ${n}` }))
    // On SQLite all of this is one turn of the event loop: a request that looked, and then met a newer body.
    await follower.lookAgain()
    expect([...(follower.served?.catalog.names.values() ?? [])]).toEqual([`Asan ${n}`])
    expect(follower.served?.head.hash).not.toBe(hash)
  }
})

describe.runIf(isSqlite)('the SQLite file', () => {
  it('may come later: delivery waits, says so, and serves it when it is there', async () => {
    const url = freshDatabaseUrl()
    await followed(url)
    expect(follower.served).toBeNull()
    expect(follower.health).toMatchObject({ database: 'absent', message: expect.stringContaining('Start the studio') })
    writer = await openRecordWriter(url)
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    expect(await names()).toEqual(['Asan'])
    expect(follower.health.database).toBe('ok')
  })

  it('may go away and come back: what is in memory is still served', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    await followed(writer.url)
    const path = writer.url.slice('file:'.length)
    renameSync(path, `${path}.away`)
    await eventually(() => expect(follower.health.database).toBe('absent'))
    expect(await names()).toEqual(['Asan'])
    renameSync(`${path}.away`, path)
    await eventually(() => expect(follower.health.database).toBe('ok'))
    await writer.publish(build.person({ id: '2', name: 'Bekir' }))
    expect(await names()).toEqual(['Asan', 'Bekir'])
  })

  it.each(['WAL', 'DELETE'])('next-request: tells of every commit, with journal_mode = %s', async (mode) => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    const { default: Database } = await import('libsql')
    const copy = `${writer.url.slice('file:'.length)}.copy`
    const original = new Database(writer.url.slice('file:'.length))
    original.exec(`VACUUM INTO '${copy}'`)
    original.close()
    const database = new Database(copy)
    database.exec(`PRAGMA journal_mode = ${mode}`)
    store = await openStore(`file:${copy}`)
    await store.newest()
    store.mayHaveChanged()
    for (let n = 0; n < 20; n++) {
      expect(store.mayHaveChanged()).toBe(false)
      database.exec('UPDATE changes SET applied = 1 - applied')
      expect(store.mayHaveChanged()).toBe(true)
    }
    database.close()
  })

  // A lock lost is a checkpoint that overwrites what somebody reads, or a `-shm` cut off under who has it mapped.
  it.runIf(existsSync('/proc/locks'))('keeps every lock that SQLite holds for this process', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    const path = writer.url.slice('file:'.length)
    const before = locksOn(path)
    expect(before.join()).toContain('READ')
    await followed(writer.url)
    const { default: Database } = await import('libsql')
    const other = new Database(path)
    for (let n = 0; n < 5; n++) {
      await writer.publish(build.person({ id: '1', name: `Asan ${n}` }))
      expect(await names()).toEqual([`Asan ${n}`])
      expect(await store.body('people:1', 'no hash')).toBeNull()
      expect(locksOn(path)).toEqual(before)
      other.exec(`PRAGMA wal_checkpoint(${n % 2 ? 'TRUNCATE' : 'PASSIVE'})`)
      expect(await names()).toEqual([`Asan ${n}`])
      expect(locksOn(path)).toEqual(before)
    }
    renameSync(path, `${path}.away`)
    await eventually(() => expect(follower.health.database).toBe('absent'))
    renameSync(`${path}.away`, path)
    await eventually(() => expect(follower.health.database).toBe('ok'))
    expect(locksOn(path)).toEqual(before)
    await follower.stop()
    await store.close()
    other.close()
    expect(locksOn(path)).toEqual(before)
  })

  it('draft-blind: its handle cannot write', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    const { default: Database } = await import('libsql')
    const reader = new Database(`${writer.url}?mode=ro`)
    expect(() => reader.exec('DELETE FROM published')).toThrow(/readonly/)
    reader.close()
  })
})

/** The POSIX locks of this process on a database and its write-ahead index, as Linux lists them: kind and range. */
function locksOn(path: string): string[] {
  const inodes = [path, `${path}-shm`].map((file) => String(statSync(file).ino))
  const fields = readFileSync('/proc/locks', 'utf8')
    .split('\n')
    .map((line) => line.split(/\s+/))
  const held = fields.filter(
    ([, , , , pid, file]) => pid === String(process.pid) && inodes.includes(file?.split(':')[2] ?? ''),
  )
  return held.map(([, , , kind, , file, ...range]) => [kind, file, ...range].join(' ')).sort()
}

async function replaceFile(fromUrl: string, toUrl: string): Promise<void> {
  const { default: Database } = await import('libsql')
  const from = fromUrl.slice('file:'.length)
  const to = toUrl.slice('file:'.length)
  const database = new Database(from)
  database.exec(`VACUUM INTO '${to}.new'`)
  database.close()
  for (const suffix of ['-wal', '-shm']) renameSync(`${to}${suffix}`, `${to}${suffix}.old`)
  renameSync(`${to}.new`, to)
}

async function emptyDatabase(url: string): Promise<void> {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(url)
  await client.db().collection('published').deleteMany({})
  await client.db().collection('changes').deleteMany({})
  await client.close()
}
