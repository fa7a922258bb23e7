import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { build } from '#tests/build/build.ts'
import { openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { type AskOptions, answerTo, requestOf } from '#tests/harness/delivery/delivery.ts'
import {
  type DeliveryProcess,
  freePort,
  spawnDelivery,
  startDeliveryProcess,
} from '#tests/harness/delivery/deliveryProcess.ts'
import { openTraceReceiver, type ReceivedSpan, type TraceReceiver } from '#tests/harness/delivery/traceReceiver.ts'
import { eventually } from '#tests/harness/eventually.ts'

let writer: RecordWriter
let receiver: TraceReceiver
let delivery: DeliveryProcess

const json = { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_BSP_SCHEDULE_DELAY: '20' }

beforeAll(async () => {
  writer = await openRecordWriter()
  await writer.publish(
    ...Array.from({ length: 60 }, (_, n) =>
      build.person({ id: `p${n}`, name: `Name ${n}`, body: { en: { biography: `Life ${n}.` } } }),
    ),
  )
  receiver = await openTraceReceiver()
  delivery = await startDeliveryProcess({
    ...json,
    DATABASE_URL: writer.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  })
})
afterAll(async () => {
  await delivery?.stop()
  await receiver?.close()
  await writer?.close()
})

const lostPicture = build.media({
  id: 'lost',
  facts: { filename: 'lost.webp', mimeType: 'image/webp', sha256: '0'.repeat(64) },
  words: { en: { alt: 'A card.' } },
})

const query = 'query People($locale: Locale) { people(first: 50, locale: $locale) { nodes { id name { display } } } }'

/** Asks inside a trace of its own; `parent` is the span that the caller says it is in. */
async function ask(text: string, options: AskOptions = {}, from = delivery) {
  const [traceId, parent] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')]
  const headers = { ...options.headers, traceparent: `00-${traceId}-${parent}-01` }
  const answer = await answerTo(fetch(...requestOf(from.url, text, { ...options, headers })))
  return { answer, traceId, parent }
}

const isServer = ({ kind }: ReceivedSpan) => kind === 2
const hasServer = (spans: ReceivedSpan[]) => spans.some(isServer)

async function serverSpanOf(traceId: string): Promise<ReceivedSpan | undefined> {
  return (await receiver.trace(traceId, hasServer)).find(isServer)
}

describe('a trace', () => {
  it('continues the caller’s, with a span for the request and one for each part', async () => {
    const { answer, traceId, parent } = await ask(query, { variables: { locale: 'uk' } })
    expect(answer.status).toBe(200)
    const spans = await receiver.trace(traceId, (found) => hasServer(found) && found.length >= 3)
    const server = spans.find(isServer)
    expect(server).toMatchObject({ name: 'POST /graphql', parentSpanId: parent, status: 0 })
    expect(server?.attributes).toEqual({
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'http.route': '/graphql',
      'url.path': '/graphql',
      'url.scheme': 'http',
      'network.protocol.version': '1.1',
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'People',
      'holos.cache.result': 'miss',
      'holos.graphql.cost': answer.body.extensions.cost,
      'holos.locales': ['uk'],
      'holos.record.seq': 60,
      'holos.record.version': expect.any(Number),
      'holos.request_id': answer.headers.get('x-request-id'),
    })
    const parts = spans.filter(({ kind }) => kind === 1)
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['graphql.prepare', 'graphql.execute']))
    expect(new Set(parts.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([server?.spanId]))
    expect(server?.resource).toMatchObject({
      'service.name': 'holos-delivery',
      'deployment.environment.name': 'test',
    })
  })

  it('says of an answer from the cache what it answered, and that nothing ran', async () => {
    await ask(query, { variables: { locale: 'tr' }, method: 'GET' })
    const { traceId } = await ask(query, { variables: { locale: 'tr' }, method: 'GET' })
    expect((await serverSpanOf(traceId))?.attributes).toMatchObject({
      'holos.cache.result': 'hit',
      'graphql.operation.name': 'People',
      'holos.locales': ['tr'],
      'url.path': '/graphql',
    })
    const parts = await receiver.trace(traceId, hasServer)
    expect(parts.map(({ name }) => name)).not.toContain('graphql.execute')
  })

  it('says who waited for somebody else’s computation', async () => {
    const path = `/graphql?${new URLSearchParams({ query: 'query Heavy { people(first: 50) { nodes { biography { plainText } } } }' })}`
    const asked = Array.from({ length: 3 }, () => randomBytes(16).toString('hex'))
    // In one packet, so that all three arrive in one turn of the event loop.
    const request = (traceId: string) =>
      `GET ${path} HTTP/1.1\r\nHost: a\r\ntraceparent: 00-${traceId}-${'1'.repeat(16)}-01\r\n\r\n`
    const socket = connect({ port: delivery.port, host: '127.0.0.1' })
    socket.resume().write(asked.map(request).join(''))
    const servers = await Promise.all(asked.map(serverSpanOf))
    const results = servers.map((span) => span?.attributes['holos.cache.result'])
    expect(results.sort()).toEqual(['joined', 'joined', 'miss'])
    expect(new Set(servers.map((span) => span?.attributes['graphql.operation.name']))).toEqual(new Set(['Heavy']))
    socket.destroy()
  })

  it('shows the wait for what was just published', async () => {
    let n = 0
    await vi.waitFor(
      async () => {
        n++
        await writer.publish(build.person({ id: 'fresh', name: `Fresh ${n}` }))
        const { traceId } = await ask(`{ person(id: "people:fresh") { name { display } } } # ${n}`)
        const names = (await receiver.trace(traceId, hasServer)).map(({ name }) => name)
        expect(names).toContain('holos.catch_up')
      },
      { timeout: 20_000, interval: 50 },
    )
  })

  it('names a caller’s fault and does not call it an error of the server', async () => {
    const { answer, traceId } = await ask('{ people(first: 1000) { totalCount } }')
    expect(answer.status).toBe(400)
    const spans = await receiver.trace(traceId, hasServer)
    const code = answer.body.errors[0].extensions.code
    expect(spans.find(isServer)).toMatchObject({ status: 0, attributes: { 'http.response.status_code': 400 } })
    expect(spans.find(({ name }) => name === 'graphql.prepare')).toMatchObject({
      status: 0,
      attributes: { 'error.type': code },
    })
  })

  it('begins anew where the caller has none, and says paths without what is asked', async () => {
    const answer = await fetch(`${delivery.url}/media/none.jpg?why=because`)
    const id = answer.headers.get('x-request-id')
    const span = await eventually(() => {
      const found = receiver.spans.find(({ attributes }) => attributes['holos.request_id'] === id)
      if (!found) throw new Error('Not received yet.')
      return found
    })
    expect(span.parentSpanId).toBeUndefined()
    expect(span.attributes).toMatchObject({ 'http.route': '/media/*', 'url.path': '/media/none.jpg' })
  })

  it('holds no question, no word of it and nothing of who asked', async () => {
    const secret = 'Qırımtatarca'
    const agent = 'a-browser-of-somebody'
    const [post, get] = await Promise.all([
      ask(`query { search(text: "${secret}", first: 1) { totalCount } }`, { headers: { 'User-Agent': agent } }),
      ask('query($text: String!, $locale: Locale) { search(text: $text, first: 1, locale: $locale) { totalCount } }', {
        method: 'GET',
        variables: { text: secret, locale: secret },
      }),
    ])
    await Promise.all([serverSpanOf(post.traceId), serverSpanOf(get.traceId)])
    const everything = Buffer.concat(receiver.posts.map(({ body }) => body)).toString()
    for (const word of [secret, encodeURIComponent(secret), agent, 'totalCount', '127.0.0.1']) {
      expect(everything).not.toContain(word)
    }
  })

  it('cuts what a caller made long', async () => {
    const { traceId } = await ask(`query ${'N'.repeat(3000)} { people(first: 1) { totalCount } }`)
    expect((await serverSpanOf(traceId))?.attributes['graphql.operation.name']).toBe('N'.repeat(256))
  })

  it('is named by the lines that its request logs', async () => {
    await writer.publish(lostPicture)
    const traceId = randomBytes(16).toString('hex')
    const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`
    await fetch(`${delivery.url}/media/lost.webp`, { headers: { traceparent } })
    const lines = await eventually(() => {
      const found = delivery.output().match(/^\{.*not in MEDIA_DIR.*$/gm)
      if (!found) throw new Error(delivery.output())
      return found.map((line) => JSON.parse(line))
    })
    expect(lines).toMatchObject([{ trace_id: traceId, span_id: expect.stringMatching(/^[0-9a-f]{16}$/) }])
  })
})

describe('exporting', () => {
  const settings = () => ({ DATABASE_URL: writer.url })

  it('speaks protobuf by default, with the operator’s headers, and gives the last spans away when it stops', async () => {
    const other = await openTraceReceiver()
    const stopped = await startDeliveryProcess({
      ...settings(),
      OTEL_EXPORTER_OTLP_ENDPOINT: other.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of-a-test',
      OTEL_SERVICE_NAME: 'another-name',
      OTEL_BSP_SCHEDULE_DELAY: '600000',
    })
    await ask('query Last { people(first: 1) { totalCount } }', {}, stopped)
    expect(other.posts).toEqual([])
    await stopped.stop()
    expect(await stopped.exited).toBe(0)
    const [post] = other.posts
    expect(post).toMatchObject({
      path: '/v1/traces',
      type: 'application/x-protobuf',
      authorization: 'Bearer of-a-test',
    })
    for (const text of ['another-name', 'POST /graphql', 'Last']) expect(post?.body.includes(text), text).toBe(true)
    await other.close()
  })

  it('to a receiver that is away says so once and changes no answer', async () => {
    const away = `http://127.0.0.1:${await freePort()}`
    const env = { ...settings(), ...json, OTEL_EXPORTER_OTLP_ENDPOINT: away, OTEL_EXPORTER_OTLP_TIMEOUT: '200' }
    const alone = await startDeliveryProcess(env)
    const warnings = () => alone.output().match(/Traces cannot be exported/g)?.length ?? 0
    await vi.waitFor(
      async () => {
        expect((await ask(query, {}, alone)).answer.status).toBe(200)
        expect(warnings()).toBe(1)
      },
      { timeout: 10_000 },
    )
    expect((await ask(query, {}, alone)).answer.status).toBe(200)
    expect(alone.output()).not.toContain('trace_id')
    await alone.stop()
    expect(await alone.exited).toBe(0)
    expect(warnings()).toBeLessThanOrEqual(2)
  })

  it.each([
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL must be one of http/protobuf, http/json'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http:// or https://'],
  ])('refuses %o in a sentence', async (wrong, sentence) => {
    const env = { ...settings(), OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...wrong }
    const refused = spawnDelivery(await freePort(), env)
    expect(await refused.exited).toBe(1)
    expect(refused.output()).toContain(sentence)
  })
})
