import { describe, expect, it } from 'vitest'
import type { PublicEntry } from '#record/record.ts'
import { build } from '#tests/build/build.ts'
import { world } from '#tests/harness/queries/world.ts'

const place = (id: string, within?: `places:${string}`) =>
  build.place({ id, facts: { ...(within && { within }) }, words: { en: { name: id } } })
const held = (id: string, who: string, at: string, edtf = '2020') =>
  build.event({
    id,
    facts: {
      kind: 'transfer',
      date: build.date(edtf),
      participants: [{ id: 'x', who: `people:${who}`, role: 'victim' }],
      outcome: { custodyStatus: 'serving', place: `places:${at}` },
    },
    words: { en: { title: id } },
  })

const { query } = world(
  place('russia'),
  place('rostov', 'places:russia'),
  place('sizo', 'places:rostov'),
  place('tambov', 'places:russia'),
  build.person({
    id: 'a',
    name: { en: 'A' },
    facts: {
      kind: 'prisoner',
      charges: [
        { id: '1', article: '205.5 part 2' },
        { id: '2', article: '278' },
      ],
      birthDate: build.date('1986-05'),
    },
  }),
  build.person({
    id: 'b',
    name: { en: 'B', uk: 'Б' },
    facts: {
      kind: 'journalist',
      recognitions: [{ id: '1', kind: 'award' }],
      relations: [{ id: 'r', type: 'parent', person: 'people:a' }],
      birthDate: build.date('1990~'),
    },
  }),
  build.person({
    id: 'c',
    name: { en: 'C', 'crh-Latn': 'C' },
    facts: { kind: 'prisoner', birthDate: build.date('1986-05-21/..') },
  }),
  held('ha', 'a', 'sizo', '2018-05'),
  held('hb', 'b', 'tambov'),
  build.quote({
    id: 'q1',
    facts: { about: ['people:a'], saidOn: build.date('2019'), order: 2 },
    words: { en: { text: 'one' } },
  }),
  build.quote({ id: 'q2', facts: { speaker: 'people:a', featured: true }, words: { en: { text: 'two' } } }),
)

const people = async (where: string) => {
  const { data, errors } = await query(`{ people(where: ${where}) { nodes { slug } } }`)
  expect(errors).toEqual([])
  return data.people.nodes.map((node: { slug: string }) => node.slug).join('')
}

describe('filters', () => {
  it.each([
    ['{}', 'abc'],
    ['{ kind: PRISONER }', 'ac'],
    ['{ kind: [PRISONER, JOURNALIST] }', 'abc'],
    ['{ not: { kind: PRISONER } }', 'b'],
    ['{ or: [{ kind: JOURNALIST }, { charge: { article: "278" } }] }', 'ab'],
    ['{ and: [{ kind: PRISONER }, { charge: { article: "205.5" } }] }', 'a'],
    ['{ charge: { article: "205" } }', ''],
    ['{ charge: { article: "205.5", statute: "other" } }', ''],
    ['{ custodyStatus: SERVING }', 'ab'],
    ['{ custodyPlace: "places:rostov" }', 'a'],
    ['{ custodyPlace: "places:russia" }', 'ab'],
    ['{ custodyPlace: "places:none" }', ''],
    ['{ recognition: AWARD }', 'b'],
    ['{ relatedTo: "people:a" }', 'b'],
    ['{ relatedTo: "people:b" }', 'a'],
    ['{ locales: { has: "uk" } }', 'b'],
    ['{ locales: { hasAll: ["en", "crh-Cyrl"] } }', 'c'],
    ['{ locales: { missing: ["uk", "crh-Latn"] } }', 'a'],
    ['{ birthDate: { from: "1986-05-21", to: "1986-05-21" } }', 'ac'],
    ['{ birthDate: { to: "1986-04" } }', ''],
    ['{ birthDate: { from: "1991" } }', 'c'],
    ['{ kind: null, ids: ["people:b"] }', 'b'],
  ])('%s', async (where, found) => expect(await people(where)).toBe(found))

  it('a partial date overlaps the month that it may lie in', async () => {
    const { data } = await query(
      '{ events(where: { date: { from: "2018-05-21", to: "2018-05-21" } }) { nodes { id } } }',
    )
    expect(data.events.nodes).toEqual([{ id: 'events:ha' }])
  })
})

describe('lists', () => {
  it("a person holds what they said and what was said about them, in the editors' order", async () => {
    const { data } = await query(`{ person(slug: "a") {
      quotes(first: 5) { totalCount nodes { id } } said: quotes(first: 5, as: SPEAKER) { nodes { id } }
      timeline(first: 5) { nodes { __typename id } } relatedPeople(first: 1) { nodes { slug } } } }`)
    expect(data.person).toEqual({
      quotes: { totalCount: 2, nodes: [{ id: 'quotes:q2' }, { id: 'quotes:q1' }] },
      said: { nodes: [{ id: 'quotes:q2' }] },
      timeline: {
        nodes: [
          { __typename: 'Event', id: 'events:ha' },
          { __typename: 'Quote', id: 'quotes:q1' },
        ],
      },
      relatedPeople: { nodes: [{ slug: 'b' }] },
    })
  })

  it('a place knows who is held there, what lies in it and what happened', async () => {
    const { data, errors } = await query(
      '{ places(where: { within: "places:rostov" }) { nodes { name within { name } peopleHeld(first: 5) { nodes { slug } } places(first: 1) { totalCount } events(first: 1) { totalCount } } } }',
    )
    expect(errors).toEqual([])
    expect(data.places.nodes).toEqual([
      {
        name: 'sizo',
        within: { name: 'rostov' },
        peopleHeld: { nodes: [{ slug: 'a' }] },
        places: { totalCount: 0 },
        events: { totalCount: 0 },
      },
    ])
  })

  it('facets count the whole list, in the words of filters and of readers', async () => {
    const { data } = await query(
      '{ people(first: 1, locale: "uk") { facets { kind { value label count } custodyStatus { value count } } } }',
    )
    expect(data.people.facets.kind.map(({ value, count }: { value: string; count: number }) => [value, count])).toEqual(
      [
        ['PRISONER', 2],
        ['JOURNALIST', 1],
      ],
    )
    expect(data.people.facets.custodyStatus).toEqual([{ value: 'SERVING', count: 2 }])
  })

  it('a site map has every page in every locale it can be read in', async () => {
    const { data } = await query('{ sitemap { totalCount nodes { id updatedAt alternates { locale url } } } }')
    expect(data.sitemap.totalCount).toBe(3)
    expect(data.sitemap.nodes.find((node: { id: string }) => node.id === 'people:b').alternates).toEqual([
      { locale: 'en', url: 'https://example.org/en/people/b' },
      { locale: 'uk', url: 'https://example.org/uk/people/b' },
    ])
  })

  it('jsonLd tells the person as schema.org does, exact dates only, other languages tagged', async () => {
    const { data } = await query('{ b: person(slug: "b", locale: "tr") { jsonLd } a: person(slug: "a") { jsonLd } }')
    expect(data.b.jsonLd).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: { '@value': 'B', '@language': 'en' },
      url: 'https://example.org/tr/people/b',
    })
    expect(data.b.jsonLd).not.toHaveProperty('birthDate')
    expect(data.a.jsonLd).toMatchObject({ name: 'A', birthDate: '1986-05' })
  })

  it('jsonLd claims no more precision than an event has', async () => {
    const told = async (edtf: string) => {
      const event = build.event({ facts: { date: build.date(edtf) }, words: { en: { title: 't' } } })
      const { startDate, endDate } = (await world(event).query('{ events { nodes { jsonLd } } }')).data.events.nodes[0]
        .jsonLd
      return [startDate, endDate]
    }
    expect(await told('2018-05-21')).toEqual(['2018-05-21', undefined])
    expect(await told('2018-05')).toEqual(['2018-05', undefined])
    expect(await told('2018~')).toEqual([undefined, undefined])
    expect(await told('2019-11/2020-09-16')).toEqual(['2019-11-01', '2020-09-16'])
    expect(await told('2019-11-05/..')).toEqual(['2019-11-05', undefined])
  })

  it('changes gives the public log up to the version that is served', async () => {
    const entry = (seq: number): PublicEntry => ({
      seq,
      key: 'people:a',
      kind: 'publish',
      facts: true,
      locales: ['en'],
      formHash: 'f',
      prev: 'p',
      hash: 'h',
      at: '2024-01-01T00:00:00.000Z',
    })
    const { data, errors } = await query(
      '{ changes(since: 1, first: 1) { hasMore seq nodes { seq id kind locales node { id } } } }',
      {},
      {
        changes: (since, count) =>
          [1, 2, 3, 99]
            .filter((seq) => seq > since)
            .slice(0, count)
            .map(entry),
      },
    )
    expect(errors).toEqual([])
    expect(data.changes).toMatchObject({
      hasMore: true,
      nodes: [{ seq: 2, id: 'people:a', kind: 'PUBLISH', locales: ['en'], node: { id: 'people:a' } }],
    })
  })

  it('a withheld place is told from neither end', async () => {
    const withheld = build.event({
      id: 'w',
      facts: { place: 'places:p', placePrecision: 'withheld' },
      words: { en: { title: 'w' } },
    })
    const { data } = await world(place('p'), withheld).query(
      '{ events { nodes { place { id } jsonLd } } places { nodes { events(first: 1) { totalCount } } } found: events(where: { place: "places:p" }) { totalCount } }',
    )
    expect(data).toMatchObject({
      events: { nodes: [{ place: null }] },
      places: { nodes: [{ events: { totalCount: 0 } }] },
      found: { totalCount: 0 },
    })
    expect(JSON.stringify(data.events.nodes[0].jsonLd)).not.toContain('location')
  })
})
