import { describe, expect, it } from 'vitest'
import { type BulkResult, bulkPlan, leftAfter, tallyOf } from '#desk/lists/bulk.ts'
import { listFilter, whereAsQuery } from '#desk/lists/listFilter.ts'

const rows = [
  { id: 'a', pendingIn: ['facts', 'en'] },
  { id: 'b', pendingIn: ['facts', 'en', 'uk'] },
  { id: 'c', pendingIn: [] },
]

describe('a bulk action', () => {
  it('asks each document for what is chosen and pending in it, and leaves out those with nothing to do', () => {
    expect(bulkPlan('publish', rows, new Set(['facts', 'en', 'uk']))).toEqual([
      { ids: ['a'], facts: true, locales: ['en'] },
      { ids: ['b'], facts: true, locales: ['en', 'uk'] },
    ])
    expect(bulkPlan('publish', rows, new Set(['uk']))).toEqual([{ ids: ['b'], facts: false, locales: ['uk'] }])
  })

  it('withdraws whole documents, or locales of them', () => {
    expect(bulkPlan('withdraw', rows, new Set(['facts']))).toEqual([{ ids: ['a', 'b', 'c'] }])
    expect(bulkPlan('withdraw', rows, new Set(['uk']))).toEqual([{ ids: ['a', 'b', 'c'], locales: ['uk'] }])
  })

  it('sends ten documents at a time, so that progress is seen', () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ id: String(index), pendingIn: ['facts'] }))
    expect(bulkPlan('publish', many, new Set(['facts'])).map(({ ids }) => ids.length)).toEqual([10, 10, 3])
  })

  it('goes on with what failed and with what can still go: a published part is done, the others of its document are not', () => {
    const done = (id: string): BulkResult => ({ id, status: 200, answer: {} })
    const refused: BulkResult = { id: 'b', status: 422, message: 'Not published', data: { refusals: [] } }
    const left = leftAfter('publish', rows, { ids: ['a', 'b'], facts: true, locales: [] }, [done('a'), refused])
    expect(left).toEqual([
      { id: 'a', pendingIn: ['en'] },
      { id: 'b', pendingIn: ['facts', 'en', 'uk'] },
    ])
    expect(bulkPlan('publish', left, new Set(['en']))).toEqual([{ ids: ['a', 'b'], facts: false, locales: ['en'] }])
    const rest = leftAfter('publish', left, { ids: ['a', 'b'], facts: false, locales: ['en'] }, [done('a'), done('b')])
    expect(rest).toEqual([{ id: 'b', pendingIn: ['facts', 'uk'] }])
  })

  it('keeps a document of which a locale was withdrawn, and none that was withdrawn as a whole', () => {
    const documents = [{ id: 'a', publishedIn: ['facts', 'en', 'uk'] }]
    const done: BulkResult[] = [{ id: 'a', status: 200, answer: {} }]
    expect(leftAfter('withdraw', documents, { ids: ['a'], locales: ['uk'] }, done)).toEqual([
      { id: 'a', publishedIn: ['facts', 'en'] },
    ])
    expect(leftAfter('withdraw', documents, { ids: ['a'] }, done)).toEqual([])
  })

  it('counts every document once, and what a fault left unasked is not called unchanged', () => {
    const refused: BulkResult = { id: 'b', status: 422, message: 'Not published', data: { refusals: [] } }
    const results: BulkResult[] = [{ id: 'a', status: 200, answer: {} }, refused]
    expect(tallyOf(3, [{ ids: ['a', 'b'] }], results)).toEqual({
      published: 1,
      unchanged: 1,
      refused: 1,
      notReached: 0,
    })
    const many = Array.from({ length: 23 }, (_, index) => ({ id: String(index), pendingIn: ['facts'] }))
    const plan = bulkPlan('publish', many, new Set(['facts']))
    const first = plan[0]?.ids.map((id): BulkResult => ({ id, status: 200, answer: {} })) ?? []
    expect(tallyOf(24, plan, first)).toEqual({ published: 10, unchanged: 1, refused: 0, notReached: 13 })
  })
})

describe('the filter of a list', () => {
  const admin = { useAsTitle: 'heading', listSearchableFields: ['heading', 'slug'] }
  const search = { or: [{ heading: { like: 'Sol' } }, { slug: { like: 'Sol' } }] }

  it('has its search and its conditions, and nothing where it has neither', () => {
    expect(listFilter(admin, {})).toEqual({})
    expect(listFilter(admin, { search: 'Sol' })).toEqual(search)
    expect(listFilter(admin, { where: { kind: { equals: 'ngo' } } })).toEqual({ kind: { equals: 'ngo' } })
    expect(listFilter(admin, { search: 'Sol', where: { kind: { equals: 'ngo' } } })).toEqual({
      and: [{ kind: { equals: 'ngo' } }, search],
    })
  })

  it('leaves the conditions of the list as they were', () => {
    const where = { and: [{ kind: { equals: 'ngo' } }] }
    expect(listFilter(admin, { search: 'Sol', where })).toEqual({ and: [{ kind: { equals: 'ngo' } }, search] })
    expect(where.and).toHaveLength(1)
  })

  it('is written as REST reads it', () => {
    expect(whereAsQuery(listFilter(admin, { search: 'Sol' }))).toEqual({
      'where[or][0][heading][like]': 'Sol',
      'where[or][1][slug][like]': 'Sol',
    })
    expect(whereAsQuery({})).toEqual({})
  })
})
