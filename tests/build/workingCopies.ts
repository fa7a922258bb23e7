import fc from 'fast-check'
import type { DocumentType, Field, Fields } from '#record/shape.ts'
import { recordShape } from '#record/shape.ts'
import { vocabularies } from '#record/vocabularies.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'

export const testLocales = ['en', 'uk', 'tr', 'crh-Latn'] as const

/** Stands in every internal field: where it shows up in a form, something internal has leaked. */
export const canary = 'KANARENVOGEL'

/** Stands in every word of a locale: shows where that locale's words went. */
export const mark = (locale: string) => `<<${locale}>>`

const rowIds = fc.constantFrom('row1', 'row2', 'row3')

function words(kind: 'text' | 'richText') {
  const one = (locale: string) =>
    fc
      .string({ maxLength: 8 })
      .map((text) => (kind === 'text' ? `${mark(locale)}${text}` : lexical(`${mark(locale)}${text}`)))
  return fc.record(Object.fromEntries(testLocales.map((locale) => [locale, one(locale)])), { requiredKeys: [] })
}

/** An editor's document that carries what the editor adds, and a canary wherever one fits. */
export function lexical(text: string) {
  return {
    root: {
      type: 'root',
      secret: canary,
      children: [
        {
          type: 'paragraph',
          $: { key: canary },
          direction: 'ltr',
          children: [{ type: 'text', text, format: 1, style: `color: ${canary}`, mode: 'normal', detail: 0 }],
        },
        { type: 'upload', value: { id: canary, alt: canary }, relationTo: 'media', fields: { note: canary } },
        { type: 'block', fields: { note: canary } },
      ],
    },
  }
}

const readers: {
  readonly [Kind in Field['kind']]: (field: Extract<Field, { kind: Kind }>, name: string) => fc.Arbitrary<unknown>
} = {
  value: (_, name) =>
    name === 'coordinates'
      ? fc.constant({ latitude: 44.9, longitude: 34.1, note: canary })
      : fc.oneof(
          fc.string({ maxLength: 8 }),
          fc.integer({ min: 0, max: 99 }),
          fc.boolean(),
          fc.constant({ secret: canary }),
        ),
  word: ({ vocabulary }) => fc.constantFrom(...vocabularies[vocabulary], canary),
  date: () => fc.constantFrom('2018-05-21', '2018~', '2018-05/2020-09', canary),
  ref: ({ to }) => ref(to),
  refs: ({ to }) => fc.array(ref(to), { maxLength: 3 }),
  list: (_, name) =>
    name === 'variants'
      ? fc.constant([
          {
            name: 'small',
            file: 'a.webp',
            width: 3,
            height: 2,
            bytes: 1,
            sha256: 'ab',
            mimeType: 'image/webp',
            path: canary,
          },
        ])
      : fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.constant({ secret: canary })), { maxLength: 3 }),
  text: () => words('text'),
  richText: () => words('richText'),
  group: ({ fields }) => shapeOf(fields),
  rows: ({ fields }) =>
    fc.uniqueArray(
      fc.tuple(rowIds, shapeOf(fields)).map(([id, row]) => ({ ...row, id })),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
}

function ref(to: readonly DocumentType[]): fc.Arbitrary<unknown> {
  const ids = fc.constantFrom('id1', 'id2', 'id3')
  return to.length === 1
    ? ids
    : fc
        .tuple(fc.constantFrom(...to, 'users'), ids)
        .map(([relationTo, id]) => ({ relationTo, value: relationTo === 'users' ? canary : id }))
}

function shapeOf(fields: Fields): fc.Arbitrary<{ [name: string]: unknown }> {
  const all = Object.entries(fields).map(([name, field]) => {
    const read = readers[field.kind] as (field: Field, name: string) => fc.Arbitrary<unknown>
    return [name, read(field, name)] as const
  })
  // An internal field on every level, whatever it is called.
  return fc
    .record(Object.fromEntries(all), { requiredKeys: [] })
    .map((values) => ({ ...values, internalNote: canary, secrets: [{ id: 'x', value: canary }] }))
}

const safety = {
  publishAs: 'full',
  pseudonym: { en: canary },
  consent: { state: canary, givenBy: canary },
  risk: canary,
  notes: canary,
}

/** Any working copy of a type: every public field perhaps filled, every internal one with a canary in it. */
export function workingCopies(type: DocumentType): fc.Arbitrary<WorkingCopy> {
  return shapeOf(recordShape[type]).map((values) => ({
    ...values,
    id: 'me',
    revision: 3,
    sourceLocale: 'en',
    slug: 'somebody',
    formerSlugs: [{ id: 'f1', slug: 'some-body', note: canary }],
    heading: canary,
    nameKeys: [canary],
    original: canary,
    originalSha256: canary,
    originalName: canary,
    told: { people: [canary] },
    hadLocation: canary,
    reliability: canary,
    safety,
    origins: { en: { description: { digest: 'x', origin: 'human', by: canary } } },
  }))
}

export const documentTypesArbitrary = fc.constantFrom(...(Object.keys(recordShape) as DocumentType[]))
