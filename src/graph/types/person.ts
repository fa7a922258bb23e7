import { localeCodes } from '#locales/table.ts'
import { mostItems } from '#record/listSizes.ts'
import type { Facts, PartialDate } from '#record/shape.ts'
import { builder, cost } from '../builder.ts'
import type { Entry } from '../catalog.ts'
import { type Custody, custodyOf } from '../custody.ts'
import { letterTo } from '../letter.ts'
import { weights } from '../limitTable.ts'
import { eitherOf, orderedOf } from '../lists.ts'
import { factsOf, type Node, nodeIn, nodeOf, nodesOf, servedRichText, servedText, textOf } from '../node.ts'
import { orders } from '../orders.ts'
import { pageOf } from '../page.ts'
import { pageUrl } from '../paths.ts'
import { type Served, wordsIn } from '../resolveWords.ts'
import { directionOf } from '../richHtml.ts'
import { timelineDate } from '../sortKey.ts'
import { pageArgs } from './arguments.ts'
import {
  EventConnection,
  MediaConnection,
  PersonConnection,
  QuoteConnection,
  TimelineConnection,
} from './connections.ts'
import {
  CustodyProcedure,
  CustodyStatus,
  Gender,
  LetterUnavailable,
  NameKind,
  PersonKind,
  RecognitionKind,
  RelationType,
  TextDirection,
} from './enums.ts'
import { label, type Row, rowsOf, rowWords, type ToldDate, told, words } from './fields.ts'
import { localizationsOf } from './localized.ts'
import { EventRef, LocalizedRef, MediaRef, NodeRef, OrganizationRef, PersonRef, PlaceRef, SourceRef } from './refs.ts'
import { nestedCost, referrersOf, relatedPage } from './related.ts'
import { PartialDateRef, RichTextRef, Text } from './text.ts'
import { EventOrder, EventWhere, MediaWhere, PersonWhere, QuoteOrder, QuoteWhere, TimelineOrder } from './where.ts'

type Person = Node<'people'>
type People = Facts<'people'>
type RowOf<Name extends keyof People> = Row<Person, NonNullable<People[Name]> extends (infer R)[] ? R : never>

const PersonName = builder.objectRef<{ person: Person; served: Served | null }>('PersonName').implement({
  description: 'The published name of a person, whole in one language. Null throughout where the name is withheld.',
  fields: (t) => ({
    display: t.string({
      description: 'The name as running text has it: "Server Mustafaiev".',
      resolve: ({ served }) => served?.value,
    }),
    sort: t.string({
      description: 'The name as a sorted list has it: "Mustafaiev, Server".',
      resolve: (name) => namePart(name, 'sortName'),
    }),
    given: t.string({ description: 'Given name.', resolve: (name) => namePart(name, 'name/given') }),
    additional: t.string({
      description: 'Patronymic or middle name; letters need it.',
      resolve: (name) => namePart(name, 'name/additional'),
    }),
    family: t.string({ description: 'Family name.', resolve: (name) => namePart(name, 'name/family') }),
    locale: t.string({
      description: 'Language of the name: the value of `lang`.',
      resolve: ({ served }) => served?.locale,
    }),
    dir: t.field({
      type: TextDirection,
      description: 'Direction of the name: the value of `dir`.',
      resolve: ({ served }) => served && directionOf(served.locale),
    }),
    transliterated: t.boolean({
      nullable: false,
      description: 'The name was carried over from another script by rule.',
      resolve: ({ served }) =>
        served !== null && (served.storedIn !== served.locale || served.words.origin === 'transliterated'),
    }),
  }),
})

/** All parts of a name are of the language that the whole name is in. */
function namePart({ person, served }: { person: Person; served: Served | null }, path: string): string | null {
  return served && (wordsIn(person.entry.card.words, path, served.locale)?.value ?? null)
}

const AlternateName = builder
  .objectRef<{ person: Person; name: NonNullable<People['alternateNames']>[number] }>('AlternateName')
  .implement({
    description: 'Another name or spelling that the person is known by.',
    fields: (t) => ({
      value: t.string({ description: 'The name.', resolve: ({ name }) => name.value }),
      locale: t.string({ description: 'Language tag of the name.', resolve: ({ name }) => name.locale }),
      kind: t.field({ type: NameKind, description: 'Why it is listed.', resolve: ({ name }) => name.kind }),
      kindLabel: t.string({
        description: 'The kind in the requested language.',
        resolve: ({ name, person }) => label('nameKind', name.kind, person.reading),
      }),
    }),
  })

const Occupation = builder.objectRef<RowOf<'occupations'>>('Occupation').implement({
  description: 'What a person does or did.',
  fields: (t) => ({
    title: t.string(rowWords('title', 'The work or office.')),
    organization: t.field({
      type: OrganizationRef,
      description: 'Where.',
      resolve: ({ node, row }, _, context) => nodeOf(row.organization, node.reading, context),
    }),
    date: t.field({
      type: PartialDateRef,
      description: 'When.',
      resolve: ({ node, row }) => told(row.date, node.reading),
    }),
    sources: t.field({
      type: [SourceRef],
      nullable: false,
      description: 'Where this is told.',
      extensions: cost({ most: mostItems.sources }),
      resolve: ({ node, row }, _, context) => nodesOf(row.sources, node.reading, context),
    }),
  }),
})

const Relation = builder.objectRef<RowOf<'relations'>>('Relation').implement({
  description: 'Somebody who belongs to a person: named, unnamed, or several at once.',
  fields: (t) => ({
    type: t.field({
      type: RelationType,
      description: 'What the other is to the person.',
      resolve: ({ row }) => row.type,
    }),
    typeLabel: t.string({
      description: 'The same in the requested language: "mother" of a woman who is a parent.',
      resolve: ({ node, row }, _, context) =>
        label('relationType', row.type, node.reading, factsOf(row.person, context)?.gender),
    }),
    person: t.field({
      type: PersonRef,
      description: 'The profile of the other, where there is a public one.',
      resolve: ({ node, row }, _, context) => nodeOf(row.person, node.reading, context),
    }),
    name: t.field({
      type: Text,
      description: "The other's published name, else how the profile speaks of them.",
      resolve: ({ node, row, path }, _, context) => {
        const other = nodeOf(row.person, node.reading, context)
        return (other && servedText(other, 'displayName', context)) ?? servedText(node, `${path}/label`, context)
      },
    }),
    label: t.string(rowWords('label', 'How the profile speaks of somebody who is not named.')),
    count: t.int({ description: 'How many they are, where they are counted.', resolve: ({ row }) => row.count }),
    sources: t.field({
      type: [SourceRef],
      nullable: false,
      description: 'Where this is told.',
      extensions: cost({ most: mostItems.sources }),
      resolve: ({ node, row }, _, context) => nodesOf(row.sources, node.reading, context),
    }),
  }),
})

const Charge = builder.objectRef<RowOf<'charges'>>('Charge').implement({
  description: 'What a person is accused of. An accusation, told as one.',
  fields: (t) => ({
    statute: t.string({ description: 'The law.', resolve: ({ row }) => row.statute }),
    article: t.string({ description: 'The article and part of it.', resolve: ({ row }) => row.article }),
    label: t.string(rowWords('label', "The accuser's wording.")),
    penaltyMinYears: t.float({
      description: 'Shortest sentence faced, in years.',
      resolve: ({ row }) => row.penaltyMinYears,
    }),
    penaltyMaxYears: t.float({
      description: 'Longest sentence faced, in years.',
      resolve: ({ row }) => row.penaltyMaxYears,
    }),
    date: t.field({
      type: PartialDateRef,
      description: 'When the charge was brought.',
      resolve: ({ node, row }) => told(row.date, node.reading),
    }),
    event: t.field({
      type: EventRef,
      description: 'The event that brought it.',
      resolve: ({ node, row }, _, context) => nodeOf(row.event, node.reading, context),
    }),
    sources: t.field({
      type: [SourceRef],
      nullable: false,
      description: 'Where this is told.',
      extensions: cost({ most: mostItems.sources }),
      resolve: ({ node, row }, _, context) => nodesOf(row.sources, node.reading, context),
    }),
  }),
})

const Recognition = builder.objectRef<RowOf<'recognitions'>>('Recognition').implement({
  description: 'What a person was recognised as, and by whom.',
  fields: (t) => ({
    kind: t.field({ type: RecognitionKind, description: 'As what.', resolve: ({ row }) => row.kind }),
    kindLabel: t.string({
      description: 'The same in the requested language.',
      resolve: ({ node, row }) => label('recognitionKind', row.kind, node.reading, node.entry.card.facts.gender),
    }),
    organization: t.field({
      type: OrganizationRef,
      description: 'By which organization.',
      resolve: ({ node, row }, _, context) => nodeOf(row.organization, node.reading, context),
    }),
    note: t.string(rowWords('note', 'By whom or what for, where no organization says it.')),
    date: t.field({
      type: PartialDateRef,
      description: 'When.',
      resolve: ({ node, row }) => told(row.date, node.reading),
    }),
    url: t.string({ description: 'Where the recognition was published.', resolve: ({ row }) => row.url }),
    sources: t.field({
      type: [SourceRef],
      nullable: false,
      description: 'Where this is told.',
      extensions: cost({ most: mostItems.sources }),
      resolve: ({ node, row }, _, context) => nodesOf(row.sources, node.reading, context),
    }),
  }),
})

type HeldPerson = { person: Person; custody: Custody }

const CustodyRef = builder.objectRef<HeldPerson>('Custody').implement({
  description:
    'Where a person is held and how the case stands, each from the newest published event that says so. Known as of a date, never "currently".',
  fields: (t) => ({
    status: t.field({
      type: CustodyStatus,
      description: 'Whether and how the person is held.',
      resolve: ({ custody }) => custody.status?.value,
    }),
    statusLabel: t.string({
      description: 'The status in the requested language.',
      resolve: ({ person, custody }) =>
        label('custodyStatus', custody.status?.value, person.reading, person.entry.card.facts.gender),
    }),
    statusAsOf: t.field({
      type: PartialDateRef,
      description: 'Date of the event that says the status.',
      resolve: ({ person, custody }) => dateOf(custody.status?.event, person),
    }),
    procedure: t.field({
      type: CustodyProcedure,
      description: 'How far the case has come.',
      resolve: ({ custody }) => custody.procedure?.value,
    }),
    procedureLabel: t.string({
      description: 'The procedure in the requested language.',
      resolve: ({ person, custody }) => label('custodyProcedure', custody.procedure?.value, person.reading),
    }),
    procedureAsOf: t.field({
      type: PartialDateRef,
      description: 'Date of the event that says the procedure.',
      resolve: ({ person, custody }) => dateOf(custody.procedure?.event, person),
    }),
    place: t.field({
      type: PlaceRef,
      description: 'Where the person is held; null after a release or where nobody has said.',
      resolve: ({ person, custody }, _, context) => nodeOf(custody.place?.value, person.reading, context),
    }),
    placeAsOf: t.field({
      type: PartialDateRef,
      description: 'Date of the event that says the place.',
      resolve: ({ person, custody }) => dateOf(custody.place?.event, person),
    }),
    asOf: t.field({
      type: PartialDateRef,
      description: 'Date of the newest event that says any of this.',
      resolve: ({ person, custody }) => dateOf(custody.newest.event, person),
    }),
    event: t.field({
      type: EventRef,
      description: 'The newest event that says any of this.',
      resolve: ({ person, custody }, _, context) => nodeOf(custody.newest.event.key, person.reading, context),
    }),
  }),
})

function dateOf(event: Entry<'events'> | undefined, { reading }: Person): ToldDate | null {
  return told(event?.card.facts.date, reading)
}

type LetterTo = { person: Person; place: Node<'places'>; checkedOn: PartialDate }

const Letter = builder.objectRef<LetterTo>('Letter').implement({
  description: 'How to write to a person in custody.',
  fields: (t) => ({
    recipient: t.string({
      description: 'Name for the envelope, with the patronymic.',
      resolve: ({ person }, _, context) => recipient(person, context),
    }),
    addressBlock: t.stringList({
      nullable: false,
      description: 'The lines of the envelope: recipient, address, postal code.',
      resolve: ({ person, place }, _, context) => {
        const { lines = [], postalCode } = place.entry.card.facts.postalAddress ?? {}
        return [recipient(person, context), ...lines, postalCode].filter((line) => typeof line === 'string')
      },
    }),
    place: t.field({
      type: PlaceRef,
      nullable: false,
      description: 'Where the letter goes.',
      resolve: ({ place }) => place,
    }),
    languages: t.stringList({
      nullable: false,
      description: 'Language tags of the languages that pass the censor; empty where nobody has said.',
      resolve: ({ place }) => place.entry.card.facts.letterRules?.locales ?? [],
    }),
    rules: t.string({
      description: 'What the place allows in a letter.',
      resolve: ({ place }, _, context) => textOf(place, 'letterRules/note', context),
    }),
    note: t.string({
      description: 'What to mind when writing to this person.',
      resolve: ({ person }, _, context) => textOf(person, 'letters/note', context),
    }),
    checkedOn: t.field({
      type: PartialDateRef,
      nullable: false,
      description: 'When the address was last found to be right.',
      resolve: ({ person, checkedOn }) => ({ date: checkedOn, reading: person.reading }),
    }),
  }),
})

function recipient(person: Person, context: Parameters<typeof servedText>[2]): string | null {
  const served = servedText(person, 'displayName', context)
  if (!served) return null
  const parts = ['name/family', 'name/given', 'name/additional'].flatMap(
    (path) => namePart({ person, served }, path) ?? [],
  )
  return parts.length > 0 ? parts.join(' ') : served.value
}

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
        return pageOf(dated(orderedOf(eitherOf(events, quotes), order, person.reading)), order, person.reading, page)
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
