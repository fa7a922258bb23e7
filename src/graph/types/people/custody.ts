import type { Custody } from '#record/custody.ts'
import { type Node, nodeOf } from '../../documents/node.ts'
import { builder } from '../builder.ts'
import { label, localizedDate } from '../fields/facts.ts'
import { EventRef, PlaceRef } from '../refs.ts'
import { CustodyProcedure, CustodyStatus } from '../values/enums.ts'
import { PartialDateRef } from '../values/text.ts'

type HeldPerson = { person: Node<'people'>; custody: Custody }

/** The date of the event that says a part of the custody. */
function asOf(part: 'status' | 'procedure' | 'place' | 'newest', description: string) {
  return {
    type: PartialDateRef,
    description,
    resolve: ({ person, custody }: HeldPerson) => localizedDate(custody[part]?.asOf, person.request),
  }
}

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
        label('custodyStatus', custody.status?.value, person.request, person.facts.gender),
    }),
    statusAsOf: t.field(asOf('status', 'Date of the event that says the status.')),
    procedure: t.field({
      type: CustodyProcedure,
      description: 'How far the case has come.',
      resolve: ({ custody }) => custody.procedure?.value,
    }),
    procedureLabel: t.string({
      description: 'The procedure in the requested language.',
      resolve: ({ person, custody }) => label('custodyProcedure', custody.procedure?.value, person.request),
    }),
    procedureAsOf: t.field(asOf('procedure', 'Date of the event that says the procedure.')),
    place: t.field({
      type: PlaceRef,
      description: 'Where the person is held; null after a release or where nobody has said.',
      resolve: ({ person, custody }, _, context) => nodeOf(custody.place?.value, person.request, context),
    }),
    placeAsOf: t.field(asOf('place', 'Date of the event that says the place.')),
    asOf: t.field(asOf('newest', 'Date of the newest event that says any of this.')),
    event: t.field({
      type: EventRef,
      description: 'The newest event that says any of this.',
      resolve: ({ person, custody }, _, context) => nodeOf(custody.newest.event, person.request, context),
    }),
  }),
})
