import { readFileSync } from 'node:fs'
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
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
  it('does not break without an announcement in CHANGELOG.md', () => {
    expect(unannounced(schema, read('../../../../CHANGELOG.md'))).toEqual([])
  })

  it('a field that goes is named, unless it was announced', () => {
    const poorer = buildSchema(read('./released.graphql').replace(/ {2}"{3}[^"]*"{3}\n {2}formHash: String!\n/, ''))
    expect(unannounced(poorer, '')).toEqual(['Change.formHash was removed.'])
    expect(unannounced(poorer, '- Change.formHash was removed.')).toEqual([])
  })

  it('what is deprecated says what to use instead and when it goes', () => {
    expect(unexplained(schema)).toEqual([])
  })

  it('a deprecation without a reason, a cure or a day is named, wherever it stands', () => {
    const careless = buildSchema(`
      type Query { old: Int @deprecated, of(old: Int @deprecated(reason: "use new")): Kind, good: Int @deprecated(reason: "use of; removal 2027-01-31") }
      enum Kind { OLD @deprecated(reason: "removal 2027-01-31") NEW }
      input Where { old: Int @deprecated(reason: "use new; removal soon") }
    `)
    expect(unexplained(careless)).toEqual(['Query.old', 'Query.of(old)', 'Kind.OLD', 'Where.old'])
  })
})

/** Deprecated members whose reason is not "use X; removal DATE". */
function unexplained(of: GraphQLSchema): string[] {
  const policy = /^use .+; removal \d{4}-\d{2}-\d{2}$/
  return membersOf(of).flatMap(({ name, deprecationReason: reason }) =>
    reason == null || policy.test(reason) ? [] : [name],
  )
}

type Member = { name: string; deprecationReason?: string | null | undefined }

function membersOf(of: GraphQLSchema): Member[] {
  return Object.values(of.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      const named = (one: Member) => ({ ...one, name: `${type.name}.${one.name}` })
      if (isEnumType(type)) return type.getValues().map(named)
      if (isInputObjectType(type)) return Object.values(type.getFields()).map(named)
      if (!isObjectType(type) && !isInterfaceType(type)) return []
      return Object.values(type.getFields()).flatMap((field) => [
        named(field),
        ...field.args.map((arg) => named({ ...arg, name: `${field.name}(${arg.name})` })),
      ])
    })
}
