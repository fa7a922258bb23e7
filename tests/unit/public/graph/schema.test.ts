import { readFileSync } from 'node:fs'
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '#graph/schema.ts'
import { build } from '#tests/build/build.ts'
import { world } from '#tests/harness/queries/world.ts'

const schemaFile = new URL('../../../../schema.graphql', import.meta.url)

describe('schema', () => {
  it('schema.graphql is current: run npm run generate', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(`${printSchema(schema)}\n`)
  })

  it('everything is described for its user', () => {
    const silent = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (type.name.startsWith('__') || isSpecifiedScalarType(type)) return []
      const members = isEnumType(type)
        ? type.getValues()
        : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.values(type.getFields())
          : []
      const args = isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => field.args) : []
      return [type, ...members, ...args].flatMap((one) => (one.description ? [] : [`${type.name}.${one.name}`]))
    })
    expect(silent).toEqual([])
  })
})

describe('no-500', () => {
  const { query } = world(
    build.person({
      id: 'server',
      name: { en: 'Server Mustafaiev' },
      formerSlugs: ['server-m'],
      facts: { portrait: 'media:gone', relations: [{ id: 'r', person: 'people:gone' }] },
    }),
    build.quote({
      id: 'q',
      facts: { speaker: 'people:server', about: ['people:gone', 'events:gone'] },
      words: { en: { text: 'Words' } },
    }),
  )

  it('unknown, unpublished and malformed ids are null', async () => {
    for (const id of [
      'people:none',
      'people:',
      ':x',
      '',
      '__proto__',
      'constructor:x',
      'people:a:b',
      'users:1',
      '{"$ne":null}',
    ]) {
      const { data, errors } = await query(
        'query ($id: ID!) { node(id: $id) { id } person(id: $id) { id } nodes(ids: [$id]) { id } }',
        { id },
      )
      expect([data, errors]).toEqual([{ node: null, person: null, nodes: [null] }, []])
    }
    expect((await query('{ person(slug: "__proto__") { id } }')).data.person).toBeNull()
  })

  it('relations that lead nowhere take nothing down', async () => {
    const { data, errors } = await query(
      '{ person(slug: "server") { portrait { alt } relations { person { id } name { text } } } quotes { nodes { about { id } } } }',
    )
    expect(errors).toEqual([])
    expect(data.person).toEqual({ portrait: null, relations: [{ person: null, name: null }] })
    expect(data.quotes.nodes).toEqual([{ about: [] }])
  })

  it('a former slug finds the person and says so', async () => {
    const { data } = await query(
      '{ personBySlug(slug: "server-m") { isFormer slug person { id } } person(slug: "server-m") { slug } }',
    )
    expect(data).toEqual({
      personBySlug: { isFormer: true, slug: 'server', person: { id: 'people:server' } },
      person: { slug: 'server' },
    })
  })

  it.each([
    ['{ person { id } }', 'INVALID_INPUT'],
    ['{ person(id: "a", slug: "b") { id } }', 'INVALID_INPUT'],
    ['{ people(first: 1000) { nodes { id } } }', 'PAGE_SIZE_EXCEEDED'],
    ['{ people(first: -1) { nodes { id } } }', 'INVALID_INPUT'],
    ['{ people(after: "e30") { nodes { id } } }', 'INVALID_CURSOR'],
    ['{ search(text: "server", after: "WyJzZWFyY2giLCJ4IiwicGVvcGxlOmEiXQ") { totalCount } }', 'INVALID_CURSOR'],
    ['{ people(where: { birthDate: { from: "yesterday" } }) { totalCount } }', 'INVALID_INPUT'],
    ['{ people(where: { birthDate: { from: "2020", to: "2018" } }) { totalCount } }', 'INVALID_INPUT'],
    [`{ search(text: "${'x'.repeat(201)}") { totalCount } }`, 'INVALID_INPUT'],
  ])('%s is refused with a code', async (text, code) => {
    const { errors } = await query(text)
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
  })

  it("a cursor of another order is refused with both orders' names", async () => {
    const { data } = await query('{ people(orderBy: UPDATED_AT_DESC) { pageInfo { endCursor } } }')
    const { errors } = await query('query ($c: String) { people(after: $c) { totalCount } }', {
      c: data.people.pageInfo.endCursor,
    })
    expect(errors[0]?.extensions.code).toBe('INVALID_CURSOR')
    expect(errors[0]?.message).toMatch(/updatedAt.*name en/)
  })
})
