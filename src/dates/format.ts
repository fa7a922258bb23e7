import { parseEdtf } from './edtf.ts'
import { type Edge, type Expression, type Member, readExpression, type SimpleDate } from './grammar.ts'
import type { Case, DateWords, Unit } from './words.ts'

/** An EDTF string in the words of a language. Text that is no EDTF comes back as it is. */
export function dateInWords(edtf: string, words: DateWords): string {
  return parseEdtf(edtf).ok ? expressionInWords(readExpression(edtf), words) : edtf
}

function expressionInWords(expression: Expression, words: DateWords): string {
  if (expression.kind === 'date') return singleInWords(expression.date, words, 'nominative')
  if (expression.kind === 'interval') return intervalInWords(expression.from, expression.to, words)
  return setInWords(expression.members, expression.choice, words)
}

function intervalInWords(from: Edge, to: Edge, words: DateWords): string {
  if (typeof from !== 'string' && typeof to !== 'string') return spanInWords(from, to, words)
  if (typeof from !== 'string')
    return phraseWith(to === 'open' ? words.since : words.endUnknown, from, words, 'genitive')
  if (typeof to !== 'string')
    return phraseWith(from === 'open' ? words.until : words.startUnknown, to, words, 'genitive')
  return ''
}

function setInWords(members: Member[], choice: 'one' | 'all', words: DateWords): string {
  const between = choice === 'one' ? sidesOf(members) : undefined
  if (between) return words.between(...together([between.first, between.last], words, words.betweenCase))
  const dates = members.flatMap((member) => (member.kind === 'date' ? [member.date] : []))
  const all =
    dates.length === members.length
      ? together(dates, words, 'nominative')
      : members.map((one) => memberInWords(one, choice, words))
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

function memberInWords(member: Member, choice: 'one' | 'all', words: DateWords): string {
  if (member.kind === 'date') return singleInWords(member.date, words, 'nominative')
  const { first, last } = member
  if (first && last) return spanInWords(first, last, words)
  if (first)
    return choice === 'one'
      ? phraseWith(words.orLater, first, words, 'nominative')
      : phraseWith(words.since, first, words, 'genitive')
  if (!last) return ''
  return choice === 'one'
    ? phraseWith(words.orEarlier, last, words, 'nominative')
    : phraseWith(words.until, last, words, 'genitive')
}

function phraseWith(phrase: DateWords['since'], date: SimpleDate, words: DateWords, wanted: Case): string {
  return phrase(singleInWords(date, words, wanted), unitOf(date))
}

/** "20–21 May 2018", "May 2018 – June 2020": tight between numbers, with spaces between words. */
function spanInWords(from: SimpleDate, to: SimpleDate, words: DateWords): string {
  const [first, last] = together([from, to], words, 'nominative')
  return /^\d+$/.test(first) && /^\d/.test(last) ? `${first}–${last}` : `${first} – ${last}`
}

/** Several dates in a row; what all of them share is said once, with the last. */
function together(dates: readonly [SimpleDate, SimpleDate], words: DateWords, wanted: Case): [string, string]
function together(dates: readonly SimpleDate[], words: DateWords, wanted: Case): string[]
function together(dates: readonly SimpleDate[], words: DateWords, wanted: Case): string[] {
  const shared = sharedBy(dates)
  const last = dates.length - 1
  return dates.map((date, at) => singleInWords(at < last ? without(shared, date) : date, words, wanted))
}

type Shared = 'nothing' | 'year' | 'month'
type Shortened = Omit<SimpleDate, 'year'> & { year?: number }

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

function without(shared: Shared, date: SimpleDate): Shortened {
  if (shared === 'nothing') return date
  return { ...date, year: undefined, month: shared === 'month' ? undefined : date.month }
}

function singleInWords(date: Shortened, words: DateWords, wanted: Case): string {
  const plain = unqualifiedInWords(date, words, date.approximate ? 'genitive' : wanted)
  const about = date.approximate ? words.about(plain, unitOf(date)) : plain
  return date.uncertain ? words.uncertain(about, unitOf(date)) : about
}

function unqualifiedInWords(
  { year, month, day, season, precision }: Shortened,
  words: DateWords,
  wanted: Case,
): string {
  if (precision === 'decade') return words.decade(year ?? 0, wanted)
  if (precision === 'century') return `${year}–${(year ?? 0) + 99}`
  return [day, monthName(month, day, words, wanted), season && inCase(words.seasons, wanted)[season], year]
    .filter(Boolean)
    .join(' ')
}

function monthName(month: number | undefined, day: number | undefined, words: DateWords, wanted: Case): string {
  if (month === undefined) return ''
  return inCase(words.months, day === undefined ? wanted : 'genitive')[month - 1] ?? ''
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
