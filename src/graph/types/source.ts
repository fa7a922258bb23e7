import { localeCodes } from '#locales/table.ts'
import { cost } from '../builder.ts'
import { nodeOf } from '../node.ts'
import { orders } from '../orders.ts'
import { pageArgs } from './arguments.ts'
import { EventConnection, PersonConnection, QuoteConnection } from './connections.ts'
import { SourceKind } from './enums.ts'
import { label, told } from './fields.ts'
import { localizationsOf } from './localized.ts'
import { LocalizedRef, NodeRef, OrganizationRef, SourceRef } from './refs.ts'
import { nestedCost, referrersOf, relatedPage } from './related.ts'
import { PartialDateRef } from './text.ts'

SourceRef.implement({
  description:
    'Where something is told. A source has no words of its own in several languages: it can be read in every one.',
  interfaces: [NodeRef, LocalizedRef],
  fields: (t) => ({
    title: t.string({ description: 'Its title as published.', resolve: ({ entry }) => entry.card.facts.title }),
    url: t.string({ description: 'Its address on the web.', resolve: ({ entry }) => entry.card.facts.url }),
    publisher: t.field({
      type: OrganizationRef,
      description: 'Who published it.',
      resolve: ({ entry, reading }, _, context) => nodeOf(entry.card.facts.publisher, reading, context),
    }),
    author: t.string({ description: 'Who wrote it.', resolve: ({ entry }) => entry.card.facts.author }),
    publishedOn: t.field({
      type: PartialDateRef,
      description: 'When it was published.',
      resolve: ({ entry, reading }) => told(entry.card.facts.publishedOn, reading),
    }),
    accessedOn: t.field({
      type: PartialDateRef,
      description: 'When the editors read it.',
      resolve: ({ entry, reading }) => told(entry.card.facts.accessedOn, reading),
    }),
    locale: t.string({
      description: 'Language tag of the language it is in.',
      resolve: ({ entry }) => entry.card.facts.locale,
    }),
    kind: t.field({ type: SourceKind, description: 'What kind it is.', resolve: ({ entry }) => entry.card.facts.kind }),
    kindLabel: t.string({
      description: 'The kind in the requested language.',
      resolve: ({ entry, reading }) => label('sourceKind', entry.card.facts.kind, reading),
    }),
    archiveUrl: t.string({ description: 'Where a copy is kept.', resolve: ({ entry }) => entry.card.facts.archiveUrl }),
    archiveSha256: t.string({
      description: 'SHA-256 of the copy, 64 hex digits.',
      resolve: ({ entry }) => entry.card.facts.archiveSha256,
    }),
    people: t.field({
      type: PersonConnection,
      nullable: false,
      description: 'Profiles that rely on it.',
      args: pageArgs(t.arg, true),
      extensions: nestedCost,
      resolve: (source, args, context) =>
        relatedPage('people', referrersOf(context.catalog, source, 'people'), args, orders.NAME_ASC, source, context),
    }),
    quotes: t.field({
      type: QuoteConnection,
      nullable: false,
      description: 'Quotes taken from it.',
      args: pageArgs(t.arg, true),
      extensions: nestedCost,
      resolve: (source, args, context) =>
        relatedPage('quotes', referrersOf(context.catalog, source, 'quotes'), args, orders.EDITORIAL, source, context),
    }),
    events: t.field({
      type: EventConnection,
      nullable: false,
      description: 'Events that it tells of.',
      args: pageArgs(t.arg, true),
      extensions: nestedCost,
      resolve: (source, args, context) =>
        relatedPage('events', referrersOf(context.catalog, source, 'events'), args, orders.DATE_ASC, source, context),
    }),
    localizations: t.field({
      type: [SourceRef],
      nullable: false,
      description: 'A source is one and the same in every locale: this list is empty.',
      args: { locales: t.arg({ type: ['Locale'], description: 'Which, in this order.' }) },
      extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
      resolve: (source, { locales }, context) => localizationsOf(source, locales, context),
    }),
  }),
})
