import type { CollectionConfig, Field, UploadConfig } from 'payload'
import { refuseForeignFields } from '#access/refuseForeignFields.ts'
import { documentRules } from '#access/rules.ts'
import { withoutOverrides } from '#base/text/withoutOverrides.ts'
import { mergeIncoming } from '#database/merging/mergeIncoming.ts'
import { inAllLanguages, inOneLanguage } from '#messages/message.ts'
import { publishEndpoints } from '#publishing/endpoints.ts'
import { keepStricter } from '#publishing/overrides/switches/keepStricter.ts'
import { guardSwitches, tellOpened } from '#publishing/overrides/switches/tellOpened.ts'
import {
  withdrawAfterDelete,
  withdrawBeforeDelete,
  withdrawBeforeTrash,
} from '#publishing/withdrawals/withdrawBeforeDelete.ts'
import { withdrawAfterSave, withdrawBeforeSave, withdrawWhereSaidNo } from '#publishing/withdrawals/withdrawOnSave.ts'
import {
  withdrawConfidential,
  withdrawConfidentialAgain,
} from '#publishing/withheld/confidential/withdrawConfidential.ts'
import type { DocumentType } from '#record/shape.ts'
import { described } from '../fields/described.ts'
import { documentParts, keptWordsPart, withDeskParts } from '../fields/deskParts.ts'
import { internal } from '../fields/ruled.ts'
import { standing } from '../fields/standing.ts'
import { instant } from '../fields/values.ts'
import { withRules } from '../fields/withRules.ts'
import { computeOnSave } from '../saving/computeOnSave.ts'

type Options = {
  type: DocumentType
  fields: Field[]
  /** Columns of the list, in the order an editor reads them. */
  columns: string[]
  /** Where the list's search looks. */
  searchIn?: string[]
  upload?: UploadConfig
  hooks?: NonNullable<CollectionConfig['hooks']>
  endpoints?: typeof publishEndpoints
}

/** Nothing of a document goes out before it, unless an administrator says why. */
const embargo = internal(inSidebar(instant('embargoedUntil')))

/** What all seven kinds of documents have in common: labels, rules, history, standing and the steps of a save. */
export function documentCollection({
  type,
  fields,
  columns,
  searchIn,
  upload,
  hooks = {},
  endpoints = [],
}: Options): CollectionConfig {
  const all = [...withDeskParts(fields), embargo, ...standing(computeOnSave(type))]
  return {
    slug: type,
    dbName: type,
    labels: { singular: inOneLanguage(`${type}.singular`), plural: inOneLanguage(`${type}.plural`) },
    access: documentRules,
    ...(upload && { upload }),
    admin: {
      useAsTitle: 'heading',
      description: inAllLanguages(`${type}.help`),
      defaultColumns: columns,
      listSearchableFields: ['heading', ...(searchIn ?? [])],
      components: documentParts,
    },
    fields: [keptWordsPart(all), ...described(type, withRules(all))],
    hooks: {
      ...hooks,
      beforeOperation: [refuseForeignFields, mergeIncoming, ...(hooks.beforeOperation ?? [])],
      beforeChange: [
        ({ data }) => withoutOverrides(data),
        keepStricter,
        ...(hooks.beforeChange ?? []),
        guardSwitches,
        withdrawBeforeTrash,
        withdrawBeforeSave,
        withdrawConfidential,
      ],
      afterChange: [
        ...(hooks.afterChange ?? []),
        withdrawAfterSave,
        withdrawWhereSaidNo,
        withdrawConfidentialAgain,
        tellOpened,
      ],
      beforeDelete: [withdrawBeforeDelete],
      afterDelete: [withdrawAfterDelete, ...(hooks.afterDelete ?? [])],
    },
    endpoints: [...publishEndpoints, ...endpoints],
    versions: { drafts: false, maxPerDoc: 0 },
    trash: true,
    lockDocuments: false,
    defaultSort: '-updatedAt',
  }
}

function inSidebar<F extends Field>(field: F): F {
  return { ...field, admin: { ...field.admin, position: 'sidebar', disableBulkEdit: true } }
}
