import { describe, expect, it } from 'vitest'
import { consentOf, covers, hasRunOut, isClosed, isOnFile } from '#publishing/form/consent.ts'
import { lastChangesAfter, lastChangesOf } from '#publishing/form/lastChanges.ts'
import { projectForm } from '#publishing/form/projectForm.ts'
import { type GateName, gates, type RelatedDocuments } from '#publishing/gates/gates.ts'
import type { Form } from '#record/record.ts'
import { vocabularies } from '#record/vocabularies.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { unrelated } from './unrelated.ts'

const at = '2024-06-01T00:00:00.000Z'
const of = (consent: object) => consentOf({ safety: { consent } })

describe('a consent', () => {
  it.each([
    ['given', ['name'], 'Her', { name: true, picture: false }],
    ['given', [], 'Her', { name: false, picture: false }],
    ['notPossible', [], 'Her family', { name: true, picture: true }],
    ['notPossible', ['name'], 'Her family', { name: true, picture: false }],
    ['notPossible', [], ' ', { name: false, picture: false }],
    ['notAsked', ['name'], 'Her', { name: false, picture: false }],
    ['withdrawn', ['name'], 'Her', { name: false, picture: false }],
    ['refused', ['name'], 'Her', { name: false, picture: false }],
    [null, ['name'], 'Her', { name: false, picture: false }],
  ] as const)('that is %s for %j by "%s" covers %j', (state, scope, givenBy, expected) => {
    const consent = of({ state, scope, givenBy })
    expect({ name: covers(consent, 'name'), picture: covers(consent, 'picture') }).toEqual(expected)
  })

  it.each(vocabularies.consentState)(
    'that is %s is closed where somebody said no, and on file where somebody agreed',
    (state) => {
      expect(isClosed(of({ state }))).toBe(['withdrawn', 'refused'].includes(state))
      expect([isOnFile(of({ state, givenBy: 'Her' })), isOnFile(of({ state }))]).toEqual([state === 'given', false])
    },
  )

  it.each([
    ['2024-05-31', true],
    ['2024-06-01', false],
    ['2024-05', true],
    ['2024', false],
    ['2023/..', false],
    ['2020/2021', true],
    ['never', false],
  ])('until %s has run out on the first of June 2024: %s', (until, isOver) => {
    expect(hasRunOut(of({ state: 'given', until }), at)).toBe(isOver)
    // A no is more than an end.
    expect(hasRunOut(of({ state: 'withdrawn', until }), at)).toBe(false)
  })
})

function found(
  name: GateName,
  copy: object,
  related: Partial<RelatedDocuments> = {},
  type: 'people' | 'media' = 'people',
) {
  const whole = { id: 'me', sourceLocale: 'en', ...copy } as WorkingCopy
  const parts = { facts: true, locales: ['en'] }
  const proposal = { type, copy: whole, published: null, parts, at, form: projectForm(type, whole, null, parts, at) }
  return gates[name].check({ ...proposal, ...unrelated, ...related }).map(({ part, path }) => `${part} ${path}`)
}

describe('the gates of consent', () => {
  const text = (words: string) => ({
    root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }] },
  })
  const everything = {
    name: { given: { en: 'Marzanna' } },
    biography: { en: text('She teaches.') },
    letters: { accepted: true, note: { en: 'In Ukrainian' } },
    portrait: 'picture',
  }
  const places = { name: 'en name', picture: 'facts portrait', story: 'en biography', contact: 'facts letters' }

  it.each(Object.entries(places))('what is given for all but the %s stands at %s', (left, place) => {
    const scope = vocabularies.consentScope.filter((one) => one !== left)
    const given = found('consentScope', { ...everything, safety: { consent: { state: 'given', scope } } })
    expect(given).toContain(place)
    const others = Object.values(places).filter((one) => one !== place)
    for (const other of others) expect(given).not.toContain(other)
  })

  it('a name that is not said in full needs no consent to it', () => {
    const safety = { publishAs: 'initials', consent: { state: 'given', scope: ['story', 'contact', 'picture'] } }
    expect(found('consentScope', { ...everything, safety })).toEqual([])
  })

  it('whoever cannot be asked is published where it is said who decided, and officials as such', () => {
    const missing = (consent: object, more: object = {}) =>
      found('consentMissing', { ...everything, ...more, safety: { consent } })
    expect(missing({})).toEqual(['facts safety/consent/state'])
    expect(missing({ state: 'notAsked' })).toEqual(['facts safety/consent/state'])
    expect(missing({ state: 'notPossible' })).toEqual(['facts safety/consent/state'])
    expect(missing({ state: 'notPossible', givenBy: 'Her sister' })).toEqual([])
    expect(missing({ state: 'notPossible', givenBy: 'Her sister', scope: ['name', 'story', 'contact'] })).toEqual([
      'facts portrait',
    ])
    expect(missing({}, { kind: 'official' })).toEqual([])
  })

  const relative = { key: 'people:kin', name: 'Olga', isNamed: true, consent: of({}), names: '' } as const
  const related = (type: string, consents: RelatedDocuments['consents']) =>
    found('relativeConsent', { relations: [{ id: 'r', type, person: 'kin', visibility: 'named' }] }, { consents })

  it.each(vocabularies.relationType)('a %s is named with a consent, a lawyer and a colleague without', (type) => {
    const isPublic = type === 'lawyer' || type === 'colleague'
    expect(related(type, [relative])).toEqual(isPublic ? [] : ['facts relations/r/person'])
    expect(related(type, [{ ...relative, consent: of({ state: 'given', scope: ['name'] }) }])).toEqual([])
    expect(related(type, [{ ...relative, isNamed: false }])).toEqual([])
  })

  it('a picture of a child whose faces are covered passes, whether or not the field is there', () => {
    const perhapsMinors = [{ key: 'people:kid' as const, name: 'Aishe', isNamed: false, consent: of({}), names: '' }]
    const peopleShown = [{ key: 'people:kid' as const, name: 'Aishe', mayBeRecognised: true, isNameWithheld: false }]
    const shown = (faces?: unknown) =>
      found('minorFace', { personsShown: ['kid'], faces }, { perhapsMinors, peopleShown }, 'media')
    expect(shown()).toEqual(['facts personsShown'])
    expect(shown([])).toEqual(['facts personsShown'])
    const face = { id: 'f', x: 0, y: 0, width: 1, height: 1 }
    expect(shown([face])).toEqual([])
    const person = { birthDate: '2020', portrait: 'p' }
    const portrait = { key: 'media:p', originalSha256: '', faces: [] } as const
    expect(found('minorFace', person, { portrait })).toEqual(['facts portrait'])
    expect(found('minorFace', person, { portrait: { ...portrait, faces: [face] } })).toEqual([])
  })
})

describe('who changed a part last', () => {
  const before: WorkingCopy = {
    id: 'me',
    sourceLocale: 'en',
    description: { en: 'A teacher', uk: 'Вчителька' },
    changedBy: { facts: { by: 'one', at: 'then' }, en: { by: 'one', at: 'then' }, uk: { by: 'two', at: 'then' } },
  }
  const savedBy = (
    more: object,
    { published = null, changesAll = false }: { published?: Form | null; changesAll?: boolean } = {},
  ) => lastChangesAfter('people', { before, after: { ...before, ...more }, published, changesAll }, { by: 'three', at })

  it('is whoever changed what it would say in public', () => {
    const description = { en: 'A teacher of chess', uk: 'Вчителька' }
    expect(savedBy({ description })).toEqual({ ...lastChangesOf(before), en: { by: 'three', at, others: ['one'] } })
    expect(savedBy({ birthDate: '1980' })).toMatchObject({ facts: { by: 'three' }, en: { by: 'one' } })
  })

  it('is whoever emptied it', () => {
    expect(savedBy({ description: { en: 'A teacher' } }).uk).toEqual({ by: 'three', at, others: ['two'] })
  })

  it('is nobody of before where it was published since then', () => {
    const description = { en: 'A teacher of chess', uk: 'Вчителька шахів' }
    // Nothing else of the form is asked.
    const published = { card: { parts: { en: 'then, later' } } } as unknown as Form
    const { en, uk } = savedBy({ description }, { published })
    expect([en, uk]).toEqual([
      { by: 'three', at },
      { by: 'three', at, others: ['two'] },
    ])
  })

  it('is whoever changed what decides over all parts', () => {
    const all = savedBy({}, { changesAll: true })
    expect(Object.entries(all).map(([part, { by }]) => [part, by])).toEqual([
      ['facts', 'three'],
      ['en', 'three'],
      ['uk', 'three'],
    ])
  })

  it('is nobody new where only what is internal changed', () => {
    expect(savedBy({ safety: { notes: 'Call on Monday' } })).toEqual(lastChangesOf(before))
  })
})
