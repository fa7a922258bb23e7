import type { RelationshipField, UploadField } from 'payload'
import type { DocumentType } from '#record/shape.ts'

/** One other document. */
export function link(name: string, relationTo: DocumentType): RelationshipField {
  return { name, type: 'relationship', relationTo }
}

/** Several other documents. */
export function links(name: string, relationTo: DocumentType): RelationshipField {
  return { name, type: 'relationship', relationTo, hasMany: true }
}

/** One document of one of several types. */
export function linkToOneOf(name: string, relationTo: DocumentType[]): RelationshipField {
  return { name, type: 'relationship', relationTo }
}

export function linksToAnyOf(name: string, relationTo: DocumentType[]): RelationshipField {
  return { name, type: 'relationship', relationTo, hasMany: true }
}

export function picture(name: string): UploadField {
  return { name, type: 'upload', relationTo: 'media' }
}

export function pictures(name: string): UploadField {
  return { name, type: 'upload', relationTo: 'media', hasMany: true }
}

/** What says so: every disputable row has its own. */
export const sources = links('sources', 'sources')
