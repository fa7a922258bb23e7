import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { publishParts } from '#cli/holos/record.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import type { DocumentType } from '#record/shape.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { replace, upload } from '../media/uploads.ts'

const log: string[] = []
let studio: Studio
let first: TestUser
let second: TestUser
let admin: TestUser
beforeAll(async () => {
  studio = await openStudio({ log })
  first = await studio.user('editor')
  second = await studio.user('editor')
  admin = await studio.user('admin')
})
afterAll(() => studio.close())
afterEach(() => {
  delete process.env.TWO_PERSON_RULE
  vi.restoreAllMocks()
})

type Made = { type: DocumentType; id: string }
const query = { locale: 'en', depth: '0' }
let count = 0
const newFamily = familyNames()

async function made(type: DocumentType, body: object, user = first): Promise<Made> {
  const answer = await studio.rest('POST', `/${type}`, { user, query, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { type, id: answer.body.doc.id }
}
const person = (more: object = {}, user = first) =>
  made(
    'people',
    { slug: `two-${++count}`, name: { given: 'Ludmila', family: newFamily() }, description: 'Somebody', ...more },
    user,
  )
const onFile = { state: 'given', givenBy: 'Her mother', scope: ['name', 'picture', 'story'] }
const child = (consent: object = onFile) => person({ birthDate: '2020', safety: { consent } })

type Published = { status: number; message: string; refusals: Refusal[] }
async function published({ type, id }: Made, user: TestUser, confirm?: object[], parts = ['en']): Promise<Published> {
  const body = { facts: parts.includes('facts') || parts.length === 1, locales: ['en'], ...(confirm && { confirm }) }
  const { status, body: answer } = await studio.rest('POST', `/${type}/${id}/publish`, { user, body })
  const [error] = answer.errors ?? []
  return { status, message: error?.message ?? '', refusals: error?.data?.refusals ?? [] }
}
const answered = (refusals: Refusal[], reason: string) =>
  [...new Set(refusals.map(({ confirm }) => confirm))].map((digest) => ({ digest, reason }))

async function overrides(): Promise<{ gate: string; by: string; secondBy?: string | null; reason: string }[]> {
  const { docs } = await studio.payload.db.find<{ gate: string; by: string; secondBy?: string | null; reason: string }>(
    {
      collection: 'gateOverrides',
      where: {},
      sort: 'at',
      pagination: false,
      limit: 0,
    },
  )
  return docs
}

describe('a child', () => {
  it('is named only where two editors say so, each with a reason: nobody is their own second', async () => {
    const document = await child()
    const { status, refusals } = await published(document, first)
    expect([status, new Set(refusals.map(({ gate }) => gate))]).toEqual([422, new Set(['minorNamed'])])
    const confirm = answered(refusals, 'The family asks for it')
    expect(confirm).toHaveLength(1)

    const begun = await published(document, first, confirm)
    expect(begun.status).toBe(422)
    for (const { cure, agreed } of begun.refusals) {
      expect(cure).toMatch(/^One more editor has to agree: editor agreed on .+: The family asks for it$/)
      expect(agreed).toMatchObject({ reason: 'The family asks for it' })
    }
    const again = await published(document, first, confirm)
    expect([again.status, again.refusals[0]?.notYours]).toEqual([422, expect.stringContaining('somebody else')])

    const [{ parts }] = [
      (await studio.rest('GET', `/people/${document.id}/publication`, { user: second })).body as {
        parts: { refusals: Refusal[] }[]
      },
    ]
    expect(parts[0]?.refusals[0]).toMatchObject({ gate: 'minorNamed', agreed: { reason: 'The family asks for it' } })
    expect(parts[0]?.refusals[0]?.notYours).toBeUndefined()

    expect((await published(document, second, answered(refusals, 'I spoke with her mother'))).status).toBe(200)
    expect(await overrides()).toContainEqual(
      expect.objectContaining({ gate: 'minorNamed', by: first.id, secondBy: second.id }),
    )
  })

  it.each(['is deleted', 'is of a translator by now'])(
    'is not named where the account of the first %s',
    async (what) => {
      const leaving = await studio.user('editor')
      const document = await child()
      const { refusals } = await published(document, leaving)
      const confirm = answered(refusals, 'The family asks for it')
      expect((await published(document, leaving, confirm)).refusals[0]?.agreed).toBeDefined()
      if (what === 'is deleted') await studio.payload.delete({ collection: 'users', id: leaving.id })
      else await studio.payload.update({ collection: 'users', id: leaving.id, data: { role: 'translator' } })
      expect((await published(document, second)).refusals[0]?.agreed).toBeUndefined()
      const alone = await published(document, second, confirm)
      expect([alone.status, alone.refusals[0]?.agreed]).toMatchObject([422, { reason: 'The family asks for it' }])
      expect((await published(document, first, confirm)).status).toBe(200)
      expect(await overrides()).toContainEqual(
        expect.objectContaining({ gate: 'minorNamed', by: second.id, secondBy: first.id }),
      )
    },
  )

  it.each(['\u3164', '\u115f\u1160', '\uffa0 \u2800', '\u200b'])(
    'needs a reason that can be read, not %j',
    async (reason) => {
      const document = await child()
      const { refusals } = await published(document, first)
      expect((await published(document, first, answered(refusals, reason))).status).toBe(400)
    },
  )

  it('is named by nobody without a consent on file', async () => {
    for (const consent of [
      {},
      { state: 'notAsked' },
      { state: 'given', scope: ['name'] },
      { state: 'notPossible', givenBy: 'We' },
    ]) {
      const { refusals } = await published(await child(consent), first)
      const found = refusals.filter(({ gate }) => gate === 'minorNamed')
      expect(found).not.toEqual([])
      for (const one of found) expect(one.confirm).toBeUndefined()
    }
  })

  it('has no day of birth in public under another name either; a year passes with a warning', async () => {
    const safety = { publishAs: 'initials', consent: onFile }
    const exact = await published(await person({ birthDate: '2020-05-01', safety }), first)
    expect(exact.refusals.map(({ gate }) => gate)).toEqual(['minorBirthDate'])
    for (const birthDate of ['2020-05', '[2020-05-01,2020-05-02]', '2020-05-01/2020-05-03'])
      expect((await published(await person({ birthDate, safety }), first)).status).toBe(422)
    const vague = await person({ birthDate: '2020', safety })
    expect((await published(vague, first)).status).toBe(200)
    const { body } = await studio.rest('GET', `/people/${vague.id}/publication`, { user: first })
    expect(body.parts[0].warnings.map(({ gate }: Refusal) => gate)).toContain('minorBirthYear')
  })

  it('is shown by no picture, whatever their name, unless the faces are covered', async () => {
    const safety = { publishAs: 'initials', consent: onFile }
    const { id } = await person({ birthDate: '2020', safety })
    const file = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const picture: Made = {
      type: 'media',
      id: (await upload(studio, first, file, { data: { alt: 'At school', personsShown: [id] } })).id,
    }
    expect((await published(picture, first)).refusals.map(({ gate }) => gate)).toEqual([
      'withheldFaceUncovered',
      'minorFace',
    ])
  })

  it('is counted among relatives without a name, and that passes', async () => {
    expect((await published(await person({ relations: [{ type: 'child', count: 4 }] }), first)).status).toBe(200)
  })
})

describe('what was let through is what stood there', () => {
  const jpeg = (width: number) =>
    sharp({ create: { width, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
  const shot = async (width: number, data: object = {}): Promise<Made> => {
    const { id } = await upload(studio, first, await jpeg(width), { data: { alt: 'A picture', ...data } })
    return { type: 'media', id }
  }
  const change = async ({ type, id }: Made, body: object, locale = 'en') => {
    const answer = await studio.rest('PATCH', `/${type}/${id}`, { user: first, query: { ...query, locale }, body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const gatesAt = async (document: Made) => [
    ...new Set((await published(document, first)).refusals.map(({ gate }) => gate)),
  ]
  async function letThrough(document: Made): Promise<void> {
    const { refusals } = await published(document, first)
    await published(document, first, answered(refusals, 'The family asks for it'))
    const isForTwo = refusals.some(({ override }) => override?.people === 2)
    if (isForTwo)
      expect((await published(document, second, answered(refusals, 'I spoke with her mother'))).status).toBe(200)
    expect(await gatesAt(document)).toEqual([])
  }

  it('two editors let a child be seen in a picture: another file is another question', async () => {
    const { id } = await child()
    const picture = await shot(20, { personsShown: [id] })
    await letThrough(picture)
    await replace(studio, first, picture.id, await jpeg(21))
    expect(await gatesAt(picture)).toContain('minorFace')
  })

  it('and in a portrait, under a name: another picture, another file of it and another name are', async () => {
    const portrait = await shot(22)
    const document = await person({ birthDate: '2020', portrait: portrait.id, safety: { consent: onFile } })
    await letThrough(document)
    await replace(studio, first, portrait.id, await jpeg(23))
    expect(await gatesAt(document)).toEqual(['minorFace'])
    await letThrough(document)
    await change(document, { portrait: (await shot(24)).id })
    expect(await gatesAt(document)).toEqual(['minorFace'])
    await letThrough(document)
    await change(document, { name: { given: 'Zarema', family: newFamily() } })
    expect(await gatesAt(document)).toEqual(['minorNamed'])
  })

  it('what a consent does not cover passes once: another portrait, other words and another language do not', async () => {
    const consent = { state: 'given', givenBy: 'Herself', scope: ['name'] }
    const text = (words: string) => ({
      root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }] },
    })
    const portrait = (await shot(25)).id
    const document = await person({ portrait, biography: text('She taught.'), safety: { consent } })
    expect(await gatesAt(document)).toEqual(['consentScope'])
    await letThrough(document)
    await change(document, { biography: text('She was tortured.') })
    const { refusals } = await published(document, first)
    expect(refusals.map(({ part, path }) => [part, path])).toEqual([['en', 'biography']])
    await letThrough(document)
    await change(document, { portrait: (await shot(26)).id })
    expect((await published(document, first)).refusals.map(({ path }) => path)).toEqual(['portrait'])
  })

  it('nor do other words of somebody who did not agree to be quoted, published without the facts', async () => {
    const speaker = (await person({ safety: { consent: { state: 'given', scope: ['name'] } } })).id
    const quote = await made('quotes', { text: 'We wait', speaker })
    await letThrough(quote)
    await change(quote, { text: 'We were beaten' })
    const body = { facts: false, locales: ['en'] }
    const { status, body: answer } = await studio.rest('POST', `/quotes/${quote.id}/publish`, { user: first, body })
    expect([status, answer.errors?.[0].data.refusals]).toMatchObject([
      422,
      [{ gate: 'consentOfNamedScope', part: 'en' }],
    ])
  })

  it('nor the same relative as another relation, or in other words', async () => {
    const kin = (await person()).id
    const relation = { type: 'sibling', person: kin, visibility: 'named' }
    const document = await person({ relations: [relation] })
    await letThrough(document)
    const { body } = await studio.rest('GET', `/people/${document.id}`, { user: first, query })
    const row = { ...relation, id: body.relations[0].id }
    await change(document, { relations: [{ ...row, type: 'spouse' }] })
    expect(await gatesAt(document)).toEqual(['relativeConsent'])
    await letThrough(document)
    await change(document, { relations: [{ ...row, type: 'spouse', label: 'lives with her in hiding' }] })
    expect(await gatesAt(document)).toEqual(['relativeConsent'])
  })
})

describe('an override', () => {
  it('is logged by who, gate and document, and never with a name or a reason', async () => {
    log.length = 0
    const document = await child()
    const { refusals } = await published(document, first)
    await published(document, first, answered(refusals, 'A most particular reason'))
    await published(document, second, answered(refusals, 'A most particular reason'))
    const lines = log.filter((line) => line.includes('through a gate')).map((line) => JSON.parse(line))
    const key = `people:${document.id}`
    expect(lines).toMatchObject([
      { gate: 'minorNamed', key, user: first.id },
      { gate: 'minorNamed', key, user: second.id },
    ])
    expect(log.join()).not.toMatch(/particular|Ludmila/)
  })

  it('is an operator’s from the command line, alone', async () => {
    const document = await child()
    const { refusals } = await published(document, first)
    const lines: unknown[] = []
    vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
    const options = { facts: true, locales: 'en', confirm: refusals.flatMap(({ confirm }) => confirm ?? []) }
    const code = await publishParts([`people:${document.id}`], { ...options, reason: 'Both agreed' })(studio.payload)
    expect([code, lines]).toEqual([0, [expect.stringContaining('Published')]])
  })
})

describe('the two-person rule', () => {
  const of = (answer: Published) => answer.refusals.map(({ gate, part }) => `${gate} ${part}`)

  it('is off unless it is switched on', async () => {
    expect((await published(await person(), first)).status).toBe(200)
  })

  it('lets each part be published only by somebody who did not change it since it was published', async () => {
    process.env.TWO_PERSON_RULE = 'on'
    const document = await person()
    expect(of(await published(document, first))).toEqual(['ownChange facts', 'ownChange en'])
    const body = { description: 'Somebody else' }
    await studio.rest('PATCH', `/people/${document.id}`, { user: second, query, body })
    expect(of(await published(document, first))).toEqual(['ownChange facts', 'ownChange en'])
    expect(of(await published(document, second))).toEqual(['ownChange en'])
    const bulk = await studio.rest('POST', '/people/publish', {
      user: second,
      body: { ids: [document.id], facts: true, locales: ['en'] },
    })
    expect(bulk.body.docs).toMatchObject([{ status: 422 }])
    const { body: panel } = await studio.rest('GET', `/people/${document.id}/publication`, { user: second })
    const [facts, en] = panel.parts
    expect(facts.refusals).toEqual([])
    expect(en.refusals).toMatchObject([{ gate: 'ownChange', notYours: expect.stringContaining('administrators') }])
    const third = await studio.user('editor')
    expect((await published(document, third)).status).toBe(200)
    await studio.rest('PATCH', `/people/${document.id}`, { user: third, query, body: { description: 'A third' } })
    expect(of(await published(document, third))).toEqual(['ownChange en'])
    expect((await published(document, second, [], ['en', 'words'])).status).toBe(200)
  })

  it('sees a switch that protects somebody as a change of every part, a restored version too', async () => {
    process.env.TWO_PERSON_RULE = 'on'
    const document = await person({}, admin)
    const { docs } = await studio.payload.findVersions({
      collection: 'people',
      where: { parent: { equals: document.id } },
      limit: 1,
    })
    const body = { safety: { publishAs: 'initials' } }
    await studio.rest('PATCH', `/people/${document.id}`, { user: first, query, body })
    expect(of(await published(document, first))).toEqual(['ownChange facts', 'ownChange en'])
    const words = { description: 'Another' }
    await studio.rest('PATCH', `/people/${document.id}`, { user: second, query, body: words })
    expect(of(await published(document, second))).toEqual(['ownChange en'])
    const third = await studio.user('editor')
    const restored = await studio.rest('POST', `/people/versions/${docs[0]?.id}`, { user: third })
    expect(restored.status).toBe(200)
    expect(of(await published(document, third))).toEqual(['ownChange en'])
    expect(of(await published(document, first))).toEqual(['ownChange facts', 'ownChange en'])
  })

  it('is passed by an administrator with a reason, be the change their own, and by nobody else', async () => {
    process.env.TWO_PERSON_RULE = 'on'
    const document = await person({}, admin)
    const { refusals } = await published(document, admin)
    const confirm = answered(refusals, 'Nobody else is there tonight')
    expect((await published(document, admin, confirm)).status).toBe(200)
    expect(await overrides()).toContainEqual(expect.objectContaining({ gate: 'ownChange', by: admin.id }))
    const own = await person()
    const strange = await published(own, first, answered((await published(own, first)).refusals, 'I am sure'))
    expect([strange.status, strange.message]).toEqual([403, expect.stringContaining('Only administrators')])
    // What was let through is not let through again once it is changed.
    await studio.rest('PATCH', `/people/${document.id}`, { user: admin, query, body: { description: 'Again' } })
    expect(of(await published(document, admin))).toEqual(['ownChange en'])
  })

  it('is the operator’s to pass from the command line, which says so', async () => {
    process.env.TWO_PERSON_RULE = 'on'
    const { id } = await person()
    const lines: unknown[] = []
    vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
    expect(await publishParts([`people:${id}`], { facts: true, locales: 'en' })(studio.payload)).toBe(0)
    expect(lines.join('\n')).toMatch(/TWO_PERSON_RULE is on.*\n.*Published/)
  })
})
