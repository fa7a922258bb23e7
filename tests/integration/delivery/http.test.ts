import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Form } from '#record/record.ts'
import { build } from '#tests/build/build.ts'
import { openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { answerTo, openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { eventually } from '#tests/harness/eventually.ts'

const list = '{ people(first: 50) { totalCount nodes { id slug name { display } } } }'

let writer: RecordWriter
let delivery: TestDelivery

beforeAll(async () => {
  writer = await openRecordWriter()
  await writer.publish(...Array.from({ length: 40 }, (_, n) => build.person({ id: `p${n}`, name: `Name ${n}` })))
  delivery = await openDelivery(writer.url)
})

afterAll(async () => {
  await delivery.stop()
  await writer.close()
})

describe('GET and POST', () => {
  it('answer the same, with the cost', async () => {
    const get = await delivery.ask(list, { method: 'GET' })
    const post = await delivery.ask(list)
    expect(get.status).toBe(200)
    expect(get.body.data.people.totalCount).toBe(40)
    expect(get.body.extensions.cost).toBeGreaterThan(0)
    expect(post.body).toEqual(get.body)
    expect(post.headers.get('etag')).toBe(get.headers.get('etag'))
  })

  it('take variables and operation names', async () => {
    const query = 'query A($slug: String) { person(slug: $slug) { id } } query B { people(first: 1) { totalCount } }'
    const a = await delivery.ask(query, { method: 'GET', operationName: 'A', variables: { slug: 'p1' } })
    expect(a.body.data).toEqual({ person: { id: 'people:p1' } })
    const b = await delivery.ask(query, { operationName: 'B' })
    expect(b.body.data.people.totalCount).toBe(40)
    expect(await delivery.ask(query)).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    })
  })

  it('HEAD tells what GET would, without a body', async () => {
    const path = `/graphql?${new URLSearchParams({ query: list })}`
    const get = await delivery.get(path, { 'accept-encoding': 'identity' })
    const head = await delivery.get(path, { 'accept-encoding': 'identity' }, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.body).toBe('')
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  })

  it('OPTIONS answers a preflight, other methods get 405 with Allow', async () => {
    const preflight = await delivery.get('/graphql', { Origin: 'https://site.example' }, 'OPTIONS')
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type')
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const refused = await delivery.get('/graphql', {}, method)
      expect(refused.status).toBe(405)
      expect(refused.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
      expect(refused.body.errors[0].extensions.code).toBe('BAD_REQUEST')
    }
  })
})

describe('one connection', () => {
  const bad = '{"query":"{ nothing }"}'
  const good = JSON.stringify({ query: list })
  const head = (more: string) =>
    `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${more}\r\n\r\n`
  const post = (body: string, more = 'X-Request-Id: one') =>
    `${head(`${more}\r\nContent-Length: ${body.length}`)}${body}`
  const last = (body: string) => post(body, 'Connection: close')
  const statuses = (answers: string) => [...answers.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status))
  const chunked = (...parts: string[]) =>
    `${parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}0\r\n\r\n`

  it('goes on after a request that was refused, whether it is new or known', async () => {
    expect(statuses(await rawAnswer(post(bad), post(good), post(bad), post(good), last(good)))).toEqual([
      400, 200, 400, 200, 200,
    ])
  })

  it('takes several requests in one packet', async () => {
    expect(statuses(await rawAnswer(post(good) + post(bad) + post(good) + last(good)))).toEqual([200, 400, 200, 200])
  })

  it('takes a body in pieces, with and without its length', async () => {
    const half = good.length / 2
    const sized = post(good)
    const unsized = head('Transfer-Encoding: chunked')
    const answers = await rawAnswer(
      sized.slice(0, -half),
      sized.slice(-half),
      unsized,
      chunked(good.slice(0, half), good.slice(half)),
      unsized + chunked(good),
      last(good),
    )
    expect(statuses(answers)).toEqual([200, 200, 200, 200])
  })

  it('a body that is a URL or a hash of another request is still no request', async () => {
    const path = `/graphql?${new URLSearchParams({ query: list })}`
    await delivery.get(path)
    const long = JSON.stringify({ query: `${list} # ${'x'.repeat(5000)}` })
    const answers = await rawAnswer(post(long), post(path), last(createHash('sha256').update(long).digest('base64')))
    expect(statuses(answers)).toEqual([200, 400, 400])
  })
})

describe('no-500: what cannot be read', () => {
  const post = (body: string, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
    fetch(`${delivery.url}/graphql`, { method: 'POST', headers, body })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
  ])('a POST of %s gets 415', async (type) => expect((await post('{}', { 'Content-Type': type })).status).toBe(415))

  it('a compressed body gets 415', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
    expect((await post('{}', headers)).status).toBe(415)
  })

  it('an Accept that allows no JSON gets 406', async () => {
    expect((await delivery.ask(list, { headers: { Accept: 'text/html' } })).status).toBe(406)
    expect((await delivery.ask(list, { method: 'GET', headers: { Accept: 'image/png' } })).status).toBe(406)
  })

  it('a body over 64 KB gets 413, said or not said beforehand', async () => {
    const body = JSON.stringify({ query: list, variables: { a: 'x'.repeat(70_000) } })
    const refused = await answerTo(post(body))
    expect(refused.status).toBe(413)
    expect(refused.body.errors[0].extensions).toEqual({ code: 'BAD_REQUEST', asked: body.length, limit: 65_536 })
    const stream = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 10; n++) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)))
        controller.close()
      },
    })
    const unsaid = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit
    const answer = await fetch(`${delivery.url}/graphql`, unsaid).catch(() => null)
    // The server may have hung up on the rest of the body before the answer was read.
    if (answer) expect(answer.status).toBe(413)
  })

  it('what is no HTTP gets 400, and a body that never ends 408', async () => {
    expect(await rawAnswer('NOT HTTP AT ALL\r\n\r\n')).toContain('400 Bad Request')
    const slow =
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"'
    const started = performance.now()
    expect(await rawAnswer(slow)).toContain('408 Request Timeout')
    expect(performance.now() - started).toBeLessThan(13_000)
  })

  it.each(['/', '/graphql/x', '/nothing', '/admin', '/api/users', '/../etc/passwd', '//', '/graphql%00'])(
    '%s is no 500',
    async (path) => {
      const { status } = await delivery.get(path)
      expect([200, 404]).toContain(status)
    },
  )
})

describe('what caches need', () => {
  it('one ETag while nothing changes, and 304 for who has it', async () => {
    const first = await delivery.ask(list, { method: 'GET' })
    const etag = first.headers.get('etag') ?? ''
    const again = await delivery.ask(list, { method: 'GET', headers: { 'If-None-Match': `"other", ${etag}` } })
    expect(again.status).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers.get('etag')).toBe(etag)
    expect(again.headers.get('cache-control')).toContain('stale-while-revalidate')
    const post = await delivery.ask(list, { headers: { 'If-None-Match': etag } })
    expect(post.status).toBe(200)
  })

  it('Cache-Control, Cache-Tag by document and served locale, Vary', async () => {
    const { headers } = await delivery.ask('{ person(slug: "p7") { name { display } } }', { method: 'GET' })
    expect(headers.get('cache-control')).toMatch(/^public, .*stale-while-revalidate=\d+/)
    expect(headers.get('cache-tag')?.split(',')).toEqual(expect.arrayContaining(['people:p7', 'people:p7@en']))
    expect(headers.get('vary')).toBe('Accept, Accept-Encoding')
  })

  it('errors are not stored', async () => {
    const { headers, status } = await delivery.ask('{ nothing }', { method: 'GET' })
    expect(status).toBe(400)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('etag')).toBeNull()
  })

  it('brotli and gzip are kept with the answer and say the same', async () => {
    const plain = await delivery.ask(list, { method: 'GET', headers: { 'Accept-Encoding': 'identity' } })
    for (const encoding of ['br', 'gzip']) {
      await eventually(async () => {
        const packed = await delivery.ask(list, { method: 'GET', headers: { 'Accept-Encoding': encoding } })
        expect(packed.headers.get('content-encoding')).toBe(encoding)
        expect(packed.body).toEqual(plain.body)
        expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'))
      })
    }
    expect(plain.headers.get('content-encoding')).toBeNull()
  })

  it('the media type of GraphQL over HTTP where it is asked for', async () => {
    const { headers } = await delivery.ask(list, { headers: { Accept: 'application/graphql-response+json' } })
    expect(headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8')
  })
})

describe('persisted queries', () => {
  it('are asked for by hash, learnt once, and checked', async () => {
    const query = '{ people(first: 3) { nodes { id } } }'
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } })
    const byHash = `/graphql?${new URLSearchParams({ extensions })}`
    const unknown = await delivery.get(byHash)
    expect(unknown.status).toBe(200)
    expect(unknown.body.errors[0]).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
    expect(unknown.headers.get('cache-control')).toBe('no-store')
    const learnt = await delivery.get(`/graphql?${new URLSearchParams({ query, extensions })}`)
    expect(learnt.body.data.people.nodes).toHaveLength(3)
    expect((await delivery.get(byHash)).body).toEqual(learnt.body)
    const other = await delivery.get(
      `/graphql?${new URLSearchParams({ query: '{ people(first: 4) { nodes { id } } }', extensions })}`,
    )
    expect(other).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } })
  })
})

describe('trusted documents', () => {
  const query = '{ people(first: 2) { nodes { id } } }'
  const sha256Hash = createHash('sha256').update(query).digest('hex')

  function fileWith(manifest: unknown): string {
    const path = join(mkdtempSync(join(tmpdir(), 'holos-trusted-')), 'operations.json')
    writeFileSync(path, JSON.stringify(manifest))
    return path
  }

  it.each([{ [sha256Hash]: query }, { operations: [{ id: sha256Hash, body: query }] }])(
    'are answered, by text and by hash, and nothing else is: %o',
    async (manifest) => {
      const closed = await openDelivery(writer.url, { TRUSTED_DOCUMENTS: fileWith(manifest) })
      expect((await closed.ask(query)).body.data.people.nodes).toHaveLength(2)
      const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } })
      const byHash = await closed.get(`/graphql?${new URLSearchParams({ extensions })}`)
      expect(byHash.body.data.people.nodes).toHaveLength(2)
      expect(await closed.ask('{ people(first: 3) { nodes { id } } }')).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
      })
      await closed.stop()
    },
  )

  it('that are not what they say stop the start', async () => {
    const wrong = fileWith({ [sha256Hash]: '{ people(first: 100) { nodes { id } } }' })
    await expect(openDelivery(writer.url, { TRUSTED_DOCUMENTS: wrong })).rejects.toThrow(/TRUSTED_DOCUMENTS: .*SHA-256/)
  })
})

describe('at the door', () => {
  it('a request id of the caller is repeated, another is made', async () => {
    expect((await delivery.get('/healthz', { 'X-Request-Id': 'abc-123' })).headers.get('x-request-id')).toBe('abc-123')
    const made = (await delivery.get('/healthz', { 'X-Request-Id': 'a b' })).headers.get('x-request-id')
    expect(made).toMatch(/^[\w-]+$/)
  })

  it('every answer carries security headers, and everybody may read it', async () => {
    for (const path of ['/graphql?query={__typename}', '/healthz', '/nothing', '/schema.graphql']) {
      const { headers } = await delivery.get(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it('CORS can name the origins that may read', async () => {
    const closed = await openDelivery(writer.url, { CORS_ORIGINS: 'https://site.example, https://other.example' })
    const from = async (Origin: string) => (await closed.get('/graphql?query={__typename}', { Origin })).headers
    expect((await from('https://other.example')).get('access-control-allow-origin')).toBe('https://other.example')
    expect((await from('https://evil.example')).get('access-control-allow-origin')).toBeNull()
    expect((await from('https://other.example')).get('vary')).toContain('Origin')
    await closed.stop()
  })

  it('an address that asks too often is told when to come back; health checks are not counted', async () => {
    const limited = await openDelivery(writer.url, { RATE_LIMIT: 3 })
    for (let n = 0; n < 3; n++) expect((await limited.ask('{ __typename }')).status).toBe(200)
    const refused = await limited.ask('{ __typename }')
    expect(refused.status).toBe(429)
    expect(refused.body.errors[0].extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await limited.get('/healthz')).status).toBe(200)
    await limited.stop()
  })

  it('the schema is there as text', async () => {
    const { body, headers } = await delivery.get('/schema.graphql')
    expect(body).toContain('type Query')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  it('who has the schema is told that it is the same', async () => {
    const { headers } = await delivery.get('/schema.graphql')
    const again = await delivery.get('/schema.graphql', { 'If-None-Match': headers.get('etag') ?? '' })
    expect([again.status, again.body]).toEqual([304, ''])
    expect((await delivery.get('/schema.graphql', { 'If-None-Match': '"older"' })).status).toBe(200)
  })

  it('readiness names the database and the catalog', async () => {
    expect(await delivery.get('/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ready', database: 'ok', catalog: 'current', seq: 40, documents: 40 },
    })
  })
})

describe('a fault of ours', () => {
  it('is masked, logged, and found by its id', async () => {
    const whole = build.person({ id: 'broken', name: 'Broken' })
    // What no publish writes: a list that is none.
    const form = { ...whole, card: { ...whole.card, facts: { sameAs: 7 } } } as unknown as Form
    const other = await openRecordWriter()
    await other.publish(form)
    const faulty = await openDelivery(other.url)
    const { body, headers } = await faulty.ask('{ people(first: 1) { nodes { sameAs } } }')
    const [error] = body.errors ?? []
    expect(error?.extensions).toEqual({ code: 'INTERNAL', requestId: headers.get('x-request-id') })
    expect(JSON.stringify(body)).not.toMatch(/TypeError|Iterable|sameAs is/)
    expect(faulty.logged).toContainEqual(expect.objectContaining({ requestId: headers.get('x-request-id'), level: 50 }))
    await faulty.stop()
    await other.close()
  })
})

/** Everything that one connection answers to these packets until it is closed. */
function rawAnswer(...packets: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(new URL(delivery.url).port), host: '127.0.0.1', noDelay: true }, async () => {
      for (const packet of packets) {
        socket.write(packet)
        await sleep(30)
      }
    })
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
}
