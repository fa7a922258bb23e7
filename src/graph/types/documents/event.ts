import { lengthInWords } from '#locales/lengthInWords.ts'
import { mostItems } from '#record/listSizes.ts'
import type { Facts, Ref } from '#record/shape.ts'
import type { GraphContext } from '../../context.ts'
import { named, tagged, timeSpan } from '../../documents/jsonLd.ts'
import { factsOf, nodeOf, servedText } from '../../documents/node.ts'
import { builder, cost } from '../builder.ts'
import {
  date,
  fact,
  label,
  type Part,
  partOf,
  reference,
  references,
  rows,
  word,
  wordLabelled,
  words,
} from '../fields/facts.ts'
import { listArgs, referrers } from '../fields/lists.ts'
import { EventRef, MediaRef, OrganizationRef, PersonRef, PlaceRef, SourceRef } from '../refs.ts'
import {
  Certainty,
  CustodyProcedure,
  CustodyStatus,
  EventKind,
  ParticipantRole,
  PlacePrecision,
  Regime,
} from '../values/enums.ts'
import { Text } from '../values/text.ts'
import { implementDocument } from './localized.ts'

type EventFacts = Facts<'events'>
type Outcome = NonNullable<EventFacts['outcome']>
type ParticipantPart = Part<NonNullable<EventFacts['participants']>[number], 'events'>

const Participant = builder.objectRef<ParticipantPart>('Participant').implement({
  description: 'Who took part in an event, and as what.',
  fields: (t) => ({
    role: t.field(word('role', ParticipantRole, 'As what.')),
    roleLabel: t.string({
      description: 'The role in the requested language.',
      resolve: ({ facts: { role, who }, request }, _, context) =>
        label('participantRole', role, request, isPerson(who) ? factsOf(who, context)?.gender : who && 'organization'),
    }),
    person: t.field({
      type: PersonRef,
      description: 'The person, where it is one with a public profile.',
      resolve: ({ facts: { who }, request }, _, context) => (isPerson(who) ? nodeOf(who, request, context) : null),
    }),
    organization: t.field({
      type: OrganizationRef,
      description: 'The organization, where it is a public one.',
      resolve: ({ facts: { who }, request }, _, context) =>
        who === undefined || isPerson(who) ? null : nodeOf(who, request, context),
    }),
    name: t.field({ type: Text, description: 'Their published name.', resolve: participantName }),
  }),
})

type Who = ParticipantPart['facts']['who']

// The text of a key says what it names.
function isPerson(who: Who): who is Ref<'people'> {
  return who?.startsWith('people:') === true
}

function participantName({ facts: { who }, request }: ParticipantPart, _: unknown, context: GraphContext) {
  const node = nodeOf(who, request, context)
  return node && servedText(node, isPerson(who) ? 'displayName' : 'name', context)
}

const Sentence = builder.objectRef<Part<NonNullable<Outcome['sentence']>>>('Sentence').implement({
  description: 'The sentence handed down.',
  fields: (t) => ({
    years: t.int(fact('years', 'Whole years.')),
    months: t.int(fact('months', 'Months on top of the years.')),
    label: t.string({
      description: 'Its length in the requested language: "14 years and 6 months".',
      resolve: ({ facts: { years, months }, request }) => lengthInWords({ years, months }, request.locale),
    }),
    regime: t.field(word('regime', Regime, 'The regime it is to be served in.')),
    regimeLabel: t.string(wordLabelled('regime', 'regime', 'The regime in the requested language.')),
  }),
})

const OutcomeCharge = builder.objectRef<NonNullable<Outcome['charges']>[number]>('OutcomeCharge').implement({
  description: 'A charge that an event brought or decided.',
  fields: (t) => ({
    statute: t.exposeString('statute', { nullable: true, description: 'The law.' }),
    article: t.exposeString('article', { nullable: true, description: 'The article and part of it.' }),
  }),
})

const OutcomeRef = builder.objectRef<Part<Outcome>>('Outcome').implement({
  description: 'What an event changed for the people it happened to.',
  fields: (t) => ({
    custodyStatus: t.field(word('custodyStatus', CustodyStatus, 'How they were held from then on.')),
    custodyStatusLabel: t.string(wordLabelled('custodyStatus', 'custodyStatus', 'The same in the requested language.')),
    procedure: t.field(word('procedure', CustodyProcedure, 'How the case stood from then on.')),
    procedureLabel: t.string(wordLabelled('procedure', 'custodyProcedure', 'The same in the requested language.')),
    place: t.field(reference('place', PlaceRef, 'Where they were held from then on.')),
    sentence: t.field({
      type: Sentence,
      description: 'The sentence handed down.',
      resolve: ({ node, facts: { sentence } }) => sentence && partOf(node, 'outcome/sentence', sentence),
    }),
    charges: t.field({
      type: [OutcomeCharge],
      nullable: false,
      description: 'The charges it was about.',
      extensions: cost({ most: mostItems.charges }),
      resolve: ({ facts }) => facts.charges ?? [],
    }),
  }),
})

implementDocument('events', {
  description: 'Something that happened.',
  called: 'event',
  fields: (t) => ({
    kind: t.field(word('kind', EventKind, 'What kind of thing.')),
    kindLabel: t.string(wordLabelled('kind', 'eventKind', 'The kind in the requested language.')),
    title: t.string(words('title', 'What happened, in a few words.')),
    description: t.string(words('description', 'What happened.')),
    date: t.field(date('date', 'When.')),
    localTime: t.string(fact('localTime', 'Time of day as it is told: "06:00".')),
    timeZone: t.string(fact('timeZone', 'IANA time zone of that time: Europe/Simferopol.')),
    place: t.field({
      type: PlaceRef,
      description: 'Where; null where the editors withhold it.',
      resolve: ({ facts, request }, _, context) =>
        facts.placePrecision === 'withheld' ? null : nodeOf(facts.place, request, context),
    }),
    placePrecision: t.field(word('placePrecision', PlacePrecision, 'How exactly the place is told.')),
    placePrecisionLabel: t.string(
      wordLabelled('placePrecision', 'placePrecision', 'The precision in the requested language.'),
    ),
    participants: t.field(rows('participants', Participant, 'Who took part.')),
    outcome: t.field({
      type: OutcomeRef,
      description: 'What it changed for the people it happened to.',
      resolve: (event) => event.facts.outcome && partOf(event, 'outcome', event.facts.outcome),
    }),
    certainty: t.field(word('certainty', Certainty, 'How sure the editors are that it happened so.')),
    certaintyLabel: t.string(wordLabelled('certainty', 'certainty', 'The certainty in the requested language.')),
    partOf: t.field(reference('partOf', EventRef, 'The event that it is part of: the criminal case of a hearing.')),
    parts: t.field(referrers('events', 'partOf', listArgs(t.arg, 'events'), 'Events that are part of this one.')),
    quotes: t.field(referrers('quotes', 'about', listArgs(t.arg, 'quotes'), 'What was said about it.')),
    sources: t.field(references('sources', SourceRef, 'Where it is told.')),
    media: t.field(references('media', MediaRef, 'Pictures and recordings of it.')),
  }),
  schemaOrg: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Event',
      name: tagged(node, 'title', context),
      description: tagged(node, 'description', context),
      ...timeSpan(facts.date),
      location: facts.placePrecision === 'withheld' ? undefined : named(facts.place, 'Place', 'name', node, context),
      superEvent: named(facts.partOf, 'Event', 'title', node, context),
    }
  },
})
