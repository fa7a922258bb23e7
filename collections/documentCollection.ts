import type { CollectionConfig, Field, UploadConfig } from 'payload'
import { documentRules } from '#access/rules.ts'
import type { DocumentType } from '#record/shape.ts'
import { documentParts, ownPart, withDeskParts } from './fields/deskParts.ts'
import { standing } from './fields/standing.ts'

type Options = { type: DocumentType; fields: Field[]; upload?: UploadConfig }

/** What all seven kinds of documents have in common: standing, history, rules and the steps of a save. */
export function documentCollection({ type, fields, upload }: Options): CollectionConfig {
  return {
    slug: type,
    dbName: type,
    access: documentRules,
    ...(upload && { upload }),
    admin: { useAsTitle: 'heading', components: documentParts },
    fields: [ownPart('keptWords', 'keptWords'), ...withDeskParts(fields), ...standing],
    versions: { drafts: false, maxPerDoc: 0 },
    trash: true,
    lockDocuments: false,
    defaultSort: '-updatedAt',
  }
}
