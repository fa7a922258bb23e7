import type { Locale } from '#locales/table.ts'
import type { DocumentType, PartialDate, Ref } from '#record/shape.ts'
import type { WordOf } from '#record/vocabularies.ts'
import type { DateSpan } from './builder.ts'
import type { Catalog, Entry } from './catalog.ts'
import { custodyOf } from './custody.ts'
import { refusal } from './errors.ts'
import { isAvailableIn } from './resolveWords.ts'

type Maybe<T> = T | null | undefined

export type DateRange = { from?: Maybe<DateSpan>; to?: Maybe<DateSpan> }
export type LocalesFilter = { has?: Maybe<Locale[]>; hasAll?: Maybe<Locale[]>; missing?: Maybe<Locale[]> }
export type ChargeFilter = { statute?: Maybe<string>; article?: Maybe<string> }

/** What every filter has: its conditions all hold; `and`, `or` and `not` combine whole filters. */
export type Where<Conditions> = Conditions & {
  and?: Maybe<Where<Conditions>[]>
  or?: Maybe<Where<Conditions>[]>
  not?: Maybe<Where<Conditions>>
}

type Common = { ids?: Maybe<string[]>; locales?: Maybe<LocalesFilter>; updatedSince?: Maybe<string> }

/** The conditions of each type's filter. A list of values means any of them. */
export type Conditions = {
  people: Common & {
    kind?: Maybe<WordOf<'personKind'>[]>
    gender?: Maybe<WordOf<'gender'>[]>
    custodyStatus?: Maybe<WordOf<'custodyStatus'>[]>
    custodyProcedure?: Maybe<WordOf<'custodyProcedure'>[]>
    custodyPlace?: Maybe<string>
    recognition?: Maybe<WordOf<'recognitionKind'>[]>
    recognizedBy?: Maybe<string>
    charge?: Maybe<ChargeFilter>
    relatedTo?: Maybe<string>
    organization?: Maybe<string>
    birthDate?: Maybe<DateRange>
    deathDate?: Maybe<DateRange>
  }
  quotes: Common & {
    speaker?: Maybe<string[]>
    about?: Maybe<string[]>
    connection?: Maybe<WordOf<'connection'>[]>
    originalLocale?: Maybe<string[]>
    source?: Maybe<string>
    saidOn?: Maybe<DateRange>
    featured?: Maybe<boolean>
  }
  events: Common & {
    kind?: Maybe<WordOf<'eventKind'>[]>
    certainty?: Maybe<WordOf<'certainty'>[]>
    custodyStatus?: Maybe<WordOf<'custodyStatus'>[]>
    custodyProcedure?: Maybe<WordOf<'custodyProcedure'>[]>
    place?: Maybe<string>
    participant?: Maybe<string>
    charge?: Maybe<ChargeFilter>
    partOf?: Maybe<string>
    source?: Maybe<string>
    date?: Maybe<DateRange>
  }
  media: Common & {
    personShown?: Maybe<string>
    sensitivity?: Maybe<WordOf<'sensitivity'>[]>
    takenOn?: Maybe<DateRange>
  }
  organizations: Common & { kind?: Maybe<WordOf<'organizationKind'>[]> }
  places: Common & {
    kind?: Maybe<WordOf<'placeKind'>[]>
    within?: Maybe<string>
    deJureCountry?: Maybe<string[]>
    controlledBy?: Maybe<string[]>
  }
  sources: Common & {
    kind?: Maybe<WordOf<'sourceKind'>[]>
    publisher?: Maybe<string>
    locale?: Maybe<string[]>
    publishedOn?: Maybe<DateRange>
  }
}
export type WhereOf<Type extends DocumentType> = Where<Conditions[Type]>

type Test<Type extends DocumentType> = (entry: Entry<Type>) => boolean

/** Makes each condition a test; done once per list, so what it needs (everything within a place) is gathered once. */
type Tests<Type extends DocumentType> = {
  readonly [name in keyof Conditions[Type]]-?: (
    value: NonNullable<Conditions[Type][name]>,
    catalog: Catalog,
  ) => Test<Type>
}

const common = {
  ids: (ids: string[]) => {
    const asked = new Set(ids)
    return ({ key }: Entry) => asked.has(key)
  },
  locales:
    ({ has, hasAll, missing }: LocalesFilter) =>
    ({ card }: Entry) =>
      (!has || has.some((locale) => isAvailableIn(card, locale))) &&
      (!hasAll || hasAll.every((locale) => isAvailableIn(card, locale))) &&
      !missing?.some((locale) => isAvailableIn(card, locale)),
  updatedSince:
    (since: string) =>
    ({ card }: Entry) =>
      Object.values(card.parts).some((at) => at >= since),
}

const tests: { readonly [type in DocumentType]: Tests<type> } = {
  people: {
    ...common,
    kind:
      (kinds) =>
      ({ card }) =>
        isOneOf(card.facts.kind, kinds),
    gender:
      (genders) =>
      ({ card }) =>
        isOneOf(card.facts.gender, genders),
    custodyStatus:
      (statuses, catalog) =>
      ({ key }) =>
        isOneOf(custodyOf(catalog, key)?.status?.value, statuses),
    custodyProcedure:
      (procedures, catalog) =>
      ({ key }) =>
        isOneOf(custodyOf(catalog, key)?.procedure?.value, procedures),
    custodyPlace: (place, catalog) => {
      const places = placesWithin(place, catalog)
      return ({ key }) => isOneOf(custodyOf(catalog, key)?.place?.value, places)
    },
    recognition:
      (kinds) =>
      ({ card }) =>
        (card.facts.recognitions ?? []).some(({ kind }) => isOneOf(kind, kinds)),
    recognizedBy: (organization, catalog) =>
      naming(organization, catalog, ({ card }) => card.facts.recognitions?.map((one) => one.organization)),
    charge: (asked) => charged(asked, ({ card }) => card.facts.charges),
    relatedTo: (person, catalog) => {
      const profile: Entry | undefined = catalog.get(asRef(person))
      // The type of a card says whose entry it is.
      const own = profile?.card.type === 'people' ? ((profile as Entry<'people'>).card.facts.relations ?? []) : []
      const told = new Set<string | undefined>(own.map((relation) => relation.person))
      const names = naming<'people'>(person, catalog, ({ card }) => card.facts.relations?.map((one) => one.person))
      return (entry) => names(entry) || told.has(entry.key)
    },
    organization: (organization, catalog) =>
      naming(organization, catalog, ({ card }) => card.facts.occupations?.map((one) => one.organization)),
    birthDate: inRange(({ card }) => card.facts.birthDate),
    deathDate: inRange(({ card }) => card.facts.deathDate),
  },
  quotes: {
    ...common,
    speaker: (people, catalog) => anyOf(people, catalog, ({ card }) => [card.facts.speaker]),
    about: (documents, catalog) => anyOf(documents, catalog, ({ card }) => card.facts.about),
    connection:
      (connections) =>
      ({ card }) =>
        isOneOf(card.facts.connection, connections),
    originalLocale:
      (locales) =>
      ({ card }) =>
        isOneOf(card.facts.originalLocale, locales),
    source: (source, catalog) => naming(source, catalog, ({ card }) => card.facts.sources),
    saidOn: inRange(({ card }) => card.facts.saidOn),
    featured:
      (featured) =>
      ({ card }) =>
        (card.facts.featured ?? false) === featured,
  },
  events: {
    ...common,
    kind:
      (kinds) =>
      ({ card }) =>
        isOneOf(card.facts.kind, kinds),
    certainty:
      (certainties) =>
      ({ card }) =>
        isOneOf(card.facts.certainty, certainties),
    custodyStatus:
      (statuses) =>
      ({ card }) =>
        isOneOf(card.facts.outcome?.custodyStatus, statuses),
    custodyProcedure:
      (procedures) =>
      ({ card }) =>
        isOneOf(card.facts.outcome?.procedure, procedures),
    place: (place, catalog) => {
      const places = placesWithin(place, catalog)
      return ({ card }) => card.facts.placePrecision !== 'withheld' && isOneOf(card.facts.place, places)
    },
    participant: (who, catalog) => naming(who, catalog, ({ card }) => card.facts.participants?.map((one) => one.who)),
    charge: (asked) => charged(asked, ({ card }) => card.facts.outcome?.charges),
    partOf: (event, catalog) => naming(event, catalog, ({ card }) => [card.facts.partOf]),
    source: (source, catalog) => naming(source, catalog, ({ card }) => card.facts.sources),
    date: inRange(({ card }) => card.facts.date),
  },
  media: {
    ...common,
    personShown: (person, catalog) => naming(person, catalog, ({ card }) => card.facts.personsShown),
    sensitivity:
      (levels) =>
      ({ card }) =>
        isOneOf(card.facts.sensitivity ?? 'none', levels),
    takenOn: inRange(({ card }) => card.facts.takenOn),
  },
  organizations: {
    ...common,
    kind:
      (kinds) =>
      ({ card }) =>
        isOneOf(card.facts.kind, kinds),
  },
  places: {
    ...common,
    kind:
      (kinds) =>
      ({ card }) =>
        isOneOf(card.facts.kind, kinds),
    within: (place, catalog) => {
      const places = placesWithin(place, catalog)
      return ({ key }) => key !== place && places.includes(key)
    },
    deJureCountry:
      (countries) =>
      ({ card }) =>
        isOneOf(card.facts.deJureCountry, countries),
    controlledBy:
      (countries) =>
      ({ card }) =>
        isOneOf(card.facts.controlledBy, countries),
  },
  sources: {
    ...common,
    kind:
      (kinds) =>
      ({ card }) =>
        isOneOf(card.facts.kind, kinds),
    publisher: (organization, catalog) => naming(organization, catalog, ({ card }) => [card.facts.publisher]),
    locale:
      (locales) =>
      ({ card }) =>
        isOneOf(card.facts.locale, locales),
    publishedOn: inRange(({ card }) => card.facts.publishedOn),
  },
}

/** Null and absent say nothing; an empty `or` holds for none, an empty `and` for all. */
export function testOf<Type extends DocumentType>(type: Type, where: WhereOf<Type>, catalog: Catalog): Test<Type> {
  const all: Test<Type>[] = []
  for (const [name, value] of Object.entries(where)) {
    if (value === null || value === undefined) continue
    all.push(combined(type, name, value, catalog) ?? conditionOf(type, name)(value, catalog))
  }
  return (entry) => all.every((test) => test(entry))
}

function combined<Type extends DocumentType>(
  type: Type,
  name: string,
  value: unknown,
  catalog: Catalog,
): Test<Type> | undefined {
  if (name === 'not') {
    const test = testOf(type, value as WhereOf<Type>, catalog)
    return (entry) => !test(entry)
  }
  if (name !== 'and' && name !== 'or') return undefined
  const parts = (value as WhereOf<Type>[]).map((one) => testOf(type, one, catalog))
  return name === 'and' ? (entry) => parts.every((test) => test(entry)) : (entry) => parts.some((test) => test(entry))
}

/** The schema lets only names of the table through, with values of their type. */
function conditionOf<Type extends DocumentType>(type: Type, name: string) {
  return (tests[type] as unknown as Record<string, (value: unknown, catalog: Catalog) => Test<Type>>)[name] as (
    value: unknown,
    catalog: Catalog,
  ) => Test<Type>
}

function isOneOf<Value>(value: Value | undefined, asked: readonly Value[]): boolean {
  return value !== undefined && asked.includes(value)
}

/** Documents that name another public one. What is not public cannot be asked about. */
function naming<Type extends DocumentType>(
  key: string,
  catalog: Catalog,
  refsOf: (entry: Entry<Type>) => readonly (string | undefined)[] | undefined,
): Test<Type> {
  return anyOf([key], catalog, refsOf)
}

function anyOf<Type extends DocumentType>(
  keys: readonly string[],
  catalog: Catalog,
  refsOf: (entry: Entry<Type>) => readonly (string | undefined)[] | undefined,
): Test<Type> {
  const known = keys.filter((key) => catalog.get(asRef(key)))
  return (entry) => known.length > 0 && (refsOf(entry) ?? []).some((ref) => ref !== undefined && known.includes(ref))
}

/** A public place and every public place in it, however deep. */
export function placesWithin(key: string, catalog: Catalog): Ref<'places'>[] {
  const top = catalog.get(asRef(key))
  if (top?.card.type !== 'places') return []
  const found = new Set<Ref<'places'>>([top.key as Ref<'places'>])
  for (const place of found) for (const inner of catalog.referrers(place, 'places', 'within')) found.add(inner.key)
  return [...found]
}

/** Documents with a charge that is all that was asked for. */
function charged<Type extends DocumentType>(
  { statute, article }: ChargeFilter,
  chargesOf: (entry: Entry<Type>) => readonly { statute?: string; article?: string }[] | undefined,
): Test<Type> {
  const isStatute = nameTest(statute)
  const isArticle = nameTest(article)
  return (entry) => (chargesOf(entry) ?? []).some((charge) => isStatute(charge.statute) && isArticle(charge.article))
}

/** "205.5" finds "205.5 part 2", neither "205.51" nor, asked as "205", "205.5". */
function nameTest(asked: Maybe<string>): (text: string | undefined) => boolean {
  if (!asked) return () => true
  const start = asked.trim().toLowerCase()
  return (text = '') => {
    const full = text.toLowerCase()
    return full.startsWith(start) && !/^(?:[\p{L}\p{N}]|\.\d)/u.test(full.slice(start.length))
  }
}

/** Whether the days that a partial date may mean meet the range; an open side goes on for ever. */
function inRange<Type extends DocumentType>(dateOf: (entry: Entry<Type>) => PartialDate | undefined) {
  return ({ from, to }: DateRange): Test<Type> => {
    if (from && to && from.earliest > to.latest) {
      throw refusal('INVALID_INPUT', `A range from ${from.earliest} to ${to.latest} holds no day.`)
    }
    return (entry) => {
      const date = dateOf(entry)
      if (!date) return false
      const isTooEarly = from && date.latest !== null && date.latest < from.earliest
      const isTooLate = to && date.earliest !== null && date.earliest > to.latest
      return !isTooEarly && !isTooLate
    }
  }
}

/** Any text may be looked up; what is no key finds nothing. */
function asRef(key: string): Ref {
  return key as Ref
}
