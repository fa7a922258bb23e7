import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#access/endpoints.ts'
import { mayDo, type Role, roleNames } from '#access/roles.ts'
import { openStudio, type RestAnswer, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { canary, canaryDate, internalFieldsOf } from './canaries/internalFields.ts'
import { type Planted, plant } from './canaries/plant.ts'
import { type Request, requestsTo } from './canaries/requests.ts'

/**
 * What is internal stays internal, on every path: a canary stands in every internal field of every collection (in a working
 * copy, in an older version, in the trash), and everybody asks every endpoint for it in every way that is known.
 */
const log: string[] = []
let studio: Studio
let documents: Planted[]
const staff = new Map<Role, TestUser>()
beforeAll(async () => {
  studio = await openStudio({ log })
  documents = await plant(studio)
  for (const role of roleNames) staff.set(role, await studio.user(role, role === 'translator' ? ['uk'] : []))
  log.splice(0)
})
afterAll(() => studio.close())

const doors = Object.entries(endpoints).flatMap(([owner, table]) => Object.keys(table).map((door) => ({ owner, door })))

/** Those who may read internal fields come last: they may also change what is planted. */
const everybody = [null, 'reader', 'translator', 'editor', 'admin'] as const satisfies (Role | null)[]

it('there is something to find', async () => {
  expect(internalFieldsOf(studio.config).length).toBeGreaterThan(10)
  const editor = staff.get('editor')
  for (const type of ['people', 'media'] as const) {
    const { id, trashed, versions } = documents.find((one) => one.type === type) ?? {
      id: '',
      trashed: '',
      versions: [],
    }
    const addresses = [
      `/${type}/${id}`,
      `/${type}/${trashed}?trash=true`,
      ...versions.map((one) => `/${type}/versions/${one}`),
    ]
    const found = await Promise.all(addresses.map((address) => send({ method: 'GET', address }, editor)))
    const texts = found.map(textOf)
    expect(texts.filter((text) => text.includes(canary)).length, type).toBeGreaterThanOrEqual(4)
    for (const which of ['newer', 'older', 'trashed']) expect(texts.join(), `${type} ${which}`).toContain(which)
  }
})

it('everybody is walked as', () => {
  expect([...everybody].sort()).toEqual([null, ...roleNames].sort())
})

describe.each(everybody.map((who) => ({ who: who ?? 'nobody', user: who })))('$who', ({ user: who }) => {
  it.each(doors)('$owner $door', async ({ owner, door }) => {
    const walk = requestsTo(door, { studio, owner, documents })
    expect(walk, `There is no row for ${door} in canaries/requests.ts.`).not.toBeNull()
    const user = who ? staff.get(who) : undefined
    for (const request of walk?.single ?? []) await expectNothingFound(request, await send(request, user), user)
    // They see the values: answers may differ.
    for (const requests of mayReadInternal(user) ? [] : (walk?.alike ?? [])) {
      const answers = []
      for (const request of requests) {
        const answer = await send(request, user)
        await expectNothingFound(request, answer, user)
        answers.push(answer)
      }
      expect(new Set(answers.map(textOf)).size, `${requests[0]?.address} ${answers.map(textOf)}`).toBe(1)
    }
  })
})

function send({ method, address, options }: Request, user: TestUser | undefined): Promise<RestAnswer> {
  return studio.rest(method, address, { ...options, ...(user && { user }) })
}

const mayReadInternal = (user: TestUser | undefined) => mayDo(user, 'readInternal')

/** In body, headers and log; what belongs to nobody is found by nobody. */
async function expectNothingFound({ method, address }: Request, answer: RestAnswer, user: TestUser | undefined) {
  const asked = `${user?.role ?? 'nobody'}: ${method} ${address}`
  const text = textOf(answer)
  expect(answer.status, `${asked} ${text}`).toBeLessThan(500)
  expect(log.splice(0).join(''), `the log after ${asked}`).not.toMatch(new RegExp(`${canary}|${canaryDate}`, 'i'))
  expect(text, asked).not.toMatch(/CANARY-(hash|preference)/)
  if (user?.role !== 'admin') expect(text, asked).not.toMatch(/canary@|CANARY-webhook/i)
  if (mayReadInternal(user)) return
  expect(text.replaceAll(`${canary}-user`, ''), asked).not.toMatch(new RegExp(`${canary}|${canaryDate}`, 'i'))
}

function textOf({ status, body, headers }: RestAnswer): string {
  return JSON.stringify({ status, body, headers: [...headers] })
}
