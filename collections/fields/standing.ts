import type { Field } from 'payload'
import { locales } from '#locales/table.ts'
import { deskParts } from './deskParts.ts'

const localeOptions = locales.map(({ code, name }) => ({ value: code, label: name }))
const partOptions = [{ value: 'facts', label: 'facts' }, ...localeOptions]

const computed = { readOnly: true, disableBulkEdit: true } as const
const hidden = { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true } as const

/** What every document has beside its own fields: where it stands towards the public record and who wrote its words. */
export const standing: Field[] = [
  { name: 'sourceLocale', type: 'select', options: localeOptions, admin: { position: 'sidebar' } },
  {
    name: 'publishedIn',
    type: 'select',
    hasMany: true,
    options: partOptions,
    admin: { ...computed, position: 'sidebar', components: { Cell: deskParts.localeStrip } },
  },
  {
    name: 'pendingIn',
    type: 'select',
    hasMany: true,
    options: partOptions,
    admin: { ...computed, position: 'sidebar' },
  },
  { name: 'heading', type: 'text', index: true, admin: hidden },
  { name: 'revision', type: 'number', admin: hidden },
  { name: 'origins', type: 'json', admin: hidden },
]
