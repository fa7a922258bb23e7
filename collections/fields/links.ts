import type { JoinField, RelationshipField, UploadField } from 'payload'
import { type ListName, mostItems } from '#record/listSizes.ts'
import type { DocumentType } from '#record/shape.ts'

/** One other document. */
export function link(name: string, relationTo: DocumentType): RelationshipField {
  return { name, type: 'relationship', relationTo }
}

/** Several other documents. */
export function links(name: ListName, relationTo: DocumentType): RelationshipField {
  return { name, type: 'relationship', relationTo, hasMany: true, maxRows: mostItems[name] }
}

/** One document of one of several types. */
export function linkToOneOf(name: string, relationTo: DocumentType[]): RelationshipField {
  return { name, type: 'relationship', relationTo }
}

/** Several documents of several types. */
export function linksToAnyOf(name: ListName, relationTo: DocumentType[]): RelationshipField {
  return { name, type: 'relationship', relationTo, hasMany: true, maxRows: mostItems[name] }
}

export function picture(name: string): UploadField {
  return { name, type: 'upload', relationTo: 'media' }
}

export function pictures(name: ListName): UploadField {
  return { name, type: 'upload', relationTo: 'media', hasMany: true, maxRows: mostItems[name] }
}

/** What says so: every disputable row has its own. */
export const sources = links('sources', 'sources')

/** The documents that name this one at `on`, as a list in which new ones can be made. Nothing is stored here. */
export function rowsThatName(
  name: string,
  collection: DocumentType,
  on: string,
  columns: string[],
  defaultSort = '-updatedAt',
): JoinField {
  return {
    name,
    type: 'join',
    collection,
    on,
    defaultSort,
    defaultLimit: 20,
    admin: { allowCreate: true, defaultColumns: columns },
  }
}
