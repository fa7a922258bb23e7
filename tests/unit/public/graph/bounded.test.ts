import {
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  parse,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { checkRequest, costOf } from '#graph/limits/cost.ts'
import { limits } from '#graph/limits/table.ts'
import { checkText } from '#graph/limits/text.ts'
import { schema } from '#graph/schema.ts'
import { localeCodes } from '#locales/table.ts'

const check = (query: string, variables?: Record<string, unknown>) => checkRequest(schema, parse(query), variables)
const codes = (query: string, variables?: Record<string, unknown>) =>
  check(query, variables).errors.map(({ extensions }) => extensions.code)

describe('bounded', () => {
  it('a list costs its page times what each document costs', () => {
    expect(check('{ people(first: 20) { nodes { slug } } }').cost).toBe(21)
    expect(check('{ people { nodes { slug } } }').cost).toBe(21)
    expect(check('{ people(first: 20) { nodes { quotes(first: 3) { nodes { id } } } } }').cost).toBe(
      1 + 20 * (1 + 1 + 3),
    )
    expect(check('query ($n: Int = 7) { people(first: $n) { nodes { slug } } }').cost).toBe(8)
    expect(check('query ($n: Int) { people(first: $n) { nodes { slug } } }', { n: 5 }).cost).toBe(6)
  })

  it('fragments cost what they hold, wherever they are spread', () => {
    const spread = check(
      '{ people(first: 5) { ...page } } fragment page on PersonConnection { nodes { ...who } } fragment who on Person { portrait { alt } }',
    )
    expect(spread.cost).toBe(1 + 5 * 2)
  })

  it('localizations and other plain lists cost the most they can hold', () => {
    expect(check('{ people(first: 10) { nodes { localizations { slug } } } }').cost).toBe(
      1 + 10 * (1 + localeCodes.length),
    )
    expect(check('{ people(first: 10) { nodes { localizations(locales: ["uk"]) { slug } } } }').cost).toBe(1 + 10 * 2)
  })

  it('over the limit names both numbers', () => {
    const [error] = check('{ people(first: 100) { nodes { quotes(first: 100) { nodes { about { id } } } } } }').errors
    expect(error?.extensions).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', limit: 10_000 })
    expect(error?.message).toContain(String(error?.extensions.asked))
    expect(error?.message).toContain('10000')
  })

  it.each([
    [
      'deep',
      `{ people(first: 1) { nodes { quotes(first: 1) { nodes { speaker { quotes(first: 1) { nodes { speaker { quotes(first: 1) { nodes { id } } } } } } } } } } }`,
      'DEPTH_LIMIT_EXCEEDED',
    ],
    [
      'aliased',
      `{ people { nodes { ${Array.from({ length: 31 }, (_, at) => `a${at}: slug`).join(' ')} } } }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'many root fields',
      `{ ${Array.from({ length: 11 }, (_, at) => `a${at}: locales { code }`).join(' ')} }`,
      'COST_LIMIT_EXCEEDED',
    ],
    ['directives', `{ locales { code ${'@include(if: true) '.repeat(31)} } }`, 'COST_LIMIT_EXCEEDED'],
    ['tokens', `{ locales { ${'code '.repeat(2001)} } }`, 'COST_LIMIT_EXCEEDED'],
    [
      'fields once fragments are unfolded',
      `{ people(first: 1) { nodes { ...f0 } } } ${Array.from(
        { length: 7 },
        (_, at) =>
          `fragment f${at} on Person { relations { a: person { ...f${at + 1} } b: person { ...f${at + 1} } } }`,
      ).join(' ')} fragment f7 on Person { id slug path description biography { html } birthDate { edtf } }`,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'three introspections',
      '{ a: __schema { queryType { name } } b: __schema { queryType { name } } c: __schema { queryType { name } } }',
      'COST_LIMIT_EXCEEDED',
    ],
    ['page too large', '{ people(first: 101) { nodes { id } } }', 'PAGE_SIZE_EXCEEDED'],
    ['page of nothing', '{ people(first: 0) { nodes { id } } }', 'INVALID_INPUT'],
    ['both ends', '{ people(first: 1, last: 1) { nodes { id } } }', 'INVALID_INPUT'],
    ['nested without a size', '{ people(first: 1) { nodes { quotes { nodes { id } } } } }', 'INVALID_INPUT'],
    ['garbage cursor', '{ people(first: 1, after: "garbage") { nodes { id } } }', 'INVALID_CURSOR'],
    [
      'introspection bombs',
      `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} }'.repeat(12)} } } }`,
      'DEPTH_LIMIT_EXCEEDED',
    ],
  ])('%s is refused', (_, query, code) => expect(codes(query)).toContain(code))

  it('filters cost by their conditions', () => {
    expect(
      check(
        '{ people(first: 1, where: { kind: [PRISONER], or: [{ gender: [MALE] }, { gender: [FEMALE] }] }) { nodes { id } } }',
      ).cost,
    ).toBe(1 + 3 * 50 + 1)
    const where = { or: Array.from({ length: 300 }, () => ({ kind: ['PRISONER'] })) }
    expect(codes('query ($w: PersonWhere) { people(where: $w) { totalCount } }', { w: where })).toContain(
      'COST_LIMIT_EXCEEDED',
    )
    const nested = Array.from({ length: 3000 }).reduce<object>((inner) => ({ not: inner }), {})
    expect(codes('query ($w: PersonWhere) { people(where: $w) { totalCount } }', { w: nested })).toContain(
      'COST_LIMIT_EXCEEDED',
    )
  })

  it('circles of fragments and unknown fields end', () => {
    const circle =
      '{ people { ...a } } fragment a on PersonConnection { nodes { ...b } } fragment b on Person { relations { person { ...b } } ...a nothing { here } }'
    expect(check(circle).errors).toEqual([])
  })

  it('doubling fragments are counted, not walked', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, at) => `fragment f${at} on Person { ...f${at + 1} ...f${at + 1} }`,
    ).join(' ')
    const before = performance.now()
    expect(
      codes(`{ people(first: 1) { nodes { ...f0 } } } ${fragments} fragment f40 on Person { portrait { id } }`),
    ).toContain('COST_LIMIT_EXCEEDED')
    // Walked, they would be a million million fields.
    expect(performance.now() - before).toBeLessThan(1000)
  })

  it('introspection by the tools of front ends passes', () => {
    expect(check(getIntrospectionQuery()).errors).toEqual([])
  })

  it('nesting is counted before parsing, outside strings and comments, in one pass', () => {
    expect(checkText('{'.repeat(65))?.extensions).toMatchObject({ code: 'DEPTH_LIMIT_EXCEEDED', asked: 65, limit: 64 })
    expect(checkText(`{ a(b: "${'{'.repeat(100)}") } # ${'{'.repeat(100)}`)).toBeUndefined()
    expect(checkText(`{ a(b: """${'{'.repeat(100)} \\""" ${'['.repeat(100)}""") }`)).toBeUndefined()
    expect(checkText('x'.repeat(12 * 1024 + 1))?.extensions).toMatchObject({ asked: 12289, limit: 12288 })
    expect(quickest(() => checkText('\\"""'.repeat(3000)))).toBeLessThan(20)
  })

  it('every list of objects says how long it can be', () => {
    const silent = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || type.name.startsWith('__')) return []
      return Object.values(type.getFields()).flatMap((field) => {
        const isList = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type))
        const { most, perItem } = costOf(field)
        return isList && most === undefined && !perItem ? [`${type.name}.${field.name}`] : []
      })
    })
    expect(silent).toEqual([])
  })

  it('every connection says how its page is sized, and the table has every limit', () => {
    const silent = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) =>
            getNamedType(field.type).name.endsWith('Connection') && costOf(field).page === undefined
              ? [`${type.name}.${field.name}`]
              : [],
          )
        : [],
    )
    expect(silent).toEqual([])
    expect(Object.keys(limits)).toEqual(
      expect.arrayContaining(['pageSize', 'cost', 'depth', 'aliases', 'rootFields', 'directives', 'tokens', 'nesting']),
    )
  })

  it('a schema that is not ours costs nothing', () => {
    expect(checkRequest(buildSchema('type Query { a: Int }'), parse('{ a }'))).toMatchObject({ errors: [], cost: 0 })
  })
})

/** Milliseconds of the quickest of some tries: what the machine does besides is not meant. */
function quickest(work: () => void): number {
  const times = Array.from({ length: 8 }, () => {
    const before = performance.now()
    work()
    return performance.now() - before
  })
  return Math.min(...times)
}
