import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CustodyEvent, custodyFrom } from '#record/custody.ts'
import { inOrder, positionInTime } from '#record/eventOrder.ts'
import { vocabularies, type WordOf } from '#record/vocabularies.ts'
import { build } from '#tests/build/build.ts'

type Status = WordOf<'custodyStatus'>
type Outcome = NonNullable<CustodyEvent['outcome']>
type Told = Partial<Omit<CustodyEvent, 'id' | 'date' | 'outcome'>> & { id?: string; on?: string; at?: string }

let count = 0
/** An event about the person: of a status, or of more. */
function event(says: Status | Outcome | undefined, { on, at, id = `e${++count}`, ...more }: Told = {}): CustodyEvent {
  return {
    id: `events:${id}`,
    ...(on && { date: build.date(on) }),
    ...(at && { localTime: at }),
    ...(says && { outcome: typeof says === 'string' ? { custodyStatus: says } : says }),
    roles: ['victim'],
    ...more,
  }
}

const detention = (on: string, more: Told = {}) => event('pretrialDetention', { kind: 'detention', on, ...more })
const release = (on: string, more: Told = {}) => event('released', { kind: 'release', on, ...more })
const verdict = (on: string, more: Told = {}) => event('serving', { kind: 'verdict', on, ...more })
const transfer = (on: string, to: string, more: Told = {}) =>
  event({ place: `places:${to}` }, { kind: 'transfer', on, ...more })
const death = (on: string, more: Told = {}) => event(undefined, { kind: 'death', on, ...more })

type Expected = {
  status?: Status
  procedure?: WordOf<'custodyProcedure'>
  place?: string
  asOf?: string
  isUncertain?: boolean
  certainty?: WordOf<'certainty'>
  detainedSince?: string
} | null
type Case = [promise: string, events: CustodyEvent[], expected: Expected, deathDate?: string]

/** The answer in the words of a row; only what the row says is compared, an `undefined` too. */
function answer(events: readonly CustodyEvent[], deathDate?: string): NonNullable<Expected> | null {
  const custody = custodyFrom(events, deathDate ? build.date(deathDate) : undefined)
  if (!custody) return null
  return {
    status: custody.status?.value,
    procedure: custody.procedure?.value,
    place: custody.place?.value.slice('places:'.length),
    asOf: custody.newest.asOf?.edtf,
    isUncertain: custody.isUncertain,
    certainty: custody.certainty,
    detainedSince: custody.detainedSince?.asOf?.edtf,
  }
}

function holds([, events, expected, deathDate]: Case): void {
  for (const given of [events, [...events].reverse()]) {
    if (expected) expect(answer(given, deathDate)).toMatchObject(expected)
    else expect(answer(given, deathDate)).toBeNull()
  }
}

const which: Case[] = [
  ['without an event nothing is said', [], null],
  ['an event without an outcome says nothing', [event(undefined, { kind: 'hearing', on: '2020' })], null],
  ...(['perpetrator', 'witness', 'lawyer', 'judge'] as const).map(
    (role): Case => [`what an event decides is not of its ${role}`, [verdict('2020', { roles: [role] })], null],
  ),
  ['of a codefendant', [verdict('2020', { roles: ['codefendant'] })], { status: 'serving' }],
  ['of somebody whose role nobody chose', [verdict('2020', { roles: [undefined] })], { status: 'serving' }],
  ['of a witness who is also the victim', [verdict('2020', { roles: ['witness', 'victim'] })], { status: 'serving' }],
  [
    'what is likely speaks',
    [detention('2018-05-21'), release('2019', { certainty: 'likely' })],
    { status: 'released', certainty: 'likely' },
  ],
  ['without a certainty an event is confirmed', [detention('2018-05-21')], { certainty: 'confirmed' }],
  [
    'what is possible is silent beside what is confirmed',
    [detention('2018-05-21'), release('2019', { certainty: 'possible' })],
    { status: 'pretrialDetention', certainty: 'confirmed' },
  ],
  [
    'what is disputed is silent beside what is likely',
    [detention('2018-05-21', { certainty: 'likely' }), release('2019', { certainty: 'disputed' })],
    { status: 'pretrialDetention' },
  ],
  [
    'what is possible speaks where nothing else does, and the answer says so',
    [event('heldWithoutCharge', { on: '2022', certainty: 'possible' })],
    { status: 'heldWithoutCharge', certainty: 'possible' },
  ],
  [
    'of what is possible and disputed the last speaks',
    [
      detention('2018-05-21', { certainty: 'possible' }),
      event('serving', { kind: 'verdict', on: '2020', certainty: 'disputed' }),
    ],
    { status: 'serving', certainty: 'disputed' },
  ],
  [
    'a possible place speaks beside a confirmed status where no other place is named',
    [detention('2018-05-21'), transfer('2020', 'colony', { certainty: 'possible' })],
    { status: 'pretrialDetention', place: 'colony', certainty: 'possible' },
  ],
  [
    'a possible place does not speak after a confirmed release',
    [release('2019'), transfer('2020', 'colony', { certainty: 'possible' })],
    { status: 'released', place: undefined, certainty: 'confirmed' },
  ],
  [
    'a possible sentence does not end a confirmed trial',
    [event({ procedure: 'trial' }, { kind: 'hearing', on: '2019' }), verdict('2020', { certainty: 'possible' })],
    { status: 'serving', procedure: 'trial' },
  ],
]

const order: Case[] = [
  ['a later day speaks', [detention('2018-05-21'), verdict('2020-09-16')], { status: 'serving', asOf: '2020-09-16' }],
  [
    'who disappeared in a year and was held in its October is held, and it is uncertain',
    [event('whereaboutsUnknown', { kind: 'enforcedDisappearance', on: '2022' }), detention('2022-10-05')],
    { status: 'pretrialDetention', asOf: '2022-10-05', isUncertain: true },
  ],
  [
    'an interval stands at its start: a verdict within it is later',
    [
      event({ custodyStatus: 'pretrialDetention', procedure: 'trial' }, { on: '2018-05-21/2024-12-31' }),
      event({ custodyStatus: 'serving', procedure: 'final' }, { kind: 'verdict', on: '2020-09-16' }),
    ],
    { status: 'serving', procedure: 'final' },
  ],
  [
    'an interval without an end stands at its start',
    [event('pretrialDetention', { on: '2018-05-21/..' }), verdict('2020-09-16')],
    { status: 'serving', isUncertain: false },
  ],
  [
    'an open start stands at its end: later than what was before',
    [detention('2018-05-21'), event('serving', { on: '../2020-09-16' })],
    { status: 'serving' },
  ],
  [
    'an open start stands before whatever else is of that day',
    [event('pretrialDetention', { kind: 'transfer', on: '[..2020-09-16]' }), verdict('2020-09-16')],
    { status: 'serving', isUncertain: false },
  ],
  [
    'before a search too, whatever its kind',
    [event('released', { kind: 'release', on: '/2020-09-16' }), event('wanted', { kind: 'search', on: '2020-09-16' })],
    { status: 'wanted' },
  ],
  ['a month stands at its first day', [detention('2018-05-02'), release('2018-05')], { status: 'pretrialDetention' }],
  ['a season stands at its first day', [verdict('2018-07-01'), detention('2018-22')], { status: 'serving' }],
  ['a decade stands at its first day', [release('2011'), detention('201X')], { status: 'released' }],
  [
    'one of several days stands at the first',
    [detention('[2018-05-20,2018-05-22]'), release('2018-05-21')],
    { status: 'released' },
  ],
  ['what has no date is before what has one', [event('released'), detention('2018')], { status: 'pretrialDetention' }],
  [
    'by their times: released and arrested again',
    [release('2020-01-01', { at: '09:00' }), detention('2020-01-01', { at: '14:30' })],
    { status: 'pretrialDetention', isUncertain: false },
  ],
  [
    'by their times: detained and let go',
    [detention('2020-01-01', { at: '09:00' }), release('2020-01-01', { at: '14:30' })],
    { status: 'released', isUncertain: false },
  ],
  [
    'nine in the morning is before half past two, however it is written',
    [detention('2020-01-01', { at: '9:00' }), release('2020-01-01', { at: '14:30' })],
    { status: 'released' },
  ],
  [
    'a time goes before the kinds',
    [
      event('restricted', { kind: 'hearing', on: '2020-01-01', at: '18:00' }),
      event('serving', { kind: 'verdict', on: '2020-01-01', at: '10:00' }),
    ],
    { status: 'restricted' },
  ],
  [
    'what is no time is none',
    [detention('2020-01-01', { at: '25:99' }), release('2020-01-01', { at: '14:30' })],
    { status: 'pretrialDetention', isUncertain: true },
  ],
  [
    'a time beside a month is none',
    [detention('2020-01', { at: '23:00' }), release('2020-01-01', { at: '09:00' })],
    { status: 'released' },
  ],
  [
    'an interval from a day has the time of its start',
    [event('pretrialDetention', { on: '2020-01-01/2021', at: '06:00' }), release('2020-01-01', { at: '05:00' })],
    { status: 'pretrialDetention' },
  ],
  [
    'with one time only the kinds say it: a verdict is after a hearing, with the time at the hearing',
    [event('pretrialDetention', { kind: 'hearing', on: '2020-01-01', at: '17:00' }), verdict('2020-01-01')],
    { status: 'serving' },
  ],
  [
    'and with the time at the verdict',
    [event('pretrialDetention', { kind: 'hearing', on: '2020-01-01' }), verdict('2020-01-01', { at: '08:00' })],
    { status: 'serving' },
  ],
  ['the more precise date of one day is later', [release('2020-09-01'), detention('2020-09')], { status: 'released' }],
  [
    'a day is later than an interval from it',
    [release('2020-09-01'), detention('2020-09-01/2021')],
    { status: 'released' },
  ],
  [
    'a certain day is later than about that day',
    [release('2020-09-01'), detention('2020-09-01~')],
    { status: 'released' },
  ],
  ['and than perhaps that day', [release('2020-09-01'), detention('2020-09-01?')], { status: 'released' }],
  ['and than both', [release('2020-09-01'), detention('2020-09-01%')], { status: 'released' }],
  [
    'by kind: detained after a search',
    [event('wanted', { kind: 'search', on: '2020' }), detention('2020')],
    { status: 'pretrialDetention' },
  ],
  [
    'by kind: a hearing is after a detention',
    [event('restricted', { kind: 'hearing', on: '2020-01-01' }), detention('2020-01-01')],
    { status: 'restricted' },
  ],
  [
    'by kind: house arrest is after a detention',
    [event('restricted', { kind: 'houseArrest', on: '2020-01-01' }), detention('2020-01-01')],
    { status: 'restricted' },
  ],
  [
    'by kind: released in the courtroom',
    [verdict('2020-01-01'), release('2020-01-01')],
    { status: 'released', isUncertain: false },
  ],
  [
    'by kind: released on appeal',
    [event('serving', { kind: 'appeal', on: '2020-01-01' }), release('2020-01-01')],
    { status: 'released' },
  ],
  [
    'by kind: moved after the verdict',
    [event({ place: 'places:sizo' }, { kind: 'verdict', on: '2020-01-01' }), transfer('2020-01-01', 'colony')],
    { place: 'colony' },
  ],
  [
    'by kind: a letter from prison is before the release',
    [event('serving', { kind: 'letter', on: '2020-01-01' }), release('2020-01-01')],
    { status: 'released' },
  ],
]

/** Of one day without times each kind is later than those before it: of two that say otherwise, the later speaks. */
const dayOfKinds = [
  ['search'],
  ['detention', 'enforcedDisappearance'],
  ['charge'],
  ['torture', 'recognition', 'statement', 'award', 'letter', 'other'],
  ['hearing'],
  ['verdict'],
  ['appeal'],
  ['houseArrest'],
  ['transfer'],
  ['release', 'exchange'],
] as const satisfies readonly (readonly WordOf<'eventKind'>[])[]
const kindsInOrder: Case[] = dayOfKinds.flatMap((later, index) =>
  dayOfKinds.slice(0, index).flatMap((earlier) =>
    earlier.flatMap((first) =>
      later.map((then): Case => {
        const on = '2020-01-01'
        const events = [
          event({ place: 'places:one' }, { kind: first, on }),
          event({ place: 'places:other' }, { kind: then, on }),
        ]
        return [`${then} is after ${first}`, events, { place: 'other' }]
      }),
    ),
  ),
)

/** Of one day and one kind, what takes more liberty counts as later. */
const byRestraint: Case[] = (
  [
    'released',
    'wanted',
    'restricted',
    'whereaboutsUnknown',
    'heldWithoutCharge',
    'pretrialDetention',
    'serving',
  ] as const
).flatMap((status, index, all) =>
  all.slice(0, index).map(
    (less): Case => [
      `${status} is after ${less}`,
      // The id would say otherwise.
      [event(status, { kind: 'hearing', on: '2020', id: 'a' }), event(less, { kind: 'hearing', on: '2020', id: 'z' })],
      { status, isUncertain: true },
    ],
  ),
)

const stillHeld: Case[] = [
  [
    'a release and a new arrest',
    [release('2020-01-01', { id: 'z' }), detention('2020-01-01', { id: 'a' })],
    { status: 'pretrialDetention', isUncertain: true },
  ],
  [
    'whatever their ids',
    [release('2020-01-01', { id: 'a' }), detention('2020-01-01', { id: 'z' })],
    { status: 'pretrialDetention', isUncertain: true },
  ],
  [
    'only the release has a time',
    [release('2020-01-01', { at: '14:30' }), detention('2020-01-01')],
    { status: 'pretrialDetention' },
  ],
  [
    'only the arrest has a time',
    [release('2020-01-01'), detention('2020-01-01', { at: '09:00' })],
    { status: 'pretrialDetention' },
  ],
  [
    'both have one time',
    [release('2020-01-01', { at: '09:00' }), detention('2020-01-01', { at: '9:00' })],
    { status: 'pretrialDetention' },
  ],
  ['of one month', [release('2020-01'), detention('2020-01')], { status: 'pretrialDetention' }],
  [
    'without dates',
    [event('released', { kind: 'release' }), event('serving', { kind: 'detention' })],
    { status: 'serving' },
  ],
  [
    'an exchange and an arrest',
    [event('released', { kind: 'exchange', on: '2020-01-01' }), detention('2020-01-01')],
    { status: 'pretrialDetention' },
  ],
  [
    'an acquittal and an arrest',
    [event('released', { kind: 'verdict', on: '2020-01-01' }), detention('2020-01-01')],
    { status: 'pretrialDetention' },
  ],
  [
    'released and taken away at the gate',
    [release('2020-01-01'), event('whereaboutsUnknown', { kind: 'enforcedDisappearance', on: '2020-01-01' })],
    { status: 'whereaboutsUnknown' },
  ],
  [
    'released into house arrest',
    [release('2020-01-01'), event('restricted', { kind: 'houseArrest', on: '2020-01-01' })],
    { status: 'restricted' },
  ],
  [
    'let go under restrictions',
    [event('restricted', { kind: 'release', on: '2020-01-01' }), detention('2020-01-01')],
    { status: 'pretrialDetention' },
  ],
  ['an event of no kind', [release('2020-01-01'), event('serving', { on: '2020-01-01' })], { status: 'serving' }],
  [
    'two of one kind',
    [
      event('released', { kind: 'hearing', on: '2020-01-01' }),
      event('pretrialDetention', { kind: 'hearing', on: '2020-01-01' }),
    ],
    { status: 'pretrialDetention', isUncertain: true },
  ],
  [
    'times of others of that day settle nothing between the two',
    [
      detention('2020-01-01'),
      event({ procedure: 'trial' }, { kind: 'hearing', on: '2020-01-01', at: '10:00' }),
      release('2020-01-01', { at: '14:30' }),
    ],
    { status: 'pretrialDetention', procedure: 'trial' },
  ],
  [
    'a second report of the arrest without a time does not let the release stand',
    [detention('2020-01-01', { at: '09:00' }), release('2020-01-01', { at: '14:30' }), detention('2020-01-01')],
    { status: 'pretrialDetention', isUncertain: true },
  ],
  [
    'the place of the new arrest stands',
    [
      release('2020-01-01'),
      event({ custodyStatus: 'pretrialDetention', place: 'places:sizo' }, { kind: 'detention', on: '2020-01-01' }),
    ],
    { status: 'pretrialDetention', place: 'sizo' },
  ],
]

const says: Case[] = [
  [
    'each from the last event that says it',
    [
      event(
        { custodyStatus: 'pretrialDetention', procedure: 'investigation', place: 'places:sizo' },
        { on: '2018-05-21' },
      ),
      event({ custodyStatus: 'serving', procedure: 'appeal' }, { on: '2020-09-16' }),
      transfer('2024-01', 'colony'),
    ],
    { status: 'serving', procedure: 'appeal', place: 'colony', asOf: '2024-01' },
  ],
  ['a place said before a verdict stays', [transfer('2019', 'sizo'), verdict('2020')], { place: 'sizo' }],
  [
    'the last place, not one on the way',
    [transfer('2024-01-05', 'transit'), transfer('2024-01-20', 'colony')],
    { place: 'colony' },
  ],
  [
    'a long stay is not the last place',
    [transfer('2018/2024', 'sizo'), transfer('2021-03-01', 'colony')],
    { place: 'colony' },
  ],
  ...(['wanted', 'whereaboutsUnknown', 'released', 'restricted'] as const).map(
    (status): Case => [
      `${status} ends the place`,
      [transfer('2019', 'colony'), event(status, { on: '2020' })],
      { status, place: undefined },
    ],
  ),
  [
    'a release does not hold anybody where it took place',
    [event({ custodyStatus: 'released', place: 'places:colony' }, { kind: 'release', on: '2020' })],
    { place: undefined },
  ],
  [
    'who is wanted is nowhere, whatever place is named',
    [event({ custodyStatus: 'wanted', place: 'places:colony' }, { on: '2020' })],
    { status: 'wanted', place: undefined },
  ],
  [
    'house arrest has a place',
    [event({ custodyStatus: 'restricted', place: 'places:home' }, { kind: 'houseArrest', on: '2020' })],
    { place: 'home' },
  ],
  [
    'a place said after a release is said',
    [release('2020'), transfer('2021', 'sizo')],
    { status: 'released', place: 'sizo' },
  ],
  [
    'a sentence ends what was said of the trial',
    [event({ procedure: 'trial' }, { on: '2019' }), verdict('2020')],
    { procedure: undefined },
  ],
  ...(['none', 'appeal', 'cassation', 'final', 'closed'] as const).map(
    (procedure): Case => [
      `and not ${procedure}`,
      [event({ procedure }, { on: '2019' }), verdict('2020')],
      { procedure },
    ],
  ),
  [
    'and the investigation',
    [event({ procedure: 'investigation' }, { on: '2019' }), verdict('2020')],
    { procedure: undefined },
  ],
  [
    'and not a new trial',
    [verdict('2020'), event({ procedure: 'trial' }, { on: '2021' })],
    { status: 'serving', procedure: 'trial' },
  ],
  [
    'a case alone is an answer',
    [event({ procedure: 'investigation' }, { on: '2019' })],
    { status: undefined, procedure: 'investigation', asOf: '2019' },
  ],
]

const uncertain: Case[] = [
  [
    'a vague date that says the same',
    [event('serving', { on: '2020' }), verdict('2020-09-16')],
    { isUncertain: false },
  ],
  [
    'a vague date that says otherwise',
    [event('pretrialDetention', { on: '2020' }), verdict('2020-09-16')],
    { isUncertain: true },
  ],
  [
    'a vague date whose last day is the very day',
    [event('pretrialDetention', { on: '2020-09-10/2020-09-16' }), verdict('2020-09-16')],
    { isUncertain: true },
  ],
  [
    'a vague date that was over the day before',
    [event('pretrialDetention', { on: '2020-09-10/2020-09-15' }), verdict('2020-09-16')],
    { isUncertain: false },
  ],
  [
    'a vague date that is over',
    [event('pretrialDetention', { on: '2019' }), verdict('2020-09-16')],
    { isUncertain: false },
  ],
  [
    'an interval that goes on over it',
    [event('pretrialDetention', { on: '2018/2024' }), verdict('2020-09-16')],
    { isUncertain: true },
  ],
  ['what has no date', [event('released'), verdict('2020-09-16')], { isUncertain: true }],
  [
    'a vague date of what is possible',
    [event('released', { on: '2020', certainty: 'possible' }), verdict('2020-09-16')],
    { isUncertain: false },
  ],
  ['a vague place', [transfer('2024', 'one'), transfer('2024-02-01', 'other')], { place: 'other', isUncertain: true }],
  ['two places on one day', [transfer('2024-02-01', 'one'), transfer('2024-02-01', 'other')], { isUncertain: true }],
  [
    'two places on one day, by their times',
    [transfer('2024-02-01', 'one', { at: '20:00' }), transfer('2024-02-01', 'other', { at: '08:00' })],
    { place: 'one', isUncertain: false },
  ],
]

const deaths: Case[] = [
  [
    'an event of that kind says it without an outcome',
    [detention('2018'), death('2023-02-07')],
    { status: 'died', asOf: '2023-02-07' },
  ],
  ['an outcome says it', [event('died', { kind: 'torture', on: '2023' })], { status: 'died' }],
  ['and ends the place', [transfer('2019', 'colony'), death('2023')], { status: 'died', place: undefined }],
  [
    'nothing that follows changes it back',
    [death('2023'), detention('2024'), transfer('2024', 'colony')],
    { status: 'died', place: undefined, asOf: '2023' },
  ],
  [
    'nothing of the same day either',
    [death('2023-02-07', { at: '06:00' }), detention('2023-02-07', { at: '09:00' })],
    { status: 'died' },
  ],
  ['nor a day within its vague date', [death('2023'), release('2023-05-01')], { status: 'died', isUncertain: false }],
  [
    'a court may close the case of the dead',
    [death('2023'), event({ procedure: 'closed' }, { on: '2024' })],
    { status: 'died', procedure: 'closed' },
  ],
  ...(['possible', 'disputed'] as const).map(
    (certainty): Case => [
      `what is ${certainty} is said of no death`,
      [detention('2018'), death('2023', { certainty })],
      { status: 'pretrialDetention' },
    ],
  ),
  ['not even where nothing else is said', [event('died', { on: '2023', certainty: 'disputed' })], null],
  [
    'a witness of a death did not die',
    [detention('2018'), death('2023', { roles: ['witness'] })],
    { status: 'pretrialDetention' },
  ],
  [
    'nor did a codefendant',
    [detention('2018'), event('died', { kind: 'death', on: '2023', roles: ['codefendant'] })],
    { status: 'pretrialDetention' },
  ],
  ['the profile’s date says it', [detention('2018')], { status: 'died', asOf: '2023-02' }, '2023-02'],
  ['about that date', [detention('2018')], { status: 'died' }, '2023~'],
  ['a doubted date does not', [detention('2018')], { status: 'pretrialDetention' }, '2023?'],
  ['nor one that is vague and doubted', [detention('2018')], { status: 'pretrialDetention' }, '2023%'],
  [
    'an event says more than the profile’s date',
    [detention('2018'), death('2023')],
    { status: 'died', asOf: '2023' },
    '2023-02-07',
  ],
  ['the profile’s date alone is no custody', [], null, '2023'],
]

const since: Case[] = [
  [
    'the first of those that hold',
    [detention('2018-05-21'), verdict('2020-09-16'), transfer('2024', 'colony')],
    { detainedSince: '2018-05-21' },
  ],
  [
    'a release breaks it',
    [detention('2015'), release('2016'), detention('2018-05-21')],
    { detainedSince: '2018-05-21' },
  ],
  [
    'a travel ban breaks it',
    [detention('2015'), event('restricted', { on: '2016' }), verdict('2018')],
    { detainedSince: '2018' },
  ],
  [
    'having been wanted breaks it',
    [detention('2015'), event('wanted', { on: '2016' }), verdict('2018')],
    { detainedSince: '2018' },
  ],
  [
    'moved nobody knows where does not',
    [detention('2018'), event('whereaboutsUnknown', { on: '2020' }), verdict('2021')],
    { detainedSince: '2018' },
  ],
  [
    'an enforced disappearance begins it',
    [event('whereaboutsUnknown', { kind: 'enforcedDisappearance', on: '2022' }), detention('2022-10-05')],
    { detainedSince: '2022' },
  ],
  [
    'hiding does not',
    [event('whereaboutsUnknown', { kind: 'other', on: '2022' }), detention('2022-10-05')],
    { detainedSince: '2022-10-05' },
  ],
  ['who is free is not detained', [detention('2018'), release('2019')], { detainedSince: undefined }],
  ['nor who died', [detention('2018'), death('2019')], { detainedSince: undefined }],
]

describe('which events speak of custody', () => it.each(which)('%s', (...row) => holds(row)))
describe('the last event', () => it.each(order)('%s', (...row) => holds(row)))
describe('of one day the kind', () => it.each(kindsInOrder)('%s', (...row) => holds(row)))
describe('of one day and kind the restraint', () => it.each(byRestraint)('%s', (...row) => holds(row)))
describe('what nothing settles counts as still held', () => it.each(stillHeld)('%s', (...row) => holds(row)))
describe('status, procedure and place', () => it.each(says)('%s', (...row) => holds(row)))
describe('uncertain', () => it.each(uncertain)('%s', (...row) => holds(row)))
describe('death', () => it.each(deaths)('%s', (...row) => holds(row)))
describe('detained since', () => it.each(since)('%s', (...row) => holds(row)))

const living = vocabularies.custodyStatus.filter((status) => status !== 'died')
const dates = [
  '2019',
  '2019-05',
  '2019-05-01',
  '2019-05-01',
  '2019-05-02',
  '2019-05-01/2020',
  '../2019-05-01',
  '2019-05-01~',
]

const anyEvent = (edtf: fc.Arbitrary<string | undefined>) =>
  fc
    .record({
      kind: fc.option(fc.constantFrom(...vocabularies.eventKind.filter((kind) => kind !== 'death')), {
        nil: undefined,
      }),
      on: edtf,
      at: fc.constantFrom(undefined, '06:00', '9:00', '14:30', '25:99'),
      certainty: fc.constantFrom(undefined, ...vocabularies.certainty),
      outcome: fc.record(
        {
          custodyStatus: fc.constantFrom(...living),
          procedure: fc.constantFrom(...vocabularies.custodyProcedure),
          place: fc.constantFrom('places:one' as const, 'places:other' as const),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ outcome, ...told }) => event(outcome, told))
const anyEvents = fc.array(anyEvent(fc.constantFrom(undefined, ...dates)), { minLength: 1, maxLength: 8 })

describe('whatever the events', () => {
  it('the order in which they come changes nothing', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(custodyFrom(shuffled)).toEqual(custodyFrom(events))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('an older event changes nothing that is said, and ends nothing', () => {
    fc.assert(
      fc.property(anyEvents, anyEvent(fc.constant('2001-01-01')), (drawn, older) => {
        // A confirmed event speaks where only possible ones did, and a time without a date is older still.
        const events = drawn.filter(({ date }) => date).map((one) => ({ ...one, certainty: 'confirmed' as const }))
        const [before, after] = [custodyFrom(events), custodyFrom([...events, older])]
        for (const part of ['status', 'procedure', 'place'] as const)
          if (before?.[part]) expect(after?.[part]).toEqual(before[part])
      }),
      { numRuns: 1000 },
    )
  })

  it('a death is never undone', () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom(undefined, ...dates), (events, on) => {
        const custody = custodyFrom([...events, event('died', { kind: 'death', on, certainty: 'likely' })])
        expect(custody?.status?.value).toBe('died')
        expect(custody?.place).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('who was arrested on the day of a release without times is still held', () => {
    fc.assert(
      fc.property(anyEvents, (others) => {
        const events = others.filter(({ outcome }) => outcome?.custodyStatus === undefined)
        expect(custodyFrom([...events, release('2030-01-01'), detention('2030-01-01')])?.status?.value).toBe(
          'pretrialDetention',
        )
      }),
    )
  })
})

describe('lists', () => {
  const position = ({ kind, date, localTime }: CustodyEvent) => positionInTime({ kind, date, localTime })
  const inList = (events: readonly CustodyEvent[]) =>
    [...events].sort((one, other) => Number(position(one) > position(other)) - Number(position(one) < position(other)))
  const anyDates = fc.array(anyEvent(fc.constantFrom(...dates)), { maxLength: 8 })

  it.each([
    ['none has a time', (one: CustodyEvent) => ({ ...one, localTime: undefined })],
    [
      'each has a day and a time',
      (one: CustodyEvent) => ({
        ...one,
        date: build.date('2019-05-01'),
        localTime: one.localTime === '14:30' ? '14:30' : '9:00',
      }),
    ],
  ])('have the order of custody where %s', (_, made) => {
    fc.assert(
      fc.property(anyDates, (drawn) => {
        // Without a status nothing is left to be settled.
        const events = drawn.map((one) => ({ ...made(one), outcome: {} }))
        expect(inList(events).map(position)).toEqual(inOrder(events).map(position))
      }),
    )
  })

  it('have what is without a date in no position', () => {
    expect(positionInTime({})).toBe('')
  })
})
