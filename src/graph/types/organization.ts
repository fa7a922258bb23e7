import { localeCodes } from '#locales/table.ts'
import { cost } from '../builder.ts'
import { orders } from '../orders.ts'
import { pageArgs } from './arguments.ts'
import { EventConnection, PersonConnection, SourceConnection } from './connections.ts'
import { OrganizationKind } from './enums.ts'
import { label, words } from './fields.ts'
import { localizationsOf } from './localized.ts'
import { LocalizedRef, NodeRef, OrganizationRef } from './refs.ts'
import { nestedCost, referrersOf, relatedPage } from './related.ts'
import { EventOrder, EventWhere, PersonOrder, PersonWhere, SourceOrder, SourceWhere } from './where.ts'

OrganizationRef.implement({
  description: 'An organization: an initiative, a court, a prison service, a newspaper.',
  interfaces: [NodeRef, LocalizedRef],
  fields: (t) => ({
    name: t.string(words('name', 'Its name.')),
    abbreviation: t.string(words('abbreviation', 'Its name in short.')),
    kind: t.field({
      type: OrganizationKind,
      description: 'What kind it is.',
      resolve: ({ entry }) => entry.card.facts.kind,
    }),
    kindLabel: t.string({
      description: 'The kind in the requested language.',
      resolve: ({ entry, reading }) => label('organizationKind', entry.card.facts.kind, reading),
    }),
    url: t.string({ description: 'Address of its own site.', resolve: ({ entry }) => entry.card.facts.url }),
    sameAs: t.stringList({
      nullable: false,
      description: 'Addresses of pages elsewhere that are about it.',
      resolve: ({ entry }) => entry.card.facts.sameAs ?? [],
    }),
    events: t.field({
      type: EventConnection,
      nullable: false,
      description: 'Events that it took part in.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: EventWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: EventOrder, description: 'In which order; by date where absent.' }),
      },
      extensions: nestedCost,
      resolve: (organization, args, context) => {
        const events = referrersOf(context.catalog, organization, 'events', 'participants/who')
        return relatedPage('events', events, args, orders.DATE_ASC, organization, context)
      },
    }),
    people: t.field({
      type: PersonConnection,
      nullable: false,
      description: 'People who work or worked there.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: PersonWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: PersonOrder, description: 'In which order; by name where absent.' }),
      },
      extensions: nestedCost,
      resolve: (organization, args, context) => {
        const people = referrersOf(context.catalog, organization, 'people', 'occupations/organization')
        return relatedPage('people', people, args, orders.NAME_ASC, organization, context)
      },
    }),
    recognizedPeople: t.field({
      type: PersonConnection,
      nullable: false,
      description: 'People whom it recognised.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: PersonWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: PersonOrder, description: 'In which order; by name where absent.' }),
      },
      extensions: nestedCost,
      resolve: (organization, args, context) => {
        const people = referrersOf(context.catalog, organization, 'people', 'recognitions/organization')
        return relatedPage('people', people, args, orders.NAME_ASC, organization, context)
      },
    }),
    sources: t.field({
      type: SourceConnection,
      nullable: false,
      description: 'Sources that it published.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: SourceWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: SourceOrder, description: 'In which order; by date where absent.' }),
      },
      extensions: nestedCost,
      resolve: (organization, args, context) => {
        const sources = referrersOf(context.catalog, organization, 'sources', 'publisher')
        return relatedPage('sources', sources, args, orders.DATE_ASC, organization, context)
      },
    }),
    localizations: t.field({
      type: [OrganizationRef],
      nullable: false,
      description: 'The same organization in other locales: those of `locales` that are available, or all.',
      args: { locales: t.arg({ type: ['Locale'], description: 'Which, in this order.' }) },
      extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
      resolve: (organization, { locales }, context) => localizationsOf(organization, locales, context),
    }),
  }),
})
