import type { ImplementableObjectRef } from '@pothos/core'
import { type DocumentType, documents, documentTypes } from '#record/shape.ts'
import type { Node } from '../documents/node.ts'
import { builder, type Types } from './builder.ts'

type DocumentRefs = { readonly [type in DocumentType]: ImplementableObjectRef<Types, Node<type>> }

/** The documents of the schema; each is implemented in a file of its name. */
export const documentRefs = Object.fromEntries(
  documentTypes.map((type) => [type, builder.objectRef<Node<typeof type>>(documents[type].typeName)]),
  // `Object.fromEntries` forgets which is whose.
) as unknown as DocumentRefs
export const {
  people: PersonRef,
  events: EventRef,
  media: MediaRef,
  organizations: OrganizationRef,
  places: PlaceRef,
  sources: SourceRef,
} = documentRefs

export const NodeRef = builder.interfaceRef<Node>('Node')
export const LocalizedRef = builder.interfaceRef<Node>('Localized')
