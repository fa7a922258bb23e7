import { builder } from '../builder.ts'
import { type OrderName, orderDescriptions } from '../orders.ts'
import type { ChargeFilter, DateRange, LocalesFilter, WhereOf } from '../where.ts'
import {
  Certainty,
  Connection,
  CustodyProcedure,
  CustodyStatus,
  EventKind,
  Gender,
  OrganizationKind,
  PersonKind,
  PlaceKind,
  RecognitionKind,
  Sensitivity,
  SourceKind,
} from './enums.ts'

const DateRangeInput = builder.inputRef<DateRange>('DateRange').implement({
  description:
    'Days from `from` to `to`, both included; an absent side is open. A date that is known in part is found when any of the days it may mean lies in the range.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'First day, or the first of the month or year.' }),
    to: t.field({ type: 'Date', description: 'Last day, or the last of the month or year.' }),
  }),
})

const LocalesInput = builder.inputRef<LocalesFilter>('LocalesFilter').implement({
  description: 'By the locales a document is available in, derived scripts included.',
  fields: (t) => ({
    has: t.field({ type: ['Locale'], description: 'Available in one of these.' }),
    hasAll: t.field({ type: ['Locale'], description: 'Available in all of these.' }),
    missing: t.field({ type: ['Locale'], description: 'Available in none of these.' }),
  }),
})

const ChargeInput = builder.inputRef<ChargeFilter>('ChargeFilter').implement({
  description: 'A charge. Both conditions are about one and the same charge.',
  fields: (t) => ({
    statute: t.string({ description: 'The law, as the editors name it.' }),
    article: t.string({ description: 'The article: "205.5" finds "205.5 part 2" too.' }),
  }),
})

type Inputs = Parameters<Parameters<ReturnType<typeof builder.inputRef<object>>['implement']>[0]['fields']>[0]

const common = (t: Inputs) => ({
  ids: t.idList({ description: 'These documents.' }),
  locales: t.field({ type: LocalesInput, description: 'By the locales it is available in.' }),
  updatedSince: t.field({ type: 'DateTime', description: 'Changed in public then or later, in any locale.' }),
})

const within = 'Id of a place: there or anywhere within it.'

export const PersonWhere = builder.inputRef<WhereOf<'people'>>('PersonWhere')
PersonWhere.implement({
  description: 'Which people. All conditions hold; a list of values means any of them.',
  fields: (t) => ({
    and: t.field({ type: [PersonWhere], description: 'All of these hold.' }),
    or: t.field({ type: [PersonWhere], description: 'One of these holds.' }),
    not: t.field({ type: PersonWhere, description: 'This does not hold.' }),
    ...common(t),
    kind: t.field({ type: [PersonKind], description: 'What they are to these profiles.' }),
    gender: t.field({ type: [Gender], description: 'Their gender.' }),
    custodyStatus: t.field({
      type: [CustodyStatus],
      description: 'Whether and how they are held, by the newest event that says so.',
    }),
    custodyProcedure: t.field({ type: [CustodyProcedure], description: 'How far the case has come.' }),
    custodyPlace: t.id({ description: `Where they are held. ${within}` }),
    recognition: t.field({ type: [RecognitionKind], description: 'What they were recognised as.' }),
    recognizedBy: t.id({ description: 'Id of an organization that recognised them.' }),
    charge: t.field({ type: ChargeInput, description: 'What they are accused of.' }),
    relatedTo: t.id({ description: 'Id of a person: either profile names the other in a relation.' }),
    organization: t.id({ description: 'Id of an organization that they worked for.' }),
    birthDate: t.field({ type: DateRangeInput, description: 'When they were born.' }),
    deathDate: t.field({ type: DateRangeInput, description: 'When they died.' }),
  }),
})

export const QuoteWhere = builder.inputRef<WhereOf<'quotes'>>('QuoteWhere')
QuoteWhere.implement({
  description: 'Which quotes. All conditions hold; a list of values means any of them.',
  fields: (t) => ({
    and: t.field({ type: [QuoteWhere], description: 'All of these hold.' }),
    or: t.field({ type: [QuoteWhere], description: 'One of these holds.' }),
    not: t.field({ type: QuoteWhere, description: 'This does not hold.' }),
    ...common(t),
    speaker: t.idList({ description: 'Ids of people who said it.' }),
    about: t.idList({ description: 'Ids of people and events that it is about.' }),
    connection: t.field({ type: [Connection], description: 'How the speaker knows what they speak of.' }),
    originalLocale: t.stringList({ description: 'Language tags of the language it was said in.' }),
    source: t.id({ description: 'Id of a source that it was taken from.' }),
    saidOn: t.field({ type: DateRangeInput, description: 'When it was said.' }),
    featured: t.boolean({ description: 'Whether the editors feature it.' }),
  }),
})

export const EventWhere = builder.inputRef<WhereOf<'events'>>('EventWhere')
EventWhere.implement({
  description: 'Which events. All conditions hold; a list of values means any of them.',
  fields: (t) => ({
    and: t.field({ type: [EventWhere], description: 'All of these hold.' }),
    or: t.field({ type: [EventWhere], description: 'One of these holds.' }),
    not: t.field({ type: EventWhere, description: 'This does not hold.' }),
    ...common(t),
    kind: t.field({ type: [EventKind], description: 'What kind of thing happened.' }),
    certainty: t.field({ type: [Certainty], description: 'How sure the editors are.' }),
    custodyStatus: t.field({ type: [CustodyStatus], description: 'How somebody was held from then on.' }),
    custodyProcedure: t.field({ type: [CustodyProcedure], description: 'How the case stood from then on.' }),
    place: t.id({ description: `Where it happened. ${within}` }),
    participant: t.id({ description: 'Id of a person or organization that took part, in any role.' }),
    charge: t.field({ type: ChargeInput, description: 'A charge that the event brought or decided.' }),
    partOf: t.id({ description: 'Id of the event that it is part of, a criminal case for example.' }),
    source: t.id({ description: 'Id of a source that tells of it.' }),
    date: t.field({ type: DateRangeInput, description: 'When it happened.' }),
  }),
})

export const MediaWhere = builder.inputRef<WhereOf<'media'>>('MediaWhere')
MediaWhere.implement({
  description: 'Which media. All conditions hold; a list of values means any of them.',
  fields: (t) => ({
    and: t.field({ type: [MediaWhere], description: 'All of these hold.' }),
    or: t.field({ type: [MediaWhere], description: 'One of these holds.' }),
    not: t.field({ type: MediaWhere, description: 'This does not hold.' }),
    ...common(t),
    personShown: t.id({ description: 'Id of a person who can be seen.' }),
    sensitivity: t.field({ type: [Sensitivity], description: 'What to mind before showing it.' }),
    takenOn: t.field({ type: DateRangeInput, description: 'When it was taken.' }),
  }),
})

export const OrganizationWhere = builder.inputRef<WhereOf<'organizations'>>('OrganizationWhere')
OrganizationWhere.implement({
  description: 'Which organizations. All conditions hold; a list of values means any of them.',
  fields: (t) => ({
    and: t.field({ type: [OrganizationWhere], description: 'All of these hold.' }),
    or: t.field({ type: [OrganizationWhere], description: 'One of these holds.' }),
    not: t.field({ type: OrganizationWhere, description: 'This does not hold.' }),
    ...common(t),
    kind: t.field({ type: [OrganizationKind], description: 'What kind of organization it is.' }),
  }),
})

export const PlaceWhere = builder.inputRef<WhereOf<'places'>>('PlaceWhere')
PlaceWhere.implement({
  description: 'Which places. All conditions hold; a list of values means any of them.',
  fields: (t) => ({
    and: t.field({ type: [PlaceWhere], description: 'All of these hold.' }),
    or: t.field({ type: [PlaceWhere], description: 'One of these holds.' }),
    not: t.field({ type: PlaceWhere, description: 'This does not hold.' }),
    ...common(t),
    kind: t.field({ type: [PlaceKind], description: 'What kind of place it is.' }),
    within: t.id({ description: 'Id of a place that it lies in, however deep.' }),
    deJureCountry: t.stringList({ description: 'ISO 3166 codes of the country it belongs to by law.' }),
    controlledBy: t.stringList({ description: 'ISO 3166 codes of the country that controls it.' }),
  }),
})

export const SourceWhere = builder.inputRef<WhereOf<'sources'>>('SourceWhere')
SourceWhere.implement({
  description: 'Which sources. All conditions hold; a list of values means any of them.',
  fields: (t) => ({
    and: t.field({ type: [SourceWhere], description: 'All of these hold.' }),
    or: t.field({ type: [SourceWhere], description: 'One of these holds.' }),
    not: t.field({ type: SourceWhere, description: 'This does not hold.' }),
    ...common(t),
    kind: t.field({ type: [SourceKind], description: 'What kind of source it is.' }),
    publisher: t.id({ description: 'Id of the organization that published it.' }),
    locale: t.stringList({ description: 'Language tags of the language it is in.' }),
    publishedOn: t.field({ type: DateRangeInput, description: 'When it was published.' }),
  }),
})

function orderEnum<Name extends OrderName>(name: string, of: string, names: readonly Name[]) {
  return builder.enumType(name, {
    description: `Orders of ${of}.`,
    values: Object.fromEntries(
      names.map((one) => [one, { value: one, description: orderDescriptions[one] }]),
    ) as Record<Name, { value: Name; description: string }>,
  })
}

const moments = ['PUBLISHED_AT_ASC', 'PUBLISHED_AT_DESC', 'UPDATED_AT_ASC', 'UPDATED_AT_DESC'] as const
const names = ['NAME_ASC', 'NAME_DESC'] as const
const dates = ['DATE_ASC', 'DATE_DESC'] as const

export const PersonOrder = orderEnum('PersonOrder', 'people', [
  ...names,
  'BIRTH_DATE_ASC',
  'BIRTH_DATE_DESC',
  ...moments,
])
export const QuoteOrder = orderEnum('QuoteOrder', 'quotes', ['EDITORIAL', ...dates, ...moments])
export const EventOrder = orderEnum('EventOrder', 'events', [...dates, ...names, ...moments])
export const MediaOrder = orderEnum('MediaOrder', 'media', [...dates, ...names, ...moments])
export const OrganizationOrder = orderEnum('OrganizationOrder', 'organizations', [...names, ...moments])
export const PlaceOrder = orderEnum('PlaceOrder', 'places', [...names, ...moments])
export const SourceOrder = orderEnum('SourceOrder', 'sources', [...dates, ...names, ...moments])
export const TimelineOrder = orderEnum('TimelineOrder', 'a timeline', dates)
