import type { Season } from './grammar.ts'

/**
 * The words that a language has for dates. Own tables and not Intl: Intl answers in the server's language where it
 * does not know one (Crimean Tatar), and has no word for "about", for open ends, for sets.
 *
 * `months` and `seasons` may differ by the case that a phrase asks for; a month after a day's number stands in the
 * genitive. Where a language gives one list, every phrase uses it.
 */
export type DateWords = {
  /** January to December. */
  months: Cases<readonly string[]>
  seasons: Cases<Readonly<Record<Season, string>>>
  /** The ten years that begin with `year`. */
  decade: (year: number, wanted: Case) => string
  about: Phrase
  uncertain: Phrase
  since: Phrase
  until: Phrase
  endUnknown: Phrase
  startUnknown: Phrase
  between: (first: string, last: string) => string
  betweenCase: Case
  or: (all: readonly string[]) => string
  and: (all: readonly string[]) => string
  orEarlier: Phrase
  orLater: Phrase
}

export type Case = 'nominative' | 'genitive' | 'instrumental'
export type Cases<Value> = { nominative: Value } & { [Other in Case]?: Value }
/** Turkish and Crimean Tatar hang the ending not on the number but on a word for its unit. */
export type Phrase = (text: string, unit: Unit) => string
export type Unit = 'day' | 'month' | 'year' | 'span'

/** "a, b or c". */
export const listed = (comma: string, last: string) => (all: readonly string[]) =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(comma)}${last}${all.at(-1)}`

/** Twelve months from one line. */
export const monthsIn = (line: string): readonly string[] => line.split(' ')

/** Four seasons from one line, spring first. */
export function seasonsIn(line: string): Readonly<Record<Season, string>> {
  const [spring = '', summer = '', autumn = '', winter = ''] = line.split(' ')
  return { spring, summer, autumn, winter }
}
