import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { studioRequest } from '#desk/request/studioRequest.ts'
import { type Language, languages, type MessageKey, message } from '#messages/message.ts'
import { openStudio, type RestAnswer, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let staff: Record<'admin' | 'editor' | 'translator' | 'reader', TestUser>
let personId: string
let translatedId: string
let eventId: string
let firstRevision: number
beforeAll(async () => {
  studio = await openStudio()
  staff = {
    admin: await studio.user('admin'),
    editor: await studio.user('editor'),
    translator: await studio.user('translator', ['uk']),
    reader: await studio.user('reader'),
  }
  const body = { name: { given: 'Server' }, slug: 'server' }
  const made = await studio.rest('POST', '/people', { user: staff.editor, query: { locale: 'en' }, body })
  personId = made.body.doc.id
  firstRevision = made.body.doc.revision
  await studio.rest('PATCH', `/people/${personId}`, { user: staff.editor, body: { deathDate: '2020' } })
  const query = { locale: 'uk' }
  const other = { name: { given: 'Сервер' }, description: 'Активіст.', slug: 'translated', sourceLocale: 'en' }
  translatedId = (await studio.rest('POST', '/people', { user: staff.editor, query, body: other })).body.doc.id
  eventId = (await studio.rest('POST', '/events', { user: staff.editor, query, body: {} })).body.doc.id
})
afterAll(() => studio.close())

type Call = { user?: TestUser; method: string; path: string; body?: unknown; locale?: string }

/** Each door that refuses, and the message it refuses with. */
const refusals = {
  'somebody who is not signed in': () => ({
    call: { method: 'GET', path: '/people' },
    says: (language: string) => message(language, 'access.signInFirst'),
  }),
  'a door that is closed': () => ({
    call: { user: staff.admin, method: 'GET', path: '/published' },
    says: (language: string) => message(language, 'access.closed'),
  }),
  'a language that is not there': () => ({
    call: { user: staff.editor, method: 'GET', path: `/people/${personId}`, locale: 'xx' },
    says: (language: string) => message(language, 'access.unknownLocale', { locale: 'xx' }).split('{')[0] ?? '',
  }),
  'what is not the translator’s': () => ({
    call: {
      user: staff.translator,
      method: 'PATCH',
      path: `/people/${personId}`,
      body: { birthDate: '1986' },
      locale: 'uk',
    },
    says: (language: string) => {
      const fields = message(language, 'people.fields.birthDate.label')
      return message(language, 'access.foreignFields', { locales: 'Українська', fields })
    },
  }),
  'a date that is none': () => ({
    call: { user: staff.editor, method: 'PATCH', path: `/people/${personId}`, body: { birthDate: '2018-02-30' } },
    says: (language: string) => message(language, 'dates.notADate.day'),
  }),
  'a page address that is none': () => ({
    call: { user: staff.editor, method: 'PATCH', path: `/people/${personId}`, body: { slug: 'No Slug' } },
    says: (language: string) => message(language, 'slug.characters'),
  }),
  'a revision that is none': () => ({
    call: { user: staff.editor, method: 'PATCH', path: `/people/${personId}`, body: { revision: 0.5, gender: 'male' } },
    says: (language: string) => message(language, 'conflict.revision'),
  }),
  'two who changed one field': () => ({
    call: {
      user: staff.editor,
      method: 'PATCH',
      path: `/people/${personId}`,
      body: { revision: firstRevision, deathDate: '2021' },
    },
    says: (language: string) => {
      const fields = message(language, 'people.fields.deathDate.label')
      return message(language, 'conflict.refused', { fields })
    },
  }),
  'a publish by a reader': () => ({
    call: { user: staff.reader, method: 'POST', path: `/people/${personId}/publish`, body: { facts: true } },
    says: (language: string) => message(language, 'publish.notYours'),
  }),
  'a publish of what was saved since': () => ({
    call: {
      user: staff.editor,
      method: 'POST',
      path: `/people/${personId}/publish`,
      body: { facts: true, revision: 99 },
    },
    says: (language: string) => message(language, 'publish.movedOn'),
  }),
  'a publish that a gate refuses': () => ({
    call: {
      user: staff.editor,
      method: 'POST',
      path: `/people/${personId}/publish`,
      body: { facts: true, locales: ['en'] },
    },
    says: (language: string) => {
      const field = message(language, 'people.fields.description.label')
      return `English: ${message(language, 'gates.requiredWords.message', { field })}`
    },
  }),
  'a publish of facts that a gate refuses': () => ({
    call: { user: staff.editor, method: 'POST', path: `/events/${eventId}/publish`, body: { facts: true } },
    says: (language: string) => {
      const field = message(language, 'events.fields.kind.label')
      const finding = message(language, 'gates.requiredFacts.message', { field })
      return message(language, 'publish.notPublished', {
        findings: `${message(language, 'publish.facts')}: ${finding}`,
      })
    },
  }),
  'a request with a word where a yes or no belongs': () => ({
    call: { user: staff.editor, method: 'POST', path: `/people/${personId}/publish`, body: { facts: 'yes' } },
    says: (language: string) => {
      const faults = `facts: ${wrongType(language, 'boolean', 'yes')}`
      return message(language, 'request.unusable', { faults })
    },
  }),
  'a publish in a language that is not there': () => ({
    call: { user: staff.editor, method: 'POST', path: `/people/${personId}/publish`, body: { locales: ['xx'] } },
    says: (language: string) => message(language, 'access.unknownLocale', { locale: 'xx' }).split('{')[0] ?? '',
  }),
  'a preview link for too long': () => ({
    call: { user: staff.editor, method: 'POST', path: `/people/${personId}/preview`, body: { days: 'many' } },
    says: (language: string) => wrongType(language, 'number', 'many'),
  }),
  'a password that is short': () => ({
    call: {
      user: staff.admin,
      method: 'POST',
      path: '/users',
      body: { email: 'a@example.org', role: 'reader', password: 'short' },
    },
    says: (language: string) => message(language, 'users.shortPassword', { least: 12 }),
  }),
  'a password of somebody else': () => ({
    call: { user: staff.admin, method: 'PATCH', path: `/users/${staff.reader.id}`, body: { password: 'short' } },
    says: (language: string) => message(language, 'users.passwordByLink'),
  }),
  'a new password without the present one': () => ({
    call: {
      user: staff.reader,
      method: 'PATCH',
      path: `/users/${staff.reader.id}`,
      body: { password: 'salt window uncle' },
    },
    says: (language: string) => message(language, 'users.presentPassword'),
  }),
  'a role of one’s own': () => ({
    call: { user: staff.reader, method: 'PATCH', path: `/users/${staff.reader.id}`, body: { role: 'admin' } },
    says: (language: string) =>
      message(language, 'users.managedFields', { fields: message(language, 'users.fields.role.label') }),
  }),
  'the last administrator': () => ({
    call: { user: staff.admin, method: 'DELETE', path: `/users/${staff.admin.id}` },
    says: (language: string) => message(language, 'users.lastAdministrator'),
  }),
  'a webhook without its address': () => ({
    call: { user: staff.admin, method: 'POST', path: '/webhooks', body: { name: 'Site', url: 'site' } },
    says: (language: string) => message(language, 'webhooks.url.unreadable'),
  }),
  'a media document without a picture': () => ({
    call: { user: staff.editor, method: 'POST', path: '/media', body: {} },
    says: (language: string) => message(language, 'media.refused.PICTURE_MISSING'),
  }),
  'an address that somebody has': () => ({
    call: { user: staff.admin, method: 'POST', path: '/users', body: { ...newUser, email: staff.reader.email } },
    says: (language: string) => correct(language, 'users.fields.email.label'),
  }),
  'a user without a password': () => ({
    call: { user: staff.admin, method: 'POST', path: '/users', body: { ...newUser, password: undefined } },
    says: (language: string) => correct(language, 'setup.password'),
  }),
  'a sign-in without an address': () => ({
    call: { method: 'POST', path: '/users/login', body: { password: 'any' } },
    says: (language: string) => correct(language, 'users.fields.email.label'),
  }),
  'a relation that is no document': () => ({
    call: { user: staff.editor, method: 'PATCH', path: `/people/${personId}`, body: { portrait: { no: 'document' } } },
    says: (language: string) =>
      message(language, 'request.badValues', { fields: message(language, 'people.fields.portrait.label') }),
  }),
  'a link that leads nowhere': () => ({
    call: {
      user: staff.editor,
      method: 'PATCH',
      path: `/people/${personId}`,
      body: { biography: linkTo('no address') },
    },
    says: (language: string) => message(language, 'errors.linkAddress', { address: 'no address' }),
  }),
  'a change of no document in particular': () => ({
    call: { user: staff.editor, method: 'PATCH', path: '/people', body: { gender: 'male' } },
    says: (language: string) => message(language, 'errors.whichDocuments'),
  }),
  'a deletion of no document in particular': () => ({
    call: { user: staff.admin, method: 'DELETE', path: '/people' },
    says: (language: string) => message(language, 'errors.whichDocuments'),
  }),
  'a preview by a stranger': () => ({
    call: { method: 'POST', path: '/preview/graphql', body: { query: '{ __typename }' } },
    says: (language: string) => message(language, 'preview.refused.strangers'),
  }),
  'a preview of what is no document': () => ({
    call: {
      user: staff.editor,
      method: 'POST',
      path: '/preview/graphql?key=nobody',
      body: { query: '{ __typename }' },
    },
    says: (language: string) => message(language, 'preview.refused.notAKey', { keys: 'nobody' }),
  }),
  'a preview of a document that is gone': () => ({
    call: {
      user: staff.editor,
      method: 'POST',
      path: '/preview/graphql?key=people:none',
      body: { query: '{ __typename }' },
    },
    says: (language: string) => message(language, 'publish.noSuchDocument', { key: 'people:none' }),
  }),
  'a preview of too much at once': () => ({
    call: { user: staff.editor, method: 'POST', path: '/preview/graphql', body: { query: 'x'.repeat(100_000) } },
    says: (language: string) => message(language, 'preview.refused.tooLarge', { asked: 100_012, most: 65_536 }),
  }),
} satisfies Record<string, () => { call: Call; says: (language: string) => string }>

const newUser = { email: 'new@example.org', name: 'New', role: 'reader', password: 'correct horse battery staple' }

function correct(language: string, field: MessageKey): string {
  return message(language, 'errors.fieldsInvalid', { fields: message(language, field) })
}

function linkTo(url: string) {
  const common = { format: '', indent: 0, version: 1, direction: 'ltr' }
  const text = { type: 'text', text: 'here', version: 1, mode: 'normal', style: '', detail: 0, format: 0 }
  const link = { ...common, type: 'link', fields: { linkType: 'custom', url, newTab: false }, children: [text] }
  const paragraph = { ...common, type: 'paragraph', textFormat: 0, children: [link] }
  return { root: { ...common, type: 'root', children: [paragraph] } }
}

it.each(Object.keys(refusals) as (keyof typeof refusals)[])('%s reads why in each language', async (name) => {
  const { call, says } = refusals[name]()
  const { method, path, ...rest }: Call = call
  for (const language of languages) {
    const { status, body }: RestAnswer = await studio.rest(method, path, {
      ...(rest.user && { user: rest.user }),
      ...(rest.body !== undefined && { body: rest.body }),
      query: { locale: rest.locale ?? 'en' },
      headers: { 'Accept-Language': language },
    })
    expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400)
    expect(textsIn(body), language).toContain(says(language))
  }
})

it.each(languages)('the publish panel names a locale by its name: %s', async (language) => {
  const headers = { 'Accept-Language': language }
  const { body } = await studio.rest('GET', `/people/${translatedId}/publication`, { user: staff.editor, headers })
  const said = message(language, 'gates.sourceLocaleFirst.message', { locale: 'English' })
  expect(body.parts[1].alone.map((one: { message: string }) => one.message)).toContain(said)
})

/** As the admin's own parts ask: `fetch` of the browser, led to the studio's door. */
async function asksFromAdmin(language: string, path: string, query: Record<string, string> = {}) {
  const sent: string[] = []
  vi.stubGlobal('fetch', async (address: string, { headers }: { headers: Record<string, string> }) => {
    const url = new URL(address, 'http://studio')
    sent.push(url.search)
    const asked = { user: staff.editor, query: Object.fromEntries(url.searchParams), headers }
    const { status, body } = await studio.rest('GET', url.pathname.replace('/api', ''), asked)
    return Response.json(body, { status })
  })
  const answer = await studioRequest({ method: 'GET', url: `/api${path}`, query, language })
  vi.unstubAllGlobals()
  return { answer, sent }
}

// Another language of the admin need not be a locale of the content.
it.each([...languages, 'de'])(
  'a form in %s asks in its language and for no locale of the content',
  async (language) => {
    const { answer, sent } = await asksFromAdmin(language, `/people/${personId}/publication`)
    expect(answer).toMatchObject({ ok: true, body: { parts: [{ label: message(language, 'publish.facts') }, {}] } })
    expect(sent).toEqual([''])
  },
)

it('a form that asks for a locale of the content gets it', async () => {
  const { answer, sent } = await asksFromAdmin('de', `/people/${personId}`, { locale: 'en', depth: '0' })
  expect(answer).toMatchObject({ ok: true, body: { name: { given: 'Server' } } })
  expect(sent).toEqual(['?locale=en&depth=0'])
})

/** What zod says in a language of the admin. */
function wrongType(language: string, expected: 'boolean' | 'number', input: string): string {
  return String(z.locales[language as Language]().localeError({ code: 'invalid_type', expected, input, path: [] }))
}

/** All texts of an answer, as a person would find them. */
function textsIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? Object.values(value).map(textsIn).join('\n') : ''
}
