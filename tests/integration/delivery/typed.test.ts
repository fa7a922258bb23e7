import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '#tests/build/build.ts'
import { openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { openDelivery, type TestDelivery } from '#tests/harness/delivery/delivery.ts'
import { eventually } from '#tests/harness/eventually.ts'
import { dataOf, graphql } from '#tests/harness/queries/typedQuery.ts'

const changed = graphql(`
  query Changed($since: Int!) {
    changes(since: $since, first: 2) {
      hasMore
      nodes {
        seq
        id
        node(locale: "en") {
          ... on Person { slug name { display } }
        }
      }
    }
  }
`)

/** A static site as its generator sees it: pages by document, and the last change that they hold. */
type Site = { pages: Map<string, string>; seq: number; built: string[] }

let writer: RecordWriter
let delivery: TestDelivery

beforeAll(async () => {
  writer = await openRecordWriter()
  await writer.publish(
    build.person({ id: 'a', name: 'Asan' }),
    build.person({ id: 'b', name: 'Bekir' }),
    build.person({ id: 'c', name: 'Cevdet' }),
  )
  delivery = await openDelivery(writer.url)
})

afterAll(async () => {
  await delivery.stop()
  await writer.close()
})

/** The build of README's "A static site that fetches only what changed". */
async function buildSite(site: Site): Promise<Site> {
  const { changes } = await dataOf(delivery, changed, { since: site.seq })
  const next: Site = { pages: new Map(site.pages), seq: site.seq, built: [...site.built] }
  for (const { seq, id, node } of changes.nodes) {
    if (node && 'slug' in node) next.pages.set(id, node.name.display ?? '')
    else next.pages.delete(id)
    next.built.push(id)
    next.seq = seq
  }
  return changes.hasMore ? buildSite(next) : next
}

describe('a static site, typed by the schema', () => {
  it('builds itself from the change log, then only what changed', async () => {
    const first = await buildSite({ pages: new Map(), seq: 0, built: [] })
    expect([...first.pages.values()].sort()).toEqual(['Asan', 'Bekir', 'Cevdet'])
    await writer.publish(build.person({ id: 'b', name: 'Bekir Osmanov' }))
    await writer.withdraw('people:c')
    await eventually(async () => {
      const second = await buildSite({ ...first, built: [] })
      expect(second.built).toEqual(['people:b', 'people:c'])
      expect([...second.pages.values()].sort()).toEqual(['Asan', 'Bekir Osmanov'])
    })
  })
})
