import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '#import/demo/seedDemo.ts'
import { type Locale, localeCodes, localeRow } from '#locales/table.ts'
import { generatedForms } from '#tests/bench/content.ts'
import { openRecordWriter } from '#tests/build/recordWriter.ts'
import { wholeForms } from '#tests/build/wholeForms.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { allFields, everyField, type FieldsQuery } from '#tests/harness/queries/everyField.ts'
import { untruths } from '#tests/harness/queries/languageTruth.ts'
import { openStudio } from '#tests/harness/studio.ts'

type Reader = { locale: Locale; fallback: Locale[] | undefined }
type Content = { url: string; slug: string; text: string; close: () => Promise<void> }
type Document = { id: string; type: string; locales: string[]; originalLocale: string | undefined }

const contents = {
  'the first profile': async (): Promise<Content> => {
    const studio = await openStudio()
    await seedDemo(studio.payload)
    return { url: studio.databaseUrl, slug: 'server-mustafaiev', text: 'Mustafaiev', close: studio.close }
  },
  'documents of which some lack nothing': async (): Promise<Content> => {
    const writer = await openRecordWriter()
    await writer.publish(...wholeForms(), ...generatedForms(1))
    return { url: writer.url, slug: 'whole-person', text: 'person', close: writer.close }
  },
}

const queries = everyField()
const ofDocuments = queries.filter(({ type, below }) => type === below)

it('every field of the schema is asked', () => {
  const asked = new Set(queries.flatMap(({ asks }) => asks))
  expect(allFields().filter((field) => !asked.has(field))).toEqual([])
})

describe.each(Object.entries(contents))('of %s', (name, open) => {
  let content: Content
  let delivery: TestDelivery
  let documents: Document[]

  beforeAll(async () => {
    content = await open()
    delivery = await openDelivery(content.url, {
      SITE_URL: 'https://site.example',
      DELIVERY_URL: 'https://api.example',
    })
    documents = await allDocuments(delivery)
  })

  afterAll(async () => {
    await delivery?.stop()
    await content?.close()
  })

  it.each(localeCodes)(
    'bounded: every field answers in %s, and no request gets more objects than it pays for',
    async (locale) => {
      for (const query of queries) await answersTo(query, { locale, fallback: undefined })
      expect(delivery.logged).toEqual([])
    },
  )

  it.each(localeCodes)('language-truth: in %s, along the chain and strictly', async (locale) => {
    for (const fallback of [undefined, []]) {
      const reader = { locale, fallback }
      for (const query of ofDocuments) {
        for (const { document, data } of await answersTo(query, reader)) {
          expect(data.node !== null, `${document.id} ${fallback}`).toBe(isThere(document, reader))
          if (data.node) expect(untruths(data.node, reader), `${document.id} ${fallback}`).toEqual([])
        }
      }
    }
  })

  if (name !== 'the first profile') {
    it('every field has an answer that is not empty', async () => {
      const answered = new Set<string>()
      for (const query of queries) {
        for (const { data } of await answersTo(query, { locale: 'en', fallback: undefined })) note(data, answered)
      }
      // An interface is answered by the types that have it.
      const own = allFields().filter((field) => !/^(Node|Localized)\./.test(field))
      expect(own.filter((field) => !answered.has(field))).toEqual([])
    })
  }

  /** Asks for each document that the query can start from; an answer with errors fails. */
  async function answersTo({ query, below, first }: FieldsQuery, reader: Reader) {
    const starts = below ? documents.filter(({ type }) => type === below) : documents.slice(0, 1)
    const ids = documents.slice(0, 5).map(({ id }) => id)
    const answers = []
    for (const document of starts) {
      const variables = { ...reader, id: document.id, ids, slug: content.slug, text: content.text, first }
      const { status, body } = await delivery.ask(query, { variables })
      expect([status, body.errors], `${document.id} ${query}`).toEqual([200, undefined])
      expect(objectsIn(body.data), `${document.id} ${query}`).toBeLessThanOrEqual(body.extensions.cost)
      answers.push({ document, data: body.data })
    }
    return answers
  }
})

async function allDocuments(delivery: TestDelivery, since = 0): Promise<Document[]> {
  const query = `query ($since: Int, $all: [Locale!]) { changes(since: $since) { hasMore nodes { seq id
    node(locale: "en", fallback: $all) { __typename availableLocales { locale } ... on Quote { originalLocale } } } } }`
  const { body } = await delivery.ask(query, { variables: { since, all: localeCodes } })
  const { nodes, hasMore } = body.data.changes
  const found: Document[] = nodes.map(({ id, node }: { id: string; node: PublicNode }) => ({
    id,
    type: node.__typename,
    locales: node.availableLocales.map(({ locale }) => locale),
    originalLocale: node.originalLocale,
  }))
  return hasMore ? [...found, ...(await allDocuments(delivery, nodes.at(-1).seq))] : found
}

type PublicNode = { __typename: string; availableLocales: { locale: string }[]; originalLocale?: string }

/** Whoever asks for a locale that a document has can read it; a quote also where its original is published. */
function isThere({ type, locales, originalLocale = '' }: Document, { locale, fallback }: Reader): boolean {
  const chain = fallback ? [locale, ...fallback] : [locale, ...localeRow(locale).fallback, originalLocale]
  return type === 'Source' || chain.some((one) => locales.includes(one))
}

/** Bounded: what a request costs is at least the objects that it gets. The answer itself is none of them. */
function objectsIn(data: object): number {
  let found = -1
  JSON.stringify(data, (_, value) => {
    if (typeof value === 'object' && value !== null && '__typename' in value) found++
    return value
  })
  return found
}

/** Notes every field of an answer that is neither null nor empty. */
function note(value: unknown, answered: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) note(one, answered)
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return
  for (const [name, one] of Object.entries(value)) {
    if (!isEmpty(one)) answered.add(`${value.__typename}.${name}`)
    note(one, answered)
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
