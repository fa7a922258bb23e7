/**
 * The EDTF that Holos keeps (ISO 8601-2, the Library of Congress' EDTF of 2019): levels 0 and 1, and
 * level 2's sets of dates. Years 0001 to 9999, no times of day.
 */
export type Expression =
  | { kind: 'date'; date: SimpleDate }
  | { kind: 'interval'; from: Edge; to: Edge }
  | { kind: 'set'; choice: 'one' | 'all'; members: Member[] }

/** `open` is `..` (has no such end), `unknown` is nothing at all (has one that nobody knows). */
export type Edge = SimpleDate | 'open' | 'unknown'

/** A range has both ends; `..2018` has only the last, `2018..` only the first. */
export type Member = { kind: 'date'; date: SimpleDate } | { kind: 'range'; first?: SimpleDate; last?: SimpleDate }

export type SimpleDate = {
  /** The first year that the digits allow: 2010 for `201X`. */
  year: number
  /** 1 to 12 */
  month?: number
  day?: number
  season?: Season
  precision: 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'
  uncertain: boolean
  approximate: boolean
}
export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

/** Why a text is no date: what is wrong is said by the messages `dates.notADate`. */
export class NotEdtf extends Error {
  override name = 'NotEdtf'
  readonly reason: DateFault

  constructor(reason: DateFault) {
    super(reason)
    this.reason = reason
  }
}

/** Everything that can be wrong, each with a right date of the kind that was probably meant. */
export const examples = {
  empty: '2018-05-21',
  spaces: '[2018-05-20,2018-05-21]',
  time: '2018-05-21',
  shape: '2018-05-21',
  year: '2018',
  month: '2018-05',
  day: '2018-05-21',
  qualifier: '2018-05~',
  unspecified: '201X',
  interval: '2018-05-21/2020-09-16',
  reversed: '2018-05-21/2020-09-16',
  set: '[2018-05-20,2018-05-21]',
  range: '[2018-05-20..2018-05-23]',
} as const
export type DateFault = keyof typeof examples

/** Reads a whole text. Throws `NotEdtf`. Whether days exist is checked; the order of ends is not. */
export function readExpression(text: string): Expression {
  if (text === '') throw new NotEdtf('empty')
  if (/\s/.test(text)) throw new NotEdtf('spaces')
  if (/\d[Tt]\d/.test(text) || /\d:\d/.test(text)) throw new NotEdtf('time')
  if (/^[[{]|[\]}]$/.test(text)) return readSet(text)
  if (text.includes('/')) return readInterval(text)
  if (text.includes('..')) throw new NotEdtf('range')
  return { kind: 'date', date: readDate(text) }
}

function readInterval(text: string): Expression {
  const [from, to, ...more] = text.split('/').map(readEdge)
  if (from === undefined || to === undefined || more.length > 0) throw new NotEdtf('interval')
  if (typeof from === 'string' && typeof to === 'string') throw new NotEdtf('interval')
  return { kind: 'interval', from, to }
}

function readEdge(text: string): Edge {
  if (text === '') return 'unknown'
  return text === '..' ? 'open' : readDate(text)
}

const brackets = { '[': { close: ']', choice: 'one' }, '{': { close: '}', choice: 'all' } } as const

function readSet(text: string): Expression {
  const bracket = text[0] === '[' || text[0] === '{' ? brackets[text[0]] : undefined
  if (!bracket || !text.endsWith(bracket.close)) throw new NotEdtf('set')
  const parts = text.slice(1, -1).split(',')
  const members = parts.map((part, at) => readMember(part, { isFirst: at === 0, isLast: at === parts.length - 1 }))
  return { kind: 'set', choice: bracket.choice, members }
}

function readMember(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): Member {
  if (text === '' || /[[\]{}/]/.test(text)) throw new NotEdtf('set')
  if (!text.includes('..')) return { kind: 'date', date: readDate(text) }
  const [first, last, ...more] = text.split('..')
  if (more.length > 0 || (!first && !last)) throw new NotEdtf('range')
  if ((!first && !isFirst) || (!last && !isLast)) throw new NotEdtf('range')
  const range = { first: first ? readDate(first) : undefined, last: last ? readDate(last) : undefined }
  if (range.first && range.last && range.first.precision !== range.last.precision) throw new NotEdtf('range')
  return { kind: 'range', ...range }
}

const marks = {
  '': { uncertain: false, approximate: false },
  '?': { uncertain: true, approximate: false },
  '~': { uncertain: false, approximate: true },
  '%': { uncertain: true, approximate: true },
} as const

function readDate(text: string): SimpleDate {
  const [, digits = '', mark = ''] = /^(.*?)([?~%]?)$/s.exec(text) ?? []
  if (/[?~%]/.test(digits)) throw new NotEdtf('qualifier')
  return { ...readDigits(digits), ...marks[mark as keyof typeof marks] }
}

type Digits = Omit<SimpleDate, 'uncertain' | 'approximate'>

function readDigits(text: string): Digits {
  if (/^[-+Yy]/.test(text) || /^\d{5,}(-|$)/.test(text) || /^\d{1,3}(-|$)/.test(text)) throw new NotEdtf('year')
  const [, year, month, day] = /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(text) ?? []
  if (year === undefined) throw new NotEdtf('shape')
  if (text.includes('X')) return readUnspecified(year, month, day)
  if (month === undefined) return { year: readYear(year), precision: 'year' }
  if (day === undefined) return readMonth(readYear(year), Number(month))
  return readDay(readMonth(readYear(year), Number(month)), Number(day))
}

function readMonth(year: number, month: number): Digits {
  const season = seasons[month]
  if (season) return { year, season, precision: 'season' }
  if (month < 1 || month > 12) throw new NotEdtf('month')
  return { year, month, precision: 'month' }
}

function readDay({ year, month }: Digits, day: number): Digits {
  if (month === undefined) throw new NotEdtf('month')
  if (day < 1 || day > daysOf(year, month)) throw new NotEdtf('day')
  return { year, month, day, precision: 'day' }
}

const seasons: Readonly<Record<number, Season>> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' }

/** `201X`, `20XX`, `2018-XX`, `2018-05-XX`, `2018-XX-XX`: all that level 1 has. */
function readUnspecified(year: string, month?: string, day?: string): Digits {
  const pattern = [year, month, day].filter((part) => part !== undefined).join('-')
  if (/^\d{3}X$/.test(pattern)) return { year: readYear(year.replace('X', '0')), precision: 'decade' }
  if (/^\d\dXX$/.test(pattern)) return { year: readYear(year.replace('XX', '00')), precision: 'century' }
  if (/^\d{4}-XX(-XX)?$/.test(pattern)) return { year: readYear(year), precision: 'year' }
  if (/^\d{4}-(0\d|1[0-2])-XX$/.test(pattern)) return readMonth(readYear(year), Number(month))
  throw new NotEdtf('unspecified')
}

function readYear(digits: string): number {
  const year = Number(digits)
  if (year < 1) throw new NotEdtf('year')
  return year
}

/** Days of a month in the proleptic Gregorian calendar that ISO 8601 means. */
export function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
