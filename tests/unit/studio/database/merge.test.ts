import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, same } from '#database/merging/merge.ts'

const text = fc.constantFrom('one', 'two', 'three', '')
const localized = fc.record({ en: text, uk: text, ru: text })
const row = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), label: localized, statute: text })
const references = fc.uniqueArray(fc.constantFrom('1'.repeat(24), '2'.repeat(24), '3'.repeat(24), '4'.repeat(24)))
const document = fc.record({
  name: fc.record({ given: localized, family: localized }),
  description: localized,
  biography: fc.record({ root: fc.record({ children: fc.array(text) }) }),
  charges: fc.uniqueArray(row, { selector: ({ id }) => id }),
  sources: references,
  kind: text,
})
const bytes = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('merge', () => {
  it('what one side changed is what comes out', () => {
    fc.assert(
      fc.property(document, document, (base, changed) => {
        expect(merge(base, changed, base)).toEqual({ value: changed, clashes: [] })
        expect(same(merge(base, base, changed).value, changed)).toBe(true)
        expect(merge(base, changed, changed)).toEqual({ value: changed, clashes: [] })
      }),
    )
  })

  it('every word of both sides is in the result or in a clash', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const { value, clashes } = merge(base, mine, theirs)
        const told = JSON.stringify([value, clashes])
        for (const [one, other] of [
          [mine, theirs],
          [theirs, mine],
        ] as const) {
          for (const locale of ['en', 'uk', 'ru'] as const) {
            const words = one.description[locale]
            if (words === base.description[locale]) continue
            const kept = value.description[locale] === words
            const asked = clashes.some(({ path }) => path.join('/') === `description/${locale}`)
            expect(kept || asked || other.description[locale] === words).toBe(true)
          }
          for (const charge of one.charges) {
            if (!base.charges.some(({ id }) => id === charge.id)) expect(told).toContain(JSON.stringify(charge.id))
          }
        }
      }),
    )
  })

  it('different locales, different fields and different rows never clash', () => {
    fc.assert(
      fc.property(document, text, text, text, (base, one, two, three) => {
        const mine = { ...bytes(base), description: { ...base.description, uk: one }, kind: two }
        const theirs = { ...bytes(base), description: { ...base.description, ru: three } }
        theirs.charges = [...theirs.charges, { id: 'new', label: { en: one, uk: two, ru: three }, statute: one }]
        const { value, clashes } = merge(base, mine, theirs)
        expect(clashes).toEqual([])
        expect(value.description).toEqual({ en: base.description.en, uk: one, ru: three })
        expect(value.kind).toBe(two)
        expect(value.charges).toEqual(theirs.charges)
      }),
    )
  })

  it('a decision settles a clash with the value of that side', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        for (const side of ['mine', 'theirs'] as const) {
          const { clashes } = merge(base, mine, theirs, () => side)
          expect(clashes).toEqual([])
        }
        const { value, clashes } = merge(base, mine, theirs, () => 'theirs')
        const other = merge(base, theirs, mine, () => 'mine')
        expect(clashes).toEqual(other.clashes)
        expect(same(value.description, other.value.description)).toBe(true)
      }),
    )
  })

  it('the order of neither argument matters for whether there is a clash', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const paths = (clashes: { path: readonly string[] }[]) => clashes.map(({ path }) => path.join('/')).sort()
        expect(paths(merge(base, mine, theirs).clashes)).toEqual(paths(merge(base, theirs, mine).clashes))
      }),
    )
  })

  it('the same field of the same row clashes and names the row', () => {
    const base = {
      charges: [
        { id: 'a', label: 'x', statute: '1' },
        { id: 'b', label: 'y' },
      ],
    }
    const mine = {
      charges: [
        { id: 'a', label: 'mine', statute: '1' },
        { id: 'b', label: 'y' },
      ],
    }
    const theirs = {
      charges: [
        { id: 'b', label: 'y' },
        { id: 'a', label: 'theirs', statute: '2' },
      ],
    }
    const { value, clashes } = merge<Record<string, unknown>>(base, mine, theirs)
    expect(clashes).toEqual([{ path: ['charges', 'a', 'label'], base: 'x', mine: 'mine', theirs: 'theirs' }])
    expect(value.charges).toEqual([
      { id: 'b', label: 'y' },
      { id: 'a', label: 'mine', statute: '2' },
    ])
  })

  it('a row that one removed and the other changed is asked about; removed by one alone it is gone', () => {
    const base = {
      rows: [
        { id: 'a', label: 'x' },
        { id: 'b', label: 'y' },
      ],
    }
    const without = { rows: [{ id: 'b', label: 'y' }] }
    const changed = {
      rows: [
        { id: 'a', label: 'new' },
        { id: 'b', label: 'y' },
      ],
    }
    expect(merge<Record<string, unknown>>(base, without, changed).clashes).toMatchObject([
      { path: ['rows', 'a'], mine: null, theirs: { id: 'a', label: 'new' } },
    ])
    expect(merge<Record<string, unknown>>(base, without, base)).toEqual({ value: without, clashes: [] })
    expect(merge<Record<string, unknown>>(base, without, changed, () => 'mine').value).toEqual(without)
    expect(merge<Record<string, unknown>>(base, changed, without, () => 'theirs').value).toEqual(without)
  })

  it('rich text and a polymorphic reference are one value each', () => {
    const base = { biography: { root: { a: 1, b: 1 } }, who: { relationTo: 'people', value: '1' } }
    const mine = { biography: { root: { a: 2, b: 1 } }, who: { relationTo: 'people', value: '2' } }
    const theirs = { biography: { root: { a: 1, b: 2 } }, who: { relationTo: 'organizations', value: '1' } }
    const { clashes } = merge<Record<string, unknown>>(base, mine, theirs)
    expect(clashes.map(({ path }) => path)).toEqual([['biography'], ['who']])
  })

  it('references that both added are all there, in the order of both', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(24))
    const added = merge<Record<string, unknown>>({ sources: [a, b] }, { sources: [a, c, b] }, { sources: [a, b, d] })
    expect(added).toEqual({ value: { sources: [a, c, b, d] }, clashes: [] })
    const replaced = merge<Record<string, unknown>>({ sources: [a, b] }, { sources: [c, b] }, { sources: [d, b] })
    expect(replaced.clashes).toHaveLength(1)
  })

  it('a list of plain texts that both changed is asked about', () => {
    const { clashes } = merge<Record<string, unknown>>(
      { lines: [] },
      { lines: ['Street 1'] },
      { lines: ['Street One'] },
    )
    expect(clashes).toEqual([{ path: ['lines'], base: [], mine: ['Street 1'], theirs: ['Street One'] }])
  })

  it('a field that is not sent is not touched, a field that is emptied is', () => {
    const base = { kind: 'lawyer', note: 'x' }
    expect(merge<Record<string, unknown>>(base, { note: null }, { kind: 'relative', note: 'x' }).value).toEqual({
      kind: 'relative',
      note: null,
    })
    expect(merge<Record<string, unknown>>(base, { note: '' }, { kind: 'lawyer', note: 'y' }).clashes).toHaveLength(1)
  })
})
