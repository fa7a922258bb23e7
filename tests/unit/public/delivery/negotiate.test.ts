import { describe, expect, it } from 'vitest'
import { encodingFor, matchesEtag, mediaTypeFor } from '#delivery/http/negotiate.ts'

describe('the type of an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0.2, application/json;q=0.9', 'application/json'],
    ['text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
    ['APPLICATION/JSON', 'application/json'],
  ])('Accept: %s gets %s', (accept, type) => expect(mediaTypeFor(accept)).toBe(type))

  it.each(['text/html', 'application/json;q=0', 'image/*'])('Accept: %s is refused with 406', (accept) => {
    expect(() => mediaTypeFor(accept)).toThrow(expect.objectContaining({ status: 406, code: 'BAD_REQUEST' }))
  })
})

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['*', 'br'],
    ['deflate', 'identity'],
    ['identity', 'identity'],
  ])('Accept-Encoding: %s gets %s', (accept, encoding) => expect(encodingFor(accept)).toBe(encoding))
})

describe('If-None-Match', () => {
  it.each(['W/"a"', '"a"', '"x", W/"a"', '*'])('%s matches W/"a"', (header) => {
    expect(matchesEtag(header, 'W/"a"')).toBe(true)
  })
  it.each([undefined, '"b"', 'a'])('%s does not', (header) => expect(matchesEtag(header, 'W/"a"')).toBe(false))
})
