import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examples } from '#explorer/examples.ts'
import { writtenLocales } from '#import/demo/content.ts'
import { demoDocuments } from '#import/demo/documents.ts'
import { type SeedReport, seedDemo } from '#import/demo/seedDemo.ts'
import { withdraw } from '#publishing/publish.ts'
import type { Body, Card } from '#record/record.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { readmeQueries } from '#tests/harness/queries/readmeQueries.ts'
import { openStudio, type Studio } from '#tests/harness/studio.ts'

let studio: Studio
let first: SeedReport
let forms: { card: Card; body: Body }[]

beforeAll(async () => {
  studio = await openStudio()
  first = await seedDemo(studio.payload)
  forms = await publicForms()
})
afterAll(() => studio?.close())

async function publicForms(): Promise<{ card: Card; body: Body }[]> {
  const { docs } = await studio.payload.find({ collection: 'published', pagination: false, depth: 0 })
  return docs.map(({ card, body }) => ({ card: JSON.parse(String(card)), body: JSON.parse(String(body)) }))
}

type LogEntry = {
  seq: number
  id: string
  kind: string
  facts: boolean
  locales: string[]
  formHash: string
  prev: string
  hash: string
  at: string
}

async function wholeLog(delivery: TestDelivery, since = 0): Promise<LogEntry[]> {
  const { body } = await delivery.ask(
    'query ($since: Int) { changes(since: $since, first: 20) { hasMore nodes { seq id kind facts locales formHash prev hash at } } }',
    { variables: { since } },
  )
  const { hasMore, nodes } = body.data.changes
  return hasMore ? [...nodes, ...(await wholeLog(delivery, nodes.at(-1).seq))] : nodes
}

function cardsOf<Type extends Card['type']>(type: Type): Card<Type>[] {
  return forms.map(({ card }) => card).filter((card): card is Card<Type> => card.type === type)
}

describe('the first profile', () => {
  it('is published as a whole', () => {
    expect(first).toEqual({ created: demoDocuments.length, published: demoDocuments.length, unchanged: 0 })
    expect(forms).toHaveLength(demoDocuments.length)
  })

  it('answers the queries of the README as the README says', async () => {
    const queries = readmeQueries()
    expect(queries).toHaveLength(11)
    const delivery = await openDelivery(studio.databaseUrl)
    for (const { title, query, data } of queries) {
      expect((await delivery.ask(query)).body, title).toMatchObject({ data })
    }
    await delivery.stop()
  })

  it('answers what the explorer opens with', async () => {
    const delivery = await openDelivery(studio.databaseUrl)
    const answers = await Promise.all(
      examples.map(({ query, variables }) => delivery.ask(query, { variables: JSON.parse(variables) })),
    )
    await delivery.stop()
    expect(answers.map(({ body }) => body)).toMatchObject([
      { data: { people: { nodes: [{ slug: 'server-mustafaiev', name: { locale: 'uk' } }, {}] } } },
      { data: { person: { name: { display: 'Server Mustafayev' }, _l10n: { chain: ['tr', 'en'] } } } },
      { data: { search: { edges: [{ node: { slug: 'server-mustafaiev' } }, ...Array(4).fill({})] } } },
    ])
    expect(answers.flatMap(({ body }) => body.errors ?? [])).toEqual([])
  })

  it('chained: whoever reads the log through the API can verify it', async () => {
    const delivery = await openDelivery(studio.databaseUrl)
    const log = await wholeLog(delivery)
    await delivery.stop()
    expect(log.map(({ seq }) => seq)).toEqual(demoDocuments.map((_, at) => at + 1))
    log.forEach(({ hash, id, kind, prev, seq, facts, locales, formHash, at }, n) => {
      // As the README says it: keys in the order of the alphabet.
      const entry = { at, facts, formHash, key: id, kind: kind.toLowerCase(), locales, prev, seq }
      expect(hash).toBe(createHash('sha256').update(JSON.stringify(entry)).digest('hex'))
      expect(prev).toBe(log[n - 1]?.hash ?? '0'.repeat(64))
    })
  })

  it('loaded twice it changes nothing, whatever editors made of it since: changed, withdrawn, deleted', async () => {
    const { payload } = studio
    const { docs } = await payload.find({ collection: 'places', where: { name: { equals: 'Tambov' } }, locale: 'en' })
    const id = String(docs[0]?.id)
    await payload.update({ collection: 'places', id, locale: 'en', data: { name: 'Tambov (city)' } })
    const [quote, media] = [cardsOf('quotes')[0]?.id, cardsOf('media')[0]?.id]
    await withdraw({ payload, key: `quotes:${quote}` })
    await payload.delete({ collection: 'media', id: String(media) })
    const before = await payload.count({ collection: 'changes' })
    expect(await seedDemo(payload)).toEqual({ created: 0, published: 0, unchanged: demoDocuments.length })
    expect(await payload.count({ collection: 'changes' })).toEqual(before)
    const after = await payload.findByID({ collection: 'places', id, locale: 'en' })
    expect(after.name).toBe('Tambov (city)')
  })

  it('has every word in every written locale', () => {
    const missing = forms.flatMap(({ card, body }) =>
      [card.words, body.words].flatMap((words) =>
        Object.keys(words.en ?? {}).flatMap((path) =>
          writtenLocales.filter((locale) => !words[locale]?.[path]).map((locale) => `${card.type} ${path} ${locale}`),
        ),
      ),
    )
    expect(missing).toEqual([])
  })

  it('is Arabic in name and description only, and Cyrillic by derivation only', () => {
    const server = cardsOf('people').find(({ slug }) => slug === 'server-mustafaiev')
    expect(Object.keys(server?.words.ar ?? {}).sort()).toEqual([
      'description',
      'displayName',
      'name/family',
      'name/given',
      'sortName',
    ])
    expect(forms.filter(({ card }) => card.words['crh-Cyrl'])).toEqual([])
    expect(forms.filter(({ card }) => card.words.ar)).toHaveLength(1)
  })

  it('names no minor, no wife, and derives nobody’s birth', () => {
    const [server] = cardsOf('people').filter(({ slug }) => slug === 'server-mustafaiev')
    const relations = server?.facts.relations ?? []
    expect(relations.filter(({ type }) => type === 'child')).toMatchObject([{ count: 4 }])
    expect(relations.filter(({ person }) => person)).toMatchObject([{ type: 'parent' }])
    expect(
      cardsOf('people')
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['server-mustafaiev', 'venera-mustafaieva'])
  })

  it('every allegation, recognition and event has a source that is public', () => {
    const keys = new Set(forms.map(({ card }) => `${card.type}:${card.id}`))
    const sourced = [
      ...cardsOf('events').map(({ facts }) => facts.sources),
      ...cardsOf('quotes').map(({ facts }) => facts.sources),
      ...cardsOf('people').flatMap(({ facts }) =>
        [...(facts.charges ?? []), ...(facts.recognitions ?? []), ...(facts.relations ?? [])].map((row) => row.sources),
      ),
    ]
    for (const sources of sourced) {
      expect(sources?.length).toBeGreaterThan(0)
      for (const source of sources ?? []) expect(keys.has(source)).toBe(true)
    }
  })

  it('keeps accusation, penalty faced and sentence apart', () => {
    const [server] = cardsOf('people').filter(({ slug }) => slug === 'server-mustafaiev')
    expect(server?.facts.charges).toMatchObject([
      { article: '205.5(2)', penaltyMinYears: 10, penaltyMaxYears: 20 },
      { article: '278', date: { edtf: '2019-02-22' } },
    ])
    expect(server?.facts.charges?.every(({ event }) => event?.startsWith('events:'))).toBe(true)
    const [verdict] = cardsOf('events').filter(({ facts }) => facts.kind === 'verdict')
    expect(verdict?.facts.outcome?.sentence).toEqual({ years: 14 })
  })

  it('words know where they come from', () => {
    const [server] = cardsOf('people').filter(({ slug }) => slug === 'server-mustafaiev')
    const source = server?.words.en?.description
    expect(source?.origin).toBe('authored')
    expect(server?.words.uk?.description).toMatchObject({ origin: 'human', from: source?.digest })
  })
})
