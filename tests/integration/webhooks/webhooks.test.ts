import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { localeCodes } from '#locales/table.ts'
import { publish, withdraw } from '#publishing/publish.ts'
import type { Ref } from '#record/shape.ts'
import { bundle } from '#tests/harness/delivery/bundle.ts'
import { openDelivery } from '#tests/harness/delivery/delivery.ts'
import { eventually } from '#tests/harness/eventually.ts'
import { openReceiver, type Received, type Receiver } from '#tests/harness/receiver.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { type Follower, type FollowOptions, followLog } from '#webhooks/follow.ts'

let studio: Studio
let admin: TestUser
beforeAll(async () => {
  studio = await openStudio()
  admin = await studio.user('admin')
})
afterAll(() => studio.close())

let receiver: Receiver
const followers: Follower[] = []
beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(async () => {
  await Promise.all(followers.splice(0).map((follower) => follower.stop()))
  await receiver.close()
  await studio.payload.delete({ collection: 'webhooks', where: {} })
})

/** The studio's deliveries in this process, quick: 5 s become 10 ms. */
function follow(options: FollowOptions = {}): void {
  followers.push(followLog(studio.payload, { pollMs: 20, pace: 0.002, ...options }))
}

/** The database is written after the receiver has answered. */

type Standing = {
  active: boolean
  standing: string
  deliveredSeq: number
  lastStatus: number | null
  lastError: string | null
  lastAttempt: string | null
  failingSince: string | null
  nextAttempt: string | null
}

async function newWebhook(body: object = {}): Promise<{ id: string }> {
  const answer = await studio.rest('POST', '/webhooks', {
    user: admin,
    body: { name: 'Site', url: receiver.url, ...body },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc
}

const webhookNow = async (id: string): Promise<Standing> =>
  (await studio.rest('GET', `/webhooks/${id}`, { user: admin })).body
const secretOf = async (id: string): Promise<string> =>
  (await studio.rest('GET', `/webhooks/${id}/secret`, { user: admin })).body.secret

async function newOrganization(name: string = randomUUID()): Promise<Ref<'organizations'>> {
  const { id } = await studio.payload.create({ collection: 'organizations', locale: 'en', data: { name } })
  return `organizations:${id}`
}

/** Publishes a new name; answers the entry's number. */
async function published(key: Ref<'organizations'>): Promise<number> {
  const id = key.slice('organizations:'.length)
  await studio.payload.update({ collection: 'organizations', id, locale: 'en', data: { name: randomUUID() } })
  const { seq } = await publish({ payload: studio.payload, key, facts: true, locales: ['en'] })
  return seq
}

async function publishedTimes(count: number): Promise<number[]> {
  const key = await newOrganization()
  const seqs: number[] = []
  for (let time = 0; time < count; time++) seqs.push(await published(key))
  return seqs
}

const seqOf = ({ said }: Received): number => said.data.seq
const seqs = () => receiver.received.map(seqOf)
const came = (seq: number) => receiver.until((all) => all.some((one) => seqOf(one) === seq))

describe('every public change is told, in order and signed', () => {
  it('the body is the entry as the public log shows it, with its tags, and the reference library verifies it', async () => {
    const { id } = await newWebhook()
    const key = await newOrganization('Helpers')
    await publish({ payload: studio.payload, key, facts: true, locales: ['en'] })
    await published(key)
    const { seq } = await withdraw({ payload: studio.payload, key })
    follow()
    await came(seq)

    const delivery = await openDelivery(studio.databaseUrl)
    const fields = 'seq key: id kind facts locales formHash prev hash at'
    const { body } = await delivery.ask(`{ changes(since: ${seq - 3}) { nodes { ${fields} } } }`)
    await delivery.stop()
    const publicLog = body.data.changes.nodes.map((node: { kind: string }) => ({
      ...node,
      kind: node.kind.toLowerCase(),
    }))
    expect(publicLog).toHaveLength(3)
    expect(receiver.received.map(({ said: { data } }) => ({ ...data, tags: undefined }))).toEqual(
      publicLog.map((entry: object) => ({ ...entry, tags: undefined })),
    )

    const locales = localeCodes.map((locale) => `${key}@${locale}`)
    expect(receiver.received.map(({ said }) => said.type)).toEqual([
      'document.published',
      'document.published',
      'document.withdrawn',
    ])
    expect(receiver.received[0]?.said.data.tags).toEqual(['organizations', key, ...locales, 'changes'])
    expect(receiver.received[1]?.said.data.tags).toEqual(['organizations', key, `${key}@en`, 'changes'])
    expect(receiver.received[2]?.said.data.tags).toEqual(['organizations', key, ...locales, 'changes'])

    const secret = await secretOf(id)
    for (const request of receiver.received) {
      receiver.verify(request, secret)
      expect(request.headers['webhook-id']).toBe(`msg_${id}_${seqOf(request)}`)
      expect(request.headers['content-type']).toBe('application/json')
      expect(request.said.timestamp).toBe(request.said.data.at)
    }
    await eventually(async () =>
      expect(await webhookNow(id)).toMatchObject({
        standing: 'Delivering',
        deliveredSeq: seq,
        lastStatus: 204,
        lastError: null,
        failingSince: null,
      }),
    )
  })

  it('a new webhook hears of what changes from now on', async () => {
    await publishedTimes(2)
    const { id } = await newWebhook()
    const { deliveredSeq } = await webhookNow(id)
    const [next = 0] = await publishedTimes(1)
    expect(next).toBe(deliveredSeq + 1)
    follow()
    await came(next)
    expect(seqs()).toEqual([next])
  })

  it('it hears of the types it asks for only, and the rest is passed over', async () => {
    const { id } = await newWebhook({ types: ['places'] })
    await publishedTimes(3)
    const { id: place } = await studio.payload.create({ collection: 'places', locale: 'en', data: { name: 'Tambov' } })
    const key: Ref<'places'> = `places:${place}`
    const { seq } = await publish({ payload: studio.payload, key, facts: true, locales: ['en'] })
    const [last = 0] = await publishedTimes(1)
    follow()
    await came(seq)
    await eventually(async () => expect((await webhookNow(id)).deliveredSeq).toBe(last))
    expect(seqs()).toEqual([seq])
  })

  it('draft-blind: no draft, internal field or unpublished locale is ever in a body', async () => {
    await newWebhook()
    const { id } = await studio.payload.create({
      collection: 'people',
      locale: 'en',
      data: {
        name: { given: 'Amina', family: 'Public' },
        displayName: 'Amina Public',
        description: 'Amina speaks in public.',
        slug: `amina-${randomUUID()}`,
        safety: { notes: 'CANARY-internal' },
      },
    })
    const key: Ref<'people'> = `people:${id}`
    await studio.payload.update({ collection: 'people', id, locale: 'uk', data: { description: 'CANARY-unpublished' } })
    await publish({ payload: studio.payload, key, facts: true, locales: ['en'] })
    await studio.payload.update({ collection: 'people', id, locale: 'en', data: { description: 'CANARY-draft' } })
    const { seq } = await withdraw({ payload: studio.payload, key })
    follow()
    await came(seq)
    for (const { body, said } of receiver.received) {
      expect(body).not.toMatch(/CANARY|Amina/)
      expect(Object.keys(said).sort()).toEqual(['data', 'timestamp', 'type'])
      expect(Object.keys(said.data).sort()).toEqual(
        ['at', 'facts', 'formHash', 'hash', 'key', 'kind', 'locales', 'prev', 'seq', 'tags'].sort(),
      )
    }
  })

  it('whoever purges by its tags purges every cached answer that changed', async () => {
    await newWebhook()
    const key = await newOrganization()
    const { id: source } = await studio.payload.create({
      collection: 'sources',
      locale: 'en',
      data: { title: 'A report', url: 'https://source.example/', kind: 'report', publisher: key.split(':')[1] },
    })
    await published(key)
    await publish({ payload: studio.payload, key: `sources:${source}`, facts: true, locales: [] })
    const delivery = await openDelivery(studio.databaseUrl)
    const queries = [
      `{ node(id: "${key}", locale: "en") { ... on Organization { name } } }`,
      `{ node(id: "sources:${source}") { ... on Source { publisher { name } } } }`,
      `{ sources(where: { publisher: "${key}" }) { totalCount } }`,
      `{ organizations(first: 100, locale: "uk") { nodes { name } } }`,
      `{ search(text: "report") { totalCount } }`,
    ]
    const answers = () =>
      Promise.all(
        queries.map(async (query) => {
          const { body, headers } = await delivery.ask(query)
          return { text: JSON.stringify(body.data), tags: headers.get('cache-tag')?.split(',') ?? [] }
        }),
      )
    const before = await answers()
    const last = [await published(key), (await withdraw({ payload: studio.payload, key })).seq]
    follow()
    await came(last[1] ?? 0)
    const after = await answers()
    await delivery.stop()
    const purged: string[] = receiver.received
      .filter((one) => last.includes(seqOf(one)))
      .flatMap((one) => one.said.data.tags)
    const changed = queries.filter((_, index) => before[index]?.text !== after[index]?.text)
    expect(changed).toEqual(queries.slice(0, 4))
    for (const [index, query] of queries.entries())
      if (changed.includes(query))
        expect(
          before[index]?.tags.some((tag) => purged.includes(tag)),
          query,
        ).toBe(true)
  })
})

describe('kept until delivered', () => {
  it('a receiver that was away gets exactly what it missed, in order; meanwhile the admin sees why', async () => {
    const { id } = await newWebhook()
    const [first = 0] = await publishedTimes(1)
    follow()
    await came(first)
    receiver.answers(() => ({ status: 503, body: 'not now' }))
    const missed = await publishedTimes(5)
    await receiver.until((all) => all.length >= 4)
    const waiting = await webhookNow(id)
    expect(waiting).toMatchObject({
      deliveredSeq: first,
      lastStatus: 503,
      lastError: 'The receiver answered 503; only 2xx counts as delivered.',
    })
    expect(waiting.standing).toMatch(/^Waiting to retry since .+ UTC$/)
    expect(Date.parse(waiting.failingSince ?? '')).toBeLessThanOrEqual(Date.now())
    expect(waiting.nextAttempt).not.toBe(null)
    expect(new Set(seqs().slice(1))).toEqual(new Set([missed[0]]))

    receiver.answers(() => ({ status: 200, body: 'ok' }))
    const failed = receiver.received.length
    await came(missed.at(-1) ?? 0)
    expect(seqs().slice(failed)).toEqual(missed)
    await eventually(async () =>
      expect(await webhookNow(id)).toMatchObject({ standing: 'Delivering', lastError: null, nextAttempt: null }),
    )
  })

  it('nobody listens: the reason is told, and the next attempt finds the receiver', async () => {
    const gone = await openReceiver()
    await gone.close()
    const { id } = await newWebhook({ url: gone.url })
    const [seq = 0] = await publishedTimes(1)
    follow()
    await eventually(async () =>
      expect((await webhookNow(id)).lastError).toBe('The receiver cannot be reached (ECONNREFUSED).'),
    )
    await studio.rest('PATCH', `/webhooks/${id}`, { user: admin, body: { url: receiver.url } })
    await came(seq)
  })

  it('waits as long as Retry-After says, and "try again now" ends the wait', async () => {
    const { id } = await newWebhook()
    receiver.answers(() => ({ status: 429, headers: { 'Retry-After': '600' } }))
    const [seq = 0] = await publishedTimes(1)
    follow({ pace: 1 })
    await came(seq)
    await eventually(async () => expect((await webhookNow(id)).lastStatus).toBe(429))
    const { nextAttempt } = await webhookNow(id)
    const wait = Date.parse(nextAttempt ?? '') - Date.now()
    expect(wait > 590_000 && wait <= 600_000).toBe(true)
    receiver.answers(() => ({ status: 204 }))
    expect((await studio.rest('POST', `/webhooks/${id}/retry`, { user: admin })).status).toBe(200)
    await receiver.until((all) => all.length === 2)
    expect(receiver.received[1]?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id'])
    expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body)
  })

  it('410 switches it off and says so; switched on again it hears of what it missed', async () => {
    const { id } = await newWebhook()
    receiver.answers(() => ({ status: 410 }))
    const missed = await publishedTimes(2)
    follow()
    await eventually(async () => expect((await webhookNow(id)).active).toBe(false))
    const off = await webhookNow(id)
    expect(off.standing).toMatch(/^Off: the receiver has been gone since/)
    expect(off).toMatchObject({
      lastStatus: 410,
      lastError: 'The receiver answered 410: it is gone for good. The webhook was switched off.',
    })
    expect((await studio.rest('POST', `/webhooks/${id}/retry`, { user: admin })).status).toBe(409)
    receiver.answers(() => ({ status: 204 }))
    await studio.rest('PATCH', `/webhooks/${id}`, { user: admin, body: { active: true } })
    await came(missed[1] ?? 0)
    expect(seqs()).toEqual([missed[0], ...missed])
  })

  it('a redirect is not followed', async () => {
    const { id } = await newWebhook()
    receiver.answers(({ path }) =>
      path === '/hook' ? { status: 302, headers: { Location: '/elsewhere' } } : { status: 200 },
    )
    await publishedTimes(1)
    follow()
    await receiver.until((all) => all.length >= 3)
    expect(new Set(receiver.received.map(({ path }) => path))).toEqual(new Set(['/hook']))
    expect((await webhookNow(id)).lastError).toMatch(/redirect \(302\)/)
  })

  it('a receiver that is slow or talks without end delays nobody else and is given up in time', async () => {
    const other = await openReceiver()
    const { id } = await newWebhook({ name: 'Slow' })
    await newWebhook({ name: 'Quick', url: other.url })
    let answerNow = () => {}
    receiver.answers(() => new Promise((done) => (answerNow = () => done({ status: 204 }))))
    const all = await publishedTimes(3)
    follow({ limitMs: 1000 })
    await other.until((received) => received.some((one) => seqOf(one) === all[2]))
    // On a busy machine the quick one may be late, too, and then hears an entry twice.
    expect([...new Set(other.received.map(seqOf))]).toEqual(all)
    expect(seqs().every((seq) => seq === all[0])).toBe(true)
    await eventually(async () => expect((await webhookNow(id)).lastError).toBe('The receiver did not answer in time.'))
    answerNow()
    receiver.answers(() => ({ status: 200, body: 'x'.repeat(5_000_000) }))
    await came(all[2] ?? 0)
    await other.close()
  })

  it('while it is off nothing is sent, and nothing is lost', async () => {
    const { id } = await newWebhook({ active: false })
    expect((await webhookNow(id)).standing).toBe('Off')
    const missed = await publishedTimes(2)
    const quick = await openReceiver()
    await newWebhook({ url: quick.url })
    const more = await publishedTimes(1)
    follow()
    await quick.until((received) => received.length === 1)
    expect(receiver.received).toEqual([])
    await studio.rest('PATCH', `/webhooks/${id}`, { user: admin, body: { active: true } })
    await came(more[0] ?? 0)
    expect(seqs()).toEqual([...missed, ...more])
    await quick.close()
  })
})

describe('several studio processes', () => {
  const children = new Set<ChildProcess>()
  const programs = `tests/.cache/webhookFollower-${process.pid}`
  beforeAll(async () => {
    await bundle({ webhookFollower: 'tests/integration/webhooks/webhookFollower.ts' }, programs)
  })
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  afterAll(() => rmSync(programs, { recursive: true }))

  async function startFollower(leaseMs: number): Promise<ChildProcess> {
    const env = { ...process.env, FOLLOWER_DATABASE_URL: studio.databaseUrl, FOLLOWER_LEASE_MS: String(leaseMs) }
    const child = fork(join(programs, 'webhookFollower.mjs'), {
      env,
      execArgv: ['--conditions=production'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    children.add(child)
    child.once('exit', () => children.delete(child))
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`A follower ended by itself (${code}).`))),
    ])
    return child
  }

  // Each process takes seconds to open a studio.
  const patience = { timeout: 180_000 }

  it('two deliver each entry once, in order', patience, async () => {
    await newWebhook()
    await Promise.all([startFollower(30_000), startFollower(30_000)])
    const all = await publishedTimes(25)
    await came(all.at(-1) ?? 0)
    expect(seqs()).toEqual(all)
  })

  it(
    'at least once: killed in the middle of deliveries, nothing is missed and nothing is out of order',
    patience,
    async () => {
      const { id } = await newWebhook()
      const all = await publishedTimes(12)
      const kills = 2
      let hold = 3
      receiver.answers(() => (receiver.received.length === hold ? new Promise(() => undefined) : { status: 204 }))
      for (let kill = 0; kill < kills; kill++) {
        const child = await startFollower(1500)
        await receiver.until((received) => received.length >= hold)
        child.kill('SIGKILL')
        await once(child, 'exit')
        hold += 3
      }
      receiver.answers(() => ({ status: 204 }))
      await startFollower(1500)
      await came(all.at(-1) ?? 0)
      const firsts = [...new Set(seqs())]
      expect(firsts).toEqual(all)
      // One attempt was under way at each kill: it came again under its own id and nothing else did.
      expect(receiver.received.length).toBe(all.length + kills)
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(all.length)
      await eventually(async () => expect((await webhookNow(id)).deliveredSeq).toBe(all.at(-1)))
    },
  )

  it('a process that stops gives its turn back: the next one goes on at once', async () => {
    const { id } = await newWebhook()
    receiver.answers(() => new Promise(() => undefined))
    const [seq = 0] = await publishedTimes(1)
    follow({ leaseMs: 600_000, limitMs: 600_000 })
    await came(seq)
    await followers.pop()?.stop()
    expect((await webhookNow(id)).lastError).toBe(null)
    receiver.answers(() => ({ status: 204 }))
    follow()
    await receiver.until((received) => received.length === 2)
  })
})

describe('only an administrator manages webhooks', () => {
  it('everybody else is refused at every door, and no door shows a secret but its own', async () => {
    const { id } = await newWebhook()
    const secret = await secretOf(id)
    const doors = [
      ['GET', '/webhooks'],
      ['GET', '/webhooks/count'],
      ['GET', `/webhooks/${id}`],
      ['POST', '/webhooks', { name: 'Mine', url: 'https://example.org/' }],
      ['PATCH', `/webhooks/${id}`, { url: 'https://example.org/' }],
      ['DELETE', `/webhooks/${id}`],
      ['POST', `/webhooks/${id}/retry`],
      ['GET', `/webhooks/${id}/secret`],
      ['POST', `/webhooks/${id}/secret`],
      ['GET', '/webhookDeliveries'],
    ] as const
    for (const user of [
      undefined,
      await studio.user('editor'),
      await studio.user('translator', ['uk']),
      await studio.user('reader'),
    ])
      for (const [method, path, body] of doors) {
        const answer = await studio.rest(method, path, { ...(user && { user }), ...(body && { body }) })
        expect(answer.status, `${user?.role} ${method} ${path}`).toBe(403)
        expect(JSON.stringify(answer.body)).not.toContain(secret)
      }
    for (const path of ['/webhooks', `/webhooks/${id}`, '/webhookDeliveries', '/webhooks/versions']) {
      const { body } = await studio.rest('GET', path, { user: admin, query: { depth: '2' } })
      expect(JSON.stringify(body)).not.toContain(secret.slice(6, 30))
    }
    expect((await webhookNow(id)).active).toBe(true)
  })

  it('secrets are encrypted at rest and in no line of the log', async () => {
    const lines: unknown[] = []
    const spies = (['info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(studio.payload.logger, level).mockImplementation((...line: unknown[]) => void lines.push(line)),
    )
    const { id } = await newWebhook({ url: `${receiver.url}?token=CANARY` })
    receiver.answers(({ headers }) => ({ status: headers['webhook-id'] && receiver.received.length > 2 ? 204 : 500 }))
    const [seq = 0] = await publishedTimes(1)
    follow()
    await receiver.until((received) => received.length === 3)
    await eventually(async () => expect((await webhookNow(id)).deliveredSeq).toBe(seq))
    for (const spy of spies) spy.mockRestore()
    expect(lines.length).toBeGreaterThanOrEqual(3)
    const secret = await secretOf(id)
    expect(JSON.stringify(lines)).not.toContain('CANARY')
    const { docs } = await studio.payload.db.find({ collection: 'webhookDeliveries', where: {} })
    for (const text of [JSON.stringify(lines), JSON.stringify(docs)]) {
      expect(text).not.toContain('whsec_')
      expect(text).not.toContain(secret.slice('whsec_'.length))
    }
  })

  it('while a secret is changed both sign; the studio shows until when', async () => {
    const { id } = await newWebhook()
    const old = await secretOf(id)
    const answer = await studio.rest('POST', `/webhooks/${id}/secret`, { user: admin })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { secret, previousUntil } = answer.body
    const hours = (Date.parse(previousUntil) - Date.now()) / 3600_000
    expect(hours > 23.9 && hours <= 24).toBe(true)
    const [seq = 0] = await publishedTimes(1)
    follow()
    await came(seq)
    const [request] = receiver.received
    if (!request) throw new Error('Nothing came.')
    receiver.verify(request, old)
    receiver.verify(request, secret)
    expect(() => receiver.verify(request, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow()
    expect(secret).not.toBe(old)
  })

  it.each([
    ['en', /must start with https:\/\//],
    ['uk', /має починатися з https:\/\//],
    ['ru', /должен начинаться с https:\/\//],
    ['tr', /https:\/\/ ile başlamalı/],
  ])('an address in the clear is refused in the language of the admin (%s)', async (language, message) => {
    const answer = await studio.rest('POST', '/webhooks', {
      user: admin,
      body: { name: 'Site', url: 'http://example.org/hook' },
      headers: { 'Accept-Language': language },
    })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toMatch(message)
  })
})
