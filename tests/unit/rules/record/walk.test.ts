import { describe, expect, it } from 'vitest'
import { recordShape } from '#record/shape.ts'
import { leafFields, leavesOf } from '#record/walk.ts'

describe('a walk through a document', () => {
  it('names each leaf by the ids of its rows, and by their positions, which count from nought', () => {
    const charges = [{ id: 'a', article: '278' }, { article: 'of a row without an id' }, { id: 'b', label: 'Words' }]
    const leaves = leavesOf(recordShape.people, { name: { given: 'Asan' }, charges })
    const held = leaves.filter(({ value }) => value !== undefined)
    const ways = held.map(({ path, position, value }) => [path, position, value])
    expect(ways).toHaveLength(3)
    expect(ways).toContainEqual(['name/given', 'name.given', 'Asan'])
    expect(ways).toContainEqual(['charges/a/article', 'charges.0.article', '278'])
    expect(ways).toContainEqual(['charges/b/label', 'charges.1.label', 'Words'])
  })

  it('has a place for every leaf of a group, and none for rows that are not there', () => {
    const paths = leavesOf(recordShape.people, null).map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['name/given', 'name/family', 'birthDate']))
    expect(paths.filter((path) => path.startsWith('charges'))).toEqual([])
  })

  it('of the table itself names the way to each leaf', () => {
    const ways = leafFields(recordShape.people).map(({ names }) => names.join(' '))
    expect(ways).toEqual(expect.arrayContaining(['name given', 'charges article', 'birthDate']))
    expect(ways).not.toContain('given')
    expect(ways).not.toContain('charges')
  })
})
