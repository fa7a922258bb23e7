import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { listOverrides } from '#cli/holos/overrides.ts'
import { noticesFor } from '#desk/home/notices.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { documentTypes } from '#record/shape.ts'
import { openDelivery } from '#tests/harness/delivery/delivery.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { answersTo, editing, type Made } from './documents.ts'

let studio: Studio
let editor: TestUser
let admin: TestUser
const log: string[] = []
beforeAll(async () => {
  studio = await openStudio({ log })
  editor = await studio.user('editor')
  admin = await studio.user('admin')
})
afterAll(() => studio.close())
afterEach(() => void vi.restoreAllMocks())

const { made, changed, published, madePublic, found, event } = editing(
  () => studio,
  () => editor,
)

const newFamily = familyNames()
let count = 0
const person = (family = newFamily(), more: object = {}) =>
  made('people', { slug: `one-${++count}`, name: { given: 'Ludmila', family }, description: 'A teacher', ...more })

async function picture(locale: 'en' | 'uk', alt: string): Promise<Made> {
  const data = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: 'picture.png', size: data.length }
  const { id } = await studio.payload.create({ collection: 'media', locale, data: { alt }, file })
  return { type: 'media', id, key: `media:${id}` }
}

describe('an embargo', () => {
  const until = '2999-01-01T18:00:00+02:00'

  it.each(documentTypes)('is kept by %s, in UTC', async (type) => {
    const document = type === 'media' ? await picture('en', 'A room') : await made(type, {})
    await changed(document, { embargoedUntil: until })
    const { body } = await studio.rest('GET', `/${type}/${document.id}`, { user: editor })
    expect(body.embargoedUntil).toBe('2999-01-01T16:00:00.000Z')
    const gates = (await found(document)).map(({ gate }) => gate)
    expect(gates).toContain('embargoed')
  })

  it('holds each part back until its moment, told by the clock and in the language of whoever asks', async () => {
    const waiting = await event({ embargoedUntil: until })
    expect((await published(waiting)).refusals.map(({ gate, part }) => [gate, part])).toEqual([
      ['embargoed', 'facts'],
      ['embargoed', 'en'],
    ])
    const told = async (headers: Record<string, string>) => (await found(waiting, editor, headers))[0]?.message
    expect(await told({})).toContain('January 1, 2999 at 04:00 PM UTC')
    const there = { 'Accept-Language': 'uk', 'Holos-Time-Zone': 'Europe/Kyiv' }
    expect(await told(there)).toMatch(/1 січня 2999 р\. .*18:00/)
    expect(await told({ 'Holos-Time-Zone': 'Nowhere/At-All' })).toContain('UTC')
    const body = { embargoedUntil: '2020-01-01T00:00:00Z' }
    const query = { locale: 'en' }
    expect((await studio.rest('PATCH', `/events/${waiting.id}`, { user: admin, query, body })).status).toBe(200)
    expect((await published(waiting)).status).toBe(200)
  })

  it('takes no time without its offset', async () => {
    const body = { title: 'A hearing', embargoedUntil: '2999-01-01T18:00' }
    const answer = await studio.rest('POST', '/events', { user: editor, query: { locale: 'en' }, body })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('offset from UTC')
  })

  it('of a document is not broken by one that names it', async () => {
    const waiting = await person(newFamily(), { embargoedUntil: until })
    const link = { who: { relationTo: 'people', value: waiting.id }, role: 'victim' }
    const told = await madePublic(await event({ participants: [link] }))
    const delivery = await openDelivery(studio.databaseUrl)
    try {
      const query = `{ node(id: "${told.key}") { ... on Event { participants { role person { id } } jsonLd } } }`
      const { body } = await delivery.ask(query)
      expect(body.data.node.participants).toEqual([{ role: 'VICTIM', person: null }])
      expect(JSON.stringify(body)).not.toContain(waiting.id)
    } finally {
      await delivery.stop()
    }
  })
})

describe('pictures', () => {
  it('without words in a language that is published are named, with a link to them in that language', async () => {
    const shown = await madePublic(await picture('en', 'A room'))
    const told = await event({ media: [shown.id], sourceLocale: 'en' })
    expect((await found(told)).map(({ gate }) => gate)).not.toContain('altMissing')
    await changed(told, { title: 'Слухання' }, 'uk')
    const [finding] = (await found(told)).filter(({ gate }) => gate === 'altMissing')
    expect(finding).toMatchObject({ severity: 'warning', part: 'uk', path: shown.key })
    expect(finding?.link).toBe(`/admin/collections/media/${shown.id}?locale=uk#field-alt`)
    // A draft of the words is not enough where the picture is public.
    await changed(shown, { alt: 'Кімната' }, 'uk')
    expect((await found(told)).map(({ gate }) => gate)).toContain('altMissing')
    await published(shown, { locales: ['uk'] })
    expect((await found(told)).map(({ gate }) => gate)).not.toContain('altMissing')
  })

  it.each(['portrait', 'recording'])('also as %s', async (name) => {
    const shown = await picture('uk', 'Кімната')
    const told =
      name === 'portrait'
        ? await person(newFamily(), { portrait: shown.id })
        : await made('quotes', { text: 'Words', recording: shown.id })
    expect((await found(told)).filter(({ gate }) => gate === 'altMissing')).toMatchObject([{ part: 'en' }])
  })

  it('themselves are not published in a language without words in it', async () => {
    const { status, refusals } = await published(await picture('en', 'A room'), { locales: ['en', 'uk'] })
    expect(status).toBe(422)
    expect(refusals).toMatchObject([{ gate: 'requiredWords', part: 'uk', path: 'alt' }])
  })
})

describe('words of a machine', () => {
  const written = async (words: string) => {
    const told = await event()
    const data = { title: words } as never
    await studio.payload.update({
      collection: 'events',
      id: told.id,
      locale: 'uk',
      data,
      context: { origin: 'machine' },
    })
    return told
  }
  const inUkrainian = { locales: ['en', 'uk'] }

  it('are refused until a human changes them', async () => {
    const told = await written('Слухання')
    expect((await published(told, inUkrainian)).refusals).toMatchObject([
      { gate: 'machineUnreviewed', part: 'uk', path: 'title' },
    ])
    await changed(told, { title: 'Судове слухання' }, 'uk')
    expect((await published(told, inUkrainian)).status).toBe(200)
  })

  it('that an editor leaves as they are go out as words of a machine, and are asked about again when they change', async () => {
    const told = await written('Слухання')
    const { refusals } = await published(told, inUkrainian)
    const reason = 'Read by a native speaker'
    expect((await published(told, { ...inUkrainian, ...answersTo(refusals, reason) })).status).toBe(200)
    const delivery = await openDelivery(studio.databaseUrl)
    try {
      const fields = '_l10n { fields(paths: ["title"]) { origin } }'
      const { body } = await delivery.ask(`{ node(id: "${told.key}", locale: "uk") { ... on Event { ${fields} } } }`)
      expect(body.data.node._l10n.fields).toEqual([{ origin: 'MACHINE' }])
    } finally {
      await delivery.stop()
    }
    const data = { title: 'Засідання' } as never
    await studio.payload.update({
      collection: 'events',
      id: told.id,
      locale: 'uk',
      data,
      context: { origin: 'machine' },
    })
    expect((await published(told, inUkrainian)).refusals).toMatchObject([{ gate: 'machineUnreviewed' }])
  })
})

describe('an accusation', () => {
  const accusing = async (more: object = {}) => {
    const accused = await made('organizations', { name: 'A security service' })
    const who = { relationTo: 'organizations', value: accused.id }
    return { accused, told: await event({ participants: [{ who, role: 'perpetrator' }], ...more }) }
  }

  it('without a source is refused, and once answered with a reason it is kept', async () => {
    const { accused, told } = await accusing()
    const { refusals } = await published(told)
    expect(refusals).toMatchObject([{ gate: 'allegationUnsourced', about: accused.key }])
    expect(refusals[0]?.link).toBe(`/admin/collections/events/${told.id}#field-sources`)
    expect((await published(told, answersTo(refusals, 'The whole town saw it'))).status).toBe(200)
  })

  it('with a source, and other roles without one, are not', async () => {
    const source = await madePublic(await made('sources', { title: 'A report', url: 'https://example.org/a' }))
    expect((await published((await accusing({ sources: [source.id] })).told)).status).toBe(200)
    const plain = await event()
    expect((await published(plain)).status).toBe(200)
    expect((await found(plain)).map(({ gate }) => gate)).toContain('unsourced')
  })
})

describe('many findings', () => {
  it('are told document by document, with an honest count', async () => {
    const family = newFamily()
    const said = []
    for (let one = 0; one < 12; one++)
      said.push(await madePublic(await event({ title: `${family} before the court`, description: `${family} again` })))
    const held = await person(family, { safety: { publishAs: 'withheld' } })
    const { body } = await studio.rest('POST', `/people/${held.id}/publish`, {
      user: editor,
      body: { facts: true, locales: ['en'] },
    })
    const [{ message, data }] = body.errors
    expect(message).toMatch(/and 14 more$/)
    expect(message.split('contains “')).toHaveLength(11)
    expect(data.documents).toEqual(expect.arrayContaining(said.map(({ key }) => ({ document: key, count: 2 }))))
    expect(data.refusals).toHaveLength(24)
    expect(data.more).toBe(0)
    const order: string[] = data.refusals.map(({ document }: Refusal) => document)
    expect(order.filter((key, index) => key !== order[index - 1])).toHaveLength(12)
  })

  it('quote nobody in the log', async () => {
    const family = newFamily()
    await madePublic(await event({ title: `${family} before the court` }))
    const held = await person(family, { safety: { publishAs: 'withheld' } })
    log.length = 0
    expect((await published(held)).status).toBe(422)
    await studio.rest('POST', '/people/publish', { user: editor, body: { ids: [held.id], facts: true } })
    expect(log.join('\n')).not.toMatch(new RegExp(family, 'i'))
  })
})

describe('a translator', () => {
  it('is shown what is missing, and nothing that depends on what is internal', async () => {
    const translator = await studio.user('translator', ['uk'])
    const told = await made('events', {
      kind: 'hearing',
      date: '2090',
      outcome: { custodyStatus: 'released' },
      embargoedUntil: '2999-01-01T00:00:00Z',
    })
    expect((await found(told, translator)).map(({ gate }) => gate).sort()).toEqual(['notYet'])
  })
})

describe('what was let through', () => {
  it('is listed for editors, the newest first, with document, person, who and why', async () => {
    const accused = await made('organizations', { name: 'A guard unit' })
    const who = { relationTo: 'organizations', value: accused.id }
    const told = await event({ title: 'A beating', participants: [{ who, role: 'perpetrator' }] })
    const { refusals } = await published(told)
    await published(told, answersTo(refusals, 'Seen by\u001b[31m many'), admin)
    const { newest, count } = await noticesFor({ payload: studio.payload, language: 'uk', most: 3 })
    expect(newest[0]).toMatchObject({
      key: told.key,
      heading: 'A beating',
      by: 'admin',
      reason: 'Seen by\u001b[31m many',
    })
    expect(newest[0]?.text).toContain('звинувачення без джерела')
    expect(newest[0]?.text).toContain('A guard unit')
    expect(newest).toHaveLength(Math.min(3, count))
    const lines: unknown[] = []
    vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
    expect(await listOverrides()(studio.payload)).toBe(0)
    const [first = ''] = String(lines.join('\n')).split('\n')
    expect(first).toMatch(new RegExp(`allegationUnsourced  ${told.key} facts .*\\(A guard unit\\)  admin: Seen by`))
    expect(first).not.toContain('\u001b')
  })
})
