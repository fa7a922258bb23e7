import type { PartialDate } from '#base/partialDate.ts'
import { parseEdtf } from './edtf.ts'
import { type Edge, type Expression, type Member, readExpression, type SimpleDate } from './grammar.ts'
import { type Case, type DateWords, type Unit, wordsFor } from './words.ts'

/**
 * A date as a reader of `locale` would say it: "about 2018", "20–21 May 2018", "між 20 і 21 травня
 * 2018". Text that is no EDTF comes back as it is.
 */
export function formatDate(date: PartialDate | string, locale: string): string {
  const edtf = typeof date === 'string' ? date : date.edtf
  return parseEdtf(edtf).ok ? say(readExpression(edtf), wordsFor(locale)) : edtf
}

function say(expression: Expression, words: DateWords): string {
  if (expression.kind === 'date') return sayDate(expression.date, words, 'nominative')
  if (expression.kind === 'interval') return sayInterval(expression.from, expression.to, words)
  return sayMembers(expression.members, expression.choice, words)
}

function sayInterval(from: Edge, to: Edge, words: DateWords): string {
  if (typeof from !== 'string' && typeof to !== 'string') return saySpan(from, to, words)
  if (typeof from !== 'string') return sayWith(to === 'open' ? words.since : words.endUnknown, from, words, 'genitive')
  if (typeof to !== 'string') return sayWith(from === 'open' ? words.until : words.startUnknown, to, words, 'genitive')
  return ''
}

function sayMembers(members: Member[], choice: 'one' | 'all', words: DateWords): string {
  const between = choice === 'one' ? sidesOf(members) : undefined
  if (between) return words.between(...together([between.first, between.last], words, words.betweenCase))
  const dates = members.flatMap((member) => (member.kind === 'date' ? [member.date] : []))
  const all =
    dates.length === members.length
      ? together(dates, words, 'nominative')
      : members.map((one) => sayMember(one, choice, words))
  return choice === 'one' ? words.or(all) : words.and(all)
}

/** A single closed range, or two days that follow each other: the night between them. */
function sidesOf([member, next, ...more]: Member[]): { first: SimpleDate; last: SimpleDate } | undefined {
  if (member?.kind === 'range' && !next)
    return member.first && member.last ? { first: member.first, last: member.last } : undefined
  if (member?.kind !== 'date' || next?.kind !== 'date' || more.length > 0) return undefined
  const days = [member.date, next.date].map((date) =>
    date.precision === 'day' ? Date.UTC(date.year, (date.month ?? 1) - 1, date.day) : Number.NaN,
  )
  return (days[1] ?? 0) - (days[0] ?? 0) === 86_400_000 ? { first: member.date, last: next.date } : undefined
}

function sayMember(member: Member, choice: 'one' | 'all', words: DateWords): string {
  if (member.kind === 'date') return sayDate(member.date, words, 'nominative')
  const { first, last } = member
  if (first && last) return saySpan(first, last, words)
  if (first)
    return choice === 'one'
      ? sayWith(words.orLater, first, words, 'nominative')
      : sayWith(words.since, first, words, 'genitive')
  if (!last) return ''
  return choice === 'one'
    ? sayWith(words.orEarlier, last, words, 'nominative')
    : sayWith(words.until, last, words, 'genitive')
}

function sayWith(phrase: DateWords['since'], date: SimpleDate, words: DateWords, wanted: Case): string {
  return phrase(sayDate(date, words, wanted), unitOf(date))
}

/** "20–21 May 2018", "May 2018 – June 2020": tight between numbers, with spaces between words. */
function saySpan(from: SimpleDate, to: SimpleDate, words: DateWords): string {
  const [first, last] = together([from, to], words, 'nominative')
  return /^\d+$/.test(first) && /^\d/.test(last) ? `${first}–${last}` : `${first} – ${last}`
}

/** Several dates in a row; what all of them share is said once, with the last. */
function together(dates: readonly [SimpleDate, SimpleDate], words: DateWords, wanted: Case): [string, string]
function together(dates: readonly SimpleDate[], words: DateWords, wanted: Case): string[]
function together(dates: readonly SimpleDate[], words: DateWords, wanted: Case): string[] {
  const shared = sharedBy(dates)
  const last = dates.length - 1
  return dates.map((date, at) => sayDate(at < last ? without(shared, date) : date, words, wanted))
}

type Shared = 'nothing' | 'year' | 'month'
type Spoken = Omit<SimpleDate, 'year'> & { year?: number }

function sharedBy([first, ...more]: readonly SimpleDate[]): Shared {
  if (!first) return 'nothing'
  const plain = [first, ...more].every(
    (date) => !date.uncertain && !date.approximate && date.precision === first.precision,
  )
  if (!plain || !more.every((date) => date.year === first.year)) return 'nothing'
  if (first.precision === 'month' || first.precision === 'season') return 'year'
  if (first.precision !== 'day') return 'nothing'
  return more.every((date) => date.month === first.month) ? 'month' : 'year'
}

function without(shared: Shared, date: SimpleDate): Spoken {
  if (shared === 'nothing') return date
  return { ...date, year: undefined, month: shared === 'month' ? undefined : date.month }
}

function sayDate(date: Spoken, words: DateWords, wanted: Case): string {
  const plain = sayPlain(date, words, date.approximate ? 'genitive' : wanted)
  const about = date.approximate ? words.about(plain, unitOf(date)) : plain
  return date.uncertain ? words.uncertain(about, unitOf(date)) : about
}

function sayPlain({ year, month, day, season, precision }: Spoken, words: DateWords, wanted: Case): string {
  if (precision === 'decade') return words.decade(year ?? 0, wanted)
  if (precision === 'century') return `${year}–${(year ?? 0) + 99}`
  return [day, sayMonth(month, day, words, wanted), season && inCase(words.seasons, wanted)[season], year]
    .filter(Boolean)
    .join(' ')
}

function sayMonth(month: number | undefined, day: number | undefined, words: DateWords, wanted: Case): string {
  if (month === undefined) return ''
  const names = day === undefined ? inCase(words.months, wanted) : (words.monthsAfterDay ?? words.months.nominative)
  return names[month - 1] ?? ''
}

function inCase<Value>(cases: { nominative: Value } & { [Other in Case]?: Value }, wanted: Case): Value {
  return cases[wanted] ?? cases.nominative
}

const units: Record<SimpleDate['precision'], Unit> = {
  day: 'day',
  month: 'month',
  season: 'span',
  year: 'year',
  decade: 'span',
  century: 'span',
}

const unitOf = (date: { precision: SimpleDate['precision'] }): Unit => units[date.precision]
