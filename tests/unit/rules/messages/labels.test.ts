import type { Field, SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { described } from '#collections/fields/described.ts'
import { fieldKey, fieldLabel } from '#messages/fieldKey.ts'
import { inAllLanguages, languages } from '#messages/message.ts'
import { documentTypes } from '#record/shape.ts'
import { studioConfig } from './studioConfig.ts'

let config: SanitizedConfig
beforeAll(async () => {
  config = await studioConfig()
})

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

/** Collections that people see in the admin. */
const shown = [...documentTypes, 'webhooks']

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

const isInAll = (text: unknown) =>
  typeof text === 'object' &&
  text !== null &&
  languages.every((language) => Boolean((text as Record<string, string>)[language]))

/** A collection's label is in one language when Payload gets it: Payload puts it into sentences as it is. */
function inLanguage(label: unknown, language: string): string {
  if (typeof label !== 'function') throw new Error('A label that is no function reads [object Object] in the admin.')
  return label({ i18n: { language } })
}

describe('the admin speaks every language of the catalogue', () => {
  it.each(shown)('%s: every field has a label and help', (type) => {
    const fields = config.collections.find(({ slug }) => slug === type)?.fields ?? []
    const uploads = ['filesize', 'width', 'height', 'focalX', 'focalY', ...ofPayload]
    const silent = named(fields).filter(
      ({ path, label, help }) => !uploads.includes(path) && !(isInAll(label) && isInAll(help)),
    )
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it.each(shown)('%s: the labels of Payload’s own fields are there in all languages as well', (type) => {
    const fields = config.collections.find(({ slug }) => slug === type)?.flattenedFields ?? []
    expect(fields.filter((field) => 'label' in field && typeof field.label === 'function')).toEqual([])
    const changed = fields.find(({ name }) => name === 'updatedAt')
    expect(changed).toMatchObject({ label: { en: 'Updated At', uk: 'Змінено' } })
  })

  it('collections, tabs and choices', () => {
    for (const type of shown) {
      const collection = config.collections.find(({ slug }) => slug === type)
      for (const label of [collection?.labels.singular, collection?.labels.plural])
        expect(new Set(languages.map((language) => inLanguage(label, language))).size, type).toBeGreaterThan(1)
      expect(isInAll(collection?.admin.description), type).toBe(true)
      for (const field of collection?.fields ?? [])
        if (field.type === 'tabs')
          for (const tab of field.tabs)
            expect(isInAll(tab.label) && isInAll(tab.admin?.description ?? tab.description)).toBe(true)
    }
  })

  it('no field of a working copy is required', () => {
    for (const type of documentTypes) {
      const fields = config.collections.find(({ slug }) => slug === type)?.flattenedFields ?? []
      expect(fields.filter((field) => 'required' in field && field.required === true).map(({ name }) => name)).toEqual(
        [],
      )
    }
  })

  it('a field or a tab without messages stops the start', () => {
    expect(() => described('people', [{ name: 'unheard', type: 'text' }])).toThrow('The field unheard of people')
    const tab = { label: 'unheard', fields: [] }
    expect(() => described('people', [{ type: 'tabs', tabs: [tab] }])).toThrow('The tab people.tabs.unheard.label')
  })

  it('a field takes its own messages first, then those that are common', () => {
    const [own, common] = described('media', [
      { name: 'url', type: 'text' },
      { name: 'sources', type: 'text' },
    ])
    expect(own).toMatchObject({ label: { en: 'Address in the studio' } })
    expect(common).toMatchObject({ label: inAllLanguages('fields.sources.label') })
    expect(inAllLanguages('fields.url.label')).toMatchObject({ en: 'Web address' })
  })
})

describe('a field by its label', () => {
  it.each([
    ['people', ['charges', '65f0c0ffee', 'label'], 'In the accuser’s words'],
    ['people', ['charges', '65f0c0ffee', 'article'], 'Article'],
    ['people', ['name', 'given'], 'Given name'],
    ['media', ['url'], 'Address in the studio'],
    ['sources', ['url'], 'Web address'],
    ['media', ['filename'], 'Picture'],
    ['media', ['mimeType'], 'Kind of file'],
    ['media', ['width'], 'Width'],
    ['people', ['unheard'], 'unheard'],
    ['people', [], ''],
  ])('%s %j: %s', (collection, path, label) => {
    expect(fieldLabel('en', collection, path)).toBe(label)
  })

  it('every field that people see has one in every language, Payload’s own too', () => {
    const technical = ['id', 'salt', 'hash', 'thumbnailURL', 'focalX', 'focalY']
    for (const type of shown) {
      const fields = config.collections.find(({ slug }) => slug === type)?.fields ?? []
      const paths = named(fields).map(({ path }) => path)
      const nameless = paths.filter((path) => !technical.includes(path) && !fieldKey(type, path, 'label'))
      expect(nameless, type).toEqual([])
    }
  })
})
