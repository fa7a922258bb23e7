import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Field, SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { documentTypes } from '#record/shape.ts'

let config: SanitizedConfig
beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'holos-'))
  config = await (await import('#payload.config')).default
})

const languages = ['en', 'uk', 'ru', 'tr']
const ofPayload = [
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'salt',
  'hash',
  'url',
  'thumbnailURL',
  'filename',
  'mimeType',
]

type Named = { path: string; label: unknown; help: unknown }

function named(fields: readonly Field[], prefix = ''): Named[] {
  return fields.flatMap((field): Named[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => named(tab.fields, prefix))
    if (!('name' in field) || !field.name) return 'fields' in field ? named(field.fields, prefix) : []
    if (field.type === 'ui' || field.name === 'id') return []
    const path = `${prefix}${field.name}`
    const own = {
      path,
      label: field.label,
      help: field.admin && 'description' in field.admin ? field.admin.description : undefined,
    }
    return [own, ...('fields' in field ? named(field.fields, `${path}.`) : [])]
  })
}

const isSaid = (text: unknown) =>
  typeof text === 'object' &&
  text !== null &&
  languages.every((language) => Boolean((text as Record<string, string>)[language]))

describe('the admin speaks four languages', () => {
  test.each([...documentTypes, 'webhooks'])('%s: every field has a label and help', (type) => {
    const fields = config.collections.find(({ slug }) => slug === type)?.fields ?? []
    const uploads = ['filesize', 'width', 'height', 'focalX', 'focalY', ...ofPayload]
    const silent = named(fields).filter(
      ({ path, label, help }) => !uploads.includes(path) && !(isSaid(label) && isSaid(help)),
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('collections, tabs and choices', () => {
    for (const type of [...documentTypes, 'webhooks']) {
      const collection = config.collections.find(({ slug }) => slug === type)
      expect(isSaid(collection?.labels.plural) && isSaid(collection?.labels.singular), type).toBe(true)
      expect(isSaid(collection?.admin.description), type).toBe(true)
      for (const field of collection?.fields ?? [])
        if (field.type === 'tabs')
          for (const tab of field.tabs)
            expect(isSaid(tab.label) && isSaid(tab.admin?.description ?? tab.description)).toBe(true)
    }
  })

  test('no field of a working copy is required', () => {
    for (const type of documentTypes) {
      const fields = config.collections.find(({ slug }) => slug === type)?.flattenedFields ?? []
      expect(fields.filter((field) => 'required' in field && field.required === true).map(({ name }) => name)).toEqual(
        [],
      )
    }
  })
})
