import { describe, expect, it } from 'vitest'
import { mayBeRecognised } from '#publishing/gates/people/faces.ts'

const at = '2024-06-01T00:00:00.000Z'
const person = (consent: object | undefined, more: object = {}) => ({ id: 'a', safety: { consent }, ...more })
const given = { state: 'given', scope: ['name', 'picture'] }

describe('consent to pictures', () => {
  it.each([
    [given, true],
    [{ ...given, until: null }, true],
    [{ ...given, until: '' }, true],
    [{ ...given, until: '2024-06-01' }, true],
    [{ ...given, until: '2024' }, true],
    [{ ...given, until: '2024-05-31' }, false],
    [{ ...given, until: '2023' }, false],
    [{ ...given, scope: ['name'] }, false],
    [{ ...given, scope: null }, false],
    [{ ...given, state: 'withdrawn' }, false],
    [{ ...given, state: 'notAsked' }, false],
    [{ ...given, state: null }, false],
    [{ ...given, state: 'notPossible' }, false],
    [{ ...given, state: 'notPossible', givenBy: 'Her mother' }, true],
    [undefined, false],
  ])('%j: %s', (consent, isAgreed) => {
    expect(mayBeRecognised(person(consent), at)).toBe(isAgreed)
  })

  it('of the dead nobody can ask, but who speaks for them can refuse', () => {
    const dead = (consent?: object) => mayBeRecognised(person(consent, { deathDate: '2020-01-01' }), at)
    expect(dead()).toBe(true)
    expect(dead({ state: 'notPossible' })).toBe(true)
    expect(dead({ state: 'refused' })).toBe(false)
    expect(dead({ state: 'withdrawn' })).toBe(false)
    expect(dead({ state: 'given', scope: ['name'] })).toBe(false)
    expect(mayBeRecognised(person({ state: 'notPossible' }), at)).toBe(false)
  })
})
