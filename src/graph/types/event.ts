import { localeCodes } from '#locales/table.ts'
import { mostItems } from '#record/listSizes.ts'
import type { Facts } from '#record/shape.ts'
import { builder, cost } from '../builder.ts'
import { factsOf, type Node, nodeOf, nodesOf, servedText } from '../node.ts'
import { orders } from '../orders.ts'
import { pageArgs } from './arguments.ts'
import { EventConnection, QuoteConnection } from './connections.ts'
import {
  Certainty,
  CustodyProcedure,
  CustodyStatus,
  EventKind,
  ParticipantRole,
  PlacePrecision,
  Regime,
} from './enums.ts'
import { label, type Row, rowsOf, told, words } from './fields.ts'
import { localizationsOf } from './localized.ts'
import { EventRef, LocalizedRef, MediaRef, NodeRef, OrganizationRef, PersonRef, PlaceRef, SourceRef } from './refs.ts'
import { nestedCost, referrersOf, relatedPage } from './related.ts'
import { PartialDateRef, Text } from './text.ts'
import { EventOrder, EventWhere, QuoteOrder, QuoteWhere } from './where.ts'

type Event = Node<'events'>
type Events = Facts<'events'>
type Outcome = NonNullable<Events['outcome']>

const Participant = builder
  .objectRef<Row<Event, NonNullable<Events['participants']>[number]>>('Participant')
  .implement({
    description: 'Who took part in an event, and as what.',
    fields: (t) => ({
      role: t.field({ type: ParticipantRole, description: 'As what.', resolve: ({ row }) => row.role }),
      roleLabel: t.string({
        description: 'The role in the requested language.',
        resolve: ({ node, row: { role, who } }, _, context) => {
          const form = who?.startsWith('people:') ? factsOf(personRef(who), context)?.gender : who && 'organization'
          return label('participantRole', role, node.reading, form)
        },
      }),
      person: t.field({
        type: PersonRef,
        description: 'The person, where it is one with a public profile.',
        resolve: ({ node, row: { who } }, _, context) =>
          who?.startsWith('people:') ? nodeOf(personRef(who), node.reading, context) : null,
      }),
      organization: t.field({
        type: OrganizationRef,
        description: 'The organization, where it is a public one.',
        resolve: ({ node, row: { who } }, _, context) =>
          who?.startsWith('organizations:') ? nodeOf(organizationRef(who), node.reading, context) : null,
      }),
      name: t.field({
        type: Text,
        description: 'Their published name.',
        resolve: ({ node, row: { who } }, _, context) => {
          const other: Node | null = nodeOf(who, node.reading, context)
          return other && servedText(other, other.entry.card.type === 'people' ? 'displayName' : 'name', context)
        },
      }),
    }),
  })

type Who = NonNullable<NonNullable<Events['participants']>[number]['who']>

// The text of a key says what it names.
const personRef = (who: Who) => who as Extract<Who, `people:${string}`>
const organizationRef = (who: Who) => who as Extract<Who, `organizations:${string}`>

const Sentence = builder.objectRef<{ node: Event; sentence: NonNullable<Outcome['sentence']> }>('Sentence').implement({
  description: 'The sentence handed down.',
  fields: (t) => ({
    years: t.int({ description: 'Whole years.', resolve: ({ sentence }) => sentence.years }),
    months: t.int({ description: 'Months on top of the years.', resolve: ({ sentence }) => sentence.months }),
    regime: t.field({
      type: Regime,
      description: 'The regime it is to be served in.',
      resolve: ({ sentence }) => sentence.regime,
    }),
    regimeLabel: t.string({
      description: 'The regime in the requested language.',
      resolve: ({ node, sentence }) => label('regime', sentence.regime, node.reading),
    }),
  }),
})

const OutcomeCharge = builder.objectRef<NonNullable<Outcome['charges']>[number]>('OutcomeCharge').implement({
  description: 'A charge that an event brought or decided.',
  fields: (t) => ({
    statute: t.string({ description: 'The law.', resolve: ({ statute }) => statute }),
    article: t.string({ description: 'The article and part of it.', resolve: ({ article }) => article }),
  }),
})

const OutcomeRef = builder.objectRef<{ node: Event; outcome: Outcome }>('Outcome').implement({
  description: 'What an event changed for the people it happened to.',
  fields: (t) => ({
    custodyStatus: t.field({
      type: CustodyStatus,
      description: 'How they were held from then on.',
      resolve: ({ outcome }) => outcome.custodyStatus,
    }),
    custodyStatusLabel: t.string({
      description: 'The same in the requested language.',
      resolve: ({ node, outcome }) => label('custodyStatus', outcome.custodyStatus, node.reading),
    }),
    procedure: t.field({
      type: CustodyProcedure,
      description: 'How the case stood from then on.',
      resolve: ({ outcome }) => outcome.procedure,
    }),
    procedureLabel: t.string({
      description: 'The same in the requested language.',
      resolve: ({ node, outcome }) => label('custodyProcedure', outcome.procedure, node.reading),
    }),
    place: t.field({
      type: PlaceRef,
      description: 'Where they were held from then on.',
      resolve: ({ node, outcome }, _, context) => nodeOf(outcome.place, node.reading, context),
    }),
    sentence: t.field({
      type: Sentence,
      description: 'The sentence handed down.',
      resolve: ({ node, outcome }) => (outcome.sentence ? { node, sentence: outcome.sentence } : null),
    }),
    charges: t.field({
      type: [OutcomeCharge],
      nullable: false,
      description: 'The charges it was about.',
      extensions: cost({ most: mostItems.charges }),
      resolve: ({ outcome }) => outcome.charges ?? [],
    }),
  }),
})

EventRef.implement({
  description: 'Something that happened.',
  interfaces: [NodeRef, LocalizedRef],
  fields: (t) => ({
    kind: t.field({
      type: EventKind,
      description: 'What kind of thing.',
      resolve: ({ entry }) => entry.card.facts.kind,
    }),
    kindLabel: t.string({
      description: 'The kind in the requested language.',
      resolve: ({ entry, reading }) => label('eventKind', entry.card.facts.kind, reading),
    }),
    title: t.string(words('title', 'What happened, in a few words.')),
    description: t.string(words('description', 'What happened.')),
    date: t.field({
      type: PartialDateRef,
      description: 'When.',
      resolve: ({ entry, reading }) => told(entry.card.facts.date, reading),
    }),
    localTime: t.string({
      description: 'Time of day as it is told: "06:00".',
      resolve: ({ entry }) => entry.card.facts.localTime,
    }),
    timeZone: t.string({
      description: 'IANA time zone of that time: Europe/Simferopol.',
      resolve: ({ entry }) => entry.card.facts.timeZone,
    }),
    place: t.field({
      type: PlaceRef,
      description: 'Where; null where the editors withhold it.',
      resolve: ({ entry, reading }, _, context) =>
        entry.card.facts.placePrecision === 'withheld' ? null : nodeOf(entry.card.facts.place, reading, context),
    }),
    placePrecision: t.field({
      type: PlacePrecision,
      description: 'How exactly the place is told.',
      resolve: ({ entry }) => entry.card.facts.placePrecision,
    }),
    placePrecisionLabel: t.string({
      description: 'The precision in the requested language.',
      resolve: ({ entry, reading }) => label('placePrecision', entry.card.facts.placePrecision, reading),
    }),
    participants: t.field({
      type: [Participant],
      nullable: false,
      description: 'Who took part.',
      extensions: cost({ most: mostItems.participants }),
      resolve: (event) => rowsOf(event, 'participants', event.entry.card.facts.participants),
    }),
    outcome: t.field({
      type: OutcomeRef,
      description: 'What it changed for the people it happened to.',
      resolve: (node) => (node.entry.card.facts.outcome ? { node, outcome: node.entry.card.facts.outcome } : null),
    }),
    certainty: t.field({
      type: Certainty,
      description: 'How sure the editors are that it happened so.',
      resolve: ({ entry }) => entry.card.facts.certainty,
    }),
    certaintyLabel: t.string({
      description: 'The certainty in the requested language.',
      resolve: ({ entry, reading }) => label('certainty', entry.card.facts.certainty, reading),
    }),
    partOf: t.field({
      type: EventRef,
      description: 'The event that it is part of: the criminal case of a hearing.',
      resolve: ({ entry, reading }, _, context) => nodeOf(entry.card.facts.partOf, reading, context),
    }),
    parts: t.field({
      type: EventConnection,
      nullable: false,
      description: 'Events that are part of this one.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: EventWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: EventOrder, description: 'In which order; by date where absent.' }),
      },
      extensions: nestedCost,
      resolve: (event, args, context) => {
        const parts = referrersOf(context.catalog, event, 'events', 'partOf')
        return relatedPage('events', parts, args, orders.DATE_ASC, event, context)
      },
    }),
    quotes: t.field({
      type: QuoteConnection,
      nullable: false,
      description: 'What was said about it.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: QuoteWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: QuoteOrder, description: "In which order; the editors' where absent." }),
      },
      extensions: nestedCost,
      resolve: (event, args, context) => {
        const quotes = referrersOf(context.catalog, event, 'quotes', 'about')
        return relatedPage('quotes', quotes, args, orders.EDITORIAL, event, context)
      },
    }),
    sources: t.field({
      type: [SourceRef],
      nullable: false,
      description: 'Where it is told.',
      extensions: cost({ most: mostItems.sources }),
      resolve: ({ entry, reading }, _, context) => nodesOf(entry.card.facts.sources, reading, context),
    }),
    media: t.field({
      type: [MediaRef],
      nullable: false,
      description: 'Pictures and recordings of it.',
      extensions: cost({ most: mostItems.media }),
      resolve: ({ entry, reading }, _, context) => nodesOf(entry.card.facts.media, reading, context),
    }),
    localizations: t.field({
      type: [EventRef],
      nullable: false,
      description: 'The same event in other locales: those of `locales` that are available, or all.',
      args: { locales: t.arg({ type: ['Locale'], description: 'Which, in this order.' }) },
      extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
      resolve: (event, { locales }, context) => localizationsOf(event, locales, context),
    }),
  }),
})
