import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleNames } from '#access/roles.ts'
import { message } from '#messages/message.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { photograph } from '#tests/unit/rules/media/pictures.ts'
import { replace, upload } from './uploads.ts'

let studio: Studio
let editor: TestUser

beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio.close())

const face = { id: 'e7f0a1d2-0000-4000-8000-000000000001', x: 0.1, y: 0.2, width: 0.3, height: 0.4 }
const agreed = { state: 'given', scope: ['picture'] }

const picture = async (data: object = {}) =>
  upload(studio, editor, await photograph(60, 40), { data: { alt: 'People before a court', ...data } })

const patch = (id: string, body: object, user = editor, language = 'en') =>
  studio.rest('PATCH', `/media/${id}`, {
    user,
    query: { locale: 'en', depth: '0' },
    headers: { 'Accept-Language': language },
    body,
  })

const publish = (id: string, more: object = {}) =>
  studio.rest('POST', `/media/${id}/publish`, { user: editor, body: { facts: true, locales: ['en'], ...more } })

let count = 0
async function person(more: object = {}): Promise<string> {
  const body = { slug: `seen-${++count}`, name: { given: 'Asan', family: 'Umerov' }, description: 'A teacher', ...more }
  const answer = await studio.rest('POST', '/people', { user: editor, query: { locale: 'en', depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc.id
}

async function refusals(id: string): Promise<Refusal[]> {
  const { status, body } = await publish(id)
  if (status === 200) return []
  expect(status).toBe(422)
  return body.errors[0].data.refusals
}

const gatesOf = async (id: string) => (await refusals(id)).map(({ gate }) => gate)

describe('faces are kept with the picture', () => {
  it('as they were marked, to a ten-thousandth and outwards; an id is made where there is none', async () => {
    const { id } = await picture()
    const { id: _, ...region } = face
    const marked = [face, { ...region, x: 0.123456, width: 0.2 }]
    const { status, body } = await patch(id, { faces: marked })
    expect(status).toBe(200)
    expect(body.doc.faces).toEqual([
      face,
      { ...region, id: expect.stringMatching(/^[\da-f-]{36}$/), x: 0.1234, width: 0.2001 },
    ])
  })

  const wrong: [string, unknown, string][] = [
    ['no list', { face }, 'NOT_A_LIST'],
    ['text', 'here', 'NOT_A_LIST'],
    ['no numbers', [{ ...face, x: '0.1' }], 'NOT_A_FACE'],
    ['something beside', [{ ...face, name: 'Asan' }], 'NOT_A_FACE'],
    ['pixels', [{ ...face, x: 100 }], 'OUTSIDE'],
    ['nothing to be seen', [{ ...face, width: 0 }], 'TOO_SMALL'],
    ['one twice', [face, face], 'SAME_ID'],
    ['too many', Array.from({ length: 101 }, (__, index) => ({ ...face, id: `face-${index}` })), 'TOO_MANY'],
  ]
  it.each(wrong)('%s is refused with a sentence, in the language of whoever asks', async (_, faces, fault) => {
    const { id } = await picture({ faces: [face] })
    for (const language of ['en', 'uk'] as const) {
      const { status, body } = await patch(id, { faces }, editor, language)
      expect(status).toBe(400)
      // The fault is one of the table.
      const key = `media.faces.fault.${fault}` as 'media.faces.fault.OUTSIDE'
      const sentence = message(language, key, { most: 100, smallest: 1.5 })
      expect(body.errors[0].data.errors).toMatchObject([{ path: 'faces', message: sentence }])
    }
    const { body } = await studio.rest('GET', `/media/${id}`, { user: editor })
    expect(body.faces).toEqual([face])
  })

  it('two people who mark at the same time lose nothing', async () => {
    const { id } = await picture({ faces: [face] })
    const { body } = await studio.rest('GET', `/media/${id}`, { user: editor })
    const [mine, theirs] = [
      { ...face, id: 'mine', x: 0.5 },
      { ...face, id: 'theirs', x: 0.6 },
    ]
    expect((await patch(id, { faces: [face, theirs], revision: body.revision })).status).toBe(200)
    const second = await patch(id, { faces: [face, mine], revision: body.revision })
    expect(second.status).toBe(200)
    expect(second.body.doc.faces.map((one: { id: string }) => one.id).sort()).toEqual([face.id, 'mine', 'theirs'])
  })

  it('another file has none of them, unless it comes with its own', async () => {
    const { id } = await picture({ faces: [face] })
    expect((await replace(studio, editor, id, await photograph(50, 50))).faces).toBeNull()
    await patch(id, { faces: [face] })
    // A form posts back what it was loaded with.
    expect((await replace(studio, editor, id, await photograph(50, 60), { faces: [face] })).faces).toBeNull()
    const anew = [{ ...face, id: 'anew', x: 0.5 }]
    expect((await replace(studio, editor, id, await photograph(60, 60), { faces: anew })).faces).toEqual(anew)
  })
})

describe('faces are for editors only', () => {
  it.each(roleNames.filter((role) => !['admin', 'editor'].includes(role)))(
    'a %s neither reads nor writes them',
    async (role) => {
      const { id } = await picture({ faces: [face], othersShown: true })
      const user = await studio.user(role)
      const read = await studio.rest('GET', `/media/${id}`, { user })
      expect(read.status).toBe(200)
      expect(Object.keys(read.body).filter((name) => ['faces', 'othersShown'].includes(name))).toEqual([])
      for (const body of [{ faces: [] }, { faces: [face] }, { faces: 'x' }, { othersShown: false }])
        expect((await patch(id, body, user)).status).toBe(403)
    },
  )
})

describe('a picture of somebody who has not agreed', () => {
  it('is refused, with the field to mark them in; it is public once a face is marked', async () => {
    const { id } = await picture({ personsShown: [await person()] })
    const [refusal] = await refusals(id)
    expect(refusal).toMatchObject({
      gate: 'facesUncovered',
      part: 'facts',
      link: `/admin/collections/media/${id}#field-faces`,
      message: expect.stringContaining('Asan Umerov'),
      confirm: expect.any(String),
    })
    await patch(id, { faces: [face] })
    expect(await gatesOf(id)).toEqual([])
  })

  it('is public once as many faces are marked as there are people who have not agreed, others among them', async () => {
    const shown = [await person(), await person(), await person({ safety: { consent: agreed } })]
    const { id } = await picture({ personsShown: shown, othersShown: true, faces: [face] })
    const [refusal] = await refusals(id)
    expect(refusal).toMatchObject({ gate: 'facesUncovered', message: expect.stringContaining('Missing: 2') })
    const marked = [face, { ...face, id: 'two', x: 0.5 }]
    await patch(id, { faces: marked })
    const [left] = await refusals(id)
    expect(left?.message).toContain('Missing: 1')
    const confirm = [{ digest: left?.confirm, reason: 'The others stand far away' }]
    expect((await publish(id, { confirm })).status).toBe(200)
    // What was said of the others was said with these faces covered.
    await patch(id, { faces: [face] })
    expect(await gatesOf(id)).toEqual(['facesUncovered'])
    await patch(id, { faces: [...marked, { ...face, id: 'three', y: 0.5 }] })
    expect(await gatesOf(id)).toEqual([])
  })

  it('one covered face is none for two withheld names', async () => {
    const withheld = () => person({ safety: { publishAs: 'initials', consent: agreed } })
    const { id } = await picture({ personsShown: [await withheld(), await withheld()], faces: [face] })
    expect(await gatesOf(id)).toEqual(['withheldFaceUncovered'])
  })

  it('a portrait shows its person, whoever it says to show: the picture is asked about, and so is the profile', async () => {
    const { id } = await picture()
    const who = await person({ portrait: id, name: { given: 'Venera', family: 'Halilova' } })
    expect(await gatesOf(id)).toEqual(['facesUncovered'])
    const asked = () =>
      studio.rest('POST', `/people/${who}/publish`, { user: editor, body: { facts: true, locales: ['en'] } })
    const { status, body } = await asked()
    expect(status).toBe(422)
    expect(body.errors[0].data.refusals).toMatchObject([
      { gate: 'facesUncovered', path: 'portrait', link: `/admin/collections/people/${who}#field-portrait` },
    ])
    await patch(id, { faces: [face] })
    expect(await gatesOf(id)).toEqual([])
    expect((await asked()).status).toBe(200)
    // Public is the portrait still, whatever the draft says.
    await studio.rest('PATCH', `/people/${who}`, { user: editor, body: { portrait: null } })
    await patch(id, { faces: [] })
    expect(await gatesOf(id)).toEqual(['facesUncovered'])
  })

  it('the portrait of a withheld name is let pass by nobody', async () => {
    const { id } = await picture()
    await person({ portrait: id, safety: { publishAs: 'pseudonym', pseudonym: 'Olga', consent: agreed } })
    expect((await refusals(id)).map(({ gate, confirm }) => [gate, confirm])).toEqual([
      ['withheldFaceUncovered', undefined],
    ])
  })

  it('a picture of which nobody said who can be seen is asked about in the panel', async () => {
    const { id } = await picture()
    const warnings = async () => {
      const { body } = await studio.rest('GET', `/media/${id}/publication`, { user: editor })
      return body.parts[0].warnings.filter(({ gate }: Refusal) => gate === 'shownUnsaid')
    }
    expect(await warnings()).toMatchObject([{ link: `/admin/collections/media/${id}#field-personsShown` }])
    await patch(id, { othersShown: true })
    expect(await warnings()).toEqual([])
  })

  it('others in the picture are asked about as well, people who agreed are not', async () => {
    const { id } = await picture({ personsShown: [await person({ safety: { consent: agreed } })], othersShown: true })
    const [refusal] = await refusals(id)
    expect(refusal?.message).toContain('(other people)')
    await patch(id, { othersShown: false })
    expect(await gatesOf(id)).toEqual([])
  })

  it.each([
    ['to be named only', { state: 'given', scope: ['name'] }, ['facesUncovered']],
    ['not asked', { state: 'notAsked', scope: ['picture'] }, ['facesUncovered']],
    ['withdrawn', { state: 'withdrawn', scope: ['picture'] }, ['facesUncovered', 'consentOfNamed']],
  ])('consent: %s', async (_, consent, found) => {
    const { id } = await picture({ personsShown: [await person({ safety: { consent } })] })
    expect(await gatesOf(id)).toEqual(found)
  })

  it('consent that is taken back refuses the next publish of a picture that is public', async () => {
    const who = await person({ safety: { consent: agreed } })
    const { id } = await picture({ personsShown: [who] })
    expect(await gatesOf(id)).toEqual([])
    const safety = { consent: { state: 'withdrawn' } }
    expect((await studio.rest('PATCH', `/people/${who}`, { user: editor, body: { safety } })).status).toBe(200)
    await patch(id, { creator: 'Somebody' })
    expect(await gatesOf(id)).toEqual(['facesUncovered', 'consentOfNamed'])
  })

  it('an editor may say with a reason that no face can be recognised, of this file and of these people', async () => {
    const { id } = await picture({ personsShown: [await person()] })
    const [refusal] = await refusals(id)
    const unexplained = await publish(id, { confirm: [{ digest: refusal?.confirm, reason: ' ' }] })
    expect([400, 422]).toContain(unexplained.status)
    const confirmed = await publish(id, { confirm: [{ digest: refusal?.confirm, reason: 'Seen from behind' }] })
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
    await patch(id, { creator: 'Somebody' })
    expect(await gatesOf(id)).toEqual([])
    await replace(studio, editor, id, await photograph(80, 40))
    expect(await gatesOf(id)).toEqual(['facesUncovered'])
    const { body } = await studio.rest('GET', `/media/${id}/publication`, { user: editor })
    expect(body.parts[0].refusals.map(({ gate }: Refusal) => gate)).toEqual(['facesUncovered'])
  })

  it('nobody may let the face of a withheld name pass, whatever was agreed', async () => {
    const safety = { publishAs: 'pseudonym', pseudonym: 'Olga', consent: agreed }
    const { id } = await picture({ personsShown: [await person({ safety })] })
    const all = await refusals(id)
    expect(all.map(({ gate, confirm }) => [gate, confirm])).toEqual([['withheldFaceUncovered', undefined]])
    await patch(id, { faces: [face] })
    expect(await gatesOf(id)).toEqual([])
  })

  it('nor while the name is withheld in public and no longer in the draft', async () => {
    const safety = { publishAs: 'initials', consent: agreed }
    const who = await person({ safety })
    const body = { facts: true, locales: ['en'] }
    expect((await studio.rest('POST', `/people/${who}/publish`, { user: editor, body })).status).toBe(200)
    await studio.rest('PATCH', `/people/${who}`, { user: editor, body: { safety: { publishAs: 'full' } } })
    const { id } = await picture({ personsShown: [who] })
    expect(await gatesOf(id)).toEqual(['withheldFaceUncovered'])
  })

  it('a translator learns nothing of what was agreed with whom', async () => {
    const { id } = await picture({ personsShown: [await person()], othersShown: true })
    const user = await studio.user('translator', ['uk'])
    const { body } = await studio.rest('GET', `/media/${id}/publication`, { user })
    expect(body.isWhole).toBe(false)
    expect(JSON.stringify(body)).not.toMatch(/faces|agreed/i)
  })

  it('a document that points to it makes it no more public', async () => {
    const { id, filename } = await picture({ personsShown: [await person()] })
    const body = { kind: 'hearing', title: 'A hearing', media: [id] }
    const event = await studio.rest('POST', '/events', { user: editor, query: { locale: 'en', depth: '0' }, body })
    const parts = { facts: true, locales: ['en'] }
    const { status } = await studio.rest('POST', `/events/${event.body.doc.id}/publish`, { user: editor, body: parts })
    expect(status).toBe(200)
    const { docs } = await studio.payload.db.find<{ key: string; card: string | null }>({
      collection: 'published',
      where: {},
      pagination: false,
    })
    expect(docs.filter(({ key }) => key === `media:${id}`)).toEqual([])
    expect(docs.filter(({ card }) => card?.includes(filename))).toEqual([])
  })
})

describe('what is marked is said to nobody', () => {
  it('neither in the record nor in the log', async () => {
    const told = { ...face, x: 0.1907, y: 0.3091 }
    const { id } = await picture({
      personsShown: [await person()],
      faces: [told, { ...told, id: 'other', x: 0.5 }],
      othersShown: true,
    })
    expect(await gatesOf(id)).toEqual([])
    for (const collection of ['published', 'changes'] as const) {
      const { docs } = await studio.payload.db.find({ collection, where: {}, pagination: false })
      const text = JSON.stringify(docs)
      expect(text).toContain(`media:${id}`)
      for (const secret of ['faces', 'othersShown', '0.1907', '0.3091', told.id]) expect(text).not.toContain(secret)
    }
  })
})
