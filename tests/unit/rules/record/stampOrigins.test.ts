import { describe, expect, it } from 'vitest'
import { digestOf } from '#base/digest.ts'
import { isStale } from '#record/stale.ts'
import { stampOrigins } from '#record/stampOrigins.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'

const save = (before: Partial<WorkingCopy> | null, after: Partial<WorkingCopy>, more = {}) =>
  stampOrigins({
    type: 'organizations',
    before: before as WorkingCopy | null,
    after: { sourceLocale: 'en', ...after },
    at: 'now',
    by: 'u1',
    ...more,
  })

describe('language-truth: words say where they come from', () => {
  it('new words in the source locale are authored', () => {
    expect(save(null, { name: { en: 'Amnesty' } })).toEqual({
      en: { name: { digest: digestOf('Amnesty'), origin: 'authored', at: 'now', by: 'u1' } },
    })
  })

  it('new words elsewhere are a translation of the source words that stand there now', () => {
    const stamps = save(null, { name: { en: 'Amnesty', uk: 'Амністія' } })
    expect(stamps.uk?.name).toEqual({
      digest: digestOf('Амністія'),
      origin: 'human',
      from: digestOf('Amnesty'),
      at: 'now',
      by: 'u1',
    })
  })

  it('words that did not change keep their stamp, and become stale when their source changes', () => {
    const before = {
      name: { en: 'Amnesty', uk: 'Амністія' },
      origins: save(null, { name: { en: 'Amnesty', uk: 'Амністія' } }),
    }
    const stamps = save(before, { name: { en: 'Amnesty International', uk: 'Амністія' } }, { at: 'later' })
    expect(stamps.uk?.name).toEqual(before.origins.uk?.name)
    expect(isStale(stamps.uk?.name ?? {}, stamps.en?.name)).toBe(true)
  })

  it('a translation that is written anew is fresh again', () => {
    const before = {
      name: { en: 'Amnesty', uk: 'Амністія' },
      origins: save(null, { name: { en: 'Amnesty', uk: 'Амністія' } }),
    }
    const stamps = save(before, { name: { en: 'Amnesty International', uk: 'Міжнародна амністія' } })
    expect(isStale(stamps.uk?.name ?? {}, stamps.en?.name)).toBe(false)
  })

  it('an import says what it brings', () => {
    expect(save(null, { name: { en: 'Amnesty', uk: 'Амністія' } }, { origin: 'machine' }).uk?.name?.origin).toBe(
      'machine',
    )
  })

  it('words that are gone have no stamp', () => {
    const before = {
      name: { en: 'Amnesty', uk: 'Амністія' },
      origins: save(null, { name: { en: 'Amnesty', uk: 'Амністія' } }),
    }
    expect(save(before, { name: { en: 'Amnesty', uk: '' } })).not.toHaveProperty('uk')
  })

  it('block keys and editor state are no change of words', () => {
    const text = (extra: object) => ({
      root: { children: [{ type: 'paragraph', ...extra, children: [{ type: 'text', text: 'Words' }] }] },
    })
    const stamp = (document: object, before: WorkingCopy | null = null) =>
      stampOrigins({
        type: 'people',
        before,
        after: { sourceLocale: 'en', biography: { en: document } },
        at: before ? 'later' : 'now',
      })
    const first = stamp(text({ direction: null }))
    const again = stamp(text({ direction: 'ltr', $: { key: 'a1' }, indent: 0 }), { id: 'x', origins: first })
    expect(again).toEqual(first)
  })
})

describe('stale', () => {
  it('needs both what it was made from and what stands there now', () => {
    expect(isStale({}, { digest: 'a' })).toBe(false)
    expect(isStale({ from: 'a' }, undefined)).toBe(false)
    expect(isStale({ from: 'a' }, { digest: 'a' })).toBe(false)
    expect(isStale({ from: 'a' }, { digest: 'b' })).toBe(true)
  })
})
