import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#base/digest.ts'
import { createCatalog } from '#catalog/catalog.ts'
import { CatalogMoved } from '#graph/catalog.ts'
import { orderedOf } from '#graph/lists/kept.ts'
import { orders } from '#graph/lists/orders.ts'
import { localeRequest } from '#graph/words/localeRequest.ts'
import type { Body, ChangeEntry, Form, PublishedRow } from '#record/record.ts'
import { build } from '#tests/build/build.ts'
import { rowOf } from '#tests/build/rows.ts'

const empty = () => createCatalog({ loadBody: async () => null })
const chain = ['en'] as const
const byName = { by: 'name', direction: 'asc' } as const

describe('catalog', () => {
  it('rows may come in any order and more than once: the newest of each document stays', async () => {
    const versions = [1, 2, 3, 4].map((at) => rowOf(build.person({ id: 'p', name: { en: `Name${at}` } }), at))
    const rows: PublishedRow[] = [
      ...versions,
      { ...rowOf(build.person({ id: 'q', name: { en: 'Q' } }), 5), key: 'people:q' },
    ]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 }), async (order) => {
        const catalog = empty()
        for (const row of order) catalog.apply(row)
        expect(catalog.get('people:p')?.seq).toBe(4)
        expect((await catalog.ordered('people', byName, chain)).map(({ key }) => key)).toEqual(['people:p', 'people:q'])
        expect(catalog.seq).toBe(5)
      }),
    )
  })

  it('what was withdrawn does not come back with an older row', async () => {
    const catalog = empty()
    const row = rowOf(build.person({ id: 'p', name: { en: 'Name' } }), 1)
    catalog.apply({ ...row, seq: 2, card: null })
    catalog.apply(row)
    const hits = await catalog.search('Name', chain)
    expect([catalog.get('people:p'), catalog.bySlug('p'), hits, catalog.size]).toEqual([undefined, undefined, [], 0])
  })

  it('a long list is sorted in turns, and what changes meanwhile is in it', async () => {
    const catalog = empty()
    const name = (at: number) => `Name ${String((at * 7919) % 20_000).padStart(5, '0')}`
    for (let at = 0; at < 20_000; at++)
      catalog.apply(rowOf(build.person({ id: `p${at}`, name: { en: name(at) } }), at + 1))
    const asked = catalog.ordered('people', byName, chain)
    const askedAgain = catalog.ordered('people', byName, chain)
    expect(asked).toBeInstanceOf(Promise)
    catalog.apply(rowOf(build.person({ id: 'late', name: { en: 'Name 00000 late' } }), 20_001))
    catalog.apply({ ...rowOf(build.person({ id: 'p0', name: { en: 'gone' } }), 20_002), card: null })
    const names = (await asked).map(({ card }) => card.words.en?.displayName?.value)
    const expected = Array.from({ length: 19_999 }, (_, at) => name(at + 1)).concat('Name 00000 late')
    expect(names).toEqual(expected.sort())
    expect(await askedAgain).toBe(await asked)
    expect(catalog.ordered('people', byName, chain)).toBe(await asked)
  })

  it('a long relation read backwards is sorted in turns, and a short one at once', async () => {
    const catalog = empty()
    const event = (at: number, who: string) =>
      build.event({
        id: `e${at}`,
        facts: {
          date: build.date(`${1000 + ((at * 7919) % 1000)}`),
          participants: [{ id: 'x', who: `people:${who}` }],
        },
        words: { en: { title: 'Event' } },
      })
    for (let at = 0; at < 20_000; at++) catalog.apply(rowOf(event(at, 'many'), at + 1))
    for (let at = 20_000; at < 20_020; at++) catalog.apply(rowOf(event(at, 'few'), at + 1))
    const sortedOf = (who: string) =>
      orderedOf(catalog.referrers(`people:${who}`, 'events', 'participants/who'), orders.DATE_ASC, localeRequest('en'))
    const asked = sortedOf('many')
    expect(asked).toBeInstanceOf(Promise)
    const years = (await asked).map(({ card }) => card.facts.date?.edtf)
    expect(years).toHaveLength(20_000)
    expect(years).toEqual([...years].sort())
    expect(sortedOf('many')).toBe(await asked)
    expect(sortedOf('few')).toHaveLength(20)
  })

  it('a log entry that is newer than its row brings its form, and its body at once', () => {
    const loaded: string[] = []
    const catalog = createCatalog({
      loadBody: async (key) => {
        loaded.push(key)
        return null
      },
    })
    const told = build.person({ id: 'p', name: { en: 'Name' }, body: { en: { biography: build.richText('Life') } } })
    catalog.apply(entryOf(told, 7))
    const entry = catalog.get('people:p')
    expect(entry?.hash).toBe('form7')
    expect(entry && (catalog.body(entry) as Body).words.en?.biography?.value.plainText).toBe('Life')
    expect(loaded).toEqual([])
    catalog.apply({ ...entryOf(told, 8), form: null })
    expect(catalog.seq).toBe(8)
    catalog.apply({ ...entryOf(told, 9), form: 'null' })
    expect(catalog.get('people:p')).toBeUndefined()
  })

  it('one body is loaded once for all who wait, and a form that has moved on says so', async () => {
    let loads = 0
    const body: Body = { words: {} }
    const catalog = createCatalog({
      loadBody: async (key) => {
        loads++
        return key === 'people:p' ? body : null
      },
    })
    for (const [at, id] of ['p', 'q'].entries()) catalog.apply(rowOf(build.person({ id, name: { en: id } }), at + 1))
    const [p, q] = [catalog.get('people:p'), catalog.get('people:q')]
    if (!p || !q) throw new Error('Both were applied.')
    expect(await Promise.all([catalog.body(p), catalog.body(p)])).toEqual([body, body])
    expect(catalog.body(p)).toBe(body)
    expect(loads).toBe(1)
    await expect(catalog.body(q)).rejects.toBeInstanceOf(CatalogMoved)
  })

  it('relations read backwards follow every change, and an array that was handed out stays as it was', () => {
    const catalog = empty()
    const quote = (speaker: `people:${string}`) =>
      build.quote({ id: 'q', facts: { speaker, about: ['people:b'] }, words: { en: {} } })
    catalog.apply(rowOf(quote('people:a'), 1))
    const before = catalog.referrers('people:a', 'quotes', 'speaker')
    expect(before.map(({ key }) => key)).toEqual(['quotes:q'])
    expect(catalog.referrers('people:a', 'quotes', 'speaker')).toBe(before)
    catalog.apply(rowOf(quote('people:b'), 2))
    expect(before).toHaveLength(1)
    expect(catalog.referrers('people:a', 'quotes')).toEqual([])
    expect(catalog.referrers('people:b', 'quotes')).toHaveLength(1)
    expect(catalog.referrers('people:b', 'quotes', 'about')).toHaveLength(1)
  })

  it('a present slug wins over a former one', () => {
    const catalog = empty()
    catalog.apply(rowOf(build.person({ id: 'a', name: { en: 'A' }, slug: 'new', formerSlugs: ['old'] }), 1))
    expect(catalog.bySlug('old')).toMatchObject({ isFormer: true, entry: { key: 'people:a' } })
    catalog.apply(rowOf(build.person({ id: 'b', name: { en: 'B' }, slug: 'old' }), 2))
    expect(catalog.bySlug('old')).toMatchObject({ isFormer: false, entry: { key: 'people:b' } })
  })
})

function entryOf({ card, body }: Form, seq: number): ChangeEntry {
  return {
    seq,
    key: `people:${card.id}`,
    kind: 'publish',
    facts: true,
    locales: [],
    formHash: `form${seq}`,
    prev: '',
    hash: '',
    at: card.publishedAt,
    applied: false,
    form: canonicalJson({ card, body }),
  }
}
