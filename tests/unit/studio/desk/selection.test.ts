import { describe, expect, it } from 'vitest'
import type { PartStanding } from '#desk/publish/publication.ts'
import {
  isChoosable,
  isRefused,
  proposed,
  requestFor,
  toggled,
  withChosen,
  withoutConfirmed,
} from '#desk/publish/selection.ts'

const standing = (part: string, given: Partial<PartStanding> = {}): PartStanding => ({
  part,
  label: part,
  state: 'pending',
  stale: 0,
  differences: [],
  refusals: [],
  warnings: [],
  confirmed: [],
  alone: [],
  mayPublish: true,
  preselected: true,
  ...given,
})
const refusal: PartStanding['refusals'][number] = {
  gate: 'requiredWords',
  document: 'people:a',
  link: '/admin/collections/people/a?locale=tr#field-description',
  part: 'tr',
  message: 'The description is missing.',
  cure: 'Write it.',
  severity: 'refusal',
}

describe('the choice in the publish panel', () => {
  it('opens with what is proposed, without what is refused or not this person’s to publish', () => {
    const parts = [
      standing('facts'),
      standing('en'),
      standing('tr', { refusals: [refusal] }),
      standing('uk', { mayPublish: false }),
      standing('ar', { preselected: false }),
    ]
    expect([...proposed(parts)]).toEqual(['facts', 'en'])
  })

  it('opens a part once every refusal of it that may be answered is, and no other', () => {
    const asked = { ...refusal, gate: 'nameSaidElsewhere', confirm: 'a' } as const
    const part = (...refusals: PartStanding['refusals']) =>
      withoutConfirmed([standing('tr', { refusals })], new Set('a'))
    expect(part(asked).map(isChoosable)).toEqual([true])
    expect(part(asked, { ...asked, confirm: 'b' }).map(isChoosable)).toEqual([false])
    expect(part(asked, refusal).map(isChoosable)).toEqual([false])
  })

  it('brings the facts along with the first locale of a document that was never public', () => {
    const parts = [standing('facts', { state: 'never', preselected: false }), standing('en', { preselected: false })]
    expect([...toggled(parts, new Set(), 'en')]).toEqual(['facts', 'en'])
    expect([...toggled(parts, new Set(['facts', 'en']), 'facts')]).toEqual([])
  })

  it('offers no words of a document whose facts are refused', () => {
    const parts = [standing('facts', { state: 'never', refusals: [refusal] }), standing('en')]
    expect([...proposed(parts)]).toEqual([])
  })

  it('leaves the facts out where they are public and nobody asked for them', () => {
    const parts = [standing('facts', { preselected: false }), standing('uk')]
    expect(requestFor(proposed(parts))).toEqual({ facts: false, locales: ['uk'] })
  })

  it('says what is amiss while others are not chosen along, where it is to be cured, and lets them be chosen', () => {
    const former: PartStanding['alone'] = [{ ...refusal, gate: 'publishAsEverywhere', part: 'uk', unless: ['uk'] }]
    const parts = [standing('facts', { alone: former }), standing('en', { alone: former }), standing('uk')]
    const refused = (chosen: string[]) =>
      withChosen(parts, new Set(chosen)).map(({ part, refusals }) => [part, refusals.length])
    expect(refused(['facts', 'en'])).toEqual([
      ['facts', 0],
      ['en', 0],
      ['uk', 1],
    ])
    expect(refused(['facts', 'en', 'uk'])).toEqual([
      ['facts', 0],
      ['en', 0],
      ['uk', 0],
    ])
    expect(refused([])).toEqual([
      ['facts', 0],
      ['en', 0],
      ['uk', 0],
    ])
    expect([...toggled(withChosen(parts, new Set(['en'])), new Set(['en']), 'uk')]).toEqual(['en', 'uk'])
    const stands = (chosen: string[]) => isRefused(withChosen(parts, new Set(chosen)), new Set(chosen))
    expect([stands(['facts', 'en']), stands(['facts', 'en', 'uk'])]).toEqual([true, false])
    expect(isRefused([standing('tr', { refusals: [refusal] })], new Set(['tr']))).toBe(true)
    expect(isRefused([standing('tr', { refusals: [refusal] })], new Set(['en']))).toBe(false)
  })
})
