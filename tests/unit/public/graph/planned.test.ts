import { execute, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createCatalog } from '#catalog/catalog.ts'
import { CatalogMoved } from '#graph/catalog.ts'
import { schema } from '#graph/schema.ts'
import { build, keyOf } from '#tests/build/build.ts'
import { rowOf } from '#tests/build/rows.ts'
import { wholeForms } from '#tests/build/wholeForms.ts'
import { everyField } from '#tests/harness/queries/everyField.ts'
import { contextOf, runPlanned, world } from '#tests/harness/queries/world.ts'

// `world.query` runs every query by its plan and by graphql-js, and refuses a difference.

describe('a plan answers as graphql-js does', () => {
  const forms = wholeForms()
  const record = world(...forms)
  const keys = forms.map(keyOf)

  it('for every field of the schema, strict and with fallback', async () => {
    let answered = 0
    for (const { query, first } of everyField())
      for (const locale of ['ar', 'crh-Cyrl'])
        for (const fallback of [undefined, []])
          for (const id of query.includes('$id:') ? keys : [keys[0]]) {
            const variables = { id, ids: keys, slug: 'whole-person', text: 'whole', first, locale, fallback }
            const { errors } = await record.query(query, variables)
            if (errors.length === 0) answered++
          }
    expect(answered).toBeGreaterThan(200)
  })

  it.each([
    ['aliases', '{ one: person(slug: "whole-person") { a: slug b: slug slug } two: person(slug: "none") { id } }'],
    [
      'fragments that are merged',
      `{ person(slug: "whole-person") { ...Names name { sort } ... on Localized { _l10n { requested } } ... { slug } } }
       fragment Names on Person { name { display } quotes(first: 2) { ...Page } quotes(first: 2) { nodes { id } } }
       fragment Page on QuoteConnection { totalCount nodes { __typename text { text } } }`,
    ],
    [
      'interfaces, type by type',
      `{ nodes(ids: ${JSON.stringify(keys)}) { __typename id ... on Person { slug } ... on Quote { text { text } } ... on Localized { availableLocales { locale } } } }`,
    ],
    [
      'lists of lists of one field',
      '{ people(first: 2) { edges { cursor node { id } } nodes { id } pageInfo { endCursor hasNextPage } } }',
    ],
    [
      'arguments with objects',
      '{ people(where: { and: [{ kind: [PRISONER] }, { not: { locales: { has: "uk" } } }] }) { totalCount } }',
    ],
    [
      'rich text that is read from the database',
      '{ person(slug: "whole-person") { biography { html plainText(maxLength: 20) } _l10n { complete fields(paths: ["biography"]) { served } } } }',
    ],
  ])('for %s', async (_, query) => {
    const { errors, data } = await record.query(query)
    expect(errors).toEqual([])
    expect(Object.keys(data).length).toBeGreaterThan(0)
  })

  it('where variables decide what is asked, on each run anew', async () => {
    const query = `query ($with: Boolean!, $without: Boolean = false, $first: Int!, $slug: String) {
      person(slug: $slug) { slug name @include(if: $with) { display } description @skip(if: $without) quotes(first: $first) { nodes { id } } }
    }`
    const answers = []
    for (const [isWith, without] of [
      [true, true],
      [true, false],
      [false, true],
      [false, undefined],
    ])
      for (const slug of ['whole-person', 'none'])
        answers.push(
          (await record.query(query, { with: isWith, first: 1, slug, ...(without !== undefined && { without }) })).data,
        )
    expect(Object.keys(answers[0].person)).toEqual(['slug', 'name', 'quotes'])
    expect(Object.keys(answers[6].person)).toEqual(['slug', 'description', 'quotes'])
    expect(answers[7].person).toBeNull()
  })
})

describe('graphql-js runs what a plan does not', () => {
  const record = world(build.person({ id: 'p', name: { en: 'Maryam Test' } }))

  it('an error, which it words', async () => {
    const { errors } = await record.query(
      'query ($first: Int) { people(first: $first) { nodes { quotes { totalCount } } } }',
      { first: 1 },
    )
    expect(errors[0]?.message).toContain('first or last')
  })

  it('null for what must not be null', async () => {
    const { errors } = await record.query('query ($slug: String) { personBySlug(slug: $slug) { isFormer } }', {
      slug: null,
    })
    expect(errors).toHaveLength(1)
  })

  it('introspection', async () => {
    const { data, errors } = await record.query('{ __schema { queryType { name } } people { totalCount } }')
    expect(errors).toEqual([])
    expect(data.__schema.queryType.name).toBe('Query')
  })

  it('a body that is not there any more', async () => {
    const [form] = wholeForms()
    if (!form) throw new Error('There are whole forms.')
    const catalog = createCatalog({ loadBody: async () => null })
    catalog.apply({ ...rowOf(form, 1) })
    const query = `{ node(id: "${keyOf(form)}") { id ... on Person { slug biography { html } _l10n { complete } } } }`
    const { errors } = await record.query(query, {}, { catalog })
    expect(errors[0]?.originalError).toBeInstanceOf(CatalogMoved)
  })

  it('a field that is called __proto__', async () => {
    const { data } = await execute({
      schema,
      document: parse('{ __proto__: people { totalCount } }'),
      contextValue: contextOf({ catalog: record.catalog }),
    })
    expect(Object.keys(data ?? {})).toEqual(['__proto__'])
    expect(
      await runPlanned('{ __proto__: people { totalCount } }', {}, contextOf({ catalog: record.catalog })),
    ).toBeNull()
  })
})
