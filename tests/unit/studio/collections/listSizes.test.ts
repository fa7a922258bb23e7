import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getNamedType, getNullableType, isCompositeType, isListType, isObjectType } from 'graphql'
import type { Field } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { costOf } from '#graph/limits/cost.ts'
import { schema } from '#graph/schema.ts'
import { mostItems } from '#record/listSizes.ts'
import { type DocumentType, documentTypes } from '#record/shape.ts'

/** Kept by the studio, and served as redirects only. */
const unbounded = ['formerSlugs']
const most: Readonly<Record<string, number>> = mostItems
let lists: { path: string; name: string; maxRows: number | undefined }[] = []

beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'holos-'))
  const config = await (await import('#payload.config')).default
  const documents = config.collections.filter(({ slug }) => documentTypes.includes(slug as DocumentType))
  lists = documents.flatMap(({ slug, fields }) => listsIn(fields, slug))
})

function listsIn(fields: readonly Field[], path: string): typeof lists {
  return fields.flatMap((field): typeof lists => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => listsIn(tab.fields, path))
    const name = 'name' in field && field.name ? field.name : ''
    const at = name ? `${path}.${name}` : path
    const isLinks = (field.type === 'relationship' || field.type === 'upload') && field.hasMany
    const own = field.type === 'array' || isLinks ? [{ path: at, name, maxRows: field.maxRows }] : []
    return [...own, ...('fields' in field ? listsIn(field.fields, at) : [])]
  })
}

describe('bounded: a list holds no more than a request for it pays', () => {
  it('forms refuse more', () => {
    const bounded = lists.filter(({ name }) => !unbounded.includes(name))
    expect(new Set(bounded.map(({ name }) => name))).toEqual(new Set(Object.keys(mostItems)))
    expect(bounded.filter(({ name, maxRows }) => maxRows !== most[name])).toEqual([])
  })

  it('requests pay for as many', () => {
    const priced = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
      )
      .filter(({ field }) => most[field.name] && isListType(getNullableType(field.type)))
      .filter(({ field }) => isCompositeType(getNamedType(field.type)))
    expect(priced.length).toBeGreaterThan(10)
    expect(priced.filter(({ field }) => costOf(field).most !== most[field.name]).map(({ name }) => name)).toEqual([])
  })
})
