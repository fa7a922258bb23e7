import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const from = (address: string, more: Record<string, string> = {}) => ({ 'x-holos-peer': address, ...more })
const signIn = (email: string, password: string, headers: Record<string, string>) =>
  studio.rest('POST', '/users/login', { body: { email, password }, headers })
const inVain = async (times: number, email: string, address: (at: number) => string) => {
  const answers = await Promise.all(
    Array.from({ length: times }, (_, at) => signIn(email, 'not the right one', from(address(at)))),
  )
  return answers.map(({ status }) => status)
}
const isSignedIn = async (user: Pick<TestUser, 'token'>) => {
  const { body } = await studio.rest('GET', '/users/me', { headers: { Authorization: `JWT ${user.token}` } })
  return body.user !== null
}

describe('signing in', () => {
  it('answers an unknown account as a known one, word by word', async () => {
    const known = await studio.user('reader')
    const answers = [
      await signIn(known.email, 'not the right one', from('198.51.100.1')),
      await signIn('nobody@example.org', 'not the right one', from('198.51.100.1')),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
  })

  it('waits longer with each attempt from one block of addresses, and says how long', async () => {
    const { email, password } = await studio.user('reader')
    await inVain(8, email, (at) => `192.0.2.${at}`)
    const waits = []
    for (let attempt = 0; attempt < 2; attempt++) {
      const refused = await signIn(email, password, from('192.0.2.200'))
      expect(refused.status).toBe(429)
      expect(refused.body.errors[0].message).toMatch(/^Too many attempts\. Try again in \d+ s\.$/)
      waits.push(Number(refused.headers.get('Retry-After')))
    }
    expect(waits[0]).toBeGreaterThan(0)
    // What is refused is no attempt: whoever waits as they are told is let in.
    expect(waits[1]).toBeLessThanOrEqual(Number(waits[0]))
  })

  it('counts a /64 of IPv6 as one', async () => {
    const { email } = await studio.user('reader')
    const statuses = await inVain(7, email, (at) => `2001:db8:0:1:${at}::1`)
    expect(statuses).toContain(429)
    expect((await signIn(email, 'x', from('2001:db8:0:2::1'))).status).toBe(401)
  })

  it('believes X-Forwarded-For from nobody while no proxy is trusted', async () => {
    const { email } = await studio.user('reader')
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, at) =>
        signIn(email, 'x', from('192.0.2.77', { 'X-Forwarded-For': `203.0.${at}.1` })),
      ),
    )
    expect(answers.map(({ status }) => status)).toContain(429)
  })

  it('nobody is locked out by somebody else: the right password gets through from another block', async () => {
    const { email, password } = await studio.user('editor')
    await inVain(12, email, (at) => `203.0.${at}.5`)
    expect((await signIn(email, password, from('198.51.100.9'))).status).toBe(200)
  })

  it('nobody is locked out by a neighbour: a browser that was there before gets through from the same block', async () => {
    const { email, password } = await studio.user('editor')
    const first = await signIn(email, password, from('10.1.1.1'))
    const device =
      first.headers
        .getSetCookie()
        .find((cookie) => cookie.startsWith('holos-device='))
        ?.split(';')[0] ?? ''
    expect(device).not.toBe('')
    await inVain(9, email, () => '10.1.1.2')
    expect((await signIn(email, password, from('10.1.1.3'))).status).toBe(429)
    expect((await signIn(email, password, from('10.1.1.3', { Cookie: device }))).status).toBe(200)
    // The cookie of one account is nothing to another.
    const other = await studio.user('reader')
    await inVain(9, other.email, () => '10.1.1.2')
    expect((await signIn(other.email, other.password, from('10.1.1.3', { Cookie: device }))).status).toBe(429)
  })
})

describe('a password', () => {
  const created = async (password: string, more: object = {}) => {
    const admin = await studio.user('admin')
    const email = `zarema.musaieva-${Math.random()}@example.org`
    return studio.rest('POST', '/users', {
      user: admin,
      body: { email, name: 'Zarema Musaieva', role: 'reader', password, ...more },
    })
  }

  it.each([
    ['too short', 'short one'],
    ['too long', `${'a long one '.repeat(60)}`],
    ['in the list of those that are tried first', '1q2w3e4r5t6y'],
    ['a common one with signs around it', 'Password!2026'],
    ['a common one twice', 'qwertyqwerty'],
    ['a pattern', 'abababababab'],
    ['its owner’s name', 'zarema.musaieva1'],
    ['its owner’s address', 'example.org-zarema'],
  ])('that is %s is refused', async (_, password) => {
    expect((await created(password)).status).toBe(400)
  })

  it('of several words is taken', async () => {
    expect((await created('salt window uncle ferry')).status).toBe(201)
  })
})

describe('a new password', () => {
  const next = 'salt window uncle ferry'
  const changed = (user: TestUser, body: object) => studio.rest('PATCH', `/users/${user.id}`, { user, body })

  it('asks for the present one', async () => {
    const user = await studio.user('editor')
    expect((await changed(user, { password: next })).status).toBe(403)
    expect((await changed(user, { password: next, presentPassword: 'not the right one' })).status).toBe(403)
    expect((await changed(user, { password: next, presentPassword: { $ne: null } })).status).toBe(400)
    expect((await signIn(user.email, next, from('198.51.100.20'))).status).toBe(401)
    expect((await changed(user, { password: next, presentPassword: user.password })).status).toBe(200)
    expect((await signIn(user.email, next, from('198.51.100.20'))).status).toBe(200)
  })

  it('leaves the present one nowhere', async () => {
    const { password } = await studio.user('editor')
    const presentPassword = 'CANARY of a password'
    const [admin, user] = [await studio.user('admin'), await studio.user('editor')]
    const body = { email: 'new@example.org', role: 'reader', password, presentPassword }
    const { body: made } = await studio.rest('POST', '/users', { user: admin, body })
    expect(
      (await studio.rest('PATCH', `/users/${user.id}`, { user, body: { name: 'x', presentPassword } })).status,
    ).toBe(200)
    for (const id of [made.doc.id, user.id]) {
      const stored = await studio.payload.db.findOne({ collection: 'users', where: { id: { equals: id } } })
      expect(JSON.stringify(stored)).not.toContain('CANARY')
    }
    expect(JSON.stringify(made)).not.toContain('CANARY')
  })

  it('ends all other sessions, and not this one', async () => {
    const user = await studio.user('editor')
    const { body } = await signIn(user.email, user.password, from('198.51.100.21'))
    expect(await isSignedIn(body)).toBe(true)
    expect((await changed(user, { password: next, presentPassword: user.password })).status).toBe(200)
    expect([await isSignedIn(user), await isSignedIn(body)]).toEqual([true, false])
  })

  it('of somebody else is set by nobody, one by one or in bulk', async () => {
    const [admin, user] = [await studio.user('admin'), await studio.user('editor')]
    const body = { password: next, presentPassword: admin.password }
    expect((await studio.rest('PATCH', `/users/${user.id}`, { user: admin, body })).status).toBe(403)
    const bulk = await studio.rest('PATCH', '/users', { user: admin, body, query: { 'where[id][equals]': user.id } })
    expect(bulk.status).toBe(403)
    expect((await signIn(user.email, user.password, from('198.51.100.22'))).status).toBe(200)
  })
})

describe('a session', () => {
  it('ends at once with its account', async () => {
    const [admin, user] = [await studio.user('admin'), await studio.user('editor')]
    expect((await studio.rest('DELETE', `/users/${user.id}`, { user: admin })).status).toBe(200)
    expect(await isSignedIn(user)).toBe(false)
  })

  it.each([
    ['another role', { role: 'reader' }],
    ['other languages', { locales: ['uk'] }],
  ])('ends at once with %s', async (_, body) => {
    const [admin, user] = [await studio.user('admin'), await studio.user('editor')]
    expect((await studio.rest('PATCH', `/users/${user.id}`, { user: admin, body })).status).toBe(200)
    expect(await isSignedIn(user)).toBe(false)
  })

  it('does not end with what has nothing to do with rights', async () => {
    const [admin, user] = [await studio.user('admin'), await studio.user('editor')]
    const body = { name: 'Another name', role: 'editor', locales: [] }
    expect((await studio.rest('PATCH', `/users/${user.id}`, { user: admin, body })).status).toBe(200)
    expect(await isSignedIn(user)).toBe(true)
  })

  it('that stands still ends after two hours, and one that is used after twelve', async () => {
    const user = await studio.user('editor')
    const lasts = async () => {
      const { status, body } = await studio.rest('POST', '/users/refresh-token', { user })
      return status === 200 ? Math.round((body.exp - Date.now() / 1000) / 60) : status
    }
    expect(await lasts()).toBe(120)
    await began(user, 11.5)
    expect(await lasts()).toBe(30)
    await began(user, 12.1)
    expect(await lasts()).toBe(401)
  })

  async function began(user: TestUser, hours: number): Promise<void> {
    const account = await studio.payload.db.findOne<{ id: string; sessions: { createdAt: Date | string }[] }>({
      collection: 'users',
      where: { id: { equals: user.id } },
    })
    const createdAt = new Date(Date.now() - hours * 3_600_000).toISOString()
    const sessions = account?.sessions.map((session) => ({ ...session, createdAt }))
    await studio.payload.db.updateOne({ collection: 'users', id: user.id, data: { ...account, sessions } })
  }
})

describe('a link for a new password', () => {
  const linkFor = async (user: TestUser, admin: TestUser) =>
    studio.rest('POST', `/users/${user.id}/link`, { user: admin })

  it('is made by administrators only', async () => {
    const user = await studio.user('editor')
    for (const role of ['editor', 'translator', 'reader'] as const)
      expect((await linkFor(user, await studio.user(role))).status, role).toBe(403)
    expect((await studio.rest('POST', `/users/${user.id}/link`)).status).toBe(403)
    const { status, body } = await linkFor(user, await studio.user('admin'))
    expect(status).toBe(200)
    expect(body.url).toMatch(/\/password\?token=[\w-]{32}$/)
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000)
  })

  it('is kept as a hash, works once, and ends every session', async () => {
    const { ownerOfLink, setPasswordByLink } = await import('#signin/passwordLink.ts')
    const { payload } = studio
    const user = await studio.user('editor')
    const { body } = await linkFor(user, await studio.user('admin'))
    const token = new URL(body.url).searchParams.get('token') ?? ''
    const kept = await payload.db.findOne({ collection: 'users', where: { id: { equals: user.id } } })
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(await ownerOfLink(payload, token)).toMatchObject({ id: user.id })
    expect(await ownerOfLink(payload, token, Date.now() + 25 * 3_600_000)).toBeNull()
    const words = ['salt window uncle ferry', 'river candle thumb atlas']
    const outcomes = await Promise.all(words.map((password) => setPasswordByLink(payload, token, password)))
    expect(outcomes.sort()).toEqual([false, true])
    expect(await isSignedIn(user)).toBe(false)
    const answers = await Promise.all(
      words.map((password, at) => signIn(user.email, password, from(`198.51.${at}.30`))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('opens the browser that it was used in to a sign-in, however many strangers try at the same address', async () => {
    const { setPasswordByLink } = await import('#signin/passwordLink.ts')
    const { deviceCookieFor } = await import('#signin/deviceCookie.ts')
    const { payload } = studio
    const [admin, user] = [await studio.user('admin'), await studio.user('editor')]
    for (let at = 0; at < 36; at++) await signIn(`stranger-${at}@example.org`, 'x', from('10.7.7.7'))
    const { body } = await linkFor(user, admin)
    const password = 'salt window uncle ferry'
    expect(await setPasswordByLink(payload, new URL(body.url).searchParams.get('token') ?? '', password)).toBe(true)
    expect((await signIn(user.email, password, from('10.7.7.8'))).status).toBe(429)
    const Cookie = deviceCookieFor(user, { secret: payload.secret, isHttps: false }).split(';')[0] ?? ''
    expect((await signIn(user.email, password, from('10.7.7.8', { Cookie }))).status).toBe(200)
  })

  it('ends with a newer one', async () => {
    const { ownerOfLink } = await import('#signin/passwordLink.ts')
    const [admin, user] = [await studio.user('admin'), await studio.user('editor')]
    const [first, second] = [await linkFor(user, admin), await linkFor(user, admin)]
    const owners = [first, second].map(({ body }) =>
      ownerOfLink(studio.payload, new URL(body.url).searchParams.get('token') ?? ''),
    )
    expect((await Promise.all(owners)).map((owner) => owner?.id)).toEqual([undefined, user.id])
  })
})
