import { describe, expect, it } from 'vitest'
import { findingGroups, withAnswers } from '#desk/publish/findings/findingGroups.ts'
import type { GateMessage } from '#desk/publish/publication.ts'
import type { Ref } from '#record/shape.ts'

const found = (document: Ref, about?: Ref, confirm?: string): GateMessage => ({
  gate: 'nameSaidElsewhere',
  document,
  part: 'en',
  link: '/',
  message: 'It says a name.',
  cure: 'Remove it.',
  ...(about && { about }),
  ...(confirm && { confirm }),
})

describe('findings', () => {
  it('stand by their documents, in the order of finding', () => {
    const groups = findingGroups([found('events:b'), found('events:a'), found('events:b')])
    expect(groups.map(({ document, messages }) => [document, messages.length])).toEqual([
      ['events:b', 2],
      ['events:a', 1],
    ])
  })

  it('about one person in one document are answered together, each by its own digest', () => {
    const groups = findingGroups([
      found('events:a', 'people:x', '1'),
      found('events:a', 'people:y', '2'),
      found('events:a', 'people:x', '3'),
      found('events:a', 'people:x'),
      found('events:b', 'people:x', '4'),
    ])
    expect(groups.map(({ together }) => together)).toEqual([[['1', '3']], []])
  })

  it('are answered by one click and taken back by the next', () => {
    const one = withAnswers(new Set(['1']), ['1', '3'])
    expect([...one]).toEqual(['1', '3'])
    expect([...withAnswers(one, ['1', '3'])]).toEqual([])
    expect([...withAnswers(one, ['3'])]).toEqual(['1'])
  })
})
