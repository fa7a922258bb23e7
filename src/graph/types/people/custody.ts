import { labelOf } from '#locales/labels.ts'
import { isLocale, localeRow } from '#locales/table.ts'
import { type Custody, daysDetained } from '#record/custody.ts'
import { type Node, nodeOf } from '../../documents/node.ts'
import { builder } from '../builder.ts'
import { label, localizedDate } from '../fields/facts.ts'
import { EventRef, PlaceRef } from '../refs.ts'
import { Certainty, CustodyProcedure, CustodyStatus } from '../values/enums.ts'
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

const ofDays = 'The day up to which is counted, that day left out; of a month or year its last day.'

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
    certainty: t.field({
      type: Certainty,
      nullable: false,
      description:
        'How sure the least sure of the events is that say this. Possible and disputed ones speak only where nothing else does.',
      resolve: ({ custody }) => custody.certainty,
    }),
    certaintyLabel: t.string({
      nullable: false,
      description: 'The same in the requested language.',
      resolve: ({ person, custody }) => labelOf('certainty', custody.certainty, person.request.locale),
    }),
    isUncertain: t.boolean({
      nullable: false,
      description: 'Whether an event of a vague date, or one of the same day, says otherwise and may have come later.',
      resolve: ({ custody }) => custody.isUncertain,
    }),
    detainedSince: t.field({
      type: PartialDateRef,
      description: 'When the present unbroken detention began; null where the person is not held.',
      resolve: ({ person, custody }) => localizedDate(custody.detainedSince?.asOf, person.request),
    }),
    days: t.int({
      description:
        'Days in detention up to a day; null where the person is not held, or where nobody knows the day it began.',
      args: { asOf: t.arg({ type: 'Date', required: true, description: ofDays }) },
      resolve: ({ custody }, { asOf }) => daysDetained(custody, asOf.latest),
    }),
    daysLabel: t.string({
      description: 'The same in the requested language: "3,115 days".',
      args: { asOf: t.arg({ type: 'Date', required: true, description: ofDays }) },
      resolve: ({ person, custody }, { asOf }) => {
        const days = daysDetained(custody, asOf.latest)
        const { locale } = person.request
        return days === null || !isLocale(locale) ? null : localeRow(locale).durations.days(days)
      },
    }),
  }),
})
