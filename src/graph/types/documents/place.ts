import type { Coordinates, Facts } from '#record/shape.ts'
import type { Entry } from '../../catalog.ts'
import type { GraphContext } from '../../context.ts'
import { named, tagged } from '../../documents/jsonLd.ts'
import type { Node } from '../../documents/node.ts'
import { weights } from '../../limits/table.ts'
import { custodyOf } from '../../people/custody.ts'
import { builder, cost } from '../builder.ts'
import {
  date,
  fact,
  type Part,
  partOf,
  partWords,
  reference,
  texts,
  word,
  wordLabelled,
  words,
} from '../fields/facts.ts'
import { listArgs, nestedCost, referrers } from '../fields/lists.ts'
import { PlaceRef } from '../refs.ts'
import { PlaceKind } from '../values/enums.ts'
import { implementDocument } from './localized.ts'

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
    postalCode: t.exposeString('postalCode', { nullable: true, description: 'Postal code.' }),
  }),
})

const LetterRules = builder.objectRef<Part<NonNullable<Facts<'places'>['letterRules']>>>('LetterRules').implement({
  description: 'What a place of detention allows in letters.',
  fields: (t) => ({
    languages: t.stringList(texts('locales', 'Language tags of the languages that pass the censor.')),
    note: t.string(partWords('note', 'What to mind.')),
    checkedOn: t.field(date('checkedOn', 'When this was last found to be right.')),
  }),
})

implementDocument('places', {
  description: 'A place: a country, a city, a prison, a court.',
  called: 'place',
  fields: (t) => ({
    name: t.string(words('name', 'Its name.')),
    kind: t.field(word('kind', PlaceKind, 'What kind it is.')),
    kindLabel: t.string(wordLabelled('kind', 'placeKind', 'The kind in the requested language.')),
    within: t.field(reference('within', PlaceRef, 'The place that it lies in.')),
    coordinates: t.field({
      type: CoordinatesRef,
      description: 'Where it lies.',
      resolve: ({ facts }) => facts.coordinates,
    }),
    postalAddress: t.field({
      type: PostalAddress,
      description: 'Where post for it goes.',
      resolve: ({ facts }) => facts.postalAddress,
    }),
    letterRules: t.field({
      type: LetterRules,
      description: 'What it allows in letters.',
      resolve: (place) => partOf(place, 'letterRules', place.facts.letterRules ?? {}),
    }),
    deJureCountry: t.string(fact('deJureCountry', 'ISO 3166 code of the country that it belongs to by law.')),
    controlledBy: t.string(fact('controlledBy', 'ISO 3166 code of the country that controls it.')),
    places: t.field(referrers('places', 'within', listArgs(t.arg, 'places'), 'Places that lie directly in it.')),
    events: t.field(referrers('events', eventsAt, listArgs(t.arg, 'events'), 'What happened there.')),
    peopleHeld: t.field({
      ...referrers(
        'people',
        heldAt,
        listArgs(t.arg, 'people'),
        'People who are held there by the newest published events.',
      ),
      extensions: cost({ ...nestedCost.cost, weight: weights.derived }),
    }),
  }),
  schemaOrg: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Place',
      name: tagged(node, 'name', context),
      containedInPlace: named(facts.within, 'Place', 'name', node, context),
      geo: facts.coordinates && { '@type': 'GeoCoordinates', ...facts.coordinates },
      address: facts.postalAddress && {
        '@type': 'PostalAddress',
        streetAddress: facts.postalAddress.lines?.join('\n'),
        postalCode: facts.postalAddress.postalCode,
        addressCountry: facts.deJureCountry,
      },
    }
  },
})

/** A withheld place is not found out by asking from its end. */
function eventsAt({ entry }: Node, { catalog }: GraphContext): readonly Entry<'events'>[] {
  const events = catalog.referrers(entry.key, 'events', 'place')
  const isTold = ({ card }: Entry<'events'>) => card.facts.placePrecision !== 'withheld'
  return events.every(isTold) ? events : events.filter(isTold)
}

function heldAt({ entry: { key } }: Node, { catalog, tags }: GraphContext): Entry<'people'>[] {
  tags.add('events')
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
