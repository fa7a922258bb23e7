import { describe, expect, it } from 'vitest'
import { CallerError } from '#base/errors.ts'
import { checkJson } from '#graph/request/prepare.ts'
import { requestOfBody, requestOfSearch } from '#graph/request/request.ts'

const body = (value: unknown) =>
  requestOfBody(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), checkJson)
const code = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof CallerError) return error.code
    throw error
  }
  return null
}

describe('a request', () => {
  it('is read the same from GET and POST', () => {
    const query = '{ people { totalCount } }'
    const search = new URLSearchParams({ query, variables: '{"a":1}', operationName: 'A' }).toString()
    const expected = { query, variables: { a: 1 }, operationName: 'A', persistedHash: undefined }
    expect(requestOfSearch(search, checkJson)).toEqual(expected)
    expect(body({ query, variables: { a: 1 }, operationName: 'A' })).toEqual(expected)
  })

  it.each([
    ['nothing', '{}'],
    ['an empty query', '{"query":""}'],
    ['no JSON', '{"query"'],
    ['no object', '"query"'],
    ['null', 'null'],
    ['a batch', '[{"query":"{ a }"}]'],
    ['a query that is no text', '{"query":{"kind":"Document"}}'],
    ['variables that are no object', '{"query":"{ a }","variables":"{}"}'],
    ['a list of variables', '{"query":"{ a }","variables":[1]}'],
    ['an operation name that is no text', '{"query":"{ a }","operationName":{"$ne":null}}'],
    ['extensions that are no object', '{"query":"{ a }","extensions":1}'],
    ['a hash that is none', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"../../etc"}}}'],
    ['a persisted query of another version', '{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"a"}}}'],
  ])('no-500: %s is a bad request', (_, text) => expect(code(() => body(text))).toBe('BAD_REQUEST'))

  it('no-500: one parameter twice, or broken JSON in one, is a bad request', () => {
    expect(code(() => requestOfSearch('query={a}&query={b}', checkJson))).toBe('BAD_REQUEST')
    expect(code(() => requestOfSearch('query={a}&variables={', checkJson))).toBe('BAD_REQUEST')
  })

  it('bounded: JSON that is nested too deep is refused before it is read', () => {
    const deep = `{"query":"{ a }","variables":{"a":${'['.repeat(100)}${']'.repeat(100)}}}`
    expect(code(() => body(deep))).toBe('DEPTH_LIMIT_EXCEEDED')
    const inText = JSON.stringify({ query: '{ a }', variables: { a: '['.repeat(1000) } })
    expect(code(() => body(inText))).toBeNull()
  })
})
