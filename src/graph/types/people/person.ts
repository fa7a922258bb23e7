import type { Entry } from '../../catalog.ts'
import type { GraphContext } from '../../context.ts'
import { exactDate, imageOf, tagged } from '../../documents/jsonLd.ts'
import { type Node, nodeIn, nodeOf, servedRichText, servedText } from '../../documents/node.ts'
import { pageUrl } from '../../documents/paths.ts'
import { weights } from '../../limits/table.ts'
import { eitherOf } from '../../lists/kept.ts'
import { orders } from '../../lists/orders.ts'
import { pageOfRelated } from '../../lists/pages.ts'
import { pageOfTimeline } from '../../lists/timeline.ts'
import { custodyOf } from '../../people/custody.ts'
import { letterTo } from '../../people/letter.ts'
import { builder, cost } from '../builder.ts'
import { implementDocument } from '../documents/localized.ts'
import { pageArgs } from '../fields/arguments.ts'
import { date, label, reference, rows, texts, word, words } from '../fields/facts.ts'
import { filterArgs, listArgs, nestedCost, referrers } from '../fields/lists.ts'
import { listTypes, TimelineConnection, TimelineOrder } from '../lists/listTypes.ts'
import { MediaRef } from '../refs.ts'
import { Gender, LetterUnavailable, PersonKind } from '../values/enums.ts'
import { RichTextRef } from '../values/text.ts'
import { CustodyRef } from './custody.ts'
import { Letter } from './letter.ts'
import { PersonName } from './personName.ts'
import { AlternateName, Charge, Occupation, Recognition, Relation } from './personRows.ts'

const QuoteRole = builder.enumType('QuoteRole', {
  description: 'What a person is to a quote.',
  values: {
    SPEAKER: { value: 'speaker', description: 'The person said it.' },
    SUBJECT: { value: 'about', description: 'It is about the person.' },
  } as const,
})

const genders = {
  female: 'https://schema.org/Female',
  male: 'https://schema.org/Male',
  other: undefined,
  unknown: undefined,
}

implementDocument('people', {
  description: 'A person with a published profile.',
  called: 'profile',
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
      resolve: (person, _, context) => pageUrl(person, person.request.locale, context),
    }),
    name: t.field({
      type: PersonName,
      nullable: false,
      description: 'The published name.',
      resolve: (person, _, context) => ({ person, served: servedText(person, 'displayName', context) }),
    }),
    alternateNames: t.field(rows('alternateNames', AlternateName, 'Other names and spellings.')),
    kind: t.field(word('kind', PersonKind, 'What the person is to these profiles.')),
    kindLabel: t.string({
      description: 'The kind in the requested language.',
      resolve: ({ facts: { kind, gender }, request }) => label('personKind', kind, request, gender),
    }),
    gender: t.field(word('gender', Gender, 'Gender; grammar needs it.')),
    description: t.string(words('description', 'One or two sentences on who the person is.')),
    biography: t.field({
      type: RichTextRef,
      description: "The person's story.",
      extensions: cost({ weight: weights.derived }),
      resolve: (person, _, context) => servedRichText(person, 'biography', context),
    }),
    birthDate: t.field(date('birthDate', 'When the person was born.')),
    deathDate: t.field(date('deathDate', 'When the person died.')),
    portrait: t.field(reference('portrait', MediaRef, 'Their picture.')),
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
    charges: t.field(rows('charges', Charge, 'What the person is accused of.')),
    recognitions: t.field(rows('recognitions', Recognition, 'What the person was recognised as.')),
    occupations: t.field(rows('occupations', Occupation, 'What the person does or did.')),
    relations: t.field(rows('relations', Relation, 'Who belongs to the person.')),
    sameAs: t.stringList(texts('sameAs', 'Addresses of pages elsewhere that are about the same person.')),
    letter: t.field({
      type: Letter,
      description: 'How to write to the person; null where that cannot be said, see letterUnavailable.',
      args: { locale: t.arg({ type: 'Locale', description: 'The language to write the envelope in.' }) },
      extensions: cost({ weight: weights.derived }),
      resolve: (person, { locale }, context) => {
        const reader = locale ? nodeIn(person, locale, context) : person
        const letter = letterTo(context.catalog, reader.entry, reader.request.chain)
        context.tags.add('events').add('places')
        if (typeof letter === 'string') return null
        const place = nodeOf(letter.place.key, reader.request, context)
        return place && { person: reader, place, checkedOn: letter.checkedOn }
      },
    }),
    letterUnavailable: t.field({
      type: LetterUnavailable,
      description: 'Why there is no letter; null where there is one.',
      extensions: cost({ weight: weights.derived }),
      resolve: ({ entry, request }, _, { catalog, tags }) => {
        const letter = letterTo(catalog, entry, request.chain)
        tags.add('events').add('places')
        return typeof letter === 'string' ? letter : null
      },
    }),
    quotes: t.field({
      type: listTypes.quotes.connection,
      nullable: false,
      description: 'What the person said and what was said about them.',
      args: {
        ...listArgs(t.arg, 'quotes'),
        as: t.arg({ type: QuoteRole, description: 'Only quotes to which the person is this.' }),
      },
      extensions: nestedCost,
      resolve: (person, { as, ...args }, context) => {
        const list = { request: person.request, usual: orders.EDITORIAL }
        return pageOfRelated('quotes', quotesOf(person, as, context), args, list, context)
      },
    }),
    events: t.field(
      referrers(
        'events',
        'participants/who',
        listArgs(t.arg, 'events'),
        'What happened to the person, the earliest first: a timeline.',
      ),
    ),
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
        const events: readonly Entry[] = context.catalog.referrers(person.entry.key, 'events', 'participants/who')
        const all = eitherOf(events, quotesOf(person, null, context))
        context.tags.add('events').add('quotes')
        return pageOfTimeline(all, page, orders[orderBy ?? 'DATE_ASC'], person.request)
      },
    }),
    media: t.field(
      referrers('media', 'personsShown', filterArgs(t.arg, 'media'), 'Pictures and recordings that show the person.'),
    ),
    relatedPeople: t.field(
      referrers(
        'people',
        'relations/person',
        filterArgs(t.arg, 'people'),
        'People whose own profile names this person in a relation.',
      ),
    ),
  }),
  schemaOrg: (node, context) => {
    const { facts } = node.entry.card
    const portrait = nodeOf(facts.portrait, node.request, context)
    return {
      '@type': 'Person',
      name: tagged(node, 'displayName', context),
      givenName: tagged(node, 'name/given', context),
      additionalName: tagged(node, 'name/additional', context),
      familyName: tagged(node, 'name/family', context),
      alternateName: facts.alternateNames?.flatMap(({ value }) => value ?? []),
      description: tagged(node, 'description', context),
      gender: facts.gender && genders[facts.gender],
      birthDate: exactDate(facts.birthDate),
      deathDate: exactDate(facts.deathDate),
      image: portrait && imageOf(portrait, context),
      sameAs: facts.sameAs,
    }
  },
})

/** Quotes by the person, about the person, or both. */
function quotesOf(
  { entry: { key } }: Node<'people'>,
  as: 'speaker' | 'about' | null | undefined,
  { catalog }: GraphContext,
): readonly Entry<'quotes'>[] {
  if (as) return catalog.referrers(key, 'quotes', as)
  return eitherOf(catalog.referrers(key, 'quotes', 'speaker'), catalog.referrers(key, 'quotes', 'about'))
}
