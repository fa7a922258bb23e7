import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject } from '#base/isObject.ts'
import { demoDocuments } from '#import/demo/documents.ts'
import { foldedWordsOf, mayMatch } from '#names/withheld/foldedWords.ts'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import { createPeopleIndex } from '#names/withheld/peopleIndex.ts'
import { type PersonSigns, personSigns } from '#names/withheld/personSigns.ts'
import { createTextIndex } from '#names/withheld/textIndex.ts'
import { wouldBe } from '#publishing/form/standing.ts'
import { stringsOf } from '#publishing/withheld/strings.ts'
import type { Form } from '#record/record.ts'
import { type DocumentType, documentTypes, type Field, recordShape } from '#record/shape.ts'
import { leafFields } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { wholeForms } from '#tests/build/wholeForms.ts'
import { lexical } from '#tests/build/workingCopies.ts'
import { harmless } from '#tests/unit/rules/names/withheld/harmless.ts'
import { type Named, partsOf, people } from '#tests/unit/rules/names/withheld/people.ts'
import { disguises, isWithinReach, oneLetter, renderings } from '#tests/unit/rules/names/withheld/renderings.ts'

/** A place of a working copy that may hold a text: a field of the shape of the record, or what a document has beside it. */
type Place = { type: DocumentType; names: readonly string[]; kind: Field['kind'] }

const places: Place[] = documentTypes.flatMap((type) => [
  ...leafFields(recordShape[type]).map(({ field, names }) => ({ type, names, kind: field.kind })),
  ...['id', 'sourceLocale'].map((name): Place => ({ type, names: [name], kind: 'value' })),
  ...(type === 'people' ? ['slug', 'formerSlugs/slug'] : []).map(
    (path): Place => ({ type, names: path.split('/'), kind: 'value' }),
  ),
])

/** Only a whole address is published as one. */
const isAddress = (name: string): boolean => ['url', 'archiveUrl', 'sameAs'].includes(name)
const addressWith = (text: string): string => `https://example.org/?q=${text}`

/** What stands in a place of each kind to hold this text. */
const holding: { readonly [Kind in Field['kind']]: (text: string, name: string) => unknown } = {
  value: (text, name) => (isAddress(name) ? addressWith(text) : text),
  word: (text) => text,
  date: (text) => text,
  ref: (text, to) => (to === 'who' ? { relationTo: 'people', value: text } : text),
  refs: (text, to) => [to === 'about' ? { relationTo: 'people', value: text } : text],
  list: (text, name) => [
    name === 'variants' ? { name: 'w320', file: text } : isAddress(name) ? addressWith(text) : text,
  ],
  text: (text) => ({ en: text }),
  richText: (text) => ({ en: lexical(text) }),
  rows: () => [],
  group: () => ({}),
}

/** Repeated groups of the shape; a row of each is there for what stands in it. */
const isRows = (type: DocumentType, name: string): boolean => {
  const field: Field | undefined = (recordShape[type] as { readonly [name: string]: Field })[name]
  return field?.kind === 'rows' || name === 'formerSlugs'
}

const oneRow = (values: unknown): object[] => [{ id: 'r', ...(isObject(values) && values) }]

function copyWith({ type, names, kind }: Place, text: string): WorkingCopy {
  const [first = '', ...more] = names
  const value = holding[kind](text, names.at(-1) ?? '')
  const inside = more.reduceRight<unknown>(
    (nested, name) => ({ [name]: name === 'charges' ? oneRow(nested) : nested }),
    value,
  )
  const row = isRows(type, first) ? oneRow(inside) : inside
  // A relation is named where it shall be shown.
  const shown = first === 'relations' && Array.isArray(row) ? row.map((one) => ({ ...one, visibility: 'named' })) : row
  return { id: 'me', sourceLocale: 'en', [first]: shown }
}

/** A vocabulary, a date, a pair of numbers. */
const isClosed = ({ kind, names }: Place): boolean => kind === 'word' || kind === 'date' || names[0] === 'coordinates'

const isMeasured = ({ names }: Place): boolean => names[0] === 'thumbhash'

const nameOf = ({ type, names }: Place): string => `${type} ${names.join('/')}`

describe('every string that may leave is read', () => {
  const canary = 'zubrovka-canary'
  it.each(places.map((place) => [nameOf(place), place] as const))('%s', (_, place) => {
    const form = wouldBe(place.type, copyWith(place, canary), null)
    const leaves = JSON.stringify(form).includes(canary)
    expect(stringsOf(form).some(({ text }) => text.includes(canary))).toBe(leaves && !isMeasured(place))
    expect(leaves, 'what holds no text lets none through').toBe(!isClosed(place))
  })

  it('the address of a link, and words that the editor cut in pieces', () => {
    const link = {
      type: 'link',
      fields: { linkType: 'custom', url: 'https://example.org/zubrovka' },
      children: [{ type: 'text', text: 'here' }],
    }
    const pieces = [
      { type: 'text', text: 'Zub' },
      { type: 'text', text: 'rovka', format: 1 },
    ]
    const biography = { en: { root: { children: [{ type: 'paragraph', children: [link, ...pieces] }] } } }
    const texts = stringsOf(wouldBe('people', { id: 'me', sourceLocale: 'en', biography }, null)).map(
      ({ text }) => text,
    )
    expect(texts).toContain('https://example.org/zubrovka')
    expect(texts.join()).toContain('Zubrovka')
  })

  it('in forms in which nothing is missing: whatever string is changed is seen', () => {
    const unseen = wholeForms().flatMap((form) =>
      stringLeaves(form)
        .filter(({ path }) => !saysNothing.test(path))
        .filter(({ path }) => !stringsOf(withText(form, path, canary)).some(({ text }) => text.includes(canary)))
        .map(({ path }) => `${form.card.type} ${path}`),
    )
    expect(unseen).toEqual([])
  })
})

/** Digests, times and kinds; HTML and the texts of nodes stand in `plainText`; words of vocabularies and dates hold no text. */
const saysNothing =
  /(?:^card\.type|\.digest|\.origin|\.from|\.html|\.json\..*\.(?:type|tag|text|linkType|relationTo|format|listType)|^card\.(?:parts|publishedAt).*|thumbhash|\.(?:edtf|earliest|latest|precision)|facts\.(?:.*\.)?(?:kind|gender|type|role|connection|certainty|placePrecision|custodyStatus|procedure|regime|sensitivity)|facts\.\w+\.\d+\.id|facts\.outcome\.charges\.\d+\.id)$/

function stringLeaves(value: unknown, path = ''): { path: string }[] {
  if (typeof value === 'string') return [{ path }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) => stringLeaves(inside, path === '' ? name : `${path}.${name}`))
}

function withText(form: Form, path: string, text: string): Form {
  const changed = structuredClone(form)
  // Every step of a path that was walked is there.
  // Paths of words have no dots.
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const holder = steps.reduce<Record<string, unknown>>(
    (inside, step) => inside[step] as Record<string, unknown>,
    changed as unknown as Record<string, unknown>,
  )
  holder[last] = text
  return changed
}

const compiled = new Map(people.map((person) => [person, personSigns(partsOf(person))]))
const signsOf = (person: Named): PersonSigns => compiled.get(person) ?? personSigns(partsOf(person))
const index = createPeopleIndex<Named>()
for (const [person, signs] of compiled) index.put(person, signs)

describe('any of 200 names, in any rendering and disguise, in any place of any document', () => {
  const open = places.filter((place) => !isClosed(place) && !isMeasured(place))
  const said = fc.record({
    person: fc.constantFrom(...people),
    rendering: fc.constantFrom(...Object.keys(renderings)),
    disguise: fc.constantFrom(...Object.keys(disguises).filter((one) => one !== 'right to left')),
    place: fc.constantFrom(...open),
    before: fc.constantFrom(...harmless.map(({ text }) => text)),
  })

  it('is found, by the index of the record and by that of people too', () => {
    fc.assert(
      fc.property(said, ({ person, rendering, disguise, place, before }) => {
        const [given = '', family = ''] = [person.given, person.family].map(
          (one) => renderings[rendering]?.(one) ?? one,
        )
        if (!isWithinReach(given, family, disguise)) return
        if (disguise.startsWith('stretched') && oneLetter.test(before)) return
        const text = `${before} ${disguises[disguise]?.(`${given} ${family}`)}`
        const strings = stringsOf(wouldBe(place.type, copyWith(place, text), null))
        const signs = signsOf(person)
        expect(
          strings.flatMap((string) => namesSaidIn(string.text, signs)),
          text,
        ).not.toEqual([])
        const words = new Set(strings.flatMap((string) => [...foldedWordsOf(string.text)]))
        const record = createTextIndex<string>()
        record.put('it', words)
        expect(record.thatMaySay(signs), text).toEqual(['it'])
        expect(index.whoMayBeIn(words), text).toContain(person)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('an index of texts', () => {
  it('names exactly those that may say the name, and forgets what is taken out', () => {
    const sentences = harmless.slice(0, 300).map(({ text }) => text)
    const texts = [...sentences, ...people.slice(0, 40).map(({ given, family }) => `Free ${given} ${family}`)]
    const record = createTextIndex<number>()
    for (const [number, text] of texts.entries()) record.put(number, foldedWordsOf(text))
    for (const person of people) {
      const signs = signsOf(person)
      const those = [...texts.keys()].filter((number) => mayMatch(foldedWordsOf(texts[number] ?? ''), signs))
      expect(record.thatMaySay(signs)).toEqual(those)
    }
    for (const number of texts.keys()) record.remove(number)
    expect(people.flatMap((person) => record.thatMaySay(signsOf(person)))).toEqual([])
  })

  it('of people forgets who is taken out, and keeps the others of the same name', () => {
    const own = createPeopleIndex<string>()
    for (const id of ['a', 'b']) own.put(id, personSigns({ given: ['Server'], additional: [], family: ['Mustafaiev'] }))
    own.remove('a')
    expect([...own.whoMayBeIn(foldedWordsOf('Мустафаєв'))]).toEqual(['b'])
    own.put('b', personSigns({ given: ['Emil'], additional: [], family: ['Ziiadinov'] }))
    expect([...own.whoMayBeIn(foldedWordsOf('Мустафаєв'))]).toEqual([])
  })
})

it('the demo says none of 200 names but those of the people it is about', () => {
  const texts = demoDocuments.flatMap(({ data }) => textsIn(data))
  expect(texts.length).toBeGreaterThan(100)
  const found = people.filter((person) => texts.some((text) => namesSaidIn(text, signsOf(person)).length > 0))
  expect(found.map(({ given, family }) => `${given} ${family}`)).toEqual(['Сервер Мустафаєв'])
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
