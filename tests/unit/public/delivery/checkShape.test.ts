import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { checkShape } from '#graph/request/checkShape.ts'

const codes = (query: string) => checkShape(parse(query)).map(({ message }) => message)

describe('bounded: what would make validation slow', () => {
  it.each([
    ['one field again and again', `{ people { ${'slug '.repeat(20)} } }`],
    ['one object again and again', `{ people { ${'name { display } '.repeat(20)} } }`],
    ['inline fragments of one type', `{ people { ${'... on Person { slug } '.repeat(20)} } }`],
    ['inline fragments in inline fragments', `{ people { ${'... { ... { slug } } '.repeat(20)} } }`],
    ['one alias again and again', `{ people { ${'a: slug '.repeat(20)} } }`],
    ['one fragment again and again', `{ people { ${'...A '.repeat(20)} } } fragment A on Person { id }`],
    ['repeats inside a fragment', `{ people { ...A } } fragment A on Person { ${'id '.repeat(20)} }`],
  ])('%s is refused with both numbers', (_, query) => expect(codes(query)).toEqual([expect.stringMatching(/19 .*12/)]))

  it('too many fragments and too many variables are refused', () => {
    const fragments = Array.from({ length: 50 }, (_, n) => `fragment F${n} on Person { id }`).join(' ')
    expect(codes(`{ people { id } } ${fragments}`)).toEqual([expect.stringMatching(/50 .*40/)])
    const variables = Array.from({ length: 101 }, (_, n) => `$a${n}: Int`).join(' ')
    expect(codes(`query (${variables}) { people { id } }`)).toEqual([expect.stringMatching(/101 .*100/)])
  })

  it('what front ends write is not', () => {
    const types = ['Person', 'Quote', 'Event', 'Media', 'Organization', 'Place', 'Source']
    const union = types.map((type) => `... on ${type} { id __typename publishedAt updatedAt }`).join(' ')
    expect(codes(`{ node(id: "a") { ${union} } people { id } quotes { id } }`)).toEqual([])
  })
})
