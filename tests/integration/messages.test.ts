import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages, message } from '#messages/message.ts'
import { openStudio, type RestAnswer, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let staff: Record<'admin' | 'editor' | 'translator' | 'reader', TestUser>
let personId: string
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
    says: (language: string) => message(language, 'access.foreignFields', { locales: 'uk', fields: 'birthDate' }),
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
    says: (language: string) => message(language, 'conflict.refused', { fields: 'deathDate' }),
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
      return message(language, 'gates.requiredWords.message', { field })
    },
  }),
  'a request that is no JSON': () => ({
    call: { user: staff.editor, method: 'POST', path: `/people/${personId}/publish`, body: { facts: 'yes' } },
    says: (language: string) => message(language, 'request.unusable').split('{')[0] ?? '',
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
    says: (language: string) => message(language, 'users.managedFields', { fields: 'role' }),
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
} satisfies Record<string, () => { call: Call; says: (language: string) => string }>

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

/** All texts of an answer, as a person would find them. */
function textsIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? Object.values(value).map(textsIn).join('\n') : ''
}
