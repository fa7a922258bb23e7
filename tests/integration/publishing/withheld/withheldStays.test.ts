import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import type { DocumentType } from '#record/shape.ts'
import { familyNames } from '#tests/harness/familyNames.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
let translator: TestUser
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  translator = await studio.user('translator', ['uk'])
})
afterAll(() => studio.close())

type Made = { type: DocumentType; id: string }
const newFamily = familyNames()
let count = 0

async function made(type: DocumentType, body: object, locale = 'en'): Promise<Made> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query: { locale, depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { type, id: answer.body.doc.id }
}

async function changed({ type, id }: Made, body: object, { user = editor, locale = 'en' } = {}): Promise<void> {
  const answer = await studio.rest('PATCH', `/${type}/${id}`, { user, query: { locale, depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

async function published({ type, id }: Made, locales = ['en']): Promise<{ status: number; refusals: Refusal[] }> {
  const body = { facts: true, locales }
  const answer = await studio.rest('POST', `/${type}/${id}/publish`, { user: editor, body })
  return { status: answer.status, refusals: answer.body.errors?.[0].data?.refusals ?? [] }
}

const person = (family: string, safety: object, more: object = {}) =>
  made('people', {
    slug: `stays-${++count}`,
    name: { given: 'Ludmila', family },
    description: 'A teacher from Crimea',
    safety,
    ...more,
  })

/** Whether a quote that nobody linked may say it. */
async function statusOfQuote(text: string): Promise<number> {
  return (await published(await made('quotes', { text, originalLocale: 'en' }))).status
}

const initials = { publishAs: 'initials' }

/** What a save may do to a person whose name is withheld and who was never published. */
const saves: { readonly [name: string]: (person: Made, family: string) => Promise<unknown> } = {
  'the full name chosen again': (held) => changed(held, { safety: { publishAs: 'full' } }),
  'another name': (held) => changed(held, { name: { given: 'Olena', family: 'Petrenko' } }),
  'another name and the full name in one': (held) =>
    changed(held, { safety: { publishAs: 'full' }, name: { given: 'Olena', family: 'Petrenko' } }),
  'the name taken away': (held) => changed(held, { name: { family: null } }),
  'another name in bulk': (held) =>
    studio.rest('PATCH', '/people', {
      user: editor,
      query: { locale: 'en', 'where[id][equals]': held.id },
      body: { name: { family: 'Petrenko' } },
    }),
  'an older version': async (held, family) => {
    const { body } = await studio.rest('GET', '/people/versions', {
      user: editor,
      query: { 'where[parent][equals]': held.id, sort: 'createdAt', limit: '1' },
    })
    expect(body.docs[0].version.name.family).not.toBe(family)
    const restored = await studio.rest('POST', `/people/versions/${body.docs[0].id}`, { user: editor })
    expect(restored.status, JSON.stringify(restored.body)).toBe(200)
  },
  'a save of the program': (held) =>
    studio.payload.update({ collection: 'people', id: held.id, locale: 'en', data: { name: { family: 'Petrenko' } } }),
}

describe('a name that was withheld once stays withheld until the person’s own public form says it', () => {
  it.each(Object.entries(saves))('%s', async (_, save) => {
    const family = newFamily()
    const held = await person('Nobody', initials)
    await changed(held, { name: { given: 'Ludmila', family } })
    expect(await statusOfQuote(`They took ${family}`)).toBe(422)
    await save(held, family)
    expect(await statusOfQuote(`They took ${family} again`)).toBe(422)
    await changed(held, { safety: { publishAs: 'full' }, name: { given: 'Ludmila', family } })
    expect(await published(held)).toEqual({ status: 200, refusals: [] })
    expect(await statusOfQuote(`They took ${family} at last`)).toBe(200)
  })

  it('a translator writes another name', async () => {
    const family = newFamily()
    const held = await person('Petrenko', initials)
    await changed(held, { name: { family } }, { locale: 'uk' })
    expect(await statusOfQuote(`Free ${family}`)).toBe(422)
    await changed(held, { name: { family: 'Інакший' } }, { user: translator, locale: 'uk' })
    expect(await statusOfQuote(`Free ${family} now`)).toBe(422)
  })

  it('an account that was taken away', async () => {
    const held = await person(newFamily(), initials, { sameAs: ['https://t.me/quietreader42'] })
    await changed(held, { sameAs: [] })
    expect(await statusOfQuote('Read https://t.me/quietreader42')).toBe(422)
  })

  it('a save that loses no name keeps nothing', async () => {
    const kept = async () => (await studio.payload.count({ collection: 'withheldNames' })).totalDocs
    const held = await person(newFamily(), initials)
    const before = await kept()
    await changed(held, { description: 'A teacher' })
    await changed(held, { name: { additional: 'Anna' } })
    expect(await kept()).toBe(before)
  })
})

const refusedAsShown = {
  status: 422,
  refusals: [
    { gate: 'nameShown', part: 'en', path: 'displayName' },
    { gate: 'nameShown', part: 'en', path: 'sortName' },
  ],
}

describe('a pseudonym opens what the public form shows, and no more', () => {
  it('one that is the real name is refused', async () => {
    const family = newFamily()
    const held = await person(family, { publishAs: 'pseudonym', pseudonym: `Ludmila ${family}` })
    expect(await published(held)).toMatchObject(refusedAsShown)
  })

  it.each(['in capitals', 'declined'])('one that has the family name in it, %s, is refused', async (how) => {
    const family = newFamily()
    const pseudonym = how === 'declined' ? `Mr ${family}a` : family.toUpperCase()
    const held = await person(family, { publishAs: 'pseudonym', pseudonym })
    expect(await published(held)).toMatchObject(refusedAsShown)
  })

  it('one of a locale that is not public opens nothing', async () => {
    const family = newFamily()
    const held = await person(family, { publishAs: 'pseudonym', pseudonym: 'Quiet' })
    await changed(held, { safety: { pseudonym: family }, name: { family }, description: 'Вчителька' }, { locale: 'uk' })
    expect(await published(held)).toEqual({ status: 200, refusals: [] })
    expect(await statusOfQuote(`So says ${family}`)).toBe(422)
  })

  it('a given name that is public as the pseudonym is no secret', async () => {
    const held = await person(newFamily(), { publishAs: 'pseudonym', pseudonym: 'Ludmila' })
    await changed(held, { description: 'Ludmila is a teacher' })
    expect(await published(held)).toEqual({ status: 200, refusals: [] })
  })
})

describe('an account of somebody whose name is withheld', () => {
  const cases: [address: string, text: string][] = [
    ['https://t.me/drugbuk42', 'See https://t.me/drugbuk42 for more'],
    ['https://t.me/drugbuk42', 'See t.me/DrugBuk42, please'],
    ['https://www.facebook.com/zorqaf.kelm', 'https://facebook.com/zorqaf.kelm?ref=1'],
    ['https://pifpaf77.livejournal.com', 'Yukhym @pifpaf77'],
    ['https://pifpaf77.livejournal.com', 'His diary is at pifpaf77.livejournal.com'],
    ['https://youtube.com/@qwertun77/videos', 'Yukhym on @qwertun77'],
    ['https://x.com/zaqoref88/status/123', 'Yukhym: @zaqoref88'],
    ['https://x.com/zaqoref88/status/123', 'https://x.com/zaqoref88'],
    ['https://example.org/%D0%BF%D0%B5%D1%80%D0%B5%D0%BF%D0%B5%D0%BB', 'Yukhym «Перепел»'],
  ]
  it.each(cases)('%s: %s', async (address, text) => {
    await person(newFamily(), initials, { name: { given: 'Yukhym', family: newFamily() }, sameAs: [address] })
    expect(await statusOfQuote(text)).toBe(422)
  })

  it('what stands in everybody’s address is nobody’s account', async () => {
    await person(newFamily(), initials, {
      name: { given: 'Nestor', family: newFamily() },
      sameAs: ['https://youtube.com/@quorvex12/videos', 'https://www.linkedin.com/in/quorvex12'],
    })
    expect(await statusOfQuote('Nestor has Videos on YouTube and LinkedIn, see https://youtube.com/watch')).toBe(200)
  })
})
