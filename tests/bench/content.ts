import type { Form } from '#record/record.ts'
import { build } from '#tests/build/build.ts'

/** Five locales, as in the measurements before; the words differ so that nothing is shared by accident. */
export const benchLocales = ['en', 'uk', 'ru', 'tr', 'crh-Latn'] as const

const given = [
  'Asan',
  'Emir',
  'Server',
  'Seyran',
  'Rustem',
  'Nariman',
  'Lenie',
  'Zera',
  'Mumine',
  'Edem',
  'Timur',
  'Marlen',
]
const roots = [
  'Mustafa',
  'Umer',
  'Ibraim',
  'Bekir',
  'Seitosman',
  'Abdulla',
  'Memet',
  'Suleyman',
  'Kuku',
  'Osman',
  'Asan',
  'Veli',
]
const endings = ['iev', 'ov', 'ova', 'ieva', 'oglu', 'enko', 'yan', 'ko']
const cyrillic: Record<string, string> = {
  a: 'а',
  b: 'б',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  i: 'і',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  y: 'й',
  z: 'з',
}
const eventKinds = ['detention', 'search', 'hearing', 'verdict', 'transfer', 'appeal'] as const

/** Generated people with two quotes and two events each, and what these refer to. `5 × people` documents and a few. */
export function* generatedForms(people: number): Generator<Form> {
  const places = Math.max(5, Math.floor(people / 50))
  yield* range(places, placeForm)
  yield* range(10, organizationForm)
  yield* range(20, sourceForm)
  for (let n = 0; n < people; n++) {
    yield personOf(n)
    yield* range(2, (k) => quoteOf(n, k))
    yield* range(2, (k) => eventOf(n, k, places))
  }
}

export function slugOf(person: number): string {
  const { first, family } = nameOf(person)
  return `${first}-${family}-${person}`.toLowerCase()
}

export function nameOf(person: number): { first: string; family: string } {
  const first = pick(given, person)
  const family =
    pick(roots, Math.floor(person / given.length)) + pick(endings, Math.floor(person / (given.length * roots.length)))
  // Beyond all combinations names repeat with one more syllable, as names do.
  const round = Math.floor(person / (given.length * roots.length * endings.length))
  return {
    first,
    family:
      round === 0 ? family : family + pick(['dan', 'bek', 'kul', 'ram', 'sin'], round) + pick(['a', 'i', 'u'], round),
  }
}

export function inCyrillic(name: string): string {
  return [...name.toLowerCase()]
    .map((letter) => cyrillic[letter] ?? letter)
    .join('')
    .replace(/^./, (first) => first.toUpperCase())
}

function personOf(n: number): Form {
  const { first, family } = nameOf(n)
  const names = (locale: string) =>
    locale === 'uk' || locale === 'ru' ? [inCyrillic(first), inCyrillic(family)] : [first, family]
  const words = (locale: string): Record<string, string> => {
    const [name = '', surname = ''] = names(locale)
    return {
      displayName: `${name} ${surname}`,
      sortName: `${surname}, ${name}`,
      'name/given': name,
      'name/family': surname,
      description: `${locale}: ${name} ${surname} was taken from home in the morning; the trial goes on.`,
      'charges/c1/label': `${locale}: participation`,
      'occupations/o1/title': `${locale}: teacher`,
    }
  }
  return build.person({
    id: `p${n}`,
    slug: slugOf(n),
    facts: {
      kind: 'prisoner',
      gender: n % 3 === 0 ? 'female' : 'male',
      birthDate: day(1960 + (n % 40), n),
      charges: [
        {
          id: 'c1',
          statute: 'RU-CC',
          article: '205.5',
          penaltyMinYears: 10,
          penaltyMaxYears: 20,
          sources: [`sources:s${n % 20}`],
        },
      ],
      recognitions: [
        { id: 'r1', kind: 'politicalPrisoner', organization: `organizations:o${n % 10}`, date: day(2020, n) },
      ],
      occupations: [{ id: 'o1', organization: `organizations:o${(n + 1) % 10}` }],
    },
    words: inEach(words),
    body: inEach((locale) => ({ biography: `${locale}: ${first} ${family} was born in Crimea. `.repeat(20) })),
  })
}

function quoteOf(n: number, k: number): Form {
  return build.quote({
    id: `q${n}-${k}`,
    facts: {
      originalLocale: 'ru',
      speaker: `people:p${n}`,
      about: [`people:p${n}`],
      connection: 'self',
      saidOn: day(2021, n + k),
      sources: [`sources:s${(n + k) % 20}`],
    },
    words: inEach((locale) => ({
      text: `${locale}: We only tell what we have seen, ${n} and ${k}, and will go on telling it.`,
    })),
  })
}

function eventOf(n: number, k: number, places: number): Form {
  return build.event({
    id: `e${n}-${k}`,
    facts: {
      kind: pick(eventKinds, n + k),
      date: day(2018 + k, n),
      place: `places:l${(n + k) % places}`,
      participants: [{ id: 'a', who: `people:p${n}`, role: 'victim' }],
      outcome: {
        custodyStatus: k === 0 ? 'pretrialDetention' : 'serving',
        procedure: k === 0 ? 'investigation' : 'final',
        place: `places:l${(n + k) % places}`,
      },
      certainty: 'confirmed',
      sources: [`sources:s${(n + k) % 20}`],
    },
    words: inEach((locale) => ({
      title: `${locale}: event ${k} of ${n}`,
      description: `${locale}: what happened to ${n} on that day, in two sentences. And this is the second.`,
    })),
  })
}

function placeForm(n: number): Form {
  return build.place({
    id: `l${n}`,
    facts: { kind: n % 4 === 0 ? 'prison' : 'city', ...(n > 0 && { within: 'places:l0' }) },
    words: inEach((locale) => ({ name: `${locale}: place ${n}` })),
  })
}

function organizationForm(n: number): Form {
  return build.organization({
    id: `o${n}`,
    facts: { kind: 'ngo', url: `https://org${n}.example` },
    words: inEach((locale) => ({ name: `${locale}: organization ${n}` })),
  })
}

function sourceForm(n: number): Form {
  return build.source({
    id: `s${n}`,
    facts: { title: `Report ${n}`, url: `https://source.example/${n}`, kind: 'report' },
    words: { en: {} },
  })
}

function inEach(words: (locale: string) => Record<string, string>): Record<string, Record<string, string>> {
  return Object.fromEntries(benchLocales.map((locale) => [locale, words(locale)]))
}

function day(year: number, n: number) {
  const edtf = `${year}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`
  return { edtf, earliest: edtf, latest: edtf, precision: 'day' } as const
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], n: number): T {
  // The remainder is an index of the list.
  return from[n % from.length] as T
}

function* range<T>(count: number, make: (n: number) => T): Generator<T> {
  for (let n = 0; n < count; n++) yield make(n)
}
