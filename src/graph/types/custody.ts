import { builder } from '../builder.ts'
import type { Entry } from '../catalog.ts'
import type { Custody } from '../custody.ts'
import { type Node, nodeOf } from '../node.ts'
import { CustodyProcedure, CustodyStatus } from './enums.ts'
import { label, type ToldDate, told } from './fields.ts'
import { EventRef, PlaceRef } from './refs.ts'
import { PartialDateRef } from './text.ts'

type Person = Node<'people'>
type HeldPerson = { person: Person; custody: Custody }

export const CustodyRef = builder.objectRef<HeldPerson>('Custody').implement({
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
