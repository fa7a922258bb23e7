import type { Locale } from '#locales/table.ts'
import type { DocumentType } from '#record/shape.ts'
import type { Entry } from '../catalog.ts'
import { custodyOf } from '../people/custody.ts'
import { builder } from '../types/builder.ts'
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
} from '../types/values/enums.ts'
import { isAvailableIn } from '../words/resolveWords.ts'
import {
  anyText,
  anyWord,
  asRef,
  type Condition,
  charged,
  condition,
  inPlace,
  inRange,
  namesAnyOf,
  naming,
  namingAny,
  placesWithin,
} from './filters/condition.ts'
import type { OrderName } from './orders.ts'

type LocalesFilter = { has?: Locale[] | null; hasAll?: Locale[] | null; missing?: Locale[] | null }

const LocalesInput = builder.inputRef<LocalesFilter>('LocalesFilter').implement({
  description: 'By the locales a document is available in, derived scripts included.',
  fields: (t) => ({
    has: t.field({ type: ['Locale'], description: 'Available in one of these.' }),
    hasAll: t.field({ type: ['Locale'], description: 'Available in all of these.' }),
    missing: t.field({ type: ['Locale'], description: 'Available in none of these.' }),
  }),
})

/** The conditions of every type. */
const common = {
  ids: condition({
    input: ['ID'],
    description: 'These documents.',
    test: (ids) => {
      const asked = new Set(ids)
      return ({ key }: Entry) => asked.has(key)
    },
  }),
  locales: condition({
    input: LocalesInput,
    description: 'By the locales it is available in.',
    test:
      ({ has, hasAll, missing }) =>
      ({ card }: Entry) =>
        (!has || has.some((locale) => isAvailableIn(card, locale))) &&
        (!hasAll || hasAll.every((locale) => isAvailableIn(card, locale))) &&
        !missing?.some((locale) => isAvailableIn(card, locale)),
  }),
  updatedSince: condition({
    input: 'DateTime',
    description: 'Changed in public then or later, in any locale.',
    test:
      (since) =>
      ({ card }: Entry) =>
        Object.values(card.parts).some((at) => at >= since),
  }),
}

const byName = ['NAME_ASC', 'NAME_DESC'] as const
export const byDate = ['DATE_ASC', 'DATE_DESC'] as const

/** The list of each type of document: where it stands in the schema, its orders, its filter. */
const lists = {
  people: {
    all: 'People',
    usual: 'NAME_ASC',
    orders: [...byName, 'BIRTH_DATE_ASC', 'BIRTH_DATE_DESC'],
    where: {
      ...common,
      kind: anyWord(PersonKind, 'What they are to these profiles.', ({ kind }) => kind),
      gender: anyWord(Gender, 'Their gender.', ({ gender }) => gender),
      custodyStatus: anyWord(
        CustodyStatus,
        'Whether and how they are held, by the newest event that says so.',
        (_, person, catalog) => custodyOf(catalog, person)?.status?.value,
        ['events'],
      ),
      custodyProcedure: anyWord(
        CustodyProcedure,
        'How far the case has come.',
        (_, person, catalog) => custodyOf(catalog, person)?.procedure?.value,
        ['events'],
      ),
      custodyPlace: inPlace('Where they are held.', (_, person, catalog) => custodyOf(catalog, person)?.place?.value, [
        'events',
      ]),
      recognition: condition({
        input: [RecognitionKind],
        description: 'What they were recognised as.',
        test:
          (kinds) =>
          ({ card }) =>
            (card.facts.recognitions ?? []).some(({ kind }) => kind !== undefined && kinds.includes(kind)),
      }),
      recognizedBy: naming('Id of an organization that recognised them.', ({ recognitions }) =>
        recognitions?.map(({ organization }) => organization),
      ),
      charge: charged('What they are accused of.', ({ charges }) => charges),
      relatedTo: condition({
        input: 'ID',
        description: 'Id of a person: either profile names the other in a relation.',
        test: (person, catalog) => {
          const profile: Entry | undefined = catalog.get(asRef(person))
          // The type of a card says whose entry it is.
          const own = profile?.card.type === 'people' ? ((profile as Entry<'people'>).card.facts.relations ?? []) : []
          const named = new Set<string | undefined>(own.map((relation) => relation.person))
          const names = namesAnyOf<'people'>([person], ({ relations }) => relations?.map((one) => one.person), catalog)
          return (entry) => names(entry) || named.has(entry.key)
        },
        reads: 'named',
      }),
      organization: naming('Id of an organization that they worked for.', ({ occupations }) =>
        occupations?.map(({ organization }) => organization),
      ),
      birthDate: inRange('When they were born.', ({ birthDate }) => birthDate),
      deathDate: inRange('When they died.', ({ deathDate }) => deathDate),
    },
  },
  quotes: {
    all: 'Quotes',
    usual: 'EDITORIAL',
    orders: ['EDITORIAL', ...byDate],
    where: {
      ...common,
      speaker: namingAny('Ids of people who said it.', ({ speaker }) => [speaker]),
      about: namingAny('Ids of people and events that it is about.', ({ about }) => about),
      connection: anyWord(Connection, 'How the speaker knows what they speak of.', ({ connection }) => connection),
      originalLocale: anyText('Language tags of the language it was said in.', ({ originalLocale }) => originalLocale),
      source: naming('Id of a source that it was taken from.', ({ sources }) => sources),
      saidOn: inRange('When it was said.', ({ saidOn }) => saidOn),
      featured: condition({
        input: 'Boolean',
        description: 'Whether the editors feature it.',
        test:
          (featured) =>
          ({ card }) =>
            (card.facts.featured ?? false) === featured,
      }),
    },
  },
  events: {
    all: 'Events',
    usual: 'DATE_ASC',
    orders: [...byDate, ...byName],
    where: {
      ...common,
      kind: anyWord(EventKind, 'What kind of thing happened.', ({ kind }) => kind),
      certainty: anyWord(Certainty, 'How sure the editors are.', ({ certainty }) => certainty),
      custodyStatus: anyWord(
        CustodyStatus,
        'How somebody was held from then on.',
        ({ outcome }) => outcome?.custodyStatus,
      ),
      custodyProcedure: anyWord(
        CustodyProcedure,
        'How the case stood from then on.',
        ({ outcome }) => outcome?.procedure,
      ),
      place: inPlace('Where it happened.', ({ place, placePrecision }) =>
        placePrecision === 'withheld' ? undefined : place,
      ),
      participant: naming('Id of a person or organization that took part, in any role.', ({ participants }) =>
        participants?.map(({ who }) => who),
      ),
      charge: charged('A charge that the event brought or decided.', ({ outcome }) => outcome?.charges),
      partOf: naming('Id of the event that it is part of, a criminal case for example.', ({ partOf }) => [partOf]),
      source: naming('Id of a source that tells of it.', ({ sources }) => sources),
      date: inRange('When it happened.', ({ date }) => date),
    },
  },
  media: {
    all: 'Pictures and recordings',
    field: 'mediaItems',
    usual: 'DATE_ASC',
    orders: [...byDate, ...byName],
    where: {
      ...common,
      personShown: naming('Id of a person who can be seen.', ({ personsShown }) => personsShown),
      sensitivity: anyWord(Sensitivity, 'What to mind before showing it.', ({ sensitivity }) => sensitivity ?? 'none'),
      takenOn: inRange('When it was taken.', ({ takenOn }) => takenOn),
    },
  },
  organizations: {
    all: 'Organizations',
    usual: 'NAME_ASC',
    orders: [...byName],
    where: {
      ...common,
      kind: anyWord(OrganizationKind, 'What kind of organization it is.', ({ kind }) => kind),
    },
  },
  places: {
    all: 'Places',
    usual: 'NAME_ASC',
    orders: [...byName],
    where: {
      ...common,
      kind: anyWord(PlaceKind, 'What kind of place it is.', ({ kind }) => kind),
      within: condition({
        input: 'ID',
        description: 'Id of a place that it lies in, however deep.',
        test: (place, catalog) => {
          const places = placesWithin(place, catalog)
          return ({ key }) => key !== place && places.includes(key)
        },
        reads: ['places'],
      }),
      deJureCountry: anyText(
        'ISO 3166 codes of the country it belongs to by law.',
        ({ deJureCountry }) => deJureCountry,
      ),
      controlledBy: anyText('ISO 3166 codes of the country that controls it.', ({ controlledBy }) => controlledBy),
    },
  },
  sources: {
    all: 'Sources',
    usual: 'DATE_ASC',
    orders: [...byDate, ...byName],
    where: {
      ...common,
      kind: anyWord(SourceKind, 'What kind of source it is.', ({ kind }) => kind),
      publisher: naming('Id of the organization that published it.', ({ publisher }) => [publisher]),
      locale: anyText('Language tags of the language it is in.', ({ locale }) => locale),
      publishedOn: inRange('When it was published.', ({ publishedOn }) => publishedOn),
    },
  },
} satisfies DocumentLists

/** The orders that a list can have by itself. */
export type UsualOrder = 'NAME_ASC' | 'DATE_ASC' | 'EDITORIAL'

type DocumentLists = {
  readonly [type in DocumentType]: {
    /** How the root calls all of them, and its field where that is not the type itself. */
    readonly all: string
    readonly field?: string
    /** The order of a list below another document where none is given. The root begins at the other end of dates. */
    readonly usual: UsualOrder
    /** Orders beside those by the moment of a publish or change. */
    readonly orders: readonly OrderName[]
    /** The filter, condition by condition. */
    readonly where: { readonly [name: string]: Condition<type, never> }
  }
}

export type ConditionRows = { [type in DocumentType]: (typeof lists)[type]['where'] }

/** The table by type, for a list of any type. */
export const documentLists: DocumentLists = lists
