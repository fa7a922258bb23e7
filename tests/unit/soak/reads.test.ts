import { describe, expect, it } from 'vitest'
import { History } from '#tests/soak/history.ts'
import { canary, faultsOf, type Read, tokenOf } from '#tests/soak/reads.ts'

const read: Read = { query: '', variables: {}, chain: ['uk', 'en'], shows: [{ document: 'p0', facts: true }] }
const answer = (...numbers: [part: 'facts' | 'en' | 'uk', number: number][]) =>
  `{"id":"people:1","all":"${numbers.map(([part, number]) => tokenOf('p0', part, number)).join('')}"}`

/** Version 1 is acknowledged in English, version 2 began in English and Ukrainian and may be seen. */
function historyOfTwo() {
  const history = new History(['p0'])
  history.begin('p0', { facts: 1, en: 1 }, 0).acknowledge()
  const second = history.begin('p0', { en: 2, uk: 2 }, 0)
  return { history, second }
}

function kinds(body: string, history: History, sent = performance.now(), of = read): string[] {
  return faultsOf(body, of, history, sent, performance.now()).map(({ kind }) => kind)
}

describe('what the soak finds wrong about an answer', () => {
  it('nothing, where it shows what was acknowledged or what began since', () => {
    const { history } = historyOfTwo()
    expect(kinds(answer(['facts', 1], ['en', 1]), history)).toEqual([])
    expect(kinds(answer(['facts', 1], ['uk', 2]), history)).toEqual([])
  })

  it('stale: an older version than was acknowledged before the question', () => {
    const { history, second } = historyOfTwo()
    const asked = performance.now()
    second.acknowledge()
    expect(kinds(answer(['facts', 1], ['en', 1]), history, asked - 1)).toEqual([])
    expect(kinds(answer(['facts', 1], ['en', 1]), history)).toContain('stale')
  })

  it('stale: words of a later locale where an earlier one has some, a document that is missing, facts that are', () => {
    const { history, second } = historyOfTwo()
    second.acknowledge()
    expect(kinds(answer(['facts', 1], ['en', 2]), history)).toEqual(['stale'])
    expect(kinds('{"id":null}', history)).toEqual(['stale'])
    expect(kinds(answer(['uk', 2]), history)).toEqual(['stale'])
  })

  it('stale: two versions of one part in one answer', () => {
    const { history } = historyOfTwo()
    expect(kinds(answer(['facts', 1], ['en', 1], ['en', 2]), history)).toEqual(['stale'])
  })

  it('leaked: what was withdrawn, what was never published, and every canary', () => {
    const { history, second } = historyOfTwo()
    second.acknowledge()
    history.begin('p0', { facts: null, en: null, uk: null }, 0).acknowledge()
    expect(kinds(answer(['facts', 1], ['uk', 2]), history)).toEqual(['leaked', 'leaked'])
    expect(kinds(`{"text":"${canary} notes"}`, history)).toEqual(['leaked'])
    expect(kinds('{"id":"people:secret"}', history, performance.now(), { ...read, shows: [] })).toEqual(['leaked'])
    expect(kinds('{"person":null}', history)).toEqual([])
  })

  it('an answer with errors', () => {
    expect(kinds('{"errors":[]}', new History(['p0']))).toEqual(['wrong'])
  })
})
