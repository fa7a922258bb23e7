import type { PictureCrop, PictureFormat } from '#base/pictureCopies.ts'
import type { PartialDate } from '#base/time/partialDate.ts'
import type { VocabularyName, WordOf } from './vocabularies.ts'

/**
 * What of each document may become public, field by field: an allow-list. A field that is not in
 * this table cannot be published, whatever a collection holds (internal means absent). The types of
 * the public record are derived from it.
 *
 * - `value`, `word`, `date`, `ref`, `refs`, `list`: facts, one value for all locales
 * - `text`, `richText`: words, one value per locale; `text` lives in the card, `richText` in the body
 * - `rows`: repeated groups, each row with an id that is stable across saves; `group`: a nested object
 */
export type Field =
  | { readonly kind: 'value'; readonly of?: unknown }
  | { readonly kind: 'word'; readonly vocabulary: VocabularyName }
  | { readonly kind: 'date' }
  | { readonly kind: 'ref'; readonly to: readonly DocumentType[] }
  | { readonly kind: 'refs'; readonly to: readonly DocumentType[] }
  | { readonly kind: 'list'; readonly of?: unknown }
  | { readonly kind: 'text' }
  | { readonly kind: 'richText' }
  | { readonly kind: 'rows'; readonly fields: Fields }
  | { readonly kind: 'group'; readonly fields: Fields }
export type Fields = { readonly [name: string]: Field }

export const documentTypes = ['people', 'quotes', 'events', 'media', 'organizations', 'places', 'sources'] as const
export type DocumentType = (typeof documentTypes)[number]

/** Names one document everywhere: `people:3f2a…`. Also the GraphQL `ID`. */
export type Ref<Type extends DocumentType = DocumentType> = Type extends DocumentType ? `${Type}:${string}` : never

export type Coordinates = { latitude: number; longitude: number }

/** One stored size of a picture. `file` is a name below `/media/`, `bytes` its size. */
export type Variant = {
  name: string
  file: string
  mimeType: string
  width: number
  height: number
  bytes: number
  sha256: string
  /** Absent in forms of version 1, whose sizes all show the whole picture. */
  format?: PictureFormat
  crop?: PictureCrop
}

const value = <T>() => ({ kind: 'value' }) as { readonly kind: 'value'; readonly of?: T }
const list = <T>() => ({ kind: 'list' }) as { readonly kind: 'list'; readonly of?: T }
const word = <const Name extends VocabularyName>(vocabulary: Name) => ({ kind: 'word', vocabulary }) as const
const date = { kind: 'date' } as const
const text = { kind: 'text' } as const
const richText = { kind: 'richText' } as const
const ref = <const To extends DocumentType>(...to: To[]) => ({ kind: 'ref', to }) as const
const refs = <const To extends DocumentType>(...to: To[]) => ({ kind: 'refs', to }) as const
const rows = <const F extends Fields>(fields: F) => ({ kind: 'rows', fields }) as const
const group = <const F extends Fields>(fields: F) => ({ kind: 'group', fields }) as const

const sources = refs('sources')

export const recordShape = {
  people: {
    name: group({ given: text, additional: text, family: text }),
    displayName: text,
    sortName: text,
    alternateNames: rows({ value: value<string>(), locale: value<string>(), kind: word('nameKind') }),
    kind: word('personKind'),
    gender: word('gender'),
    birthDate: date,
    deathDate: date,
    description: text,
    biography: richText,
    occupations: rows({ title: text, organization: ref('organizations'), date, sources }),
    relations: rows({
      type: word('relationType'),
      person: ref('people'),
      label: text,
      count: value<number>(),
      sources,
    }),
    charges: rows({
      statute: value<string>(),
      article: value<string>(),
      label: text,
      penaltyMinYears: value<number>(),
      penaltyMaxYears: value<number>(),
      date,
      event: ref('events'),
      sources,
    }),
    recognitions: rows({
      kind: word('recognitionKind'),
      organization: ref('organizations'),
      note: text,
      date,
      url: value<string>(),
      sources,
    }),
    letters: group({ accepted: value<boolean>(), note: text, checkedOn: date }),
    portrait: ref('media'),
    sameAs: list<string>(),
  },
  quotes: {
    text,
    originalLocale: value<string>(),
    speaker: ref('people'),
    speakerLabel: text,
    about: refs('people', 'events'),
    connection: word('connection'),
    saidOn: date,
    sources,
    recording: ref('media'),
    featured: value<boolean>(),
    order: value<number>(),
  },
  events: {
    kind: word('eventKind'),
    title: text,
    description: text,
    date,
    localTime: value<string>(),
    timeZone: value<string>(),
    place: ref('places'),
    placePrecision: word('placePrecision'),
    participants: rows({ who: ref('people', 'organizations'), role: word('participantRole') }),
    outcome: group({
      custodyStatus: word('custodyStatus'),
      procedure: word('custodyProcedure'),
      place: ref('places'),
      sentence: group({ years: value<number>(), months: value<number>(), regime: word('regime') }),
      charges: rows({ statute: value<string>(), article: value<string>() }),
    }),
    certainty: word('certainty'),
    partOf: ref('events'),
    sources,
    media: refs('media'),
  },
  media: {
    alt: text,
    caption: text,
    filename: value<string>(),
    mimeType: value<string>(),
    filesize: value<number>(),
    width: value<number>(),
    height: value<number>(),
    focalX: value<number>(),
    focalY: value<number>(),
    thumbhash: value<string>(),
    sha256: value<string>(),
    variants: list<Variant>(),
    creator: value<string>(),
    creditText: value<string>(),
    copyrightNotice: value<string>(),
    licence: value<string>(),
    takenOn: date,
    personsShown: refs('people'),
    sensitivity: word('sensitivity'),
  },
  organizations: {
    name: text,
    abbreviation: text,
    kind: word('organizationKind'),
    url: value<string>(),
    sameAs: list<string>(),
  },
  places: {
    name: text,
    kind: word('placeKind'),
    within: ref('places'),
    coordinates: value<Coordinates>(),
    postalAddress: group({ lines: list<string>(), postalCode: value<string>() }),
    letterRules: group({ locales: list<string>(), note: text, checkedOn: date }),
    deJureCountry: value<string>(),
    controlledBy: value<string>(),
  },
  sources: {
    title: value<string>(),
    url: value<string>(),
    publisher: ref('organizations'),
    author: value<string>(),
    publishedOn: date,
    accessedOn: date,
    locale: value<string>(),
    kind: word('sourceKind'),
    archiveUrl: value<string>(),
    archiveSha256: value<string>(),
  },
} as const satisfies Record<DocumentType, Fields>

type FactOf<F extends Field> = F extends { kind: 'value'; of?: infer T }
  ? T
  : F extends { kind: 'list'; of?: infer T }
    ? T[]
    : F extends { kind: 'word'; vocabulary: infer Name extends VocabularyName }
      ? WordOf<Name>
      : F extends { kind: 'date' }
        ? PartialDate
        : F extends { kind: 'ref'; to: readonly (infer To extends DocumentType)[] }
          ? Ref<To>
          : F extends { kind: 'refs'; to: readonly (infer To extends DocumentType)[] }
            ? Ref<To>[]
            : F extends { kind: 'rows'; fields: infer Row extends Fields }
              ? ({ id: string } & FactsOfFields<Row>)[]
              : F extends { kind: 'group'; fields: infer Group extends Fields }
                ? FactsOfFields<Group>
                : never

type FactName<F extends Fields> = {
  [Name in keyof F]: F[Name] extends { kind: 'text' | 'richText' } ? never : Name
}[keyof F]
type FactsOfFields<F extends Fields> = { [Name in FactName<F>]?: FactOf<F[Name]> }

/** The public facts of one type of document. What is empty is absent; `rows`, `refs` and `list` are absent when empty. */
export type Facts<Type extends DocumentType> = FactsOfFields<(typeof recordShape)[Type]>

/** A path of short words as a card keeps them: `title`, `name/additional`. */
type WordsIn<F extends Fields> = {
  [Name in keyof F & string]: F[Name] extends { kind: 'text' }
    ? Name
    : F[Name] extends { kind: 'group'; fields: infer Group extends Fields }
      ? `${Name}/${WordsIn<Group>}`
      : never
}[keyof F & string]
type FactsIn<F extends Fields, Kind extends Field['kind']> = {
  [Name in keyof F & string]: F[Name] extends { kind: Kind } ? Name : never
}[keyof F & string]

/** A moment has passed, however vaguely it is known; a state has begun and may go on (`2018/..`). */
export type DateMeaning = 'moment' | 'state'

/** Paths of names that lead to dates: `birthDate`, `charges.date`. */
type DatesIn<F extends Fields> = {
  [Name in keyof F & string]: F[Name] extends { kind: 'date' }
    ? Name
    : F[Name] extends { kind: 'group' | 'rows'; fields: infer Inner extends Fields }
      ? `${Name}.${DatesIn<Inner>}`
      : never
}[keyof F & string]

/** What the studio and the graph need to know of a type beside its fields. */
type DocumentTraits<F extends Fields> = {
  /** The type in the schema. */
  readonly typeName: string
  /** Where its title in the studio's lists comes from: the first that says something. */
  readonly heading: readonly (WordsIn<F> | FactsIn<F, 'value'>)[]
  /** The name that lists are ordered by: the first that is served, a fact as it stands. None: no order by name. */
  readonly name: readonly (WordsIn<F> | FactsIn<F, 'value'>)[]
  /** Where search looks. `names` are found in every locale, `texts` where they can be read. */
  readonly searched: { readonly names: readonly WordsIn<F>[]; readonly texts: readonly WordsIn<F>[] }
  /** The date that lists are ordered by; null: no order by date. */
  readonly date: FactsIn<F, 'date'> | null
  /** What each of its dates tells of. An event may be expected: what its date means depends on what it says. */
  readonly dates: { readonly [Path in DatesIn<F>]: DateMeaning | 'expected' }
  /** Without these it is not published: words in each locale that is. */
  readonly required: { readonly words: readonly WordsIn<F>[]; readonly facts: readonly FactsIn<F, Field['kind']>[] }
}

export const documents = {
  people: {
    typeName: 'Person',
    heading: ['displayName'],
    name: ['sortName', 'displayName'],
    searched: { names: ['displayName', 'name/additional'], texts: ['description'] },
    date: 'birthDate',
    dates: {
      birthDate: 'moment',
      deathDate: 'moment',
      'occupations.date': 'state',
      'charges.date': 'moment',
      'recognitions.date': 'state',
      'letters.checkedOn': 'moment',
    },
    required: { words: ['description'], facts: [] },
  },
  quotes: {
    typeName: 'Quote',
    heading: ['text'],
    name: [],
    searched: { names: [], texts: ['text', 'speakerLabel'] },
    date: 'saidOn',
    dates: { saidOn: 'moment' },
    required: { words: ['text'], facts: [] },
  },
  events: {
    typeName: 'Event',
    heading: ['title'],
    name: ['title'],
    searched: { names: [], texts: ['title', 'description'] },
    date: 'date',
    dates: { date: 'expected' },
    required: { words: ['title'], facts: ['kind'] },
  },
  media: {
    typeName: 'Media',
    heading: ['alt', 'filename'],
    name: ['caption'],
    searched: { names: [], texts: ['caption', 'alt'] },
    date: 'takenOn',
    dates: { takenOn: 'moment' },
    required: { words: ['alt'], facts: ['filename'] },
  },
  organizations: {
    typeName: 'Organization',
    heading: ['name'],
    name: ['name'],
    searched: { names: ['name', 'abbreviation'], texts: [] },
    date: null,
    dates: {},
    required: { words: ['name'], facts: [] },
  },
  places: {
    typeName: 'Place',
    heading: ['name'],
    name: ['name'],
    searched: { names: ['name'], texts: [] },
    date: null,
    dates: { 'letterRules.checkedOn': 'moment' },
    required: { words: ['name'], facts: [] },
  },
  sources: {
    typeName: 'Source',
    heading: ['title', 'url'],
    name: ['title'],
    searched: { names: [], texts: [] },
    date: 'publishedOn',
    dates: { publishedOn: 'state', accessedOn: 'moment' },
    required: { words: [], facts: ['title'] },
  },
} as const satisfies { readonly [Type in DocumentType]: DocumentTraits<(typeof recordShape)[Type]> }
