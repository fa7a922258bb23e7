import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localeCodes } from '#locales/table.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

/** The promise once more through the studio's own doors, with its own collections and hooks. */
describe('no-lost-update: over REST', () => {
  let studio: Studio
  let editor: TestUser

  beforeAll(async () => {
    studio = await openStudio()
    editor = await studio.user('editor')
  })
  afterAll(() => studio?.close())

  async function newPerson(body: Record<string, unknown> = {}): Promise<string> {
    const answer = await studio.rest('POST', '/people', { user: editor, body, query: { locale: 'en' } })
    expect(answer.status).toBe(201)
    return answer.body.doc.id
  }

  const save = (id: string, locale: string, body: Record<string, unknown>, user = editor) =>
    studio.rest('PATCH', `/people/${id}`, { user, body, query: { locale, depth: '0' } })

  const read = async (id: string, locale = 'all') =>
    (await studio.rest('GET', `/people/${id}`, { user: editor, query: { locale, depth: '0' } })).body

  it('parallel saves of every field of a name in every locale of one person: all survive', async () => {
    const id = await newPerson()
    const fields = [
      (locale: string) => ({ name: { given: `given ${locale}` } }),
      (locale: string) => ({ name: { family: `family ${locale}` } }),
      (locale: string) => ({ description: `description ${locale}` }),
    ]
    const saves = localeCodes.flatMap((locale) => fields.map((field) => save(id, locale, field(locale))))
    expect((await Promise.all(saves)).map(({ status }) => status)).toEqual(saves.map(() => 200))
    const { name, description } = await read(id)
    const all = (words: string) => Object.fromEntries(localeCodes.map((locale) => [locale, `${words} ${locale}`]))
    expect([name.given, name.family, description]).toEqual([all('given'), all('family'), all('description')])
    const { docs } = await studio.payload.findVersions({
      collection: 'people',
      where: { parent: { equals: id } },
      limit: 0,
    })
    expect(docs.map(({ version }) => version.revision).sort((one, other) => Number(one) - Number(other))).toEqual(
      Array.from({ length: saves.length + 1 }, (_, at) => at + 1),
    )
  })

  it('two forms of one revision: different fields both survive, the same field is a 409 with both values', async () => {
    const id = await newPerson({ description: 'base', gender: 'other', charges: [{ label: 'one' }] })
    const [one, two, three] = [await read(id, 'en'), await read(id, 'en'), await read(id, 'en')]
    expect(one.revision).toBe(1)
    expect((await save(id, 'en', { ...one, description: 'theirs' })).status).toBe(200)
    expect((await save(id, 'en', { ...two, gender: 'female' })).status).toBe(200)
    expect(await read(id, 'en')).toMatchObject({ description: 'theirs', gender: 'female', revision: 3 })
    const refused = await save(id, 'en', { ...three, description: 'mine' })
    expect(refused.status).toBe(409)
    const conflict = { path: 'description', locale: 'en', base: 'base', mine: 'mine', theirs: 'theirs' }
    expect(refused.body.errors[0]).toMatchObject({
      name: 'ConflictError',
      data: { conflicts: [conflict], revision: 3 },
    })
    const choice = { resolutions: { description: 'mine' }, resolvedAt: 3 }
    expect((await save(id, 'en', { ...three, description: 'mine', ...choice })).status).toBe(200)
    expect(await read(id, 'en')).toMatchObject({ description: 'mine', gender: 'female', revision: 4 })
  })

  it('a translator whose form is older than an edit of the facts saves words and reverts nothing', async () => {
    const id = await newPerson({ description: 'source', gender: 'other', charges: [{ label: 'one', statute: '1' }] })
    const translator = await studio.user('translator', ['uk'])
    const asked = { user: translator, query: { locale: 'uk', depth: '0' } }
    const form = (await studio.rest('GET', `/people/${id}`, asked)).body
    const edited = { gender: 'female', charges: [{ ...form.charges[0], label: 'one', statute: '205.5' }] }
    expect((await save(id, 'en', edited)).status).toBe(200)
    const answer = await save(id, 'uk', { ...form, description: 'переклад' }, translator)
    expect(answer.status).toBe(200)
    expect(await read(id)).toMatchObject({
      gender: 'female',
      description: { en: 'source', uk: 'переклад' },
      charges: [{ statute: '205.5', label: { en: 'one' } }],
    })
  })

  it('nobody signed in learns nothing from a conflict', async () => {
    const id = await newPerson({ description: 'base' })
    await save(id, 'en', { description: 'secret' })
    const answer = await studio.rest('PATCH', `/people/${id}`, { body: { revision: 1, description: 'guess' } })
    expect(answer.status).toBe(403)
    expect(JSON.stringify(answer.body)).not.toContain('secret')
  })
})
