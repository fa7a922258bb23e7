import type { EnumRef, InputShapeFromTypeParam, InputTypeParam } from '@pothos/core'
import type { PartialDate } from '#base/time/partialDate.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { Catalog, Entry } from '../../catalog.ts'
import { refusal } from '../../errors.ts'
import { builder, type DateSpan, type Types } from '../../types/builder.ts'

/** One row of a filter: a condition that a list can be asked for. */
export type Condition<Type extends DocumentType, Value> = {
  /** How the schema takes it. */
  readonly input: InputTypeParam<Types>
  readonly description: string
  /** Makes the asked value a test. Once per list, so that what it needs (everything within a place) is gathered once. */
  readonly test: (value: Value, catalog: Catalog) => Test<Type>
  /**
   * What decides beside the documents of the list: every document of a type, or those that the value names, which find
   * nothing while they are not public. Absent: nothing.
   */
  readonly reads?: readonly DocumentType[] | 'named'
}
export type Test<Type extends DocumentType> = (entry: Entry<Type>) => boolean

/** What a condition looks at in one document. */
type Read<Type extends DocumentType, Value> = (
  facts: Facts<Type>,
  key: Ref<Type>,
  catalog: Catalog,
) => Value | undefined

type ValueOf<Input extends InputTypeParam<Types>> = NonNullable<InputShapeFromTypeParam<Types, Input, true>>

/** A condition of its own kind. */
export function condition<Type extends DocumentType, Input extends InputTypeParam<Types>>(row: {
  input: Input
  description: string
  test: (value: ValueOf<Input>, catalog: Catalog) => Test<Type>
  reads?: readonly DocumentType[] | 'named'
}): Condition<Type, ValueOf<Input>> {
  return row
}

/** Any of these words of a vocabulary. */
export function anyWord<Type extends DocumentType, Word>(
  word: EnumRef<Types, Word>,
  description: string,
  read: Read<Type, Word>,
  reads?: readonly DocumentType[],
): Condition<Type, Word[]> {
  return { input: [word], description, test: isAnyOf(read), reads }
}

/** Any of these texts: language tags, country codes. */
export function anyText<Type extends DocumentType>(
  description: string,
  read: Read<Type, string>,
): Condition<Type, string[]> {
  return { input: ['String'], description, test: isAnyOf(read) }
}

function isAnyOf<Type extends DocumentType, Value>(read: Read<Type, Value>) {
  return (asked: Value[], catalog: Catalog): Test<Type> =>
    ({ key, card }) => {
      const value = read(card.facts, key, catalog)
      return value !== undefined && asked.includes(value)
    }
}

type Named = readonly (string | undefined)[]

/** Names another document. What is not public cannot be asked about. */
export function naming<Type extends DocumentType>(
  description: string,
  read: Read<Type, Named>,
): Condition<Type, string> {
  return { input: 'ID', description, test: (key, catalog) => namesAnyOf([key], read, catalog), reads: 'named' }
}

/** Names any of these documents. */
export function namingAny<Type extends DocumentType>(
  description: string,
  read: Read<Type, Named>,
): Condition<Type, string[]> {
  return { input: ['ID'], description, test: (keys, catalog) => namesAnyOf(keys, read, catalog), reads: 'named' }
}

export function namesAnyOf<Type extends DocumentType>(
  keys: readonly string[],
  read: Read<Type, Named>,
  catalog: Catalog,
): Test<Type> {
  const known = keys.filter((key) => catalog.get(asRef(key)))
  return ({ key, card }) =>
    known.length > 0 && (read(card.facts, key, catalog) ?? []).some((ref) => ref !== undefined && known.includes(ref))
}

/** Lies in a place, however deep. */
export function inPlace<Type extends DocumentType>(
  description: string,
  read: Read<Type, Ref<'places'>>,
  reads: readonly DocumentType[] = [],
): Condition<Type, string> {
  return {
    input: 'ID',
    description: `${description} Id of a place: there or anywhere within it.`,
    test: (place, catalog) => isAnyOf(read)(placesWithin(place, catalog), catalog),
    reads: [...reads, 'places'],
  }
}

/** A public place and every public place in it. */
export function placesWithin(key: string, catalog: Catalog): Ref<'places'>[] {
  const top = catalog.get(asRef(key))
  if (top?.card.type !== 'places') return []
  const found = new Set<Ref<'places'>>([top.key as Ref<'places'>])
  for (const place of found) for (const inner of catalog.referrers(place, 'places', 'within')) found.add(inner.key)
  return [...found]
}

type DateRange = { from?: DateSpan | null; to?: DateSpan | null }

const DateRangeInput = builder.inputRef<DateRange>('DateRange').implement({
  description:
    'Days from `from` to `to`, both included; an absent side is open. A date that is known in part is found when any of the days it may mean lies in the range.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'First day, or the first of the month or year.' }),
    to: t.field({ type: 'Date', description: 'Last day, or the last of the month or year.' }),
  }),
})

/** Whether the days that a partial date may mean meet the range; an open side goes on for ever. */
export function inRange<Type extends DocumentType>(
  description: string,
  read: Read<Type, PartialDate>,
): Condition<Type, DateRange> {
  const test =
    ({ from, to }: DateRange, catalog: Catalog): Test<Type> =>
    ({ key, card }) => {
      const date = read(card.facts, key, catalog)
      if (!date) return false
      const isTooEarly = from && date.latest !== null && date.latest < from.earliest
      const isTooLate = to && date.earliest !== null && date.earliest > to.latest
      return !isTooEarly && !isTooLate
    }
  return { input: DateRangeInput, description, test: (range, catalog) => test(checked(range), catalog) }
}

function checked(range: DateRange): DateRange {
  const { from, to } = range
  if (from && to && from.earliest > to.latest) {
    throw refusal('INVALID_INPUT', `A range from ${from.earliest} to ${to.latest} holds no day.`)
  }
  return range
}

type ChargeFilter = { statute?: string | null; article?: string | null }

const ChargeInput = builder.inputRef<ChargeFilter>('ChargeFilter').implement({
  description: 'A charge. Both conditions are about one and the same charge.',
  fields: (t) => ({
    statute: t.string({ description: 'The law, as the editors name it.' }),
    article: t.string({ description: 'The article: "205.5" finds "205.5 part 2" too.' }),
  }),
})

/** Has a charge that is all that was asked for. */
export function charged<Type extends DocumentType>(
  description: string,
  read: Read<Type, readonly { statute?: string; article?: string }[]>,
): Condition<Type, ChargeFilter> {
  const test = ({ statute, article }: ChargeFilter, catalog: Catalog): Test<Type> => {
    const isStatute = nameTest(statute)
    const isArticle = nameTest(article)
    return ({ key, card }) =>
      (read(card.facts, key, catalog) ?? []).some((one) => isStatute(one.statute) && isArticle(one.article))
  }
  return { input: ChargeInput, description, test }
}

/** "205.5" finds "205.5 part 2", neither "205.51" nor, asked as "205", "205.5". */
function nameTest(asked: string | null | undefined): (text: string | undefined) => boolean {
  if (!asked) return () => true
  const start = asked.trim().toLowerCase()
  return (text = '') => {
    const full = text.toLowerCase()
    return full.startsWith(start) && !/^(?:[\p{L}\p{N}]|\.\d)/u.test(full.slice(start.length))
  }
}

/** Any text may be looked up; what is no key finds nothing. */
export function asRef(key: string): Ref {
  return key as Ref
}
