import type { Eraser as EraserClass } from '#database/sqlite/erasing.ts'
import { openStudio, type TestUser } from '#tests/harness/studio.ts'

/**
 * Times of a studio, in milliseconds, as JSON on standard output: signing in with a wrong password as somebody and as
 * nobody, saving and publishing with what is erased gone and without. Each pair is taken in turn, so that what the machine does
 * besides hits both.
 */
const { Eraser } = await import('#database/sqlite/erasing.ts')
const studio = await openStudio()

const attempts = { accounts: 10, each: 5 }
const changes = 60

async function signingIn(): Promise<{ known: number[]; unknown: number[] }> {
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let account = 0; account < attempts.accounts; account++) {
    const { email } = await studio.user('reader')
    for (let at = 0; at < attempts.each; at++) {
      times.known.push(await timed(() => inVain(email, `10.${account}.${at}.1`)))
      times.unknown.push(await timed(() => inVain(`nobody-${account}@example.org`, `10.${account}.${at}.1`)))
    }
  }
  return times
}

const inVain = (email: string, address: string) =>
  studio.rest('POST', '/users/login', {
    body: { email, password: 'not the right one' },
    headers: { 'x-holos-peer': address },
  })

type Change = { save: number[]; publish: number[] }

async function changing(): Promise<{ erased: Change; left: Change }> {
  const user = await studio.user('editor')
  const made = await studio.rest('POST', '/people?locale=en', { user, body: { name: { given: 'Asan' }, slug: 'asan' } })
  const times = { erased: { save: [], publish: [] }, left: { save: [], publish: [] } } as {
    erased: Change
    left: Change
  }
  for (let count = 0; count < 2 * changes; count++) {
    const isErased = count % 2 === 0
    await erase(isErased)
    await change(
      user,
      made.body.doc.id,
      `${count}`,
      count < 10 ? { save: [], publish: [] } : times[isErased ? 'erased' : 'left'],
    )
  }
  return times
}

const { settle } = Eraser.prototype as EraserClass

/** As it is shipped, or as SQLite is by itself. */
async function erase(isErased: boolean): Promise<void> {
  Object.assign(Eraser.prototype, { settle: isErased ? settle : () => undefined })
  // The studio's adapter on SQLite has the client of its file.
  const { client } = studio.payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }
  await client.execute(`PRAGMA secure_delete = ${isErased ? 'ON' : 'OFF'}`)
}

async function change(user: TestUser, id: string, text: string, { save, publish }: Change): Promise<void> {
  const body = { description: `Words of change ${text}. `.repeat(20) }
  save.push(await timed(() => studio.rest('PATCH', `/people/${id}?locale=en`, { user, body })))
  const parts = { facts: true, locales: ['en'] }
  publish.push(await timed(() => studio.rest('POST', `/people/${id}/publish?locale=en`, { user, body: parts })))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

process.stdout.write(JSON.stringify({ signIn: await signingIn(), change: await changing() }))
await studio.close()
process.exit(0)
