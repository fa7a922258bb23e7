import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { publicAnswerUrl } from '#desk/publish/publicAnswer.ts'

it('the link to the public answer is a query that delivery answers', () => {
  const url = new URL(publicAnswerUrl('https://delivery.example/', 'people:3f2a', ['uk']))
  expect(url.origin + url.pathname).toBe('https://delivery.example/graphql')
  const query = url.searchParams.get('query') ?? ''
  const schema = buildSchema(readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'))
  expect(validate(schema, parse(query))).toEqual([])
  expect(query).toContain('locale: "uk"')
})
