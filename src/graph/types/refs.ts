import type { ObjectRef } from '@pothos/core'
import type { DocumentType } from '#record/shape.ts'
import type { Node } from '../documents/node.ts'
import { builder, type Types } from './builder.ts'

/** The documents of the schema; each is implemented in a file of its name. */
export const PersonRef = builder.objectRef<Node<'people'>>('Person')
export const QuoteRef = builder.objectRef<Node<'quotes'>>('Quote')
export const EventRef = builder.objectRef<Node<'events'>>('Event')
export const MediaRef = builder.objectRef<Node<'media'>>('Media')
export const OrganizationRef = builder.objectRef<Node<'organizations'>>('Organization')
export const PlaceRef = builder.objectRef<Node<'places'>>('Place')
export const SourceRef = builder.objectRef<Node<'sources'>>('Source')

export const NodeRef = builder.interfaceRef<Node>('Node')
export const LocalizedRef = builder.interfaceRef<Node>('Localized')

export const typeNames = {
  people: 'Person',
  quotes: 'Quote',
  events: 'Event',
  media: 'Media',
  organizations: 'Organization',
  places: 'Place',
  sources: 'Source',
} as const satisfies Record<DocumentType, string>

export const documentRefs: { readonly [type in DocumentType]: ObjectRef<Types, Node<type>> } = {
  people: PersonRef,
  quotes: QuoteRef,
  events: EventRef,
  media: MediaRef,
  organizations: OrganizationRef,
  places: PlaceRef,
  sources: SourceRef,
}
