import { describe, expect, it } from 'vitest'
import { message } from '#messages/message.ts'
import { type Parts, projectForm } from '#publishing/form/projectForm.ts'
import {
  findingsOf,
  type GateName,
  gateNames,
  gates,
  isForEverybody,
  type Need,
  type Proposal,
  type RelatedDocuments,
  refusingGates,
} from '#publishing/gates/gates.ts'
import type { Form } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { unrelated } from './unrelated.ts'

const at = '2024-06-01T00:00:00.000Z'
type Given = {
  type?: DocumentType
  copy?: Record<string, unknown>
  published?: Form | null
  parts?: Parts
}

function proposal({
  type = 'people',
  copy = {},
  published = null,
  parts = { facts: true, locales: ['en'] },
}: Given): Proposal {
  const whole = { id: 'me', sourceLocale: 'en', ...copy } as WorkingCopy
  return { type, copy: whole, published, parts, at, form: projectForm(type, whole, published, parts, at) }
}
const found = (name: GateName, given: Given, related: Partial<RelatedDocuments> = {}) =>
  gates[name].check({ ...proposal(given), ...unrelated, ...related })

const asked: Need[] = []
const refusalsOf = (given: Given, language = 'en') =>
  findingsOf(
    refusingGates(),
    proposal(given),
    async (needs) => {
      asked.push(...needs)
      return unrelated
    },
    language,
  )

const complete = {
  slug: 'server-mustafaiev',
  name: { given: { en: 'Server' } },
  displayName: { en: 'Server' },
  description: { en: 'A prisoner' },
}

describe('gates', () => {
  it('a complete person is refused nothing', async () => {
    expect(await refusalsOf({ copy: complete })).toEqual([])
  })

  it('everything that is missing is said at once', async () => {
    const refusals = await refusalsOf({ parts: { facts: true, locales: ['en', 'uk'] } })
    expect(refusals.map(({ gate, part, path }) => [gate, part, path])).toEqual([
      ['requiredWords', 'en', 'description'],
      ['requiredWords', 'uk', 'description'],
      ['name', 'en', 'name'],
      ['name', 'uk', 'name'],
      ['slug', 'facts', 'slug'],
    ])
  })

  it('no locale without facts', () => {
    const wordsOnly = { facts: false, locales: ['en', 'uk'] }
    expect(found('factsFirst', { copy: complete, parts: wordsOnly })).toEqual([
      { part: 'en', unless: ['facts'] },
      { part: 'uk', unless: ['facts'] },
    ])
    const published = proposal({ copy: complete }).form
    expect(found('factsFirst', { copy: complete, parts: wordsOnly, published })).toEqual([])
  })

  const required: [DocumentType, string, string][] = [
    ['quotes', 'text', 'text'],
    ['events', 'title', 'title'],
    ['media', 'alt', 'alt'],
    ['organizations', 'name', 'name'],
    ['places', 'name', 'name'],
  ]
  it.each(required)(
    '%s need their %s in each published locale (payload#13387: an empty required locale does not publish)',
    (type, field, path) => {
      expect(found('requiredWords', { type, copy: { [field]: { uk: 'Слова', en: '  ' } } })).toEqual([
        { part: 'en', path, values: { field } },
      ])
      expect(found('requiredWords', { type, copy: { [field]: { en: 'Words' } } })).toEqual([])
    },
  )

  it('a source has no words, so a locale of it needs none', async () => {
    expect(await refusalsOf({ type: 'sources', copy: { title: 'Report' } })).toEqual([])
    expect(found('requiredFacts', { type: 'sources' })).toEqual([
      expect.objectContaining({ part: 'facts', path: 'title' }),
    ])
  })

  it.each(['Server', 'сервер', 'a b', 'a--b', '-a', 'a_b', 'ä'])('the slug %s is refused', (slug) => {
    expect(found('slugLetters', { copy: { ...complete, slug } })).toHaveLength(1)
  })

  it('a slug of another public person is refused, present or former', () => {
    const formerSlugs = [{ id: 'f', slug: 'old' }]
    const slugsOfOthers = new Set(['old', 'server-mustafaiev'])
    expect(found('slugTaken', { copy: { ...complete, formerSlugs } }, { slugsOfOthers })).toHaveLength(2)
    expect(found('slugTaken', { copy: { ...complete, formerSlugs } })).toEqual([])
  })

  it.each([
    ['a given name', { name: { given: { en: 'Server' } } }],
    ['a family name', { name: { family: { en: 'Mustafaiev' } } }],
    ['a name as it is shown', { displayName: { en: 'Server' } }],
  ])('%s is a name', (_, copy) => {
    expect(found('name', { copy })).toEqual([])
    expect(found('name', { copy, parts: { facts: true, locales: ['uk'] } })).toEqual([{ part: 'uk', path: 'name' }])
  })

  it('warns where the original language is not chosen, of facts with words', () => {
    const copy = { ...complete, sourceLocale: undefined }
    expect(found('sourceLocale', { copy, parts: facts })).toEqual([{ part: 'facts', path: 'sourceLocale' }])
    expect(found('sourceLocale', { copy: complete, parts: facts })).toEqual([])
    expect(found('sourceLocale', { copy, parts: { facts: false, locales: ['en'] } })).toEqual([])
    expect(found('sourceLocale', { type: 'sources', copy: { title: 'Report', sourceLocale: undefined } })).toEqual([])
  })

  it.each([
    [undefined, 1],
    ['und', 1],
    ['crh', 0],
  ])('of a quote in %s the original is unknown %i times', (originalLocale, count) => {
    const quote: Given = { type: 'quotes', copy: { originalLocale } }
    expect(found('originalUnknown', quote)).toHaveLength(count)
    expect(found('originalUnknown', { ...quote, parts: { facts: false, locales: ['en'] } })).toEqual([])
  })

  it('a pseudonym is needed in each locale', () => {
    const safety = { publishAs: 'pseudonym', pseudonym: { en: 'Olga' } }
    const parts = { facts: true, locales: ['en', 'uk'] }
    expect(found('pseudonym', { copy: { ...complete, safety }, parts })).toEqual([
      { part: 'uk', path: 'safety/pseudonym' },
    ])
    expect(found('name', { copy: { ...complete, safety }, parts })).toEqual([])
  })

  it('warns of an allegation, an event and a quote without a source', () => {
    const charges = [
      { id: 'c1', article: '205.5' },
      { id: 'c2', article: '278', sources: ['s'] },
    ]
    expect(found('unsourced', { copy: { ...complete, charges } })).toEqual([
      { part: 'facts', path: 'charges/c1/sources' },
    ])
    const recognitions = [
      { id: 'r1', kind: 'award' },
      { ...charges[1], id: 'r2' },
    ]
    expect(found('unsourced', { copy: { ...complete, recognitions } })).toEqual([
      { part: 'facts', path: 'recognitions/r1/sources' },
    ])
    for (const type of ['events', 'quotes'] as const) {
      expect(found('unsourced', { type, copy: { kind: 'search' } })).toEqual([{ part: 'facts', path: 'sources' }])
      expect(found('unsourced', { type, copy: { kind: 'search', sources: ['s'] } })).toEqual([])
    }
  })

  const facts = { facts: true, locales: [] }
  it.each([
    ['turns eighteen tomorrow', '2006-06-02', 1],
    ['is eighteen today', '2006-06-01', 0],
    ['was born in that month', '2006-06', 1],
    ['may have been born later', '2000/2015', 1],
    ['was born in a year or any after', '2020/..', 1],
    ['was born in one of these years or any after', '[2012..]', 1],
    ['was born before', '../1980', 0],
    ['has no date of birth', undefined, 0],
  ])('finds a minor who is named: who %s', (_, birthDate, count) => {
    expect(found('minorNamed', { copy: { ...complete, birthDate }, parts: facts })).toHaveLength(count)
  })

  it('finds no minor who has died or is not named', () => {
    const child = { ...complete, birthDate: '2015' }
    expect(found('minorNamed', { copy: { ...child, deathDate: '2022' } })).toEqual([])
    for (const publishAs of ['initials', 'pseudonym', 'withheld'])
      expect(found('minorNamed', { copy: { ...child, safety: { publishAs } } })).toEqual([])
  })

  it('a minor is named by each part that is published, be it one locale', () => {
    const child = { ...complete, birthDate: '2015' }
    const parts = { facts: false, locales: ['uk'] }
    expect(found('minorNamed', { copy: child, parts })).toMatchObject([{ part: 'uk', path: 'name' }])
  })

  const noConsent = { state: null, givenBy: null, until: null, scope: [] }
  const aishe = { key: 'people:kid' as const, name: 'Aishe', isNamed: true, consent: noConsent, names: '' }
  const kid = { relationTo: 'people', value: 'kid' }
  const naming: [string, Given][] = [
    ['a sibling', { copy: { relations: [{ id: 'r', type: 'sibling', person: 'kid', visibility: 'named' }] } }],
    ['a participant', { type: 'events', copy: { participants: [{ id: 'p', who: kid, role: 'victim' }] } }],
    ['a speaker', { type: 'quotes', copy: { speaker: 'kid' } }],
    ['whom a quote is about', { type: 'quotes', copy: { about: [kid] } }],
    ['who is shown', { type: 'media', copy: { personsShown: ['kid'] } }],
  ]
  it.each(naming)('finds a minor who is %s, in the part that names them', (_, given) => {
    const perhapsMinors = [aishe]
    const finding = { part: 'facts', path: 'people:kid', values: { name: 'Aishe' } }
    expect(found('minorNamed', given, { perhapsMinors })).toEqual([finding])
    const parts = { facts: false, locales: ['en'] }
    expect(found('minorNamed', { ...given, parts }, { perhapsMinors })).toEqual([])
    expect(found('minorNamed', { ...given, copy: {} }, { perhapsMinors })).toEqual([])
  })

  it('finds a minor to whom a text links, in its locale', () => {
    const link = { type: 'link', fields: { linkType: 'internal', doc: kid }, children: [{ type: 'text', text: 'A.' }] }
    const biography = { en: { root: { type: 'root', children: [{ type: 'paragraph', children: [link] }] } } }
    const perhapsMinors = [aishe]
    expect(found('minorNamed', { copy: { ...complete, biography } }, { perhapsMinors })).toEqual([
      { part: 'en', path: 'people:kid', values: { name: 'Aishe' } },
    ])
  })

  it('warns of a translation whose source is not public', () => {
    const copy = { ...complete, sourceLocale: 'uk' }
    expect(found('sourceLocaleFirst', { copy })).toEqual([{ part: 'en', values: { locale: 'uk' }, unless: ['uk'] }])
    expect(found('sourceLocaleFirst', { copy: complete })).toEqual([])
  })

  const told = (facts: Record<string, unknown>) => ({ type: 'events' as const, copy: { kind: 'release', ...facts } })
  const outcome = { custodyStatus: 'released' }

  it.each(['2024-06-01', '2024-06', '2024', '202X', undefined])(
    'on the first of June %s has come, somewhere on earth',
    (day) => {
      const release = told({ date: day, outcome })
      expect(['notYet', 'futureDate', 'openEnd'].flatMap((name) => found(name as GateName, release))).toEqual([])
    },
  )
  it.each(['2037-05-20', '2024-06-03', '2024-07', '2025', '../2037', '2037/2038'])(
    'what changes something on %s is not published on the first of June 2024',
    (day) => {
      expect(found('notYet', told({ date: day, outcome }))).toEqual([{ part: 'facts', path: 'outcome' }])
      expect(found('futureDate', told({ date: day, outcome }))).toEqual([])
      expect(found('notYet', told({ date: day }))).toEqual([])
      const published = proposal(told({ date: day, outcome })).form
      const parts = { facts: false, locales: ['en'] }
      expect(found('notYet', { ...told({ date: day, outcome }), published, parts })).toEqual([])
    },
  )

  const dateField = (path: string) => [{ part: 'facts', path, values: { field: path } }]
  const held = { custodyStatus: 'pretrialDetention' }
  const died = { custodyStatus: 'died' }
  type Dates = [gate: GateName, path: string, given: Given, refused: string[], published: string[]]
  const ahead = ['2090', '2020/2937', '[2020,2937]', '{2020,2937}', '2024-06-03', '../2937', '[2937,2020]']
  const open = ['2020/..', '[2020..]', '2020/']
  const past = ['2024-06-01', '2024', '2020/2024', '../2020', '{2018,2020}', '[2018..2020]']
  const person = (name: string, path: string): Dates[] => [
    ['futureDate', path, { copy: { ...complete, [name]: '?' } }, ahead, [...past, ...open]],
    ['openEnd', path, { copy: { ...complete, [name]: '?' } }, open, past],
  ]
  const row = (name: string) => ({ copy: { ...complete, [name]: [{ id: 'r', date: '?' }] } })
  const dates: Dates[] = [
    ...person('birthDate', 'birthDate'),
    ...person('deathDate', 'deathDate'),
    ['futureDate', 'charges/r/date', row('charges'), ahead, past],
    ['openEnd', 'charges/r/date', row('charges'), open, past],
    ['futureDate', 'recognitions/r/date', row('recognitions'), ahead, past],
    ['openEnd', 'recognitions/r/date', row('recognitions'), [], open],
    ['openEnd', 'occupations/r/date', row('occupations'), [], open],
    ['futureDate', 'letters/checkedOn', { copy: { ...complete, letters: { checkedOn: '?' } } }, ahead, past],
    ['futureDate', 'saidOn', { type: 'quotes', copy: { saidOn: '?' } }, ahead, past],
    ['openEnd', 'saidOn', { type: 'quotes', copy: { saidOn: '?' } }, open, past],
    ['futureDate', 'takenOn', { type: 'media', copy: { takenOn: '?' } }, ahead, past],
    ['futureDate', 'publishedOn', { type: 'sources', copy: { publishedOn: '?' } }, ahead, [...past, ...open]],
    ['futureDate', 'accessedOn', { type: 'sources', copy: { accessedOn: '?' } }, ahead, past],
    ['openEnd', 'accessedOn', { type: 'sources', copy: { accessedOn: '?' } }, open, past],
    ['futureDate', 'letterRules/checkedOn', { type: 'places', copy: { letterRules: { checkedOn: '?' } } }, ahead, past],
    ['futureDate', 'date', told({ kind: 'death', date: '?' }), ahead, past],
    ['openEnd', 'date', told({ kind: 'death', date: '?' }), open, past],
    ['futureDate', 'date', told({ outcome, date: '?' }), ['2024/2937', '{2024,2937}'], past],
    ['openEnd', 'date', told({ outcome, date: '?' }), ['2024/..'], past],
    ['futureDate', 'date', told({ kind: 'detention', outcome: held, date: '?' }), ['2018/2937'], ['2018/..', ...past]],
    ['openEnd', 'date', told({ kind: 'detention', outcome: held, date: '?' }), [], open],
    ['openEnd', 'date', told({ kind: 'torture', outcome: died, date: '?' }), open, past],
    ['openEnd', 'date', told({ kind: undefined, outcome, date: '?' }), open, past],
    ['openEnd', 'date', told({ kind: 'release', date: '?' }), [], open],
    ['futureDate', 'date', told({ kind: 'hearing', date: '?' }), [], [...ahead, ...past, ...open]],
  ]
  it.each(dates)('%s: %s of %j', (name, path, given, refused, published) => {
    const dated = (day: string): Given => JSON.parse(JSON.stringify(given).replace('"?"', JSON.stringify(day)))
    for (const day of refused) expect(found(name, dated(day)), day).toEqual(dateField(path))
    for (const day of published) expect(found(name, dated(day)), day).toEqual([])
    const parts = { facts: false, locales: ['en'] }
    for (const day of refused) {
      const { form: before } = proposal(dated(day))
      expect(found(name, { ...dated(day), published: before, parts }), day).toEqual([])
    }
  })

  it('warns of a birth after the death, as far as the dates say it', () => {
    const born = (birthDate: string, deathDate: string) =>
      found('bornAfterDied', { copy: { ...complete, birthDate, deathDate } })
    expect(born('1990-01-02', '1990-01-01')).toEqual([{ part: 'facts', path: 'deathDate' }])
    expect(born('1990', '1990')).toEqual([])
    expect(born('1990-01-01', '1990-01-01')).toEqual([])
    expect(born('../1990', '1980')).toEqual([])
  })

  it('warns of a penalty that begins above its end', () => {
    const charges = [
      { id: 'a', penaltyMinYears: 15, penaltyMaxYears: 10 },
      { id: 'b', penaltyMinYears: 10, penaltyMaxYears: 10 },
      { id: 'c', penaltyMinYears: 10 },
      { id: 'd', penaltyMaxYears: 10 },
    ]
    expect(found('penaltyReversed', { copy: { ...complete, charges } })).toEqual([
      { part: 'facts', path: 'charges/a/penaltyMaxYears' },
    ])
  })

  it.each([
    ['events', 'partOf'],
    ['places', 'within'],
  ] as const)('warns where %s are a part of themselves', (type, path) => {
    const given: Given = { type, copy: { [path]: 'other' } }
    expect(found('withinItself', given, { ancestors: new Set<Ref>([`${type}:other`, `${type}:me`]) })).toEqual(
      dateField(path),
    )
    expect(found('withinItself', given, { ancestors: new Set<Ref>([`${type}:other`]) })).toEqual([])
  })

  it('a time and a zone that are none are refused', () => {
    expect(found('localTime', told({ localTime: '25:99' }))).toEqual([
      { part: 'facts', path: 'localTime', values: { time: '25:99' } },
    ])
    expect(found('timeZone', told({ timeZone: 'Europe/Simferpool' }))).toHaveLength(1)
    const parts = { facts: false, locales: ['en'] }
    const wrong = told({ localTime: '25:99', timeZone: 'Europe/Simferpool' })
    const translation = { ...wrong, published: proposal(wrong).form, parts }
    expect([...found('localTime', translation), ...found('timeZone', translation)]).toEqual([])
    const right = told({ localTime: '06:00', timeZone: 'Europe/Simferopol' })
    expect([...found('localTime', right), ...found('timeZone', right)]).toEqual([])
  })

  it('warns of a release and an arrest of one person on one day, unless both have a time', () => {
    const participants = [{ id: 'p', who: 'people:a' as const, role: 'victim' as const }]
    const mine = told({
      date: '2024-01-01',
      localTime: '14:30',
      outcome,
      participants: [{ id: 'p', who: { relationTo: 'people', value: 'a' }, role: 'victim' }],
    })
    const arrest: Facts<'events'> = {
      kind: 'detention',
      date: { edtf: '2024-01-01', earliest: '2024-01-01', latest: '2024-01-01', precision: 'day' },
      outcome: { custodyStatus: 'pretrialDetention' },
      participants,
    }
    const beside = (facts: Facts<'events'>) =>
      found('sameDay', mine, { eventsOfSameDay: [{ key: 'events:x', name: 'Arrest', facts }] })
    expect(beside(arrest)).toEqual([{ part: 'facts', path: 'localTime', values: { name: 'Arrest' } }])
    expect(beside({ ...arrest, localTime: '09:00' })).toEqual([])
    expect(beside({ ...arrest, kind: 'verdict' })).toEqual([])
    expect(beside({ ...arrest, certainty: 'disputed' })).toEqual([])
    expect(beside({ ...arrest, participants: [{ id: 'p', who: 'people:b', role: 'victim' }] })).toEqual([])
    expect(beside({ ...arrest, participants: [{ id: 'p', who: 'people:a', role: 'witness' }] })).toEqual([])
  })

  const shown = { key: 'people:a' as const, name: 'Asan', mayBeRecognised: false, isNameWithheld: false }
  const pictured: Given = { type: 'media', copy: { personsShown: ['a'], originalSha256: 'f00' } }
  const faces = [{ id: 'one', x: 0.1, y: 0.1, width: 0.1, height: 0.1 }]

  it('refuses a picture of somebody who has not agreed, until a face is marked; an editor may say that none can be recognised', () => {
    expect(found('facesUncovered', pictured, { peopleShown: [shown] })).toEqual([
      {
        part: 'facts',
        path: 'faces',
        position: 'faces',
        values: { people: 'Asan', missing: '1' },
        overridable: { about: 'media:me', text: '["media:me","f00",[]] people:a' },
      },
    ])
    const agreed = { ...shown, mayBeRecognised: true }
    expect(found('facesUncovered', pictured, { peopleShown: [agreed] })).toEqual([])
    const covered = { ...pictured, copy: { ...pictured.copy, faces } }
    expect(found('facesUncovered', covered, { peopleShown: [shown] })).toEqual([])
    const broken = { ...pictured, copy: { ...pictured.copy, faces: [{ id: 'one' }] } }
    expect(found('facesUncovered', broken, { peopleShown: [shown] })).toHaveLength(1)
  })

  it('what was confirmed of one file and its people holds for no other file and nobody else', () => {
    const text = (copy: object, names: string[]) => {
      const peopleShown = names.map((name) => ({ ...shown, name, key: `people:${name}` as const }))
      const [finding] = found('facesUncovered', { ...pictured, copy: { ...pictured.copy, ...copy } }, { peopleShown })
      return finding?.overridable?.text
    }
    const texts = [text({}, ['a']), text({ originalSha256: 'bar' }, ['a']), text({}, ['a', 'b'])]
    expect(new Set(texts).size).toBe(3)
    expect(text({}, ['b', 'a'])).toBe(text({}, ['a', 'b']))
  })

  it('a withheld name is refused its face whatever was agreed, and nobody may let it pass', () => {
    const withheld = { ...shown, mayBeRecognised: true, isNameWithheld: true }
    expect(found('facesUncovered', pictured, { peopleShown: [withheld] })).toEqual([])
    const findings = found('withheldFaceUncovered', pictured, { peopleShown: [withheld] })
    expect(findings).toEqual([
      { part: 'facts', path: 'faces', position: 'faces', values: { people: 'Asan', missing: '1' } },
    ])
  })

  it('names what is related and not public', () => {
    const unpublishedReferences = [{ key: 'people:x' as const, name: 'Venera' }]
    expect(found('unpublishedRelation', { copy: complete }, { unpublishedReferences })).toEqual([
      { part: 'facts', path: 'people:x', values: { name: 'Venera' } },
    ])
  })

  it.each(gateNames.filter(isForEverybody))(
    '%s, which everybody is told, looks at nothing of others and is let pass by nobody',
    (name) => {
      expect(gates[name]).not.toHaveProperty('needs')
      expect(gates[name]).not.toHaveProperty('override')
    },
  )

  it('ask for the related documents that they need, and a publish for those of its refusals', async () => {
    asked.length = 0
    await refusalsOf({ copy: complete })
    const ofRefusals = refusingGates().flatMap((name): readonly Need[] =>
      'needs' in gates[name] ? (gates[name].needs ?? []) : [],
    )
    expect([...new Set(asked)].sort()).toEqual([...new Set(ofRefusals)].sort())
    expect(ofRefusals).not.toContain('picturesShown')
  })
})

describe('wording', () => {
  it('is in the language of the admin, English where there is no other', async () => {
    const messages = ['uk', 'de'].map(
      async (language) => (await refusalsOf({ copy: { ...complete, slug: undefined } }, language))[0]?.message,
    )
    expect(await Promise.all(messages)).toEqual([
      message('uk', 'gates.slug.message'),
      message('en', 'gates.slug.message'),
    ])
  })

  it('names a field as the form of the language calls it', async () => {
    const copy = { ...complete, description: {} }
    const [refusal] = (await refusalsOf({ copy }, 'uk')).filter(({ gate }) => gate === 'requiredWords')
    expect(refusal?.message).toContain(message('uk', 'people.fields.description.label'))
    expect(refusal?.path).toBe('description')
  })
})
