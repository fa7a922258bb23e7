import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { publishParts } from '#cli/holos/record.ts'
import { bulkPlan } from '#desk/lists/bulk.ts'
import { requestFor, withChosen } from '#desk/publish/selection.ts'
import type { GateName } from '#publishing/gates/gates.ts'
import { gateNames, gates } from '#publishing/gates/gates.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { newestOverrides } from '#publishing/overrides/overrides.ts'
import type { OverridePolicy } from '#publishing/overrides/policy.ts'
import { publish } from '#publishing/publish.ts'
import { PublishRefused } from '#publishing/refused.ts'
import type { Part } from '#record/record.ts'
import type { DocumentType } from '#record/shape.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { upload } from '#tests/integration/media/uploads.ts'
import { photograph } from '#tests/unit/rules/media/pictures.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio.close())

const severities = new Map(gateNames.map((name) => [name, gates[name].severity]))
afterEach(() => {
  for (const [name, severity] of severities) gates[name].severity = severity
  vi.restoreAllMocks()
  delete process.env.TWO_PERSON_RULE
})

type Made = { type: DocumentType; id: string }

async function made(type: DocumentType, body: object): Promise<Made> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query: { locale: 'en', depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { type, id: answer.body.doc.id }
}

async function changed({ type, id }: Made, body: object, locale = 'en'): Promise<Made> {
  const answer = await studio.rest('PATCH', `/${type}/${id}`, { user: editor, query: { locale, depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { type, id }
}

async function madePublic(document: Made): Promise<Made> {
  const answer = await refusedBy.rest(document, whole)
  expect(answer).toEqual([])
  return document
}

/** Past the form's own checks: as another studio, or an older one, may have written it. */
async function written({ type, id }: Made, data: object): Promise<Made> {
  const stored = await studio.payload.db.findOne<{ id: string }>({ collection: type, where: { id: { equals: id } } })
  await studio.payload.db.updateOne({ collection: type, id, data: { ...stored, ...data } })
  return { type, id }
}

let count = 0
const person = (more: object = {}) =>
  made('people', {
    slug: `somebody-${++count}`,
    name: { given: 'Marzanna', family: 'Zubrovka' },
    description: 'A teacher',
    ...more,
  })
const translated = async (document: Promise<Made>, name: object = { given: 'Маржанна', family: 'Зубровка' }) =>
  changed(await document, { name, description: 'Вчителька' }, 'uk')
const event = (more: object = {}) => made('events', { kind: 'hearing', title: 'A hearing', ...more })
const picture = async (data: object = {}): Promise<Made> => {
  const { id } = await upload(studio, editor, await photograph(40, 30), { data: { alt: 'People', ...data } })
  return { type: 'media', id }
}
const describedInUkrainian = async () => changed(await picture({ alt: '' }), { alt: 'Вчителька' }, 'uk')
const victim = ({ id }: Made) => ({ participants: [{ who: { relationTo: 'people', value: id }, role: 'victim' }] })

const consent = (more: object, safety: object = {}) => ({ safety: { ...safety, consent: more } })
const quote = ({ id }: Made) => made('quotes', { text: 'Words', speaker: id })
const relatedTo = ({ id }: Made) => ({ relations: [{ type: 'sibling', person: id, visibility: 'named' }] })
const newFamily = familyNames()
const named = () => ({ name: { given: 'Ludmila', family: newFamily() } })
const familyOf = ({ name }: ReturnType<typeof named>) => name.family

const titleOf = ({ number }: { number: number }) => `diary of guard number ${number}`
async function confidential(): Promise<Made & { number: number }> {
  const number = ++count
  return { ...(await made('sources', { title: titleOf({ number }), confidential: true })), number }
}
/** A document that offends each gate when its facts and its English are published, or English alone. */
const offending: { readonly [Name in GateName]: () => Promise<Made> } = {
  factsFirst: () => translated(person()),
  publishAsEverywhere: async () => {
    const own = await translated(person(named()), { given: 'Людмила', family: newFamily() })
    const parts = { facts: true, locales: ['en', 'uk'] }
    expect((await studio.rest('POST', `/people/${own.id}/publish`, { user: editor, body: parts })).status).toBe(200)
    return changed(own, { safety: { publishAs: 'pseudonym', pseudonym: 'Olga' } })
  },
  requiredWords: () => person({ description: '' }),
  requiredFacts: () => made('sources', { url: 'https://example.org/report' }),
  name: () => person({ name: {} }),
  pseudonym: () => person({ ...named(), safety: { publishAs: 'pseudonym' }, description: 'Somebody' }),
  slug: () => person({ slug: '' }),
  slugLetters: async () => written(await person(), { slug: 'Some Body' }),
  slugTaken: async () => {
    const holder = await madePublic(await person())
    const other = await person()
    const key = { equals: `people:${holder.id}` }
    const row = await studio.payload.db.findOne<{ id: string; card: string }>({
      collection: 'published',
      where: { key },
    })
    const card = JSON.stringify({ ...JSON.parse(row?.card ?? ''), slug: `somebody-${count}` })
    await studio.payload.db.updateOne({ collection: 'published', where: { key }, data: { card } })
    return other
  },
  nameShown: () => {
    const own = named()
    return person({ ...own, safety: { publishAs: 'withheld' }, description: `${familyOf(own)} is a teacher` })
  },
  heldBackNameShown: async () => {
    const own = named()
    const heldBack = await person({ ...own, safety: { publishAs: 'withheld' } })
    return event({ title: `${familyOf(own)} before the court`, ...victim(heldBack) })
  },
  nameSaidBeside: async () => {
    const own = named()
    const source = await madePublic(await made('sources', { title: `The case of ${familyOf(own)}` }))
    const heldBack = await person({ ...own, safety: { publishAs: 'withheld' } })
    return event({ ...victim(heldBack), sources: [source.id] })
  },
  relativeNamed: async () => {
    const own = named()
    const mother = await madePublic(await person({ name: { given: 'Olga', family: familyOf(own) } }))
    const relations = [{ type: 'parent', person: mother.id, visibility: 'named' }]
    return person({ ...own, safety: { publishAs: 'withheld' }, relations })
  },
  sourceLocale: async () => written(await person(), { sourceLocale: null }),
  sourceLocaleFirst: () => translated(person({ sourceLocale: 'uk' })),
  unsourced: () => event(),
  unpublishedRelation: async () => event(victim(await person())),
  minorNamed: () => person({ birthDate: '2020' }),
  nameSaidElsewhere: async () => {
    const own = named()
    await madePublic(await event({ title: `${familyOf(own)} before the court` }))
    return person({ ...own, safety: { publishAs: 'initials' } })
  },
  notYet: () => event({ date: '2999-05-20', outcome: { custodyStatus: 'released' } }),
  futureDate: () => person({ deathDate: '2090' }),
  openEnd: () => person({ deathDate: '2020/..' }),
  bornAfterDied: () => person({ birthDate: '1990', deathDate: '1980' }),
  penaltyReversed: () => person({ charges: [{ penaltyMinYears: 15, penaltyMaxYears: 10 }] }),
  withinItself: async () => {
    const [one, other] = [await event(), await event()]
    await changed(one, { partOf: other.id })
    return changed(other, { partOf: one.id })
  },
  localTime: async () => written(await event(), { localTime: '25:99' }),
  timeZone: async () => written(await event(), { timeZone: 'Europe/Simferpool' }),
  sameDay: async () => {
    const held = await madePublic(await person())
    const day = { date: '2024-01-01', ...victim(held) }
    await madePublic(await event({ ...day, kind: 'release', outcome: { custodyStatus: 'released' } }))
    return event({ ...day, kind: 'detention', outcome: { custodyStatus: 'pretrialDetention' } })
  },
  originalUnknown: () => made('quotes', { text: 'Words' }),
  facesUncovered: async () => picture({ personsShown: [(await person()).id] }),
  withheldFaceUncovered: async () => {
    const safety = { publishAs: 'initials', consent: { state: 'given', scope: ['picture'] } }
    return picture({ personsShown: [(await person({ ...named(), safety })).id] })
  },
  placeFinerThanPrecision: async () => {
    const region = await madePublic(await made('places', { name: 'A region', kind: 'region' }))
    const city = await madePublic(await made('places', { name: 'A city', kind: 'city', within: region.id }))
    const prison = await made('places', { name: 'A prison', kind: 'prison', within: city.id })
    return event({ place: city.id, placePrecision: 'region', outcome: { place: prison.id } })
  },
  placeFinerThanTold: async () => {
    const place = await madePublic(await made('places', { name: 'A village', kind: 'other' }))
    await madePublic(await event({ place: place.id, placePrecision: 'vicinity' }))
    return changed(place, { coordinates: { latitude: 45.03, longitude: 34.1 } })
  },
  withheldPlaceSaid: async () => {
    const place = await made('places', { name: `Hidden Valley ${++count}`, kind: 'city' })
    return event({ title: `A hearing in Hidden Valley ${count}`, place: place.id, placePrecision: 'withheld' })
  },
  sourceConfidential: () => made('sources', { title: 'A report', url: 'https://example.org/a', confidential: true }),
  confidentialSourceSaid: async () => {
    const source = await confidential()
    return event({ title: `Told in the ${titleOf(source)}`, sources: [source.id] })
  },
  confidentialSourceElsewhere: async () => event({ title: `See the ${titleOf(await confidential())}!` }),
  citationLeftOut: async () => event({ sources: [(await confidential()).id] }),
  embargoed: () => event({ embargoedUntil: '2999-01-01T18:00:00+02:00' }),
  altMissing: async () => event({ media: [(await describedInUkrainian()).id] }),
  machineUnreviewed: async () => {
    const { type, id } = await event()
    const data = { title: 'A hearing, as a machine puts it' } as never
    await studio.payload.update({ collection: type, id, locale: 'en', data, context: { origin: 'machine' } })
    return { type, id }
  },
  allegationUnsourced: async () => {
    const accused = await made('organizations', { name: 'A security service' })
    return event({ participants: [{ who: { relationTo: 'organizations', value: accused.id }, role: 'perpetrator' }] })
  },
  sourceWithoutAddress: () => made('sources', { title: 'A letter' }),
  consentWithdrawn: () => person(consent({ state: 'withdrawn' })),
  consentExpired: () => person(consent({ until: '2020-01-01' })),
  consentScope: () => person(consent({ state: 'given', scope: ['story'] })),
  consentMissing: () => person(),
  consentOfNamed: async () => event(victim(await person(consent({ state: 'refused' })))),
  consentOfNamedExpired: async () => quote(await person(consent({ until: '2020-01-01' }))),
  consentOfNamedScope: async () => quote(await person(consent({ state: 'given', scope: ['name'] }))),
  minorBirthDate: () => person({ ...named(), birthDate: '2020-05-01', ...consent({}, { publishAs: 'initials' }) }),
  minorBirthYear: () => person({ ...named(), birthDate: '2020', ...consent({}, { publishAs: 'initials' }) }),
  minorFace: async () => {
    const portrait = await picture()
    return person({ birthDate: '2020', portrait: portrait.id })
  },
  minorSchool: () => person({ birthDate: '2020', occupations: [{ title: 'Pupil of school No. 5' }] }),
  relativeConsent: async () => person(relatedTo(await person())),
  relativeInLabel: async () => {
    const wife = await person({ name: { given: 'Bohuslava', family: 'Zubrovka' } })
    const hidden = { type: 'spouse', person: wife.id, visibility: 'unnamed' }
    return person({ relations: [hidden, { type: 'other', label: 'Bohuslava', visibility: 'named' }] })
  },
  ownChange: () => {
    process.env.TWO_PERSON_RULE = 'on'
    return person()
  },
  shownUnsaid: () => picture(),
}

/** The command line is the operator's, who needs no second. */
const passesOperators: readonly GateName[] = ['ownChange']

/** These look at every part of a document, shipped or not: what they find is in the way of each. */
const ofWholeForm: readonly GateName[] = [
  'nameShown',
  'heldBackNameShown',
  'nameSaidElsewhere',
  'withheldPlaceSaid',
  'confidentialSourceSaid',
  'confidentialSourceElsewhere',
  'sourceConfidential',
]

type Refused = Pick<Refusal, 'gate' | 'part' | 'path' | 'message' | 'cure' | 'confirm'>
type Severity = 'refusal' | 'warning'

/** What the panel shows to somebody who has chosen these parts. */
async function shownByPanel({ type, id }: Made, chosen: readonly Part[], severity: Severity): Promise<Refusal[]> {
  const { body } = await studio.rest('GET', `/${type}/${id}/publication`, { user: editor })
  return withChosen(body.parts, new Set(chosen)).flatMap(({ part, refusals, warnings }) =>
    (severity === 'refusal' ? refusals : warnings).filter(
      ({ gate, unless }) => chosen.includes(part) || unless || ofWholeForm.includes(gate),
    ),
  )
}

/** Every door, and with what it refuses these parts of a document. */
const refusedBy = {
  panel: (document, chosen) => shownByPanel(document, chosen, 'refusal'),
  rest: async ({ type, id }, chosen) => {
    const request = { user: editor, body: requestFor(new Set(chosen)) }
    const { status, body } = await studio.rest('POST', `/${type}/${id}/publish`, request)
    if (status === 200) return []
    expect(status).toBe(422)
    return body.errors[0].data.refusals
  },
  bulk: async ({ type, id }, chosen) => {
    const { body: document } = await studio.rest('GET', `/${type}/${id}`, { user: editor, query: { depth: '0' } })
    const [request] = bulkPlan('publish', [document], new Set(chosen))
    const { body } = await studio.rest('POST', `/${type}/publish`, { user: editor, body: request })
    const [{ status, data }] = body.docs
    if (status === 200) return []
    expect(status).toBe(422)
    return data.refusals
  },
  // As the demo is loaded, and whatever else brings documents in.
  import: async ({ type, id }, chosen) => {
    try {
      await publish({ payload: studio.payload, key: `${type}:${id}`, ...requestFor(new Set(chosen)) })
      return []
    } catch (error) {
      if (!(error instanceof PublishRefused)) throw error
      return error.data?.refusals ?? []
    }
  },
} satisfies { [door: string]: (document: Made, chosen: readonly Part[]) => Promise<Refused[]> }

async function throughCommand({ type, id }: Made, chosen: readonly Part[]): Promise<{ code: number; output: string }> {
  const lines: unknown[] = []
  const listen = (line: unknown) => void lines.push(line)
  vi.spyOn(console, 'log').mockImplementation(listen)
  vi.spyOn(console, 'error').mockImplementation(listen)
  const { facts, locales } = requestFor(new Set(chosen))
  const code = await publishParts([`${type}:${id}`], { facts, locales: locales.join() })(studio.payload)
  return { code, output: lines.join('\n') }
}

const of = (name: GateName, refused: readonly (Refused & { notYours?: string })[]) =>
  refused
    .filter(({ gate }) => gate === name)
    // Whether whoever asks may let it through is theirs, not the gate's.
    .map(({ notYours: _, ...one }) => one)
    .sort((one, other) => `${one.part} ${one.path}`.localeCompare(`${other.part} ${other.path}`))
const whole = ['facts', 'en']
/** What offends each gate: its document's facts and English, or English alone. */
const offendingParts = (name: GateName) => (name === 'factsFirst' ? ['en'] : whole)

function subsetsOf([first, ...rest]: readonly Part[]): Part[][] {
  if (first === undefined) return [[]]
  const without = subsetsOf(rest)
  return [...without, ...without.map((set) => [first, ...set])]
}

describe('gates: what the table says holds at every door', () => {
  it.each(gateNames)('%s as a refusal is refused by panel, REST, bulk, import and command line alike', async (name) => {
    const document = await offending[name]()
    gates[name].severity = 'refusal'
    const chosen = offendingParts(name)
    const refused = of(name, await refusedBy.rest(document, chosen))
    expect(refused).not.toEqual([])
    expect(of(name, await refusedBy.bulk(document, chosen))).toEqual(refused)
    expect(of(name, await refusedBy.panel(document, chosen))).toEqual(refused)
    if (passesOperators.includes(name))
      return expect((await throughCommand(document, chosen)).output).toContain('TWO_PERSON_RULE')
    expect(of(name, await refusedBy.import(document, chosen))).toEqual(refused)
    const { code, output } = await throughCommand(document, chosen)
    expect(code).toBe(1)
    for (const { message, cure } of refused) expect(output).toContain(`${message} ${cure}`)
  })

  it.each(gateNames)('%s finds in the panel what it finds through REST, whatever parts are chosen', async (name) => {
    gates[name].severity = 'refusal'
    const { type, id } = await offending[name]()
    const { body } = await studio.rest('GET', `/${type}/${id}/publication`, { user: editor })
    const parts: Part[] = body.parts.map(({ part }: { part: Part }) => part)
    for (const chosen of subsetsOf(parts).filter(({ length }) => length > 0)) {
      // A publish that nothing refuses would change what the next one finds.
      const document = await offending[name]()
      const shown = of(name, await refusedBy.panel(document, chosen))
      const refused = of(name, await refusedBy.rest(document, chosen))
      if (ofWholeForm.includes(name)) expect(shown, chosen.join()).toEqual(expect.arrayContaining(refused))
      else expect(shown, chosen.join()).toEqual(refused)
    }
  })

  it.each(gateNames)('%s as a warning is said by the panel and holds up nobody', async (name) => {
    const document = await offending[name]()
    gates[name].severity = 'warning'
    const chosen = offendingParts(name)
    const warnings = await shownByPanel(document, chosen, 'warning')
    expect(warnings.map(({ gate }) => gate)).toContain(name)
    const refused = await refusedBy.rest(document, chosen)
    expect(refused.map(({ gate }: Refused) => gate)).not.toContain(name)
  })

  const mayBeOverridden = (name: GateName) => 'override' in gates[name]
  /** The others take two, or somebody who changed nothing: `overridePolicy.test.ts` asks of them. */
  const byOneOfAny = (name: GateName) => {
    const row: { override?: OverridePolicy } = gates[name]
    return row.override !== undefined && row.override.people !== 2 && name !== 'ownChange'
  }

  it.each(gateNames.filter(byOneOfAny))('%s is let pass by a reason, which is kept and listed', async (name) => {
    const document = await offending[name]()
    gates[name].severity = 'refusal'
    const admin = await studio.user('admin')
    const found: Refused[] = await refusedBy.rest(document, offendingParts(name))
    const confirm = found.flatMap(({ confirm: digest }) => (digest ? [{ digest, reason: `Because of ${name}` }] : []))
    expect(of(name, found).map(({ confirm: digest }) => digest)).not.toContain(undefined)
    const body = { ...requestFor(new Set(offendingParts(name))), confirm }
    const path = `/${document.type}/${document.id}`
    const answer = await studio.rest('POST', `${path}/publish`, { user: admin, body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const panel = await studio.rest('GET', `${path}/publication`, { user: editor })
    const said = panel.body.parts.flatMap(({ confirmed }: { confirmed: Refusal[] }) => of(name, confirmed))
    expect(said).toMatchObject(
      of(name, found).map(() => ({ confirmed: { reason: `Because of ${name}`, by: 'admin' } })),
    )
    const kept = await newestOverrides({ payload: studio.payload }, 100)
    const digests = new Set(confirm.map(({ digest }) => digest))
    expect(kept.filter(({ reason }) => reason === `Because of ${name}`)).toHaveLength(digests.size)
  })

  it.each(gateNames.filter((name) => !mayBeOverridden(name)))('%s is let pass by nobody', async (name) => {
    const document = await offending[name]()
    gates[name].severity = 'refusal'
    const found = of(name, await refusedBy.rest(document, offendingParts(name)))
    expect(found).not.toEqual([])
    expect(found.filter(({ confirm }) => confirm)).toEqual([])
  })

  it('no preview link says a name that is held back, whatever the table says of publishing it', async () => {
    const { type, id } = await offending.nameShown()
    gates.nameShown.severity = 'warning'
    const answer = await studio.rest('POST', `/${type}/${id}/preview`, { user: editor, body: {} })
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].data.refusals).toMatchObject([{ gate: 'nameShown' }])
  })
})
