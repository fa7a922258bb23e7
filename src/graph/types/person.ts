import { whenReady } from '#base/turns.ts'
import { localeCodes } from '#locales/table.ts'
import { mostItems } from '#record/listSizes.ts'
import type { PartialDate } from '#record/shape.ts'
import { builder, cost } from '../builder.ts'
import type { Entry } from '../catalog.ts'
import { custodyOf } from '../custody.ts'
import { letterTo } from '../letter.ts'
import { weights } from '../limitTable.ts'
import { eitherOf, orderedOf } from '../lists.ts'
import { nodeIn, nodeOf, servedRichText, servedText } from '../node.ts'
import { orders } from '../orders.ts'
import { pageOf } from '../page.ts'
import { pageUrl } from '../paths.ts'
import { timelineDate } from '../sortKey.ts'
import { pageArgs } from './arguments.ts'
import {
  EventConnection,
  MediaConnection,
  PersonConnection,
  QuoteConnection,
  TimelineConnection,
} from './connections.ts'
import { CustodyRef } from './custody.ts'
import { Gender, LetterUnavailable, PersonKind } from './enums.ts'
import { label, rowsOf, told, words } from './fields.ts'
import { Letter } from './letter.ts'
import { localizationsOf } from './localized.ts'
import { AlternateName, PersonName } from './personName.ts'
import { Charge, Occupation, Recognition, Relation } from './personRows.ts'
import { LocalizedRef, MediaRef, NodeRef, PersonRef } from './refs.ts'
import { nestedCost, referrersOf, relatedPage } from './related.ts'
import { PartialDateRef, RichTextRef } from './text.ts'
import { EventOrder, EventWhere, MediaWhere, PersonWhere, QuoteOrder, QuoteWhere, TimelineOrder } from './where.ts'

const QuoteRole = builder.enumType('QuoteRole', {
  description: 'What a person is to a quote.',
  values: {
    SPEAKER: { value: 'speaker', description: 'The person said it.' },
    SUBJECT: { value: 'about', description: 'It is about the person.' },
  } as const,
})

PersonRef.implement({
  description: 'A person with a published profile.',
  interfaces: [NodeRef, LocalizedRef],
  fields: (t) => ({
    slug: t.string({
      nullable: false,
      description: 'Names the person in addresses, the same in every locale.',
      resolve: ({ entry }) => entry.card.slug ?? entry.card.id,
    }),
    formerSlugs: t.stringList({
      nullable: false,
      description: 'Slugs that named the person before and still find the profile.',
      resolve: ({ entry }) => entry.card.formerSlugs ?? [],
    }),
    url: t.string({
      description: 'Address of the page in the requested locale; null where this installation names no front end.',
      resolve: (person, _, context) => pageUrl(person, person.reading.requested, context),
    }),
    name: t.field({
      type: PersonName,
      nullable: false,
      description: 'The published name.',
      resolve: (person, _, context) => ({ person, served: servedText(person, 'displayName', context) }),
    }),
    alternateNames: t.field({
      type: [AlternateName],
      nullable: false,
      description: 'Other names and spellings.',
      extensions: cost({ most: mostItems.alternateNames }),
      resolve: (person) => (person.entry.card.facts.alternateNames ?? []).map((name) => ({ person, name })),
    }),
    kind: t.field({
      type: PersonKind,
      description: 'What the person is to these profiles.',
      resolve: ({ entry }) => entry.card.facts.kind,
    }),
    kindLabel: t.string({
      description: 'The kind in the requested language.',
      resolve: ({ entry, reading }) => label('personKind', entry.card.facts.kind, reading, entry.card.facts.gender),
    }),
    gender: t.field({
      type: Gender,
      description: 'Gender; grammar needs it.',
      resolve: ({ entry }) => entry.card.facts.gender,
    }),
    description: t.string(words('description', 'One or two sentences on who the person is.')),
    biography: t.field({
      type: RichTextRef,
      description: "The person's story.",
      extensions: cost({ weight: weights.derived }),
      resolve: (person, _, context) => {
        const told = servedRichText(person, 'biography', context)
        const withReading = (served: Awaited<typeof told>) => served && { served, reading: person.reading }
        return told instanceof Promise ? told.then(withReading) : withReading(told)
      },
    }),
    birthDate: t.field({
      type: PartialDateRef,
      description: 'When the person was born.',
      resolve: ({ entry, reading }) => told(entry.card.facts.birthDate, reading),
    }),
    deathDate: t.field({
      type: PartialDateRef,
      description: 'When the person died.',
      resolve: ({ entry, reading }) => told(entry.card.facts.deathDate, reading),
    }),
    portrait: t.field({
      type: MediaRef,
      description: 'Their picture.',
      resolve: ({ entry, reading }, _, context) => nodeOf(entry.card.facts.portrait, reading, context),
    }),
    custody: t.field({
      type: CustodyRef,
      description: 'Where the person is held and how the case stands; null where no published event says anything.',
      extensions: cost({ weight: weights.derived }),
      resolve: (person, _, { catalog, tags }) => {
        tags.add('events')
        const custody = custodyOf(catalog, person.entry.key)
        return custody && { person, custody }
      },
    }),
    charges: t.field({
      type: [Charge],
      nullable: false,
      description: 'What the person is accused of.',
      extensions: cost({ most: mostItems.charges }),
      resolve: (person) => rowsOf(person, 'charges', person.entry.card.facts.charges),
    }),
    recognitions: t.field({
      type: [Recognition],
      nullable: false,
      description: 'What the person was recognised as.',
      extensions: cost({ most: mostItems.recognitions }),
      resolve: (person) => rowsOf(person, 'recognitions', person.entry.card.facts.recognitions),
    }),
    occupations: t.field({
      type: [Occupation],
      nullable: false,
      description: 'What the person does or did.',
      extensions: cost({ most: mostItems.occupations }),
      resolve: (person) => rowsOf(person, 'occupations', person.entry.card.facts.occupations),
    }),
    relations: t.field({
      type: [Relation],
      nullable: false,
      description: 'Who belongs to the person.',
      extensions: cost({ most: mostItems.relations }),
      resolve: (person) => rowsOf(person, 'relations', person.entry.card.facts.relations),
    }),
    sameAs: t.stringList({
      nullable: false,
      description: 'Addresses of pages elsewhere that are about the same person.',
      resolve: ({ entry }) => entry.card.facts.sameAs ?? [],
    }),
    letter: t.field({
      type: Letter,
      description: 'How to write to the person; null where that cannot be said, see letterUnavailable.',
      args: { locale: t.arg({ type: 'Locale', description: 'The language to write the envelope in.' }) },
      extensions: cost({ weight: weights.derived }),
      resolve: (person, { locale }, context) => {
        const reader = locale ? nodeIn(person, locale, context) : person
        const letter = letterTo(context.catalog, reader.entry, reader.reading.chain)
        context.tags.add('events').add('places')
        if (typeof letter === 'string') return null
        const place = nodeOf(letter.place.key, reader.reading, context)
        return place && { person: reader, place, checkedOn: letter.checkedOn }
      },
    }),
    letterUnavailable: t.field({
      type: LetterUnavailable,
      description: 'Why there is no letter; null where there is one.',
      extensions: cost({ weight: weights.derived }),
      resolve: ({ entry, reading }, _, { catalog, tags }) => {
        const letter = letterTo(catalog, entry, reading.chain)
        tags.add('events').add('places')
        return typeof letter === 'string' ? letter : null
      },
    }),
    quotes: t.field({
      type: QuoteConnection,
      nullable: false,
      description: 'What the person said and what was said about them.',
      args: {
        ...pageArgs(t.arg, true),
        as: t.arg({ type: QuoteRole, description: 'Only quotes to which the person is this.' }),
        where: t.arg({ type: QuoteWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: QuoteOrder, description: "In which order; the editors' where absent." }),
      },
      extensions: nestedCost,
      resolve: (person, args, context) => {
        const said = args.as === 'about' ? none : referrersOf(context.catalog, person, 'quotes', 'speaker')
        const about = args.as === 'speaker' ? none : referrersOf(context.catalog, person, 'quotes', 'about')
        return relatedPage('quotes', eitherOf(said, about), args, orders.EDITORIAL, person, context)
      },
    }),
    events: t.field({
      type: EventConnection,
      nullable: false,
      description: 'What happened to the person, the earliest first: a timeline.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: EventWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: EventOrder, description: 'In which order; by date where absent.' }),
      },
      extensions: nestedCost,
      resolve: (person, args, context) => {
        const events = referrersOf(context.catalog, person, 'events', 'participants/who')
        return relatedPage('events', events, args, orders.DATE_ASC, person, context)
      },
    }),
    timeline: t.field({
      type: TimelineConnection,
      nullable: false,
      description: 'Dated events and dated quotes in one list, the earliest first.',
      args: {
        ...pageArgs(t.arg, true),
        orderBy: t.arg({ type: TimelineOrder, description: 'In which order; the earliest first where absent.' }),
      },
      extensions: nestedCost,
      resolve: (person, { orderBy, ...page }, context) => {
        const { catalog, tags } = context
        const events: readonly Entry[] = referrersOf(catalog, person, 'events', 'participants/who')
        const quotes: readonly Entry[] = eitherOf(
          referrersOf(catalog, person, 'quotes', 'speaker'),
          referrersOf(catalog, person, 'quotes', 'about'),
        )
        tags.add('events').add('quotes')
        const order = orders[orderBy ?? 'DATE_ASC']
        const sorted = orderedOf(eitherOf(events, quotes), order, person.reading)
        return whenReady(sorted, (list) => pageOf(dated(list), order, person.reading, page))
      },
    }),
    media: t.field({
      type: MediaConnection,
      nullable: false,
      description: 'Pictures and recordings that show the person.',
      args: { ...pageArgs(t.arg, true), where: t.arg({ type: MediaWhere, description: 'Which of them.' }) },
      extensions: nestedCost,
      resolve: (person, args, context) => {
        const media = referrersOf(context.catalog, person, 'media', 'personsShown')
        return relatedPage('media', media, args, orders.DATE_ASC, person, context)
      },
    }),
    relatedPeople: t.field({
      type: PersonConnection,
      nullable: false,
      description: 'People whose own profile names this person in a relation.',
      args: { ...pageArgs(t.arg, true), where: t.arg({ type: PersonWhere, description: 'Which of them.' }) },
      extensions: nestedCost,
      resolve: (person, args, context) => {
        const people = referrersOf(context.catalog, person, 'people', 'relations/person')
        return relatedPage('people', people, args, orders.NAME_ASC, person, context)
      },
    }),
    localizations: t.field({
      type: [PersonRef],
      nullable: false,
      description: 'The same profile in other locales: those of `locales` that are available, or all.',
      args: { locales: t.arg({ type: ['Locale'], description: 'Which, in this order.' }) },
      extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
      resolve: (person, { locales }, context) => localizationsOf(person, locales, context),
    }),
  }),
})

const none: readonly Entry<'quotes'>[] = []

/** Undated documents stand at the end of an order by date: a timeline leaves them out. */
function dated(entries: readonly Entry[]): readonly Entry[] {
  const end = entries.findIndex(({ card }) => !hasDay(timelineDate(card)))
  return end === -1 ? entries : entries.slice(0, end)
}

function hasDay(date: PartialDate | undefined): boolean {
  return date !== undefined && (date.earliest !== null || date.latest !== null)
}
