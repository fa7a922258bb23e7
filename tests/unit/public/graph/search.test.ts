import { describe, expect, it } from 'vitest'
import { build } from '#tests/build/build.ts'
import { world } from '#tests/harness/queries/world.ts'

const server = build.person({
  id: 'server',
  name: { uk: 'Сервер Мустафаєв', en: 'Server Mustafaiev' },
  words: { en: { description: 'Coordinator of Crimean Solidarity' } },
})
const nariman = build.person({ id: 'nariman', name: { uk: 'Наріман Джелял', en: 'Nariman Dzhelial' } })
const people = world(server, nariman, build.person({ id: 'mustafa', name: { en: 'Mustafa Dzhemilev' } }))

const found = async (text: string, locale = 'en') => {
  const { data, errors } = await people.query(
    'query ($t: String!, $l: Locale) { search(text: $t, locale: $l) { nodes { id ... on Person { slug } } totalCount edges { snippets { path html } } } }',
    { t: text, l: locale },
  )
  expect(errors).toEqual([])
  return data.search
}

describe('search', () => {
  it.each([
    'Мустафаєв',
    'Мустафаев',
    'Mustafayev',
    'Mustafaev',
    'Mustafajew',
    'Mustafaiev',
    'mustafaiev server',
    'Мустафаєв Сервер',
  ])('finds Server Mustafaiev by %s, in any locale', async (spelling) => {
    for (const locale of ['en', 'uk', 'ar']) expect((await found(spelling, locale)).nodes[0].slug).toBe('server')
  })

  it.each(['Джелял', 'Dzhelyal', 'Dzhelial', 'Jelal', 'Celal'])('finds Nariman Dzhelial by %s', async (spelling) => {
    expect((await found(spelling)).nodes.map((node: { slug: string }) => node.slug)).toContain('nariman')
  })

  it('beginnings and typos find too', async () => {
    expect((await found('mustafa')).totalCount).toBe(2)
    expect((await found('Mustefaiev')).nodes[0].slug).toBe('server')
  })

  it('exact names come first', async () => {
    expect((await found('Mustafa Dzhemilev')).nodes[0].slug).toBe('mustafa')
    expect((await found('Mustafa')).nodes[0].slug).toBe('mustafa')
  })

  it('says where it found it, as HTML that is safe', async () => {
    const risky = build.event({ id: 'e', words: { en: { title: 'Search <b> of the house' } } })
    const { data } = await world(risky).query('{ search(text: "house") { edges { snippets { path html } } } }')
    expect(data.search.edges[0].snippets).toEqual([
      { path: 'title', html: 'Search &lt;b&gt; of the <mark>house</mark>' },
    ])
    expect((await found('Мустафаєв')).edges[0].snippets[0]).toEqual({
      path: 'name',
      html: 'Server <mark>Mustafaiev</mark>',
    })
  })

  it('shows the title of a source, which is no word of ours, in its own language', async () => {
    const report = build.source({ id: 's', facts: { title: 'Звіт про обшук', locale: 'uk' } })
    const { data } = await world(report).query(
      '{ search(text: "обшук", locale: "ar") { edges { snippets { path html locale dir } } } }',
    )
    expect(data.search.edges).toEqual([
      { snippets: [{ path: 'title', html: 'Звіт про <mark>обшук</mark>', locale: 'uk', dir: 'LTR' }] },
    ])
  })

  it('words are found where they can be read, and not beyond', async () => {
    expect((await found('Solidarity', 'en')).totalCount).toBe(1)
    expect((await found('Solidarity', 'ru')).totalCount).toBe(1)
    const { data } = await people.query('{ search(text: "Solidarity", locale: "uk", fallback: []) { totalCount } }')
    expect(data.search.totalCount).toBe(0)
  })

  it('follows what is published and withdrawn', async () => {
    const { query, publish, withdraw } = world(server)
    const count = async (text: string) =>
      (await query('query ($t: String!) { search(text: $t) { totalCount } }', { t: text })).data.search.totalCount
    expect(await count('Mustafaiev')).toBe(1)
    publish(build.person({ id: 'server', name: { en: 'S. M.' } }))
    expect(await count('Mustafaiev')).toBe(0)
    withdraw('people:server')
    expect(await count('S.')).toBe(0)
  })
})
