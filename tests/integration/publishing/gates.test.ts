import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { publishParts } from '#cli/holos/record.ts'
import { bulkPlan } from '#desk/lists/bulk.ts'
import type { GateName } from '#publishing/gates/gates.ts'
import { gateNames, gates } from '#publishing/gates/gates.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import type { DocumentType } from '#record/shape.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

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
})

type Made = { type: DocumentType; id: string }

async function made(type: DocumentType, body: object): Promise<Made> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query: { locale: 'en', depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { type, id: answer.body.doc.id }
}

async function madePublic(document: Made): Promise<Made> {
  const answer = await refusedBy.rest(document)
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
const event = (more: object = {}) => made('events', { kind: 'hearing', title: 'A hearing', ...more })
const victim = ({ id }: Made) => ({ participants: [{ who: { relationTo: 'people', value: id }, role: 'victim' }] })

/** A family name that no other document of these tests says. */
const families =
  'Trzaska Kasprowicz Demirtaş Yüksekdağ Türfent Kozağaçlı Gergerlioğlu Sotoudeh Gholian Bakhshi Jalalian Djalali Taghavi Rasoulof Tohti Ghomgham'.split(
    ' ',
  )
const named = (family = families.pop()) => ({ name: { given: 'Ludmila', family } })
const familyOf = ({ name }: ReturnType<typeof named>) => name.family

/** A document that offends each gate when its facts and its English are published. */
const offending: { readonly [Name in Exclude<GateName, OfChosenParts>]: () => Promise<Made> } = {
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
  sourceLocaleFirst: () => person({ sourceLocale: 'uk' }),
  unsourced: () => event(),
  unpublishedRelation: async () => event(victim(await person())),
  minorNamed: () => person({ birthDate: '2020' }),
  nameSaidElsewhere: async () => {
    const own = named()
    await madePublic(await event({ title: `${familyOf(own)} before the court` }))
    return person({ ...own, safety: { publishAs: 'initials' } })
  },
  notYet: () => event({ date: '2999-05-20', outcome: { custodyStatus: 'released' } }),
  futureLife: () => person({ deathDate: '2090' }),
  localTime: async () => written(await event(), { localTime: '25:99' }),
  timeZone: async () => written(await event(), { timeZone: 'Europe/Simferpool' }),
  sameDay: async () => {
    const held = await madePublic(await person())
    const day = { date: '2024-01-01', ...victim(held) }
    await madePublic(await event({ ...day, kind: 'release', outcome: { custodyStatus: 'released' } }))
    return event({ ...day, kind: 'detention', outcome: { custodyStatus: 'pretrialDetention' } })
  },
  originalUnknown: () => made('quotes', { text: 'Words' }),
}

/** What these find depends on the parts that somebody chose; the panel looks at all of them together. */
type OfChosenParts = 'factsFirst' | 'publishAsEverywhere'

const chosen = { facts: true, locales: ['en'] }
type Refused = Pick<Refusal, 'gate' | 'part' | 'path' | 'message' | 'cure'>

/** Every door, and with what it refuses a document. */
const refusedBy = {
  panel: async ({ type, id }) => {
    const { body } = await studio.rest('GET', `/${type}/${id}/publication`, { user: editor })
    return body.parts.flatMap(({ refusals }: { refusals: Refusal[] }) => refusals)
  },
  rest: async ({ type, id }) => {
    const { status, body } = await studio.rest('POST', `/${type}/${id}/publish`, { user: editor, body: chosen })
    if (status === 200) return []
    expect(status).toBe(422)
    return body.errors[0].data.refusals
  },
  bulk: async ({ type, id }) => {
    const { body: document } = await studio.rest('GET', `/${type}/${id}`, { user: editor, query: { depth: '0' } })
    const [request] = bulkPlan('publish', [document], new Set(['facts', 'en']))
    const { body } = await studio.rest('POST', `/${type}/publish`, { user: editor, body: request })
    const [{ status, data }] = body.docs
    if (status === 200) return []
    expect(status).toBe(422)
    return data.refusals
  },
} satisfies { [door: string]: (document: Made) => Promise<Refused[]> }

async function throughCommand({ type, id }: Made): Promise<{ code: number; output: string }> {
  const lines: unknown[] = []
  const listen = (line: unknown) => void lines.push(line)
  vi.spyOn(console, 'log').mockImplementation(listen)
  vi.spyOn(console, 'error').mockImplementation(listen)
  const code = await publishParts([`${type}:${id}`], { facts: true, locales: 'en' })(studio.payload)
  return { code, output: lines.join('\n') }
}

const names = Object.keys(offending) as (keyof typeof offending)[]

describe('gates: what the table says holds at every door', () => {
  it.each(names)('%s as a refusal is refused by panel, REST, bulk and command line alike', async (name) => {
    const document = await offending[name]()
    gates[name].severity = 'refusal'
    const of = (refused: Refused[]) => refused.filter(({ gate }) => gate === name)
    const refused = of(await refusedBy.rest(document))
    expect(refused).not.toEqual([])
    expect(of(await refusedBy.bulk(document))).toEqual(refused)
    expect(of(await refusedBy.panel(document))).toEqual(refused)
    const { code, output } = await throughCommand(document)
    expect(code).toBe(1)
    for (const { message, cure } of refused) expect(output).toContain(`${message} ${cure}`)
  })

  it.each(names)('%s as a warning is said by the panel and holds up nobody', async (name) => {
    const document = await offending[name]()
    gates[name].severity = 'warning'
    const { body } = await studio.rest('GET', `/${document.type}/${document.id}/publication`, { user: editor })
    const warnings = body.parts.flatMap((part: { warnings: Refusal[] }) => part.warnings)
    expect(warnings.map(({ gate }: Refusal) => gate)).toContain(name)
    const refused = await refusedBy.rest(document)
    expect(refused.map(({ gate }: Refused) => gate)).not.toContain(name)
  })

  it('no preview link says a name that is held back, whatever the table says of publishing it', async () => {
    const { type, id } = await offending.nameShown()
    gates.nameShown.severity = 'warning'
    const answer = await studio.rest('POST', `/${type}/${id}/preview`, { user: editor, body: {} })
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].data.refusals).toMatchObject([{ gate: 'nameShown' }])
  })
})
