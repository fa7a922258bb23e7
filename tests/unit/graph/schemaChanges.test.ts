import { readFileSync } from 'node:fs'
import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '#graph/schema.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The schema that front ends were last promised; a release replaces it with `schema.graphql`. */
const released = buildSchema(read('./released.graphql'))

/** Breaking changes since the release that the changelog does not say in graphql-js's words ("Person.name was removed."). */
function unannounced(now: GraphQLSchema, changelog: string): string[] {
  return findBreakingChanges(released, now)
    .map(({ description }) => description)
    .filter((description) => !changelog.includes(description))
}

describe('the schema as front ends know it', () => {
  test('does not break without an announcement in CHANGELOG.md', () => {
    expect(unannounced(schema, read('../../../CHANGELOG.md'))).toEqual([])
  })

  test('a field that goes is named, unless it was announced', () => {
    const poorer = buildSchema(read('./released.graphql').replace(/ {2}"{3}[^"]*"{3}\n {2}formHash: String!\n/, ''))
    expect(unannounced(poorer, '')).toEqual(['Change.formHash was removed.'])
    expect(unannounced(poorer, '- Change.formHash was removed.')).toEqual([])
  })

  test('what is deprecated says what to use instead and when it goes', () => {
    const reasons = [...read('../../../schema.graphql').matchAll(/@deprecated\(reason: "([^"]*)"\)/g)].map(
      ([, why]) => why,
    )
    for (const reason of reasons) expect(reason).toMatch(/^use .+; removal \d{4}-\d{2}-\d{2}$/)
  })
})
