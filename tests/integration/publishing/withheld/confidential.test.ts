import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '#publishing/log/verify.ts'
import { openDelivery } from '#tests/harness/delivery/delivery.ts'
import { everyPublicByte } from '#tests/harness/queries/everyPublicByte.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { answersTo, editing, type Made } from '../documents.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio.close())

const { made, changed, published, madePublic, found, parts, event } = editing(
  () => studio,
  () => editor,
)

let count = 0
const source = (more: object = {}) => made('sources', { title: `Notes of the night shift ${++count}`, ...more })
const person = (more: object = {}) =>
  made('people', { slug: `somebody-${++count}`, name: { given: 'Marzanna' }, description: 'A teacher', ...more })
const linkingTo = ({ id }: Made) => ({
  root: {
    type: 'root',
    version: 1,
    direction: 'ltr',
    format: '',
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        direction: 'ltr',
        format: '',
        indent: 0,
        children: [
          {
            type: 'link',
            version: 3,
            id: '0123456789abcdef01234567',
            direction: 'ltr',
            format: '',
            indent: 0,
            fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'sources', value: id } },
            children: [
              { type: 'text', version: 1, text: 'As it was told', format: 0, detail: 0, mode: 'normal', style: '' },
            ],
          },
        ],
      },
    ],
  },
})

describe('a confidential source', () => {
  it('is never published, and nobody may say otherwise', async () => {
    const hidden = await source({ confidential: true })
    const admin = await studio.user('admin')
    const { status, refusals } = await published(hidden, {}, admin)
    expect({ status, gates: refusals.map(({ gate }) => gate) }).toEqual({ status: 422, gates: ['sourceConfidential'] })
    expect(refusals[0]?.confirm).toBeUndefined()
    expect(refusals[0]?.link).toMatch(/#field-confidential$/)
  })

  it('is in no public byte of what cites and links to it', async () => {
    const hidden = await source({ confidential: true, url: 'https://example.org/night/shift', author: 'Zubrovka' })
    const open = await madePublic(await made('sources', { title: 'A report', url: 'https://example.org/report' }))
    const told = await madePublic(await event({ sources: [hidden.id, open.id] }))
    const teller = await person({ charges: [{ article: '1', sources: [hidden.id] }], biography: linkingTo(hidden) })
    await madePublic(teller)
    for (const asked of [[told, open, teller], [teller]]) {
      const bytes = await everyPublicByte(studio, asked)
      expect(bytes).toContain('As it was told')
      const telling = [hidden.id, 'otes of the night', 'night/shift', 'Zubrovka']
      expect(telling.filter((text) => bytes.includes(text))).toEqual([])
    }
    const panel = await parts(told)
    expect(panel.map(({ state }: { state: string }) => state)).toEqual(['public', 'public'])
    expect((await found(told)).map(({ gate }) => gate)).toContain('citationLeftOut')
  })

  it('that was public is withdrawn by the save that makes it confidential, and served by nothing in the next request', async () => {
    const known = await madePublic(await source({ url: 'https://example.org/known' }))
    const told = await madePublic(await event({ sources: [known.id] }))
    const teller = await madePublic(await person({ biography: linkingTo(known) }))
    const delivery = await openDelivery(studio.databaseUrl)
    const ask = async () => {
      const query = `query ($event: ID!, $person: ID!, $source: ID!) {
        event: node(id: $event) { ... on Event { sources { id title } jsonLd } }
        person(id: $person) { biography { json html references { id } } }
        source: node(id: $source) { id }
      }`
      const variables = { event: told.key, person: teller.key, source: known.key }
      return JSON.stringify((await delivery.ask(query, { variables })).body)
    }
    try {
      expect(await ask()).toContain(known.id)
      await changed(known, { confidential: true })
      const after = await ask()
      expect(after).toContain('As it was told')
      expect(after).not.toContain(known.id)
      expect(after).not.toContain('night shift')
    } finally {
      await delivery.stop()
    }
    const log = await studio.payload.db.find({
      collection: 'changes',
      where: { key: { equals: known.key } },
      sort: '-seq',
    })
    expect(log.docs[0]).toMatchObject({ kind: 'withdraw' })
    // What names it in its form is pending, and goes with the next publish.
    const { healed } = await verify(studio.payload)
    expect(healed.join('\n')).toContain(told.key)
    await madePublic(told)
    const row = await studio.payload.db.findOne({ collection: 'published', where: { key: { equals: told.key } } })
    expect(JSON.stringify(row)).not.toContain(known.id)
  })

  it.each([
    ['title', 'Told in the NOTES of the “Ni\u00adght Shift” {n}', {}],
    ['address', 'See www.example.org/told?by={n} for more', { url: 'https://example.org/told?by={n}' }],
    ['encoded address', 'See example.org/нічна/{n}', { url: 'https://example.org/%D0%BD%D1%96%D1%87%D0%BD%D0%B0/{n}' }],
    ['archive', 'https://archive.example/web/{n}', { archiveUrl: 'https://archive.example/web/{n}' }],
    ['author', 'A word by Zubrovki, who was there', { author: 'Marzanna Zubrovka' }],
  ])('is not given away by its %s in words of what cites it', async (_, title, more) => {
    const n = String(count + 1)
    const filled = JSON.parse(JSON.stringify(more).replaceAll('{n}', n))
    const hidden = await source({ confidential: true, ...filled })
    const { status, refusals } = await published(
      await event({ title: title.replaceAll('{n}', n), sources: [hidden.id] }),
    )
    expect(status).toBe(422)
    expect(refusals).toMatchObject([{ gate: 'confidentialSourceSaid', part: 'en', path: 'title' }])
    expect(refusals[0]?.confirm).toBeUndefined()
  })

  it('whose words stand in a document that does not cite it is asked about, once', async () => {
    const hidden = await source({ confidential: true, author: 'Marzanna Zubrovka' })
    const other = await event({ title: `Notes of the night shift ${count}, by Marzanna Zubrovka` })
    const { refusals } = await published(other)
    expect(refusals).toMatchObject([{ gate: 'confidentialSourceElsewhere', about: hidden.key }])
    expect(await published(other, answersTo(refusals, 'A novel of that title'))).toMatchObject({ status: 200 })
    expect((await verify(studio.payload)).faults.map(({ what }) => what)).not.toContain(`${other.key} en title`)
  })

  it('that public words name all the same is found by verify', async () => {
    const known = await source()
    const said = await madePublic(await event({ title: `From the notes of the night shift ${count}` }))
    await changed(known, { confidential: true })
    const { faults } = await verify(studio.payload)
    expect(faults).toContainEqual({ what: `${said.key} en title`, message: expect.stringContaining(known.key) })
  })

  it('leaves the words that link to it those of whoever wrote them', async () => {
    const hidden = await source({ confidential: true })
    const teller = await person()
    const data = { biography: linkingTo(hidden) } as never
    await studio.payload.update({
      collection: 'people',
      id: teller.id,
      locale: 'en',
      data,
      context: { origin: 'machine' },
    })
    const { refusals } = await published(teller)
    expect(refusals).toMatchObject([{ gate: 'machineUnreviewed', path: 'biography' }])
  })

  it('is unknown to whoever may not read internal fields', async () => {
    const hidden = await source({ confidential: true })
    const told = await event({ sources: [hidden.id] })
    const translator = await studio.user('translator', ['uk'])
    const seen = await studio.rest('GET', `/events/${told.id}/publication`, { user: translator })
    expect(JSON.stringify(seen.body)).not.toMatch(/night shift|onfidential/)
    const read = await studio.rest('GET', `/sources/${hidden.id}`, { user: translator })
    expect(read.body).not.toHaveProperty('confidential')
    const query = `{ node(id: "${told.key}") { ... on Event { sources { title } } } }`
    const preview = (user: TestUser) =>
      studio.rest('POST', '/preview/graphql', { user, body: { query } }).then(({ body }) => body.data.node.sources)
    expect(await preview(translator)).toEqual([{ title: `Notes of the night shift ${count}` }])
    expect(await preview(editor)).toEqual([])
  })

  it('has no preview link', async () => {
    const hidden = await source({ confidential: true })
    const link = (user: TestUser) => studio.rest('POST', `/sources/${hidden.id}/preview`, { user, body: {} })
    expect((await link(editor)).status).toBe(422)
    expect((await link(await studio.user('translator', ['uk']))).status).toBe(403)
  })
})
