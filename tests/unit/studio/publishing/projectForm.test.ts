import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#base/digest.ts'
import { contentOf, type Parts, projectForm } from '#publishing/form/projectForm.ts'
import { standingOf } from '#publishing/form/standing.ts'
import type { Form } from '#record/record.ts'
import { recordShape } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import {
  canary,
  documentTypesArbitrary,
  lexical,
  mark,
  testLocales,
  workingCopies,
} from '#tests/build/workingCopies.ts'

const first = '2024-01-01T00:00:00.000Z'
const later = '2024-02-02T00:00:00.000Z'
const someLocales = fc.subarray([...testLocales])
const documents = documentTypesArbitrary.chain((type) =>
  fc.record({
    type: fc.constant(type),
    one: workingCopies(type),
    other: workingCopies(type),
    before: someLocales,
    now: someLocales,
    facts: fc.boolean(),
  }),
)

describe('one-door: a form holds the named parts and nothing else', () => {
  it('no internal field and no unpublished locale ever shows in a form', () => {
    fc.assert(
      fc.property(documents, ({ type, one, before }) => {
        const text = JSON.stringify(projectForm(type, one, null, { facts: true, locales: before }, first))
        expect(text).not.toContain(canary)
        for (const locale of testLocales) if (!before.includes(locale)) expect(text).not.toContain(mark(locale))
      }),
      { numRuns: 300 },
    )
  })

  it("only fields of the record's shape are facts", () => {
    fc.assert(
      fc.property(documents, ({ type, one }) => {
        const { facts } = projectForm(type, one, null, { facts: true, locales: [] }, first).card
        expect(Object.keys(recordShape[type])).toEqual(expect.arrayContaining(Object.keys(facts)))
      }),
    )
  })

  it('a part that is not published stays as it was, byte for byte', () => {
    fc.assert(
      fc.property(documents, ({ type, one, other, before, now }) => {
        const published = projectForm(type, one, null, { facts: true, locales: before }, first)
        const form = projectForm(type, other, published, { facts: false, locales: now }, later)
        const left = ['facts', ...before.filter((locale) => !now.includes(locale))]
        for (const part of left) {
          expect(canonicalJson(contentOf(form, part))).toBe(canonicalJson(contentOf(published, part)))
          expect(form.card.parts[part]).toBe(first)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('words of a row are public only where the row is', () => {
    fc.assert(
      fc.property(documents, ({ type, one, other, before, now, facts }) => {
        const published = projectForm(type, one, null, { facts: true, locales: before }, first)
        const { card, body } = projectForm(type, other, published, { facts, locales: now }, later)
        const paths = [card.words, body.words].flatMap((all) =>
          Object.values(all).flatMap((words) => Object.keys(words)),
        )
        for (const path of paths) expect(hasPlace(type, card.facts, path)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('publishing the same again changes nothing, and then nothing is pending', () => {
    fc.assert(
      fc.property(documents, ({ type, one }) => {
        const parts = { facts: true, locales: [...testLocales] }
        const form = projectForm(type, one, null, parts, first)
        expect(canonicalJson(projectForm(type, one, form, parts, later))).toBe(canonicalJson(form))
        expect(standingOf(type, one, form).pendingIn).toEqual([])
      }),
    )
  })

  it('a form is the same after a way through JSON', () => {
    fc.assert(
      fc.property(documents, ({ type, one }) => {
        const form = projectForm(type, one, null, { facts: true, locales: [...testLocales] }, first)
        expect(JSON.parse(canonicalJson(form))).toEqual(form)
      }),
    )
  })
})

function hasPlace(type: keyof typeof recordShape, facts: object, path: string): boolean {
  const [name = '', id, ...rest] = path.split('/')
  const shape: { [name: string]: { kind: string } } = recordShape[type]
  if (shape[name]?.kind !== 'rows' || rest.length === 0) return true
  const rows = (facts as { [name: string]: { id: string }[] | undefined })[name] ?? []
  return rows.some((row) => row.id === id)
}

const everything: Parts = { facts: true, locales: ['en', 'uk'] }
const project = (
  type: Parameters<typeof projectForm>[0],
  copy: Partial<WorkingCopy>,
  published: Form | null = null,
  parts = everything,
) => projectForm(type, { id: 'me', sourceLocale: 'en', ...copy } as WorkingCopy, published, parts, first)

describe('facts', () => {
  it('are normalised: dates with their bounds, relations as keys, what is empty left out', () => {
    const { facts } = project('people', {
      birthDate: '1986-05',
      deathDate: '',
      portrait: 'pic',
      sameAs: [],
      kind: 'prisoner',
      gender: 'no such word',
      letters: { accepted: false },
      occupations: [{ id: 'o1', organization: 'org', sources: ['s1'], title: null }],
    }).card
    expect(facts).toEqual({
      birthDate: { edtf: '1986-05', earliest: '1986-05-01', latest: '1986-05-31', precision: 'month' },
      portrait: 'media:pic',
      kind: 'prisoner',
      letters: { accepted: false },
      occupations: [{ id: 'o1', organization: 'organizations:org', sources: ['sources:s1'] }],
    })
  })

  it('a relation to one of several types is a key of its type', () => {
    const { facts } = project('events', {
      participants: [{ id: 'p', who: { relationTo: 'organizations', value: 'fsb' }, role: 'perpetrator' }],
    }).card
    expect(facts).toEqual({ participants: [{ id: 'p', who: 'organizations:fsb', role: 'perpetrator' }] })
  })

  it("somebody's home has no coordinates and no address", () => {
    const home = {
      coordinates: { latitude: 44.9, longitude: 34.1 },
      postalAddress: { lines: ['Street 1'], postalCode: '95000' },
    }
    expect(project('places', { kind: 'home', ...home }).card.facts).toEqual({ kind: 'home' })
    expect(project('places', { kind: 'prison', ...home }).card.facts).toEqual({ kind: 'prison', ...home })
  })

  it('an event whose place is withheld has none', () => {
    const event = { kind: 'search', place: 'p1' }
    expect(project('events', { ...event, placePrecision: 'withheld' }).card.facts).toEqual({
      kind: 'search',
      placePrecision: 'withheld',
    })
    expect(project('events', { ...event, placePrecision: 'exact' }).card.facts).toHaveProperty('place', 'places:p1')
  })
})

describe('relations', () => {
  const relation = {
    id: 'r',
    type: 'child',
    person: 'kid',
    count: 4,
    label: { en: 'Little Aishe', uk: 'Айше' },
    sources: ['s'],
  }
  const shown = (visibility: string | null) => {
    const { card } = project('people', { relations: [{ ...relation, visibility }] })
    return { relations: card.facts as { relations?: unknown }, words: JSON.stringify(card.words) }
  }

  it('named: everything', () => {
    expect(shown('named').relations).toEqual({
      relations: [{ id: 'r', type: 'child', person: 'people:kid', count: 4, sources: ['sources:s'] }],
    })
    expect(shown('named').words).toContain('Aishe')
  })

  it.each(['unnamed', null, 'nonsense'])('%s: no person and no label', (visibility) => {
    expect(shown(visibility).relations).toEqual({
      relations: [{ id: 'r', type: 'child', count: 4, sources: ['sources:s'] }],
    })
    expect(shown(visibility).words).not.toContain('Aishe')
  })

  it('internal: no row', () => {
    expect(shown('internal').relations).toEqual({})
    expect(shown('internal').words).not.toContain('Aishe')
  })

  it('a relation that loses its name loses it in locales that are not published again, too', () => {
    const copy = (visibility: string) => ({ relations: [{ ...relation, visibility }] })
    const before = project('people', copy('named'))
    for (const visibility of ['unnamed', 'internal']) {
      const after = project('people', copy(visibility), before, { facts: true, locales: [] })
      expect(JSON.stringify(after)).not.toMatch(/Aishe|Айше/)
    }
  })
})

describe('words', () => {
  const stamps = { en: { description: { digest: 'none', origin: 'machine' } } } as const

  it('say where they come from and what they were made of', () => {
    const source = project('organizations', { name: { en: 'Crimean Solidarity' } }).card.words.en?.name
    const { words } = project('organizations', {
      name: { en: 'Crimean Solidarity', uk: 'Кримська солідарність' },
      origins: {
        uk: {
          name: {
            digest: digestIn('Кримська солідарність'),
            origin: 'official',
            from: source?.digest,
            by: 'u1',
            at: first,
          },
        },
      },
    }).card
    expect(words).toEqual({
      en: { name: { value: 'Crimean Solidarity', digest: source?.digest, origin: 'authored' } },
      uk: {
        name: {
          value: 'Кримська солідарність',
          digest: digestIn('Кримська солідарність'),
          origin: 'official',
          from: source?.digest,
        },
      },
    })
  })

  it('a stamp of other words is not believed', () => {
    expect(
      project('people', { description: { en: 'New words' }, origins: stamps }).card.words.en?.description,
    ).toMatchObject({ origin: 'authored' })
  })

  it('blank words are no words, and a locale without words is public with nothing in it', () => {
    expect(project('organizations', { name: { en: 'Amnesty', uk: '  ' } }).card.words).toMatchObject({ uk: {} })
  })

  it('rich text lives in the body, in three forms', () => {
    const { body, card } = project('people', { biography: { en: lexical('He was <detained>.') } })
    expect(card.words.en).toEqual({})
    expect(body.words.en?.biography?.value).toMatchObject({
      version: 1,
      html: '<p><strong>He was &lt;detained&gt;.</strong></p>',
      plainText: 'He was <detained>.',
    })
  })
})

function digestIn(name: string): string {
  return project('organizations', { name: { en: name } }).card.words.en?.name?.digest ?? ''
}
