import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '#graph/schema.ts'
import { localeCodes } from '#locales/table.ts'
import { generatedForms } from '#tests/bench/content.ts'
import { build } from '#tests/build/build.ts'
import { wholeForms } from '#tests/build/wholeForms.ts'
import { world } from '#tests/harness/queries/world.ts'

const forms = [...wholeForms(), ...generatedForms(4)]
const { query } = world(...forms)
const ids = forms.map(({ card }) => `${card.type}:${card.id}`)

/** What is tried for a condition, by the name of its type; a value of an enum is tried for each of its values. */
const tried: { readonly [type: string]: readonly unknown[] } = {
  ID: [...ids, 'people:none', 'x'],
  String: ['RU', 'ar', 'en', 'ru', 'uk', 'nothing'],
  Boolean: [true, false],
  DateTime: ['2023-12-31T00:00:00Z', '2024-01-01T00:00:00.000Z', '2024-01-02T00:00:00Z'],
  DateRange: [{}, { from: '2020' }, { to: '2019-06' }, { from: '2018-05-21', to: '2018-06' }, { from: '2100' }],
  ChargeFilter: [{ article: '205.5' }, { statute: 'RU-CC', article: '278' }, { statute: 'nothing' }],
  LocalesFilter: localeCodes.flatMap((locale) => [
    { has: [locale, 'uk'] },
    { hasAll: ['en', locale] },
    { missing: [locale] },
  ]),
}

const combining = ['and', 'or', 'not']

type List = { field: string; where: GraphQLInputObjectType }
const lists: List[] = Object.values((schema.getQueryType() as GraphQLObjectType).getFields()).flatMap(
  ({ name, args }) => {
    const where = args.find((arg) => arg.name === 'where')
    return where ? [{ field: name, where: getNamedType(where.type) as GraphQLInputObjectType }] : []
  },
)

const conditions = lists.flatMap(({ field, where }) =>
  Object.values(where.getFields())
    .filter(({ name }) => !combining.includes(name))
    .map(({ name, type }) => ({ condition: `${field} by ${name}`, field, where, name, values: valuesOf(type) })),
)

function valuesOf(type: GraphQLInputType): unknown[] {
  const named = getNamedType(type)
  const single = isEnumType(named) ? named.getValues().map(({ name }) => name) : (tried[named.name] ?? [])
  return isListType(getNullableType(type)) ? single.map((value) => [value]) : [...single]
}

/** How many documents of a list each filter finds. */
async function counts({ field, where }: List, filters: readonly object[]): Promise<number[]> {
  const declared = filters.map((_, at) => `$w${at}: ${where.name}`).join(' ')
  const asked = filters.map((_, at) => `c${at}: ${field}(where: $w${at}) { totalCount }`).join(' ')
  const variables = Object.fromEntries(filters.map((filter, at) => [`w${at}`, filter]))
  const { data, errors } = await query(`query (${declared}) { ${asked} }`, variables)
  expect(errors).toEqual([])
  return filters.map((_, at) => data[`c${at}`].totalCount)
}

describe('every condition of every filter', () => {
  it.each(conditions)('$condition parts the list in two, and combines', async ({ name, values, ...list }) => {
    expect(values).not.toEqual([])
    const [all = 0] = await counts(list, [{}])
    const found: number[] = []
    for (const value of values) {
      const one = { [name]: value }
      const filters = [
        one,
        { not: one },
        { and: [one, { not: one }] },
        { or: [one, { not: one }] },
        { not: { not: one } },
      ]
      const [count = 0, ...rest] = await counts(list, filters)
      expect(rest, JSON.stringify(one)).toEqual([all - count, 0, all, count])
      found.push(count)
    }
    expect(Math.max(...found), 'no value finds anything').toBeGreaterThan(0)
    expect(Math.min(...found), 'every value finds everything').toBeLessThan(all)
  })

  it('a list of values finds what any of them finds', async () => {
    const kinds = [['PRISONER'], ['RELATIVE'], ['PRISONER', 'RELATIVE'], []]
    const people = lists.find(({ field }) => field === 'people') as List
    const [prisoners = 0, relatives = 0, both, none] = await counts(
      people,
      kinds.map((kind) => ({ kind })),
    )
    expect([both, none]).toEqual([prisoners + relatives, 0])
  })

  it('every input object of the schema is among them', () => {
    const used = new Set(
      conditions.map(({ where, name }) => getNamedType(where.getFields()[name]?.type as GraphQLInputType)),
    )
    const inputs = Object.values(schema.getTypeMap()).filter((type) => isInputObjectType(type))
    const wheres = lists.map(({ where }) => where)
    expect(inputs.filter((type) => !used.has(type) && !wheres.includes(type))).toEqual([])
  })
})

describe('facets', () => {
  it.each([
    ['people', 'kind', 'kind'],
    ['people', 'custodyStatus', 'custodyStatus'],
    ['people', 'custodyProcedure', 'custodyProcedure'],
    ['people', 'recognition', 'recognition'],
    ['events', 'kind', 'kind'],
  ])('%s: %s counts what its filter finds', async (field, facet, condition) => {
    const { data } = await query(`{ ${field}(first: 1) { facets { ${facet} { value count } } } }`)
    const told: { value: string; count: number }[] = data[field].facets[facet]
    const list = lists.find((one) => one.field === field) as List
    const found = await counts(
      list,
      told.map(({ value }) => ({ [condition]: [value] })),
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told.map(({ count }) => count)).toEqual(found)
    expect(found).toEqual([...found].sort((one, other) => other - one))
  })
})

describe('orders', () => {
  const moved = (id: string, publishedAt: string, updatedAt: string) => {
    const one = build.person({ id, slug: id, words: { en: { displayName: id, sortName: id } }, at: publishedAt })
    return { ...one, card: { ...one.card, parts: { ...one.card.parts, en: updatedAt } } }
  }
  const people = world(
    moved('a', '2024-01-02T00:00:00.000Z', '2024-01-05T00:00:00.000Z'),
    moved('b', '2024-01-01T00:00:00.000Z', '2024-01-07T00:00:00.000Z'),
    moved('c', '2024-01-03T00:00:00.000Z', '2024-01-03T00:00:00.000Z'),
  )

  it.each([
    ['NAME_ASC', 'abc'],
    ['NAME_DESC', 'cba'],
    ['PUBLISHED_AT_ASC', 'bac'],
    ['PUBLISHED_AT_DESC', 'cab'],
    ['UPDATED_AT_ASC', 'cab'],
    ['UPDATED_AT_DESC', 'bac'],
  ])('%s', async (order, expected) => {
    const { data } = await people.query(`{ people(orderBy: ${order}) { nodes { slug } } }`)
    expect(data.people.nodes.map(({ slug }: { slug: string }) => slug).join('')).toBe(expected)
  })

  it.each(lists)('$field: every order shows every document once', async ({ field, where }) => {
    const order = schema.getType(where.name.replace('Where', 'Order'))
    const shown = isEnumType(order) ? order.getValues() : []
    const [all] = await counts({ field, where }, [{}])
    expect(shown.length).toBeGreaterThan(0)
    for (const { name } of shown) {
      const { data, errors } = await query(`{ ${field}(first: 100, orderBy: ${name}) { nodes { id } } }`)
      expect(errors).toEqual([])
      expect(new Set(data[field].nodes.map(({ id }: { id: string }) => id)).size, name).toBe(all)
    }
  })

  // Each as its alphabet has it; Intl sorts Crimean Tatar as the nearest language that it knows.
  it.each([
    ['uk', 'Гончар Ґалаґан Еней Євген Іваненко Їжак Щука'],
    ['ru', 'Егоров Ёлкин Жуков Йод Яков'],
    ['tr', 'Can Çelik Ilgaz İnan Oya Ömer Sezer Şahin Umut Ümit'],
    ['crh-Latn', 'Curcı Çelebi Osman Ömer Seyran Şevket Usein Ümer'],
    ['crh-Cyrl', 'Абла Джемиль Нариман Сейран Эмир'],
    ['ar', 'أحمد بكر سرور علي مصطفى'],
    ['en', 'Adam Zahra zoe'],
  ])('names in %s stand as its readers sort', async (locale, sorted) => {
    const names = sorted.split(' ')
    const shuffled = [...names].sort((one, other) => one.length - other.length || (one < other ? 1 : -1))
    const { query: ask } = world(
      ...shuffled.map((name) =>
        build.person({ slug: name, words: { [locale]: { displayName: name, sortName: name } } }),
      ),
    )
    const { data } = await ask(`{ people(locale: "${locale}") { nodes { name { sort } } } }`)
    expect(data.people.nodes.map((node: { name: { sort: string } }) => node.name.sort)).toEqual(names)
  })
})
