import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { publishParts } from '#cli/holos/record.ts'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import { verify } from '#publishing/log/verify.ts'
import { publish } from '#publishing/publish.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { everyPublicByte } from '#tests/harness/queries/everyPublicByte.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
})
afterAll(() => studio.close())
afterEach(() => void vi.restoreAllMocks())

type Made = { type: DocumentType; id: string; key: Ref }

async function made(type: DocumentType, body: object): Promise<Made> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query: { locale: 'en', depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  const { id } = answer.body.doc
  return { type, id, key: `${type}:${id}` }
}

async function changed({ type, id }: Made, body: object, locale = 'en'): Promise<void> {
  const answer = await studio.rest('PATCH', `/${type}/${id}`, { user: editor, query: { locale, depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

type Outcome = { status: number; refusals: Refusal[] }
const whole = { facts: true, locales: ['en'] }

async function published({ type, id }: Made, more: object = {}): Promise<Outcome> {
  const answer = await studio.rest('POST', `/${type}/${id}/publish`, { user: editor, body: { ...whole, ...more } })
  return { status: answer.status, refusals: answer.body.errors?.[0].data?.refusals ?? [] }
}

async function madePublic(document: Made): Promise<Made> {
  const { status, refusals } = await published(document)
  expect(status, JSON.stringify(refusals)).toBe(200)
  return document
}

const parts = async ({ type, id }: Made, user = editor) =>
  (await studio.rest('GET', `/${type}/${id}/publication`, { user })).body.parts

const newFamily = familyNames()
let count = 0
const person = (family: string, more: object = {}) =>
  made('people', {
    slug: `case-${++count}`,
    name: { given: 'Ludmila', family },
    description: 'A teacher from Crimea',
    ...more,
  })
const withheld = { safety: { publishAs: 'withheld' } }
const quote = (text: string, more: object = {}) => made('quotes', { text, originalLocale: 'en', ...more })
const about = ({ id }: Made) => ({ about: [{ relationTo: 'people', value: id }] })
const event = (more: object = {}) => made('events', { kind: 'hearing', title: 'A hearing', ...more })
const victim = ({ id }: Made) => ({ participants: [{ who: { relationTo: 'people', value: id }, role: 'victim' }] })

const answersTo = (refusals: readonly Refusal[], reason: string) => ({
  confirm: refusals.map(({ confirm: digest }) => ({ digest, reason })),
})

describe('a document that nobody linked', () => {
  it('is named with part, path, word and a link when the person is withheld, until it is changed', async () => {
    const family = newFamily()
    const said = await madePublic(await quote(`They took ${family} in the morning`))
    const held = await madePublic(await person(family))
    await changed(held, withheld)
    const { status, refusals } = await published(held)
    expect(status).toBe(422)
    expect(refusals).toMatchObject([
      {
        gate: 'nameSaidElsewhere',
        document: said.key,
        part: 'en',
        path: 'text',
        about: held.key,
        link: `/admin/collections/quotes/${said.id}?locale=en#field-text`,
        message: expect.stringContaining(family),
      },
    ])
    await changed(said, { text: 'They took somebody in the morning' })
    await madePublic(said)
    expect(await published(held)).toMatchObject({ status: 200 })
  })

  it('is refused when it is published after the person', async () => {
    const family = newFamily()
    const held = await madePublic(await person(family, withheld))
    const { status, refusals } = await published(await quote(`Free ${family}`))
    expect(status).toBe(422)
    expect(refusals).toMatchObject([{ gate: 'nameSaidElsewhere', part: 'en', path: 'text', about: held.key }])
  })

  it.each(['withdrawn', 'changed in a draft only'] as const)('that is %s', async (how) => {
    const family = newFamily()
    const said = await madePublic(await quote(`They took ${family}`))
    const held = await person(family, withheld)
    expect(await published(held)).toMatchObject({ status: 422 })
    if (how === 'withdrawn') await studio.rest('POST', `/quotes/${said.id}/withdraw`, { user: editor, body: {} })
    else await changed(said, { text: 'They took somebody' })
    expect(await published(held)).toMatchObject({ status: how === 'withdrawn' ? 200 : 422 })
  })

  it('says where in a row: the facts of another person', async () => {
    const family = newFamily()
    const other = await person('Nowak', { recognitions: [{ kind: 'award', url: 'https://example.org/a' }] })
    const row = { kind: 'award', url: `https://example.org/${family.toLowerCase()}-and-others` }
    await changed(other, { recognitions: [{ kind: 'award', url: 'https://example.org/a' }, row] })
    await madePublic(other)
    const { refusals } = await published(await person(family, withheld))
    expect(refusals).toMatchObject([{ document: other.key, part: 'facts' }])
    expect(refusals[0]?.path).toMatch(/^recognitions\/\w[\w-]*\/url$/)
    expect(refusals[0]?.link).toBe(`/admin/collections/people/${other.id}#field-recognitions__1__url`)
  })
})

describe('a draft opens nothing', () => {
  it('switched back to the full name, with another name, then a quote', async () => {
    const family = newFamily()
    const held = await madePublic(await person(family, withheld))
    await changed(held, { safety: { publishAs: 'full' }, name: { given: 'Olena', family: 'Petrenko' } })
    const said = await quote(`${family} told us`)
    expect(await published(said)).toMatchObject({ status: 422, refusals: [{ gate: 'nameSaidElsewhere' }] })
    // The public form does not say the kept name afterwards either: it stays withheld.
    await madePublic(held)
    expect(await published(said)).toMatchObject({ status: 422 })
    await changed(held, { name: { given: 'Ludmila', family } })
    await madePublic(held)
    expect(await published(said)).toMatchObject({ status: 200 })
  })

  it('with a pseudonym that is the name', async () => {
    const family = newFamily()
    const held = await madePublic(await person(family, withheld))
    await changed(held, { safety: { publishAs: 'pseudonym', pseudonym: family } })
    expect(await published(await quote(`${family} told us`))).toMatchObject({ status: 422 })
  })

  it('and one that is withheld in a draft alone withholds', async () => {
    const family = newFamily()
    await person(family, withheld)
    expect(await published(await quote(`${family} told us`))).toMatchObject({ status: 422 })
  })
})

describe('what is cited', () => {
  const link = (url: string) => ({
    root: {
      type: 'root',
      version: 1,
      format: '',
      indent: 0,
      direction: 'ltr',
      children: [
        {
          type: 'paragraph',
          version: 1,
          format: '',
          indent: 0,
          direction: 'ltr',
          textFormat: 0,
          children: [
            {
              type: 'link',
              id: '65f0a1b2c3d4e5f6a7b8c9d0',
              version: 3,
              format: '',
              indent: 0,
              direction: 'ltr',
              fields: { linkType: 'custom', url, newTab: false },
              children: [{ type: 'text', version: 1, text: 'here', format: 0, style: '', mode: 'normal', detail: 0 }],
            },
          ],
        },
      ],
    },
  })
  const cited: [
    string,
    (family: string) => Promise<Made>,
    (cited: Made) => { alsoThere?: object; [field: string]: unknown },
    string,
  ][] = [
    ['the title of a source', (family) => made('sources', { title: `On ${family}` }), sourced, 'title'],
    ['the address of a source', (family) => made('sources', { title: 'A', url: addressOf(family) }), sourced, 'url'],
    [
      'the archive of a source',
      (family) => made('sources', { title: 'A', archiveUrl: addressOf(family) }),
      sourced,
      'archiveUrl',
    ],
    ['the author of a source', (family) => made('sources', { title: 'A', author: family }), sourced, 'author'],
    ['the credit of a picture', pictureBy, ({ id }) => ({ media: [id] }), 'creditText'],
    [
      'an organization',
      (family) => made('organizations', { name: `${family} Foundation` }),
      ({ id }) => ({ alsoThere: { who: { relationTo: 'organizations', value: id }, role: 'judge' } }),
      'name',
    ],
    ['a place', (family) => made('places', { name: `${family} street` }), ({ id }) => ({ place: id }), 'name'],
    [
      'the event that it is part of',
      (family) => event({ title: `${family} in court` }),
      ({ id }) => ({ partOf: id }),
      'title',
    ],
  ]
  async function pictureBy(family: string): Promise<Made> {
    const picture = { create: { width: 90, height: 60, channels: 3 as const, background: '#345' } }
    const data = await sharp(picture).jpeg().toBuffer()
    const file = { data, mimetype: 'image/jpeg', name: 'card.jpg', size: data.length }
    const words = { alt: 'A card', creditText: `Photograph: ${family}` }
    const { id } = await studio.payload.create({ collection: 'media', locale: 'en', data: words, file })
    return { type: 'media', id: String(id), key: `media:${id}` }
  }
  function sourced({ id }: Made) {
    return { sources: [id] }
  }
  function addressOf(family: string) {
    return `https://example.org/${encodeURIComponent(family.toLowerCase())}`
  }

  it.each(cited)('%s: refused for whoever cites it, and for the person', async (_, make, citing, path) => {
    const family = newFamily()
    const beside = await madePublic(await make(family))
    const held = await person(family, withheld)
    const { alsoThere, ...more } = citing(beside)
    const { participants } = victim(held)
    const told = await event({ participants: [...participants, ...(alsoThere ? [alsoThere] : [])], ...more })
    expect(await published(told)).toMatchObject({
      status: 422,
      refusals: [{ gate: 'nameSaidBeside', document: beside.key, path }],
    })
    expect((await published(told)).refusals[0]).not.toHaveProperty('confirm')
    // The person alone: nothing public cites it yet.
    expect(await published(held)).toMatchObject({ status: 422, refusals: [{ document: beside.key, path }] })
  })

  it('a source that public documents cite cannot be published with the name, whoever it may be', async () => {
    const family = newFamily()
    const held = await madePublic(await person(family, withheld))
    const source = await madePublic(await made('sources', { title: 'A report' }))
    await madePublic(await event({ ...victim(held), sources: [source.id] }))
    await changed(source, { title: `The case of ${family}` })
    const { refusals } = await published(source)
    expect(refusals).toMatchObject([{ gate: 'heldBackNameShown', document: source.key, part: 'facts', path: 'title' }])
    expect(refusals[0]).not.toHaveProperty('confirm')
  })

  it('the address of a link in a text', async () => {
    const family = newFamily()
    await madePublic(await person(family, withheld))
    const { refusals } = await published(await person('Nowakowska', { biography: link(addressOf(family)) }))
    expect(refusals).toMatchObject([{ gate: 'nameSaidElsewhere', part: 'en', path: 'biography' }])
  })
})

async function forgetKept({ key }: Made): Promise<void> {
  await studio.payload.db.deleteMany({ collection: 'withheldNames', where: { key: { equals: key } } })
}

describe('names of people who are gone', () => {
  it.each([
    ['deleted', 'public'],
    ['deleted', 'a draft'],
    ['in the trash', 'public'],
    ['in the trash', 'a draft'],
  ] as const)('%s, having been %s', async (how, state) => {
    const family = newFamily()
    const held = await person(family, withheld)
    if (state === 'public') await madePublic(held)
    if (how === 'deleted')
      expect((await studio.rest('DELETE', `/people/${held.id}`, { user: editor })).status).toBe(200)
    else await changed(held, { deletedAt: new Date().toISOString() })
    const { status, refusals } = await published(await quote(`We remember ${family}`))
    expect(status).toBe(422)
    expect(refusals).toMatchObject([{ gate: 'nameSaidElsewhere', about: held.key }])
    // What is kept of them is sealed.
    const { docs } = await studio.payload.db.find({
      collection: 'withheldNames',
      where: {},
      limit: 0,
      pagination: false,
    })
    expect(JSON.stringify(docs)).not.toContain(family)
  })

  it('that cannot be read any more: nothing is published, and whoever asks is told why', async () => {
    const held = await madePublic(await person(newFamily(), withheld))
    const where = { key: { equals: held.key } }
    const row = await studio.payload.db.findOne<{ id: string; sealed: string }>({ collection: 'withheldNames', where })
    const seal = (sealed: string | undefined, version: string) =>
      studio.payload.db.updateOne({ collection: 'withheldNames', where, data: { sealed, version } })
    await seal('00'.repeat(40), 'another secret')
    const said = await quote('Nothing to hide')
    const answer = await studio.rest('POST', `/quotes/${said.id}/publish`, { user: editor, body: whole })
    expect(answer.status).toBe(503)
    expect(JSON.stringify(answer.body)).toContain('secret')
    expect((await verify(studio.payload)).faults).toContainEqual(expect.objectContaining({ what: 'withheld names' }))
    expect((await studio.rest('POST', `/people/${held.id}/withdraw`, { user: editor, body: {} })).status).toBe(200)
    await seal(row?.sealed, 'the first secret')
    expect(await published(said)).toMatchObject({ status: 200 })
  })

  it('a person who was called by the full name leaves no withheld name behind', async () => {
    const family = newFamily()
    const open = await madePublic(await person(family))
    await studio.rest('DELETE', `/people/${open.id}`, { user: editor })
    expect(await published(await quote(`We remember ${family}`))).toMatchObject({ status: 200 })
  })
})

describe('a relative of the same family name', () => {
  const relation = (relative: Made) => ({ relations: [{ type: 'parent', person: relative.id, visibility: 'named' }] })

  it('is refused until somebody confirms it with a reason, from either side', async () => {
    const family = newFamily()
    const safety = { consent: { state: 'given', givenBy: 'Olga', scope: ['name'] } }
    const mother = await madePublic(await person(family, { name: { given: 'Olga', family }, safety }))
    const held = await person(family, { ...withheld, ...relation(mother) })
    const first = await published(held)
    expect(first.status).toBe(422)
    expect(new Set(first.refusals.map(({ gate, document }) => `${gate} ${document}`))).toEqual(
      new Set([`relativeNamed ${mother.key}`]),
    )
    expect(await published(held, answersTo(first.refusals, 'She speaks in public and agreed'))).toMatchObject({
      status: 200,
    })
    await changed(mother, { gender: 'female' })
    expect(await published(mother)).toMatchObject({ status: 200 })
  })

  it('whose words say the given name is refused', async () => {
    const family = newFamily()
    const held = await madePublic(await person(family, withheld))
    const mother = await person(family, {
      name: { given: 'Olga', family },
      description: 'Mother of Ludmila',
      ...relation(held),
    })
    const { refusals } = await published(mother)
    expect(refusals).toContainEqual(expect.objectContaining({ gate: 'heldBackNameShown', path: 'description' }))
  })
})

describe('somebody else', () => {
  async function withStranger() {
    const family = newFamily()
    const said = await madePublic(await quote(`A book by ${family}`))
    const held = await person(family, withheld)
    const { refusals } = await published(held)
    return { family, said, held, refusals }
  }

  it('is confirmed with a reason that is kept and listed, and asked again when the words change', async () => {
    const { family, said, held, refusals } = await withStranger()
    const reason = 'A poet of the 19th century'
    expect(await published(held, answersTo(refusals, reason))).toMatchObject({ status: 200 })
    for (const document of [held, said]) {
      const [confirmed] = (await parts(document)).flatMap((part: { confirmed: Refusal[] }) => part.confirmed)
      expect(confirmed).toMatchObject({
        document: said.key,
        part: 'en',
        path: 'text',
        about: held.key,
        confirmed: { reason, by: 'editor', at: expect.stringMatching(/^\d{4}-/) },
      })
    }
    const { overridden } = await verify(studio.payload)
    expect(overridden.join()).toContain(`${said.key} en text is not ${held.key}: ${reason}`)
    await changed(said, { text: `Another book by ${family}` })
    expect(await published(said)).toMatchObject({ status: 422, refusals: [{ gate: 'nameSaidElsewhere' }] })
  })

  it.each(['', '   ', '\u200B', '…'])('without a reason (%j) is answered with 400', async (reason) => {
    const { held, refusals } = await withStranger()
    expect((await published(held, answersTo(refusals, reason))).status).toBe(400)
  })

  it('is confirmed for one place and no other', async () => {
    const { held, refusals } = await withStranger()
    const [finding] = refusals
    const wrong = { confirm: [{ digest: finding?.confirm?.replace(/^./, '0').replace(/.$/, '1'), reason: 'A poet' }] }
    expect(await published(held, wrong)).toMatchObject({ status: 422 })
    expect(await published(held, { confirm: [{ ...finding, reason: 'A poet' }] })).toMatchObject({ status: 400 })
  })

  it('is not confirmed for many at once', async () => {
    const { held, refusals } = await withStranger()
    const body = { ...whole, ids: [held.id], ...answersTo(refusals, 'A poet') }
    const answer = await studio.rest('POST', '/people/publish', { user: editor, body })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('one document at a time')
  })

  it('is confirmed from the command line by the digest that it prints', async () => {
    const { held, refusals } = await withStranger()
    const lines: unknown[] = []
    const listen = (line: unknown) => void lines.push(line)
    vi.spyOn(console, 'log').mockImplementation(listen)
    vi.spyOn(console, 'error').mockImplementation(listen)
    const options = { facts: true, locales: 'en' }
    expect(await publishParts([held.key], options)(studio.payload)).toBe(1)
    const digest = String(refusals[0]?.confirm)
    expect(lines.join('\n')).toContain(`--confirm ${digest}`)
    expect(() => publishParts([held.key], { ...options, confirm: [digest] })).toThrow('--reason')
    const confirmed = { ...options, confirm: [digest], reason: 'A poet' }
    expect(await publishParts([held.key], confirmed)(studio.payload)).toBe(0)
  })

  it.each(['translator', 'reader'] as const)('a %s reads nothing of it', async (role) => {
    const { held, family } = await withStranger()
    const user = await studio.user(role, role === 'translator' ? ['en'] : [])
    const seen = await parts(held, user)
    expect(
      JSON.stringify(
        seen.flatMap((part: { refusals: unknown; confirmed: unknown }) => [part.refusals, part.confirmed]),
      ),
    ).not.toContain(family)
    expect((await studio.rest('POST', `/people/${held.id}/publish`, { user, body: whole })).status).toBe(403)
  })

  it('is named to nobody who may not read what is internal, when a preview link is refused', async () => {
    const family = newFamily()
    const held = await person(family, { ...withheld, name: { given: 'Bohdana', family } })
    const said = await quote(`Free ${family}`)
    const asked = async (user: TestUser) =>
      JSON.stringify((await studio.rest('POST', `/quotes/${said.id}/preview`, { user, body: {} })).body)
    expect(await asked(editor)).toContain('Bohdana')
    const answer = await asked(await studio.user('translator', ['en']))
    expect(answer).toContain('Editors and administrators make preview links')
    expect(answer).not.toMatch(new RegExp(`Bohdana|${family}|${held.id}`))
  })
})

describe('two processes at the same moment', () => {
  it('a person is withheld while a quote with the name is published: one of them is refused', async () => {
    const other = await openStudio({ databaseUrl: studio.databaseUrl })
    try {
      const family = newFamily()
      const held = await madePublic(await person(family))
      const said = await quote(`Free ${family}`)
      const { create } = other.payload.db
      // The other process has found nothing, and is about to commit.
      other.payload.db.create = async (args) => {
        other.payload.db.create = create
        await changed(held, withheld)
        await madePublic(held)
        return create.call(other.payload.db, args)
      }
      const publishing = publish({ payload: other.payload, key: said.key, ...whole })
      await expect(publishing).rejects.toMatchObject({ status: 422 })
      expect(await published(held)).toMatchObject({ status: 200 })
    } finally {
      await other.close()
    }
  })

  it('what one process published another one finds', async () => {
    const other = await openStudio({ databaseUrl: studio.databaseUrl })
    try {
      const family = newFamily()
      await published(await quote('Both have an index'))
      const said = await quote(`Free ${family}`)
      await publish({ payload: other.payload, key: said.key, ...whole })
      expect(await published(await person(family, withheld))).toMatchObject({
        status: 422,
        refusals: [{ document: said.key }],
      })
    } finally {
      await other.close()
    }
  })
})

describe('holos verify', () => {
  it('names each public text that says a withheld name, without the name', async () => {
    const family = newFamily()
    const held = await madePublic(await person(family, withheld))
    const said = await madePublic(await quote('Harmless'))
    const key = { equals: said.key }
    const row = await studio.payload.db.findOne<{ id: string; card: string }>({
      collection: 'published',
      where: { key },
    })
    const card = row?.card.replaceAll('Harmless', family) ?? ''
    await studio.payload.db.updateOne({ collection: 'published', where: { key }, data: { card } })
    const fresh = await openStudio({ databaseUrl: studio.databaseUrl })
    const { faults } = await verify(fresh.payload)
    await fresh.close()
    const fault = faults.find(({ what }) => what === `${said.key} en text`)
    expect(fault?.message).toContain(held.key)
    expect(JSON.stringify(faults)).not.toContain(family)
    await studio.rest('POST', `/quotes/${said.id}/withdraw`, { user: editor, body: {} })
  })

  it('keeps the name of somebody who was published before names were kept', async () => {
    const family = newFamily()
    const held = await madePublic(await person(family, withheld))
    await forgetKept(held)
    expect((await verify(studio.payload)).healed.join()).toContain(held.key)
    await changed(held, { safety: { publishAs: 'full' } })
    expect(await published(await quote(`Free ${family}`))).toMatchObject({ status: 422 })
  })
})

describe('a person switched to a pseudonym', () => {
  it('is gone from every public byte in the next request, or the publish names what still says it', async () => {
    const family = newFamily()
    const source = await madePublic(await made('sources', { title: `On ${family}`, url: 'https://example.org/report' }))
    const held = await madePublic(
      await person(family, {
        slug: 'bohumila-a',
        name: { given: 'Bohumila', family },
        alternateNames: [{ value: `Boha ${family}` }],
        sameAs: [`https://example.org/${family}`],
      }),
    )
    await changed(held, { slug: `case-${count}-renamed` })
    await madePublic(held)
    const told = await madePublic(await event({ title: `${family} in court`, ...victim(held), sources: [source.id] }))
    const said = await madePublic(await quote(`${family} said so`, about(held)))
    await changed(held, { safety: { publishAs: 'pseudonym', pseudonym: 'Olha' } })
    const { refusals } = await published(held)
    expect(new Set(refusals.map(({ document, part, path }) => `${document} ${part} ${path}`))).toEqual(
      new Set([`${source.key} facts title`, `${told.key} en title`, `${said.key} en text`]),
    )
    await changed(source, { title: 'On a teacher' })
    await changed(told, { title: 'In court' })
    await changed(said, { text: 'She said so' })
    for (const one of [source, told, said]) await madePublic(one)
    await madePublic(held)
    const bytes = await everyPublicByte(studio, [held, told, said, source], { text: family, slug: 'bohumila-a' })
    expect(bytes).toContain('Olha')
    expect(bytes).not.toMatch(new RegExp(`${family}|Bohumila|Boha `, 'i'))
  })
})
