import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roleNames } from '#access/roles.ts'
import { documentTypes } from '#record/shape.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'

let studio: Studio
let staff: Record<Role, TestUser>
beforeAll(async () => {
  studio = await openStudio()
  staff = {
    admin: await studio.user('admin'),
    editor: await studio.user('editor'),
    translator: await studio.user('translator', ['uk', 'tr']),
    reader: await studio.user('reader'),
  }
})
afterAll(() => studio.close())

const rest: Studio['rest'] = (method, path, options) => studio.rest(method, path, options)

async function newPerson(body: object = {}) {
  const answer = await rest('POST', '/people', { user: staff.editor, query: { locale: 'en', depth: '0' }, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc
}

const statusFor = async (user: TestUser | undefined, method: string, path: string, body?: object) =>
  (await rest(method, path, { ...(user && { user }), query: { locale: 'uk' }, ...(body && { body }) })).status

describe('the matrix of roles', () => {
  const matrix = {
    admin: { read: 200, create: 201, update: 200, delete: 200, users: 200 },
    editor: { read: 200, create: 201, update: 200, delete: 200, users: 403 },
    translator: { read: 200, create: 403, update: 200, delete: 403, users: 403 },
    reader: { read: 200, create: 403, update: 403, delete: 403, users: 403 },
  } satisfies Record<Role, Record<string, number>>

  it.each(roleNames)('%s', async (role) => {
    const user = staff[role]
    const { id } = await newPerson()
    expect(await statusFor(user, 'GET', `/people/${id}`)).toBe(matrix[role].read)
    expect(await statusFor(user, 'GET', '/people/versions')).toBe(matrix[role].read)
    expect(await statusFor(user, 'POST', '/people', {})).toBe(matrix[role].create)
    expect(await statusFor(user, 'PATCH', `/people/${id}`, { description: 'слова' })).toBe(matrix[role].update)
    expect(await statusFor(user, 'DELETE', `/people/${id}`)).toBe(matrix[role].delete)
    expect((await statusFor(user, 'POST', '/users', newcomer(role))) === 201).toBe(matrix[role].users === 200)
  })

  it('a stranger gets 403 everywhere and learns nothing', async () => {
    const { id } = await newPerson({ name: { given: 'Secret' } })
    for (const type of [...documentTypes, 'users', 'published', 'changes', 'payload-kv', 'payload-preferences'])
      for (const path of [`/${type}`, `/${type}/count`, `/${type}/${id}`, `/${type}/versions`])
        expect(await statusFor(undefined, 'GET', path), path).toBe(403)
    for (const [method, path] of [
      ['POST', '/people'],
      ['PATCH', `/people/${id}`],
      ['DELETE', `/people/${id}`],
      ['POST', `/people/${id}/publish`],
      ['POST', `/people/${id}/duplicate`],
      ['POST', '/people/access'],
      ['GET', '/access'],
      ['GET', '/og'],
      ['GET', '/media/file/x.jpg'],
    ] as const)
      expect(await statusFor(undefined, method, path), `${method} ${path}`).toBe(403)
  })

  it('nobody reaches the record, GraphQL, or Payload’s own stores', async () => {
    for (const path of ['/published', '/changes', '/payload-kv', '/payload-preferences'])
      expect(await statusFor(staff.admin, 'GET', path), path).toBe(403)
    expect(await statusFor(staff.admin, 'POST', '/published', { key: 'people:1' })).toBe(403)
    for (const path of [
      '/graphql',
      '/graphql-playground',
      '/payload-jobs/run',
      '/payload-migrations',
      '/payload-locked-documents',
    ])
      expect([404, 501], path).toContain(await statusFor(staff.admin, 'GET', path))
    expect(await statusFor(staff.admin, 'POST', '/graphql', { query: '{ __typename }' })).toBe(404)
    expect(await statusFor(staff.admin, 'GET', '/media/paste-url?src=http://127.0.0.1/')).toBe(403)
  })
})

describe('users', () => {
  it('nobody but an administrator reads others; everybody reads themselves', async () => {
    for (const role of ['editor', 'translator', 'reader'] as const) {
      const list = await rest('GET', '/users', { user: staff[role] })
      expect(list.body.docs.map((user: { id: string }) => user.id)).toEqual([staff[role].id])
      expect(await statusFor(staff[role], 'GET', `/users/${staff.admin.id}`)).toBe(404)
    }
    expect((await rest('GET', '/users', { user: staff.admin })).body.totalDocs).toBeGreaterThanOrEqual(4)
  })

  it('one’s own name and password can be changed, one’s role, locales and email cannot', async () => {
    const user = await studio.user('translator', ['uk'])
    const asked = { name: 'New name', role: 'admin', locales: ['uk', 'en'], email: 'other@example.org' }
    const refused = await rest('PATCH', `/users/${user.id}`, { user, body: asked })
    expect(refused.status).toBe(403)
    expect(refused.body.errors[0].message).toContain('Email, Role, Languages')
    const unchanged = { email: user.email, role: 'translator', locales: ['uk'], name: 'New name' }
    expect((await rest('PATCH', `/users/${user.id}`, { user, body: unchanged })).status).toBe(200)
    const { user: me } = (await rest('GET', '/users/me', { user })).body
    expect(me).toMatchObject({ name: 'New name', role: 'translator', locales: ['uk'], email: user.email })
    const withPassword = async (password: string) =>
      (await rest('PATCH', `/users/${user.id}`, { user, body: { password, presentPassword: user.password } })).status
    expect(await withPassword('short')).toBe(400)
    expect(await withPassword('a password long enough')).toBe(200)
    const again = { email: user.email, password: 'a password long enough' }
    expect((await rest('POST', '/users/login', { body: again })).status).toBe(200)
    expect(await statusFor(user, 'PATCH', `/users/${staff.admin.id}`, { name: 'x' })).toBe(403)
  })

  it('the last administrator stays', async () => {
    expect(await statusFor(staff.admin, 'DELETE', `/users/${staff.admin.id}`)).toBe(409)
    expect(await statusFor(staff.admin, 'PATCH', `/users/${staff.admin.id}`, { role: 'reader' })).toBe(409)
  })

  it('the doors around the sign-in are closed', async () => {
    const body = { email: 'first@example.org', password: 'correct horse battery' }
    for (const path of [
      '/users/first-register',
      '/users/forgot-password',
      '/users/reset-password',
      '/users/verify/x',
      '/users/unlock',
    ]) {
      const answer = await rest('POST', path, { body })
      expect(answer.status, path).toBe(403)
      expect(answer.body.errors[0].message).toContain('user add')
    }
  })
})

it('an empty user table lets nobody register the first user', async () => {
  const empty = await openStudio()
  const body = { email: 'first@example.org', password: 'correct horse battery', role: 'admin' }
  expect((await empty.rest('POST', '/users/first-register', { body })).status).toBe(403)
  expect((await empty.rest('POST', '/users', { body })).status).toBe(403)
  expect((await empty.payload.count({ collection: 'users' })).totalDocs).toBe(0)
  await empty.close()
})

it('internal fields are for editors: a translator’s save does not see and does not lose them', async () => {
  const safety = { publishAs: 'initials', risk: 'high', consent: { state: 'given' } }
  const { id } = await newPerson({ safety, charges: [{ label: 'Accused' }] })
  const seen = await rest('GET', `/people/${id}`, { user: staff.translator, query: { locale: 'uk' } })
  expect(JSON.stringify(seen.body)).not.toContain('high')
  expect(await statusFor(staff.reader, 'GET', `/people?where[safety.risk][equals]=high`)).not.toBe(200)
  const saved = await rest('PATCH', `/people/${id}`, {
    user: staff.translator,
    query: { locale: 'uk' },
    body: { ...seen.body, description: 'Опис' },
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  const kept = await rest('GET', `/people/${id}`, { user: staff.editor, query: { locale: 'all', depth: '0' } })
  expect(kept.body.safety).toMatchObject({ publishAs: 'initials', risk: 'high', consent: { state: 'given' } })
  expect(kept.body.charges[0].label).toEqual({ en: 'Accused' })
  expect(kept.body.description.uk).toBe('Опис')
})

function newcomer(role: string) {
  return { email: `new-${role}-${Date.now()}@example.org`, password: 'correct horse battery', role: 'reader' }
}
