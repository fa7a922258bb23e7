import { localeCodes } from '#locales/table.ts'
import type { Coordinates, Facts } from '#record/shape.ts'
import { builder, cost } from '../builder.ts'
import type { Catalog, Entry } from '../catalog.ts'
import { custodyOf } from '../custody.ts'
import { weights } from '../limitTable.ts'
import { type Node, nodeOf, textOf } from '../node.ts'
import { orders } from '../orders.ts'
import { pageArgs } from './arguments.ts'
import { EventConnection, PersonConnection, PlaceConnection } from './connections.ts'
import { PlaceKind } from './enums.ts'
import { label, told, words } from './fields.ts'
import { localizationsOf } from './localized.ts'
import { LocalizedRef, NodeRef, PlaceRef } from './refs.ts'
import { nestedCost, referrersOf, relatedPage } from './related.ts'
import { PartialDateRef } from './text.ts'
import { EventOrder, EventWhere, PersonOrder, PersonWhere, PlaceOrder, PlaceWhere } from './where.ts'

const CoordinatesRef = builder.objectRef<Coordinates>('Coordinates').implement({
  description: 'A point on the earth (WGS 84).',
  fields: (t) => ({
    latitude: t.exposeFloat('latitude', { nullable: false, description: 'Degrees north.' }),
    longitude: t.exposeFloat('longitude', { nullable: false, description: 'Degrees east.' }),
  }),
})

const PostalAddress = builder.objectRef<NonNullable<Facts<'places'>['postalAddress']>>('PostalAddress').implement({
  description: 'Where post goes.',
  fields: (t) => ({
    lines: t.stringList({
      nullable: false,
      description: 'Lines as they are written.',
      resolve: ({ lines }) => lines ?? [],
    }),
    postalCode: t.string({ description: 'Postal code.', resolve: ({ postalCode }) => postalCode }),
  }),
})

const LetterRules = builder.objectRef<Node<'places'>>('LetterRules').implement({
  description: 'What a place of detention allows in letters.',
  fields: (t) => ({
    languages: t.stringList({
      nullable: false,
      description: 'Language tags of the languages that pass the censor.',
      resolve: ({ entry }) => entry.card.facts.letterRules?.locales ?? [],
    }),
    note: t.string({
      description: 'What to mind.',
      resolve: (place, _, context) => textOf(place, 'letterRules/note', context),
    }),
    checkedOn: t.field({
      type: PartialDateRef,
      description: 'When this was last found to be right.',
      resolve: ({ entry, reading }) => told(entry.card.facts.letterRules?.checkedOn, reading),
    }),
  }),
})

PlaceRef.implement({
  description: 'A place: a country, a city, a prison, a court.',
  interfaces: [NodeRef, LocalizedRef],
  fields: (t) => ({
    name: t.string(words('name', 'Its name.')),
    kind: t.field({ type: PlaceKind, description: 'What kind it is.', resolve: ({ entry }) => entry.card.facts.kind }),
    kindLabel: t.string({
      description: 'The kind in the requested language.',
      resolve: ({ entry, reading }) => label('placeKind', entry.card.facts.kind, reading),
    }),
    within: t.field({
      type: PlaceRef,
      description: 'The place that it lies in.',
      resolve: ({ entry, reading }, _, context) => nodeOf(entry.card.facts.within, reading, context),
    }),
    coordinates: t.field({
      type: CoordinatesRef,
      description: 'Where it lies.',
      resolve: ({ entry }) => entry.card.facts.coordinates,
    }),
    postalAddress: t.field({
      type: PostalAddress,
      description: 'Where post for it goes.',
      resolve: ({ entry }) => entry.card.facts.postalAddress,
    }),
    letterRules: t.field({
      type: LetterRules,
      description: 'What it allows in letters.',
      resolve: (place) => place,
    }),
    deJureCountry: t.string({
      description: 'ISO 3166 code of the country that it belongs to by law.',
      resolve: ({ entry }) => entry.card.facts.deJureCountry,
    }),
    controlledBy: t.string({
      description: 'ISO 3166 code of the country that controls it.',
      resolve: ({ entry }) => entry.card.facts.controlledBy,
    }),
    places: t.field({
      type: PlaceConnection,
      nullable: false,
      description: 'Places that lie directly in it.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: PlaceWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: PlaceOrder, description: 'In which order; by name where absent.' }),
      },
      extensions: nestedCost,
      resolve: (place, args, context) => {
        const places = referrersOf(context.catalog, place, 'places', 'within')
        return relatedPage('places', places, args, orders.NAME_ASC, place, context)
      },
    }),
    events: t.field({
      type: EventConnection,
      nullable: false,
      description: 'What happened there.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: EventWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: EventOrder, description: 'In which order; by date where absent.' }),
      },
      extensions: nestedCost,
      resolve: (place, args, context) =>
        relatedPage('events', eventsAt(context.catalog, place), args, orders.DATE_ASC, place, context),
    }),
    peopleHeld: t.field({
      type: PersonConnection,
      nullable: false,
      description: 'People who are held there by the newest published events.',
      args: {
        ...pageArgs(t.arg, true),
        where: t.arg({ type: PersonWhere, description: 'Which of them.' }),
        orderBy: t.arg({ type: PersonOrder, description: 'In which order; by name where absent.' }),
      },
      extensions: { cost: { ...nestedCost.cost, weight: weights.derived } },
      resolve: (place, args, context) => {
        context.tags.add('events')
        return relatedPage('people', heldAt(context.catalog, place), args, orders.NAME_ASC, place, context)
      },
    }),
    localizations: t.field({
      type: [PlaceRef],
      nullable: false,
      description: 'The same place in other locales: those of `locales` that are available, or all.',
      args: { locales: t.arg({ type: ['Locale'], description: 'Which, in this order.' }) },
      extensions: cost({ most: localeCodes.length, mostArgument: 'locales' }),
      resolve: (place, { locales }, context) => localizationsOf(place, locales, context),
    }),
  }),
})

/** A withheld place is not found out by asking from its end. */
function eventsAt(catalog: Catalog, place: Node<'places'>): readonly Entry<'events'>[] {
  const events = referrersOf(catalog, place, 'events', 'place')
  const isTold = ({ card }: Entry<'events'>) => card.facts.placePrecision !== 'withheld'
  return events.every(isTold) ? events : events.filter(isTold)
}

function heldAt(catalog: Catalog, { entry: { key } }: Node<'places'>): Entry<'people'>[] {
  const people = new Map<string, Entry<'people'>>()
  for (const event of catalog.referrers(key, 'events', 'outcome/place')) {
    for (const { who } of event.card.facts.participants ?? []) {
      const person: Entry | undefined = who && catalog.get(who)
      // The type of a card says whose entry it is.
      if (person?.card.type === 'people') people.set(person.key, person as Entry<'people'>)
    }
  }
  return [...people.values()].filter((person) => custodyOf(catalog, person.key)?.place?.value === key)
}
