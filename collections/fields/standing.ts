import type { Field, FieldHook } from 'payload'
import { locales } from '#locales/table.ts'
import { inAllLanguages } from '#messages/message.ts'
import { deskParts } from './deskParts.ts'
import { computed, hidden } from './ruled.ts'

const localeOptions = locales.map(({ code, name }) => ({ value: code, label: name }))
const facts = { value: 'facts', label: inAllLanguages('publish.facts') }
const partOptions = [facts, ...localeOptions]

/** What follows from a document is no difference between two versions of it. */
const noVersion = { Diff: deskParts.notInForm } as const

/** Where a document stands towards the public record and what its words are, beside its own fields. `compute` runs once for each save. */
export function standing(compute: FieldHook): Field[] {
  return [
    {
      name: 'sourceLocale',
      type: 'select',
      options: localeOptions,
      defaultValue: ({ locale }) => locale,
      admin: { position: 'sidebar', disableBulkEdit: true },
    },
    computed({
      name: 'publishedIn',
      type: 'select',
      hasMany: true,
      options: partOptions,
      admin: {
        position: 'sidebar',
        components: { ...noVersion, Cell: deskParts.localeStrip, Field: deskParts.standing },
      },
    }),
    computed({
      name: 'pendingIn',
      type: 'select',
      hasMany: true,
      options: partOptions,
      admin: { position: 'sidebar', components: { ...noVersion, Field: deskParts.notInForm } },
    }),
    computed({
      name: 'heading',
      type: 'text',
      index: true,
      admin: { components: { ...noVersion, Field: deskParts.notInForm } },
    }),
    hidden({ name: 'revision', type: 'number' }),
    hidden({ name: 'changedBy', type: 'json' }),
    hidden({ name: 'origins', type: 'json', hooks: { beforeChange: [compute] } }),
  ]
}
