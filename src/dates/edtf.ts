import type { PartialDate } from '#base/time/partialDate.ts'
import {
  type DateFault,
  daysOf,
  type Edge,
  type Expression,
  examples,
  type Member,
  NotEdtf,
  readExpression,
  type SimpleDate,
} from './grammar.ts'

export type ParsedEdtf = { ok: true; date: PartialDate } | { ok: false; reason: DateFault; example: string }

/**
 * An EDTF string with its bounds as calendar dates. A refusal names what is wrong (the messages
 * `dates.notADate`) and gives a right example, made from what was typed where that can be guessed.
 */
export function parseEdtf(text: string): ParsedEdtf {
  const date = attempt(text)
  if (!(date instanceof NotEdtf)) return { ok: true, date }
  return { ok: false, reason: date.reason, example: repaired(text) ?? examples[date.reason] }
}

/** The first day of everything that a date names: of both ends of an interval, of each member of a set. Open ends name none. */
export function firstDaysIn(edtf: string): string[] {
  const expression = readExpression(edtf)
  if (expression.kind === 'date') return [firstDay(expression.date)]
  if (expression.kind === 'interval') return [expression.from, expression.to].flatMap(namedDay)
  return expression.members.flatMap((member) =>
    member.kind === 'date' ? firstDay(member.date) : [member.first, member.last].flatMap(namedDay),
  )
}

function namedDay(edge: Edge | undefined): string[] {
  return typeof edge === 'object' ? [firstDay(edge)] : []
}

function attempt(text: string): PartialDate | NotEdtf {
  try {
    return boundsOf(text, readExpression(text))
  } catch (error) {
    if (error instanceof NotEdtf) return error
    throw error
  }
}

function boundsOf(edtf: string, expression: Expression): PartialDate {
  if (expression.kind === 'interval') return intervalBounds(edtf, expression)
  if (expression.kind === 'set') return setBounds(edtf, expression.members)
  const { date } = expression
  return { edtf, earliest: firstDay(date), latest: lastDay(date), precision: date.precision }
}

function intervalBounds(edtf: string, { from, to }: { from: Edge; to: Edge }): PartialDate {
  const earliest = typeof from === 'string' ? null : firstDay(from)
  const latest = typeof to === 'string' ? null : lastDay(to)
  refuseReversed(earliest, latest)
  return { edtf, earliest, latest, precision: 'interval' }
}

function setBounds(edtf: string, members: Member[]): PartialDate {
  const bounds = members.map(memberBounds)
  for (const { earliest, latest } of bounds) refuseReversed(earliest, latest)
  return {
    edtf,
    earliest: extreme(
      bounds.map((one) => one.earliest),
      'first',
    ),
    latest: extreme(
      bounds.map((one) => one.latest),
      'last',
    ),
    precision: 'set',
  }
}

function memberBounds(member: Member): { earliest: string | null; latest: string | null } {
  if (member.kind === 'date') return { earliest: firstDay(member.date), latest: lastDay(member.date) }
  return { earliest: member.first ? firstDay(member.first) : null, latest: member.last ? lastDay(member.last) : null }
}

function extreme(days: (string | null)[], which: 'first' | 'last'): string | null {
  if (days.includes(null)) return null
  // ISO dates with four-digit years sort as text.
  const sorted = (days as string[]).sort()
  return sorted.at(which === 'first' ? 0 : -1) ?? null
}

/** One that begins and ends on the same day, or ends within the span it began in, is not reversed. */
function refuseReversed(earliest: string | null, latest: string | null): void {
  if (earliest !== null && latest !== null && earliest > latest) throw new NotEdtf('reversed')
}

/** First and last month of a season on the northern half of the earth; winter ends in the next year. */
const seasonMonths = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] } as const

const yearsIn = { day: 1, month: 1, season: 1, year: 1, decade: 10, century: 100 } as const

function firstDay(date: SimpleDate): string {
  return iso(date.year, date.season ? seasonMonths[date.season][0] : (date.month ?? 1), date.day ?? 1)
}

function lastDay(date: SimpleDate): string {
  const year = date.year + yearsIn[date.precision] - 1
  const month = date.season ? seasonMonths[date.season][1] : (date.month ?? 12)
  if (month > 12)
    return year === 9999 ? '9999-12-31' : lastDay({ ...date, year: year + 1, month: month - 12, season: undefined })
  return iso(year, month, date.day ?? daysOf(year, month))
}

function iso(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), two(month), two(day)].join('-')
}

const two = (number: number): string => String(number).padStart(2, '0')

/** What people type instead of EDTF, and how it would be written. */
const habits: readonly [pattern: RegExp, edtf: string][] = [
  [/\s+/g, ''],
  [/^(\d{4}-\d\d-\d\d)[Tt].*$/, '$1'],
  [/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'],
  [/^(\d{4})[./](\d)[./](\d\d?)$/, '$1-0$2-$3'],
  [/^(\d{4})[./](\d\d)[./](\d\d?)$/, '$1-$2-$3'],
  [/^(\d\d?)\.(\d)\.(\d{4})$/, '$3-0$2-$1'],
  [/^(\d\d?)\.(\d\d)\.(\d{4})$/, '$3-$2-$1'],
  [/^(\d)\.(\d{4})$/, '$2-0$1'],
  [/^(\d\d)\.(\d{4})$/, '$2-$1'],
  [/^(\d{4})-(\d)(?=-|$)/, '$1-0$2'],
  [/^(\d{4}-\d\d)-(\d)$/, '$1-0$2'],
  [/^(?:c\.?|ca\.?|circa|about|~)(\d{4}(?:-\d\d){0,2})$/i, '$1~'],
  [/^(\d{4})[–—](\d{4})$/, '$1/$2'],
  [/^(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})?$/, '$1/$2'],
  [/^(\d{3})0s$/, '$1X'],
  [/^(\d{3})x$/, '$1X'],
]

function repaired(text: string): string | undefined {
  const tried = habits.reduce((present, [pattern, edtf]) => present.replace(pattern, edtf), text.slice(0, 200))
  return tried === text || attempt(tried) instanceof NotEdtf ? undefined : tried
}
