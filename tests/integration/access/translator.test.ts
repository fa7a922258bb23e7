import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudio, type RestAnswer, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
let translator: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  translator = await studio.user('translator', ['uk'])
})
afterAll(() => studio.close())

type Person = { id: string; revision: number } & Record<string, unknown>

async function newPerson(): Promise<Person> {
  const body = {
    name: { given: 'Server' },
    description: 'In English',
    birthDate: '1986',
    slug: `p-${Date.now()}-${Math.floor(Math.random() * 1e6)}`,
    charges: [{ label: 'In English', article: '205.5' }],
    safety: { risk: 'high' },
  }
  const answer = await studio.rest('POST', '/people', { user: editor, query: { locale: 'en', depth: '0' }, body })
  return answer.body.doc
}

const save = (id: string, body: object, locale = 'uk', user = translator) =>
  studio.rest('PATCH', `/people/${id}`, { user, query: { locale, depth: '0' }, body })

const load = async (id: string, locale = 'uk', user = translator) =>
  (await studio.rest('GET', `/people/${id}`, { user, query: { locale, depth: '0' } })).body

function expectRefused(answer: RestAnswer, ...fields: string[]) {
  expect(answer.status, JSON.stringify(answer.body)).toBe(403)
  const [{ message, data }] = answer.body.errors
  for (const field of fields) {
    expect(data.fields).toContain(field)
    if (/^\w*[/A-Z]/.test(field)) expect(message, 'a person reads labels').not.toContain(field)
  }
  return message as string
}

describe('a translator writes the words of the assigned locales', () => {
  it('on update, in rows too', async () => {
    const person = await newPerson()
    const form = await load(person.id)
    const charges = [{ ...form.charges[0], label: 'Українською' }]
    const answer = await save(person.id, { name: { given: 'Сервер' }, charges })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body.doc).toMatchObject({
      name: { given: 'Сервер' },
      charges: [{ label: 'Українською', article: '205.5' }],
    })
    expect((await load(person.id, 'en', editor)).charges[0].label).toBe('In English')
  })

  it('a form that posts every field unchanged passes, from an older revision too', async () => {
    const person = await newPerson()
    const form = await load(person.id)
    expect((await save(person.id, form)).status).toBe(200)
    await save(person.id, { birthDate: '1986-05-05' }, 'en', editor)
    const answer = await save(person.id, { ...form, description: 'Опис' })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await load(person.id, 'uk', editor)).toMatchObject({ birthDate: '1986-05-05', description: 'Опис' })
  })

  it('payload#13473: a locale that is not the default one is enough to work', async () => {
    const person = await newPerson()
    expect((await load(person.id)).id).toBe(person.id)
    expect((await save(person.id, { description: 'Опис' })).status).toBe(200)
    const list = await studio.rest('GET', '/people', { user: translator, query: { locale: 'uk' } })
    expect(list.body.totalDocs).toBeGreaterThan(0)
  })
})

describe('everything else is refused by name', () => {
  it('facts', async () => {
    const { id } = await newPerson()
    expectRefused(await save(id, { birthDate: '1999', kind: 'lawyer' }), 'birthDate', 'kind')
    expectRefused(await save(id, { slug: 'another' }), 'slug')
    expectRefused(await save(id, { safety: { risk: 'none' } }), 'safety/risk')
    expectRefused(await save(id, { safety: { pseudonym: 'П.' } }), 'safety/pseudonym')
    expectRefused(await save(id, { sourceLocale: 'uk' }), 'sourceLocale')
    expectRefused(await save(id, { description: 'Опис', deathDate: '2020' }), 'deathDate')
    expect((await load(id, 'uk', editor)).description ?? null).toBeNull()
  })

  it('rows: added, removed, and facts inside them', async () => {
    const { id } = await newPerson()
    const { charges } = await load(id)
    expectRefused(await save(id, { charges: [...charges, { label: 'Ще одна' }] }), 'charges')
    expectRefused(await save(id, { charges: [] }), 'charges')
    expectRefused(await save(id, { charges: [{ ...charges[0], article: '278' }] }), `charges/${charges[0].id}/article`)
  })

  it('other locales', async () => {
    const { id } = await newPerson()
    expect(expectRefused(await save(id, { description: 'Changed' }, 'en'), 'description')).toContain('(English)')
    expect(expectRefused(await save(id, { description: 'Changed' }, 'ru'), 'description')).toContain('(Русский)')
  })

  it('locale=all', async () => {
    const { id } = await newPerson()
    const refused = await save(id, { description: { uk: 'Опис', ru: 'Описание' } }, 'all')
    expect(expectRefused(refused, 'description')).toMatch(/\(Русский\)\.$/)
    expect((await save(id, { description: { uk: 'Опис' } }, 'all')).status).toBe(400)
    expect((await load(id, 'uk', editor)).description ?? null).toBeNull()
  })

  it('create', async () => {
    const body = { name: { given: 'Новий' }, birthDate: '1999' }
    expectRefused(
      await studio.rest('POST', '/people', { user: translator, query: { locale: 'uk' }, body }),
      'birthDate',
    )
  })

  it('bulk', async () => {
    const { id } = await newPerson()
    const bulk = (body: object) =>
      studio.rest('PATCH', '/people', { user: translator, query: { locale: 'uk', 'where[id][in]': id }, body })
    expectRefused(await bulk({ kind: 'lawyer', description: 'Опис' }), 'kind')
    expect((await load(id, 'uk', editor)).description ?? null).toBeNull()
    expect((await bulk({ description: 'Опис' })).status).toBe(200)
  })

  it('duplicate', async () => {
    const { id } = await newPerson()
    const answer = await studio.rest('POST', `/people/${id}/duplicate`, {
      user: translator,
      query: { locale: 'uk' },
      body: {},
    })
    expect(expectRefused(answer)).toContain('every field')
  })

  it('restore of a version', async () => {
    const { id } = await newPerson()
    await save(id, { birthDate: '1999' }, 'en', editor)
    const versions = await studio.rest('GET', '/people/versions', {
      user: translator,
      query: { 'where[parent][equals]': id },
    })
    const oldest = versions.body.docs.at(-1).id
    const refused = await studio.rest('POST', `/people/versions/${oldest}`, { user: translator })
    expect(expectRefused(refused)).toContain('every field')
    expect((await load(id)).birthDate).toBe('1999')
  })

  it('trash, delete, publish and withdraw', async () => {
    const { id } = await newPerson()
    expectRefused(await save(id, { deletedAt: new Date().toISOString() }), 'deletedAt')
    const trashed = await newPerson()
    await save(trashed.id, { deletedAt: new Date().toISOString() }, 'en', editor)
    const untrash = { user: translator, query: { locale: 'uk', trash: 'true' }, body: { deletedAt: null } }
    expectRefused(await studio.rest('PATCH', `/people/${trashed.id}`, untrash), 'deletedAt')
    const as = { user: translator, query: { locale: 'uk' } }
    expect((await studio.rest('DELETE', `/people/${id}`, as)).status).toBe(403)
    expect(
      (await studio.rest('POST', `/people/${id}/publish`, { ...as, body: { facts: true, locales: ['uk'] } })).status,
    ).toBe(403)
    expect((await studio.rest('POST', `/people/${id}/withdraw`, { ...as, body: {} })).status).toBe(403)
  })

  it('payload#12361: words copied into a locale that is not assigned', async () => {
    const { id } = await newPerson()
    const { description } = await load(id, 'en')
    expect(expectRefused(await save(id, { description }, 'tr'), 'description')).toContain('(Türkçe)')
  })

  it('a translator without locales writes nothing', async () => {
    const { id } = await newPerson()
    const idle = await studio.user('translator')
    expect((await save(id, { description: 'Опис' }, 'uk', idle)).status).toBe(403)
  })
})

it('payload#17923: locale=all with a filter finds what is there', async () => {
  const { id } = await newPerson()
  const query = { locale: 'all', 'where[pendingIn][contains]': 'en', 'where[id][equals]': id }
  const found = await studio.rest('GET', '/people', { user: editor, query })
  expect(found.body.totalDocs).toBe(1)
})
