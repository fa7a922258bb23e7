import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '#publishing/gates/wordFinding.ts'
import type { DocumentType } from '#record/shape.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let editor: TestUser
let emil: Made
beforeAll(async () => {
  studio = await openStudio()
  editor = await studio.user('editor')
  emil = await made('people', {
    slug: 'case-17',
    name: { given: 'Еміль', family: 'Зіядінов' },
    alternateNames: [{ value: 'Emil Ziiadinov', kind: 'transliteration' }],
    description: 'A teacher from Crimea',
    safety: { publishAs: 'initials' },
  })
  expect(await published(emil)).toMatchObject({ status: 200 })
})
afterAll(() => studio.close())

type Made = { type: DocumentType; id: string }

async function made(type: DocumentType, body: object): Promise<Made> {
  const answer = await studio.rest('POST', `/${type}`, { user: editor, query: { locale: 'en', depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { type, id: answer.body.doc.id }
}

async function changed({ type, id }: Made, body: object): Promise<void> {
  const options = { user: editor, query: { locale: 'en', depth: '0' }, body }
  expect((await studio.rest('PATCH', `/${type}/${id}`, options)).status).toBe(200)
}

async function published({ type, id }: Made): Promise<{ status: number; refusals: Refusal[] }> {
  const body = { facts: true, locales: ['en'] }
  const answer = await studio.rest('POST', `/${type}/${id}/publish`, { user: editor, body })
  return { status: answer.status, refusals: answer.body.errors?.[0].data.refusals ?? [] }
}

const quoteAbout = (text: string) =>
  made('quotes', { text, originalLocale: 'en', about: [{ relationTo: 'people', value: emil.id }] })

const saying: [string, string, string][] = [
  ['a zero-width space', 'Free Зія\u200Bдінов now', 'Зія\u200Bдінов'],
  ['a word joiner', 'Free Зія\u2060дінов now', 'Зія\u2060дінов'],
  ['a hashtag', 'They write #FreeZiiadinov', 'FreeZiiadinov'],
  ['a handle', 'By @emil_ziiadinov', 'emil_ziiadinov'],
  ['an address', 'See https://x.org/emil-ziiadinov today', 'emil-ziiadinov'],
  ['camel case', 'ЕмільЗіядінов', 'ЕмільЗіядінов'],
  ['hyphenation', 'the case of Зія-\nдінов', 'Зія-\nдінов'],
  ['Arabic', 'الحرية لزيادينوف', 'لزيادينوف'],
  ['Greek', 'Ζιγιαντίνοφ', 'Ζιγιαντίνοφ'],
  ['broken by a space', 'the case of Зія дінов', 'Зія'],
  ['a letter in brackets', 'the case of [З]іядінов', 'З'],
  ['letters in squares', '🆉🅸🅸🅰🅳🅸🅽🅾🆅', '🆉🅸🅸🅰🅳🅸🅽🅾🆅'],
  ['look-alikes', 'Зӏядӏнов', 'Зӏядӏнов'],
  ['digits', 'З1яд1нов', 'З1яд1нов'],
  ['Georgian', 'ზიადინოვი', 'ზიადინოვი'],
  ['Armenian', 'Զիյադինով', 'Զիյադինով'],
  ['Arabic with ض', 'ضيادينوف', 'ضيادينوف'],
  ['a neighbour', 'Зіядзінаў', 'Зіядзінаў'],
  ['segments of a path', 'https://x.org/ziia/dinov', 'ziia'],
  ['Windows-1251', 'https://x.org/%C7%B3%FF%E4%B3%ED%EE%E2', '%C7%B3%FF%E4%B3%ED%EE%E2'],
  ['entities', '&#1047;&#1110;&#1103;&#1076;&#1110;&#1085;&#1086;&#1074;', '1047'],
]

describe('a name that is withheld is said nowhere', () => {
  it.each(saying)('%s, in a quote: refused with part, path and word', async (_, text, said) => {
    const { status, refusals } = await published(await quoteAbout(text))
    expect(status).toBe(422)
    expect(refusals).toMatchObject([{ gate: 'heldBackNameShown', part: 'en', path: 'text' }])
    expect(refusals[0]?.message).toContain(said)
  })

  it.each(saying)('%s, in the person’s own words: refused with part, path and word', async (_, text, said) => {
    await changed(emil, { description: text })
    const { status, refusals } = await published(emil)
    expect(status).toBe(422)
    expect(refusals).toMatchObject([{ gate: 'nameShown', part: 'en', path: 'description' }])
    expect(refusals[0]?.message).toContain(said)
    await changed(emil, { description: 'A teacher from Crimea' })
  })

  it('right to left against its letters: the control is gone from the text, and so nobody reads the name', async () => {
    const body = { text: 'Free \u202Eвонідяіз\u202C', originalLocale: 'en' }
    const { id } = await made('quotes', body)
    const { body: saved } = await studio.rest('GET', `/quotes/${id}`, { user: editor, query: { locale: 'en' } })
    expect(saved.text).toBe('Free вонідяіз\u202C')
  })

  it('switching back to the full name in a draft opens nothing', async () => {
    await changed(emil, { safety: { publishAs: 'full' } })
    const quote = await quoteAbout('Еміль Зіядінов said so')
    expect(await published(quote)).toMatchObject({ status: 422, refusals: [{ gate: 'heldBackNameShown', part: 'en' }] })
    const factsOnly = { user: editor, body: { facts: true, locales: [] } }
    expect((await studio.rest('POST', `/people/${emil.id}/publish`, factsOnly)).status).toBe(422)
    expect(await published(emil)).toMatchObject({ status: 200 })
    expect(await published(quote)).toMatchObject({ status: 200 })
  })
})
