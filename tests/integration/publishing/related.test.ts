import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GateName, gates } from '#publishing/gates/gates.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { publish } from '#publishing/publish.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio.close())

const query = { locale: 'en', depth: '0' }

async function made(type: DocumentType, body: object): Promise<Ref> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return `${type}:${answer.body.doc.id}`
}

const pathOf = (key: Ref) => `/${key.replace(':', '/')}`
const idOf = (key: Ref) => key.split(':')[1] ?? ''

async function changed(key: Ref, body: object): Promise<Ref> {
  const answer = await studio.rest('PATCH', pathOf(key), { user: editor, query, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return key
}

async function madePublic(key: Ref): Promise<Ref> {
  const body = { facts: true, locales: ['en'] }
  const answer = await studio.rest('POST', `${pathOf(key)}/publish`, { user: editor, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return key
}

/** Of which documents a gate speaks in the panel, or how often where it names none. */
async function found(gate: GateName, key: Ref): Promise<(string | undefined)[]> {
  const { body } = await studio.rest('GET', `${pathOf(key)}/publication`, { user: editor })
  const findings: Refusal[] = body.parts.flatMap(
    ({ refusals, warnings }: { refusals: Refusal[]; warnings: Refusal[] }) => [...refusals, ...warnings],
  )
  return findings.filter((one) => one.gate === gate).map(({ path }) => path)
}

let count = 0
const newFamily = familyNames()
const person = (more: object = {}) =>
  made('people', { slug: `one-${++count}`, name: { given: newFamily() }, description: 'Somebody', ...more })
const victim = (key: Ref) => ({ participants: [{ who: { relationTo: 'people', value: idOf(key) }, role: 'victim' }] })
const event = (more: object) => made('events', { kind: 'hearing', title: 'A hearing', ...more })

/** The calendar day on which somebody was born who is so many years old today, and days more or fewer. */
function born(yearsAgo: number, days = 0): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear() - yearsAgo, now.getUTCMonth(), now.getUTCDate() + days))
    .toISOString()
    .slice(0, 10)
}

describe('minors', () => {
  const related =
    (type: string, visibility = 'named') =>
    (key: Ref) =>
      person({ relations: [{ type, person: idOf(key), visibility }] })
  const linked = (key: Ref) => {
    const doc = { relationTo: 'people', value: idOf(key) }
    const fields = { linkType: 'internal', doc, url: '' }
    const text = { type: 'text', version: 1, text: 'A.', detail: 0, format: 0, mode: 'normal', style: '' }
    const block = { version: 1, direction: null, format: '', indent: 0 }
    const link = { ...block, type: 'link', version: 3, fields, children: [text] }
    const paragraph = { ...block, type: 'paragraph', textFormat: 0, textStyle: '', children: [link] }
    return person({ biography: { root: { ...block, type: 'root', children: [paragraph] } } })
  }
  const naming = {
    child: related('child'),
    sibling: related('sibling'),
    other: related('other'),
    victim: (key: Ref) => event(victim(key)),
    speaker: (key: Ref) => made('quotes', { text: 'Words', speaker: idOf(key) }),
    link: linked,
  }
  const ways = Object.keys(naming) as (keyof typeof naming)[]

  it.each(ways)('a minor is found as %s, and nobody who is grown up, has died or is not named in full', async (way) => {
    const speaksOf = async (more: object) => {
      const key = await person(more)
      return (await found('minorNamed', await naming[way](key))).includes(key)
    }
    expect(await speaksOf({ birthDate: born(18, 1) })).toBe(true)
    expect(await speaksOf({ birthDate: '2020/..' })).toBe(true)
    expect(await speaksOf({ birthDate: born(18) })).toBe(false)
    expect(await speaksOf({ birthDate: born(18, 1), deathDate: born(1) })).toBe(false)
    expect(await speaksOf({ birthDate: born(18, 1), safety: { publishAs: 'initials' } })).toBe(false)
    expect(await speaksOf({})).toBe(way === 'child')
  })

  it('who is not named is not found', async () => {
    const key = await person({ birthDate: '2020' })
    expect(await found('minorNamed', await related('child', 'unnamed')(key))).toEqual([])
  })
})

describe('other documents', () => {
  it('one that was withdrawn is not public', async () => {
    const key = await madePublic(await person())
    const naming = await event(victim(key))
    expect(await found('unpublishedRelation', naming)).toEqual([])
    expect((await studio.rest('POST', `${pathOf(key)}/withdraw`, { user: editor, body: {} })).status).toBe(200)
    expect(await found('unpublishedRelation', naming)).toEqual([key])
  })

  it('an event is none beside itself', async () => {
    const held = await madePublic(await person())
    const outcome = { custodyStatus: 'pretrialDetention' }
    const arrest = await madePublic(await event({ kind: 'detention', date: '2024-01-01', outcome, ...victim(held) }))
    // Beside what it said before it would leave it open.
    await changed(arrest, { kind: 'detention', outcome: { custodyStatus: 'released' } })
    expect(await found('sameDay', arrest)).toEqual([])
    await event({ kind: 'detention', date: '2024-01-01', outcome, ...victim(held) }).then(madePublic)
    expect(await found('sameDay', arrest)).toEqual(['localTime'])
  })

  it('a slug of one’s own is taken by nobody, present or former', async () => {
    const key = await madePublic(await person({ slug: 'first-slug' }))
    expect(await found('slugTaken', key)).toEqual([])
    await changed(key, { slug: 'second-slug' })
    expect(await found('slugTaken', await madePublic(key))).toEqual([])
  })

  it('what is a part of another is followed upwards, and a longer way round is found too', async () => {
    const [country, region] = await Promise.all([
      made('places', { name: 'Country' }),
      made('places', { name: 'Region' }),
    ])
    const city = await made('places', { name: 'City', within: idOf(region) })
    await changed(region, { within: idOf(country) })
    expect(await found('withinItself', country)).toEqual([])
    await changed(country, { within: idOf(city) })
    for (const key of [country, region, city]) expect(await found('withinItself', key)).toEqual(['within'])
  })
})

describe('a publish inside a transaction', () => {
  it('is judged by what stands in it', async () => {
    const key = await person({ birthDate: '1980' })
    const naming = await event(victim(key))
    const req = await createLocalReq({}, studio.payload)
    const { severity } = gates.minorNamed
    gates.minorNamed.severity = 'refusal'
    await initTransaction(req)
    try {
      await studio.payload.update({ collection: 'people', id: idOf(key), data: { birthDate: '2020' }, req })
      const publishing = publish({ payload: studio.payload, req, key: naming, facts: true, locales: ['en'] })
      await expect(publishing).rejects.toMatchObject({ data: { refusals: [{ gate: 'minorNamed', path: key }] } })
    } finally {
      gates.minorNamed.severity = severity
      await killTransaction(req)
    }
  })
})
