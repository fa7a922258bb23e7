import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '#cli/processes.ts'
import { freePort, runStart, type StartedHolos, startHolos } from '#tests/harness/startHolos.ts'

const password = 'correct horse battery staple'
const isMongodb = process.env.TEST_DATABASE === 'mongodb'

// One story in order: a first start, the commands beside it, its end, a second start on the same data.
describe('two-commands: npm start', { timeout: 3 * 60_000 }, () => {
  let first: StartedHolos
  let second: StartedHolos | undefined
  let env: Record<string, string>

  beforeAll(async () => {
    env = isMongodb ? await mongodbSettings() : {}
    first = await startHolos({ env })
    env = { ...env, DATABASE_URL: first.databaseUrl, DATA_DIR: first.dataDir, MEDIA_DIR: first.mediaDir }
  }, 10 * 60_000)

  afterAll(async () => {
    await first?.stop('SIGKILL')
    await second?.stop()
    if (isMongodb && first) await drop(first.databaseUrl)
    first?.discard()
  })

  it('prints where to go, and both places answer', async () => {
    expect(first.output()).toContain(`Admin    ${first.studioUrl}/admin`)
    expect(first.output()).toContain(`GraphQL  ${first.deliveryUrl}/graphql`)
    expect((await fetch(`${first.studioUrl}/admin`)).status).toBe(200)
    expect(await graphql(first, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } })
  })

  it('has loaded the demo content into the empty database', async () => {
    const { data } = await graphql(first, '{ people(first: 50) { totalCount nodes { id } } }')
    expect(data.people.totalCount).toBeGreaterThan(0)
  })

  it('prints a link for the first user while there is none', async () => {
    expect(first.setupLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/setup\?token=/)
    expect((await fetch(first.setupLink ?? '')).status).toBe(200)
  })

  it('holos user add makes a user who can sign in; the list shows who there is', async () => {
    const added = await holos(
      ['user', 'add', '--email', 'a@example.org', '--role', 'admin', '--password-stdin'],
      `${password}\n`,
    )
    expect(added).toMatchObject({ exitCode: 0, output: expect.stringContaining('Added a@example.org as admin.') })
    const listed = await holos(['user', 'list'])
    expect(listed.output).toMatch(/^a@example\.org\tadmin$/m)
    const login = await fetch(`${first.studioUrl}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'a@example.org', password }),
    })
    expect(login.status).toBe(200)
  })

  it('holos user link makes a link with which somebody sets a new password, once', async () => {
    const { output, exitCode } = await holos(['user', 'link', '--email', 'A@example.org'])
    expect(exitCode).toBe(0)
    const link = /http\S+\/password\?token=(\S+)/.exec(output) ?? []
    const page = await (await fetch(`${first.studioUrl}/password?token=${link[1]}`)).text()
    expect(page).toContain('a@example.org')
    const set = (next: string) =>
      fetch(`${first.studioUrl}/password`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ token: link[1] ?? '', password: next }),
      })
    expect((await set('password1234')).status).toBe(400)
    expect((await set(password)).status).toBe(303)
    expect((await set(password)).status).toBe(403)
    expect((await holos(['user', 'link', '--email', 'z@example.org'])).output).toContain(
      'There is no user z@example.org.',
    )
  })

  it.each([
    [['--email', 'a@example.org', '--role', 'admin', '--password-stdin'], 'There is a user a@example.org already.'],
    [['--email', 'b@example.org', '--role', 'king', '--password-stdin'], 'Give the role of the user: --role admin'],
    [['--email', 'b@example.org', '--role', 'reader'], 'Give --password-stdin'],
    [
      ['--email', 'b@example.org', '--role', 'translator', '--locales', 'xx', '--password-stdin'],
      'There is no locale "xx"',
    ],
  ])('holos user add %j is refused in a sentence', async (args, sentence) => {
    const { output, exitCode } = await holos(['user', 'add', ...args], password)
    expect(output).toContain(sentence)
    expect(exitCode).toBe(1)
  })

  it('holos withdraw and publish change what the next request sees', async () => {
    const { data } = await graphql(first, '{ people(first: 1) { nodes { id } } }')
    const key: string = data.people.nodes[0].id
    const isPublic = async () =>
      (await soon(() => graphql(first, `{ person(id: "${key}") { id } }`))).data.person !== null
    expect(await isPublic()).toBe(true)

    const withdrawn = await holos(['withdraw', key])
    expect(withdrawn).toMatchObject({ exitCode: 0, output: expect.stringContaining(`Withdrew ${key}: facts`) })
    expect(await isPublic()).toBe(false)

    const refused = await holos(['publish', key, '--locales', 'uk'])
    expect(refused).toMatchObject({ exitCode: 1, output: expect.stringContaining('Not published:\n  uk: ') })

    const published = await holos(['publish', key, '--facts', '--locales', 'en,uk'])
    expect(published).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(`Published ${key}: facts, en, uk (change `),
    })
    expect(await isPublic()).toBe(true)
  })

  it('holos verify finds the record as the log tells it', async () => {
    const { output, exitCode } = await holos(['verify'])
    expect(output).toContain('The record is as the log tells it.')
    expect(exitCode).toBe(0)
  })

  it('a second start beside it says that the port is taken', async () => {
    const { port } = new URL(first.studioUrl)
    const beside = runStart('.', { ...env, STUDIO_PORT: port, DELIVERY_PORT: String(await freePort()) })
    expect(await beside.ended).toBe(1)
    expect(beside.output()).toContain(`Port ${port} is taken by another program`)
    expect(beside.output()).not.toMatch(/^\s+at /m)
  })

  it('SIGTERM stops both planes cleanly', async () => {
    expect(await first.stop('SIGTERM')).toBe(0)
    expect(first.output()).toContain('Stopped.')
    await expect(fetch(first.studioUrl)).rejects.toThrow()
    await expect(fetch(first.deliveryUrl)).rejects.toThrow()
  })

  it('started again it neither installs nor builds, is ready within 15 seconds, and kept everything', async () => {
    const since = Date.now()
    second = await startHolos({ env })
    expect((Date.now() - since) / 1000).toBeLessThan(15)
    expect(second.output()).not.toMatch(/Installing|Building/)
    expect(second.setupLink).toBeNull()
    expect((await graphql(second, '{ people { totalCount } }')).data.people.totalCount).toBeGreaterThan(0)
  })

  async function holos(args: string[], input = '') {
    const child = spawn(process.execPath, [...runCommand, 'holos', ...args], { env: { ...process.env, ...env } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.stdin.end(input)
    const [exitCode] = await once(child, 'close')
    return { output, exitCode }
  }
})

// The answer of a public API has the type that its query asks for.
// biome-ignore lint/suspicious/noExplicitAny: see above
async function graphql({ deliveryUrl }: StartedHolos, query: string): Promise<any> {
  const answer = await fetch(`${deliveryUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return answer.json()
}

/** On MongoDB delivery follows within a second; on SQLite the next request already sees it. */
async function soon<Result>(ask: () => Promise<Result>): Promise<Result> {
  if (isMongodb) await new Promise((resolve) => setTimeout(resolve, 1000))
  return ask()
}

async function mongodbSettings(): Promise<Record<string, string>> {
  const url = new URL(process.env.TEST_MONGODB_URL ?? '')
  url.pathname = `/holos-${randomUUID()}`
  return { DATABASE_URL: url.href, HOLOS_SECRET: 'a secret of the tests, long enough to be one' }
}

async function drop(url: string): Promise<void> {
  const client = await MongoClient.connect(url)
  await client.db().dropDatabase()
  await client.close()
}
