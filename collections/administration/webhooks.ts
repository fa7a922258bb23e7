import type { CollectionConfig, Field } from 'payload'
import { webhookRules } from '#access/rules.ts'
import { inAllLanguages, inOneLanguage } from '#messages/message.ts'
import { documentTypes } from '#record/shape.ts'
import { described } from '../fields/described.ts'
import { ownPart } from '../fields/deskParts.ts'
import { computed } from '../fields/ruled.ts'
import { validateWebhookUrl } from './webhookUrl.ts'

type Shown = { standing?: string | null; failingSince?: string | null }
const isMade = ({ standing }: Shown) => Boolean(standing)
const isFailing = ({ failingSince }: Shown) => Boolean(failingSince)
const toTheMinute = { date: { pickerAppearance: 'dayAndTime' } } as const

/** How delivery stands: kept beside the document, in `webhookDeliveries`, and filled in by `src/webhooks` on reading. */
const standing: Field[] = [
  computed({ name: 'standing', type: 'text', virtual: true, admin: { condition: isMade } }),
  computed({ name: 'lastError', type: 'textarea', virtual: true, admin: { condition: isFailing } }),
  computed({ name: 'failingSince', type: 'date', virtual: true, admin: { condition: isFailing, ...toTheMinute } }),
  computed({ name: 'nextAttempt', type: 'date', virtual: true, admin: { condition: isFailing, ...toTheMinute } }),
  computed({ name: 'lastAttempt', type: 'date', virtual: true, admin: { condition: isMade, ...toTheMinute } }),
  computed({ name: 'lastStatus', type: 'number', virtual: true, admin: { condition: isMade } }),
  computed({ name: 'deliveredSeq', type: 'number', virtual: true, admin: { condition: isMade } }),
]

const fields: Field[] = [
  { name: 'name', type: 'text', required: true },
  { name: 'url', type: 'text', required: true, validate: validateWebhookUrl },
  { name: 'active', type: 'checkbox', defaultValue: true },
  {
    name: 'types',
    type: 'select',
    hasMany: true,
    options: documentTypes.map((value) => ({ value, label: inAllLanguages(`${value}.plural`) })),
  },
  ownPart('controls', 'webhookControls'),
  ...standing.map((field) => ({ ...field, admin: { ...field.admin, position: 'sidebar' } }) as Field),
]

/** Who is told of public changes. Its doors and what fills in its standing are in `src/webhooks`. */
export const webhooks: CollectionConfig = {
  slug: 'webhooks',
  dbName: 'webhooks',
  labels: { singular: inOneLanguage('webhooks.singular'), plural: inOneLanguage('webhooks.plural') },
  access: webhookRules,
  admin: {
    useAsTitle: 'name',
    description: inAllLanguages('webhooks.help'),
    // An address can be as long as the window: what stands behind it would be out of sight.
    defaultColumns: ['name', 'standing', 'active', 'url'],
    disableCopyToLocale: true,
  },
  disableDuplicate: true,
  graphQL: false,
  lockDocuments: false,
  versions: false,
  fields: described('webhooks', fields),
}
