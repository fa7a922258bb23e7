import { describe, expect, it } from 'vitest'
import { digestOf } from '#base/digest.ts'
import { build } from '#tests/build/build.ts'
import { wholeForms } from '#tests/build/wholeForms.ts'
import { world } from '#tests/harness/queries/world.ts'

const l10n = '_l10n { requested chain complete fields { path served dir isFallback isStale origin } }'

describe('language-truth', () => {
  const server = build.person({
    id: 'server',
    name: { uk: 'Сервер Мустафаєв', en: 'Server Mustafaiev' },
    sourceLocale: 'uk',
    words: {
      uk: { description: 'Опис' },
      en: { description: { value: 'Description', origin: 'machine', from: digestOf('Старий опис') } },
    },
  })

  it('every served word says its language, whether it is a fallback, stale, or machine-made', async () => {
    const { data } = await world(server).query(`{ person(slug: "server") { description ${l10n} } }`)
    expect(data.person.description).toBe('Description')
    expect(data.person._l10n).toMatchObject({ requested: 'en', chain: ['en', 'uk'], complete: true })
    expect(data.person._l10n.fields).toContainEqual({
      path: 'description',
      served: 'en',
      dir: 'LTR',
      isFallback: false,
      isStale: true,
      origin: 'MACHINE',
    })
  })

  it('what fell back names the language it is in', async () => {
    const { data } = await world(server).query(
      `{ person(slug: "server", locale: "ar", fallback: ["uk"]) { name { display locale dir } ${l10n} } }`,
    )
    expect(data.person.name).toEqual({ display: 'Сервер Мустафаєв', locale: 'uk', dir: 'LTR' })
    expect(data.person._l10n.complete).toBe(false)
    expect(data.person._l10n.fields).toContainEqual({
      path: 'name',
      served: 'uk',
      dir: 'LTR',
      isFallback: true,
      isStale: false,
      origin: 'AUTHORED',
    })
  })

  it('Ukrainian never falls back to Russian unless asked to', async () => {
    const onlyRussian = build.person({ id: 'ru-only', name: { ru: 'Иван Иванов' } })
    const { query } = world(onlyRussian)
    expect((await query('{ person(slug: "ru-only", locale: "uk") { id } }')).data.person).toBeNull()
    const asked = await query('{ person(slug: "ru-only", locale: "uk", fallback: ["ru"]) { name { locale } } }')
    expect(asked.data.person.name.locale).toBe('ru')
  })

  it('an empty fallback is strict: documents and relations', async () => {
    const quote = build.quote({
      id: 'q',
      facts: { speaker: 'people:server', originalLocale: 'uk' },
      words: { uk: { text: 'Слова' }, en: { text: 'Words' } },
    })
    const { query } = world(build.person({ id: 'server', name: { uk: 'Сервер Мустафаєв' } }), quote)
    const { data } = await query(
      '{ quotes(locale: "en", fallback: []) { nodes { text { text locale } speaker { id } } } }',
    )
    expect(data.quotes.nodes).toEqual([{ text: { text: 'Words', locale: 'en' }, speaker: null }])
    expect((await query('{ person(slug: "server", fallback: []) { id } }')).data.person).toBeNull()
  })

  it('alt text never falls back, its caption does', async () => {
    const media = build.media({ id: 'm', words: { uk: { alt: 'Людина', caption: 'Підпис' } } })
    const { data } = await world(media).query(`{ mediaItems { nodes { alt caption ${l10n} } } }`)
    expect(data.mediaItems.nodes[0]).toMatchObject({ alt: null, caption: 'Підпис' })
    expect(data.mediaItems.nodes[0]._l10n.fields).toContainEqual({
      path: 'alt',
      served: null,
      dir: 'LTR',
      isFallback: false,
      isStale: false,
      origin: null,
    })
  })

  it('a quote is read as it was said before the chain goes on', async () => {
    const quote = build.quote({
      id: 'q',
      facts: { originalLocale: 'crh-Latn' },
      words: { en: { text: 'Words' }, 'crh-Latn': { text: 'Söz' } },
    })
    const { data } = await world(quote).query(
      '{ quotes(locale: "tr") { nodes { text { text locale dir } original { text } } } }',
    )
    expect(data.quotes.nodes).toEqual([
      { text: { text: 'Söz', locale: 'crh-Latn', dir: 'LTR' }, original: { text: 'Söz' } },
    ])
  })

  it("a quote's published original makes it visible in a chain, not strictly", async () => {
    const quote = build.quote({ id: 'q', facts: { originalLocale: 'ru' }, words: { ru: { text: 'Слова' } } })
    const { query } = world(quote)
    expect((await query('{ quotes(locale: "en") { totalCount } }')).data.quotes.totalCount).toBe(1)
    expect((await query('{ quotes(locale: "en", fallback: []) { totalCount } }')).data.quotes.totalCount).toBe(0)
  })

  describe('derived scripts', () => {
    const latin = build.person({
      id: 'server',
      name: { 'crh-Latn': 'Server Mustafayev' },
      words: { uk: { description: 'Опис' } },
    })

    it('the other script is served, marked and available', async () => {
      const { data, tags } = await world(latin).query(
        `{ person(slug: "server", locale: "crh-Cyrl") { name { display locale transliterated } description ${l10n}
           availableLocales { locale derivedFrom } alternates { locale path url } } }`,
      )
      expect(data.person.name).toEqual({ display: 'Сервер Мустафаев', locale: 'crh-Cyrl', transliterated: true })
      expect(data.person._l10n.fields).toContainEqual({
        path: 'name',
        served: 'crh-Cyrl',
        dir: 'LTR',
        isFallback: false,
        isStale: false,
        origin: 'TRANSLITERATED',
      })
      expect(data.person.availableLocales).toEqual([
        { locale: 'uk', derivedFrom: null },
        { locale: 'crh-Latn', derivedFrom: null },
        { locale: 'crh-Cyrl', derivedFrom: 'crh-Latn' },
      ])
      expect(data.person.alternates[2]).toEqual({
        locale: 'crh-Cyrl',
        path: '/crh-Cyrl/people/server',
        url: 'https://example.org/crh-Cyrl/people/server',
      })
      expect(data.person.description).toBe('Опис')
      expect([...tags]).toEqual(
        expect.arrayContaining(['people:server@crh-Cyrl', 'people:server@crh-Latn', 'people:server@uk']),
      )
    })

    it('field by field: own words win', async () => {
      const both = build.person({
        id: 'server',
        name: { 'crh-Latn': 'Server Mustafayev' },
        words: { 'crh-Cyrl': { description: 'Тарифи' }, 'crh-Latn': { description: 'Tarif' } },
      })
      const { data } = await world(both).query(
        '{ person(slug: "server", locale: "crh-Cyrl", fallback: []) { name { display } description } }',
      )
      expect(data.person).toEqual({ name: { display: 'Сервер Мустафаев' }, description: 'Тарифи' })
    })

    it('labels are of the language and the script that was asked for', async () => {
      const { query } = world(
        build.person({ id: 'server', name: { en: 'Server' }, facts: { kind: 'prisoner', gender: 'male' } }),
        build.quote({ id: 'q', facts: { connection: 'relative' }, words: { en: { text: 'Words' } } }),
      )
      const { data } = await query(
        `{ people(locale: "crh-Cyrl") { nodes { kindLabel } facets { kind { label } } }
           quotes(locale: "crh-Cyrl") { nodes { connectionLabel attributionLine } } }`,
      )
      const relative = 'Сой-акъраба'
      expect(data).toEqual({
        people: { nodes: [{ kindLabel: 'Мабюс' }], facets: { kind: [{ label: 'Мабюс' }] } },
        quotes: { nodes: [{ connectionLabel: relative, attributionLine: relative }] },
      })
    })

    it("in somebody else's chain a derived locale counts like a published one", async () => {
      const { query } = world(latin)
      const { data } = await query(
        '{ person(slug: "server", locale: "en", fallback: ["crh-Cyrl"]) { name { locale } } }',
      )
      expect(data.person.name.locale).toBe('crh-Cyrl')
      const found = await query('{ people(locale: "uk", where: { locales: { hasAll: ["crh-Cyrl"] } }) { totalCount } }')
      expect(found.data.people.totalCount).toBe(1)
    })
  })

  it('rich text that fell back carries lang and dir into the page', async () => {
    const told = build.person({
      id: 'server',
      name: { en: 'Server Mustafaiev' },
      body: { en: { biography: build.richText('Life & work') } },
    })
    const { query } = world(told)
    const { data } = await query(
      `{ person(slug: "server", locale: "ar") { biography { html plainText(maxLength: 6) locale dir } ${l10n} } }`,
    )
    expect(data.person.biography).toEqual({
      html: '<div lang="en" dir="ltr"><p>Life & work</p></div>',
      plainText: 'Life…',
      locale: 'en',
      dir: 'LTR',
    })
    expect(data.person._l10n.fields).toContainEqual(
      expect.objectContaining({ path: 'biography', served: 'en', isFallback: true }),
    )
  })

  it('links lead to what is public in the locale of the reader, and nowhere else', async () => {
    const { data } = await world(...wholeForms()).query(
      '{ person(slug: "whole-person", locale: "tr") { biography { html(headingLevel: 3) plainText references { id } } } }',
    )
    const paragraph = [
      '<strong>Born in </strong>',
      '<a href="https://example.org/tr/places/region">the region</a>',
      'a house',
      '<a href="https://elsewhere.example/?a=1&amp;b=%222%22">elsewhere</a>',
      'nowhere',
    ].join('')
    expect(data.person.biography).toEqual({
      html: `<div lang="en" dir="ltr"><h3>Life &amp; &lt;work&gt;</h3><p>${paragraph}</p></div>`,
      plainText: 'Life & <work>\n\nBorn in the regiona houseelsewherenowhere',
      references: [{ id: 'places:region' }],
    })
  })

  it('headings begin at the level that the page has room for, and words are no tags', async () => {
    const told = { ...build.richText('x'), html: '<h2>Life &lt;h2&gt;</h2><p>then</p><h4>End</h4>' }
    const { query } = world(
      build.person({ id: 'server', name: { en: 'Server Mustafaiev' }, body: { en: { biography: told } } }),
    )
    const html = async (level: string) => query(`{ person(slug: "server") { biography { html${level} } } }`)
    expect((await html('(headingLevel: 4)')).data.person.biography.html).toBe(
      '<h4>Life &lt;h2&gt;</h4><p>then</p><h6>End</h6>',
    )
    expect((await html('')).data.person.biography.html).toBe(told.html)
    const { errors } = await html('(headingLevel: 5)')
    expect(errors[0]).toMatchObject({
      message: 'headingLevel is 5; headings start at 2 to 4.',
      extensions: { code: 'INVALID_INPUT' },
    })
  })

  it('who reads a quote above a line in another language is told so', async () => {
    const quote = build.quote({
      id: 'q',
      facts: { speaker: 'people:server' },
      words: { tr: { text: 'Söz' }, en: { text: 'Words' } },
    })
    const { data } = await world(server, quote).query(
      `{ quotes(locale: "tr") { nodes { text { locale } attributionLine ${l10n} } } }`,
    )
    expect(data.quotes.nodes[0]).toMatchObject({ text: { locale: 'tr' }, attributionLine: 'Server Mustafaiev' })
    expect(data.quotes.nodes[0]._l10n).toMatchObject({
      complete: false,
      fields: [
        { path: 'text', served: 'tr', isFallback: false },
        { path: 'attributionLine', served: 'en', isFallback: true },
      ],
    })
  })

  it('paths of provenance are response paths; a parent speaks for its children', async () => {
    const charged = build.person({
      id: 'server',
      name: { en: 'Server Mustafaiev' },
      facts: { charges: [{ id: 'a' }, { id: 'b' }] },
      words: { en: { 'charges/b/label': 'terrorism' } },
    })
    const { data } = await world(charged).query(
      '{ person(slug: "server") { charges { label } _l10n { fields(paths: ["charges", "name.given"]) { path } } } }',
    )
    expect(data.person.charges).toEqual([{ label: null }, { label: 'terrorism' }])
    expect(data.person._l10n.fields).toEqual([{ path: 'name' }, { path: 'charges.1.label' }])
  })

  it('localizations are the published ones, each in its own language', async () => {
    const { data } = await world(server).query(
      '{ person(slug: "server") { localizations(locales: ["uk", "tr", "en"]) { name { locale } path } } }',
    )
    expect(data.person.localizations).toEqual([
      { name: { locale: 'uk' }, path: '/uk/people/server' },
      { name: { locale: 'en' }, path: '/en/people/server' },
    ])
  })

  it('a source can be read in every language', async () => {
    const { query } = world(build.source({ id: 's', facts: { title: 'Report' } }))
    const { data } = await query(
      `{ sources(locale: "ar", fallback: []) { nodes { title ${l10n} availableLocales { locale } } } }`,
    )
    expect(data.sources.nodes[0]).toMatchObject({
      title: 'Report',
      availableLocales: [],
      _l10n: { complete: true, fields: [] },
    })
  })

  it('an unknown locale is refused with suggestions, inline and by variable', async () => {
    const { query } = world(server)
    const inline = await query('{ people(locale: "ua") { totalCount } }')
    expect(inline.errors[0]?.extensions).toMatchObject({ code: 'UNKNOWN_LOCALE', suggestions: ['uk'] })
    const variable = await query('query ($l: Locale) { people(locale: $l) { totalCount } }', { l: 'crh' })
    expect(variable.errors[0]?.extensions).toMatchObject({
      code: 'UNKNOWN_LOCALE',
      suggestions: ['crh-Latn', 'crh-Cyrl'],
    })
  })
})
