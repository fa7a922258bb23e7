import { renameSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { build } from '#tests/build/build.ts'
import { freshDatabaseUrl, openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { type CutLine, openLine } from '#tests/harness/delivery/cutLine.ts'
import { answerTo, openDelivery, requestOf, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import {
  type DeliveryProcess,
  freePort,
  spawnDelivery,
  startDeliveryProcess,
} from '#tests/harness/delivery/deliveryProcess.ts'

const isSqlite = process.env.TEST_DATABASE !== 'mongodb'
const count = '{ people(first: 1) { totalCount } }'

let writer: RecordWriter | undefined
let started: { stop(): Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(started.map((one) => one.stop()))
  started = []
  await writer?.close()
  writer = undefined
})

async function running(env: Record<string, string>): Promise<DeliveryProcess> {
  const delivery = await startDeliveryProcess(env)
  started.push(delivery)
  return delivery
}

describe('a delivery process', () => {
  it('answers, and stops when it is told to: what is under way is answered first', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan' }))
    const delivery = await running({ DATABASE_URL: writer.url })
    const [url, request] = requestOf(delivery.url, count, {})
    expect((await answerTo(fetch(url, request))).body.data.people.totalCount).toBe(1)

    const body = JSON.stringify({ query: count })
    const socket = connect(delivery.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    await setTimeout(100)
    delivery.signal('SIGTERM')
    await setTimeout(200)
    await expect(fetch(`${delivery.url}/healthz`)).rejects.toThrow()
    socket.write(body)
    expect(await delivery.exited).toBe(0)
    expect(answer).toContain('200 OK')
    expect(answer).toContain('Connection: close')
    expect(answer).toContain('"totalCount":1')
  })

  it('a taken port is one sentence that names the cure', async () => {
    writer = await openRecordWriter()
    const first = await running({ DATABASE_URL: writer.url })
    const second = spawnDelivery(first.port, { DATABASE_URL: writer.url })
    expect(await second.exited).toBe(1)
    expect(second.output().trim().split('\n')).toEqual([
      expect.stringMatching(`^Port ${first.port} is taken\\. .*DELIVERY_PORT`),
    ])
  })

  it.each([
    [{ RATE_LIMIT: 'many' }, 'RATE_LIMIT'],
    [{ DEFAULT_LOCALE: 'xx' }, 'DEFAULT_LOCALE'],
    [{ DATABASE_URL: 'postgres://localhost/a' }, 'DATABASE_URL'],
  ])('a broken variable is one sentence: %o', async (env, name) => {
    const delivery = spawnDelivery(await freePort(), env)
    expect(await delivery.exited).toBe(1)
    expect(delivery.output()).toContain(name)
    expect(delivery.output()).not.toMatch(/\n {4}at /)
  })

  it('knows no secret of the studio', async () => {
    writer = await openRecordWriter()
    const delivery = await running({ DATABASE_URL: writer.url, HOLOS_SECRET: 'x'.repeat(40), LOG_LEVEL: 'debug' })
    expect(delivery.output()).not.toContain('xxxx')
  })
})

describe('a database that is away', () => {
  it('at the start: MongoDB is missed in one sentence, a SQLite file is waited for', async () => {
    if (isSqlite) {
      const url = freshDatabaseUrl()
      const delivery = await opened(url)
      expect((await delivery.ask(count)).status).toBe(503)
      expect(await delivery.get('/readyz')).toMatchObject({
        status: 503,
        body: { status: 'waiting', database: 'absent' },
      })
      expect((await delivery.get('/healthz')).status).toBe(200)
      writer = await openRecordWriter(url)
      await writer.publish(build.person({ id: '1', name: 'Asan' }))
      expect((await delivery.ask(count)).body.data.people.totalCount).toBe(1)
      expect((await delivery.get('/readyz')).status).toBe(200)
    } else {
      const delivery = spawnDelivery(await freePort(), {
        DATABASE_URL: `mongodb://user:geheim@127.0.0.1:${await freePort()}/holos`,
      })
      expect(await delivery.exited).toBe(1)
      expect(delivery.output()).toMatch(
        /^The database at mongodb:\/\/127\.0\.0\.1:\d+\/holos does not answer: .*DATABASE_URL/,
      )
      expect(delivery.output()).not.toContain('geheim')
      expect(delivery.output()).not.toMatch(/\n {4}at /)
    }
  })

  it('later: memory goes on answering, /readyz says so, and it catches up when the database is back', async () => {
    writer = await openRecordWriter()
    await writer.publish(build.person({ id: '1', name: 'Asan', body: { en: { biography: 'A life.' } } }))
    const { delivery, leave, comeBack } = await interruptible(writer.url)
    const whole = '{ people(first: 5) { totalCount nodes { name { display } } } }'
    expect((await delivery.ask(whole)).body.data.people.totalCount).toBe(1)

    leave()
    await vi.waitFor(async () => expect((await delivery.get('/readyz')).status).toBe(503), { timeout: 8000 })
    const { body } = await delivery.get('/readyz')
    expect(body).toMatchObject({ status: 'degraded', catalog: 'from memory', message: expect.any(String) })
    expect(body.database).not.toBe('ok')
    // A new question, which no cache holds.
    const answer = await delivery.ask('{ people(first: 7) { nodes { slug name { display } } } }')
    expect(answer).toMatchObject({
      status: 200,
      body: { data: { people: { nodes: [{ name: { display: 'Asan' } }] } } },
    })

    if (!isSqlite) await writer.publish(build.person({ id: '2', name: 'Bekir' }))
    comeBack()
    if (isSqlite) await writer.publish(build.person({ id: '2', name: 'Bekir' }))
    await vi.waitFor(async () => expect((await delivery.get('/readyz')).status).toBe(200), { timeout: 8000 })
    expect((await delivery.ask(whole)).body.data.people.totalCount).toBe(2)
  })
})

async function opened(url: string): Promise<TestDelivery> {
  const delivery = await openDelivery(url)
  started.push(delivery)
  return delivery
}

type Interruptible = { delivery: TestDelivery; leave: () => void; comeBack: () => void }

async function interruptible(url: string): Promise<Interruptible> {
  if (isSqlite) {
    const path = url.slice('file:'.length)
    const delivery = await opened(url)
    return {
      delivery,
      leave: () => renameSync(path, `${path}.away`),
      comeBack: () => renameSync(`${path}.away`, path),
    }
  }
  const { hostname, port, pathname } = new URL(url)
  const line: CutLine = await openLine(hostname, Number(port || 27017))
  const delivery = await opened(`mongodb://127.0.0.1:${line.port}${pathname}?directConnection=true`)
  started.push({ stop: line.close })
  return { delivery, leave: line.cut, comeBack: line.mend }
}
