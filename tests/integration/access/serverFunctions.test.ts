import { register } from 'node:module'
import { createLocalReq, getAccessResults, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '#access/roles.ts'
import { openStudio, type Studio, type TestUser } from '#tests/harness/studio.ts'
import { canary, canaryDate, internalFieldsOf } from './canaries/internalFields.ts'
import { type Planted, plant } from './canaries/plant.ts'

// The admin's modules import styles and pictures, which Node does not know.
const assets = `export async function load(url, context, next) {
  const isAsset = /\\.(css|scss|svg|png|ico)$/.test(new URL(url).pathname)
  return isAsset ? { format: 'module', source: 'export default {}', shortCircuit: true } : next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(assets)}`)

/** The functions that the pages of the admin call, with what Next would hand to them. */
let functions: Record<'form-state' | 'table-state' | 'copy-data-from-locale', (args: object) => Promise<unknown>>
let studio: Studio
let documents: Planted[]
const staff = new Map<Role, TestUser>()
const log: string[] = []
beforeAll(async () => {
  const [{ buildFormStateHandler }, { buildTableStateHandler }, { copyDataFromLocaleHandler }] = await Promise.all([
    import('@payloadcms/ui/utilities/buildFormState'),
    import('@payloadcms/ui/utilities/buildTableState'),
    import('@payloadcms/ui/rsc'),
  ])
  functions = {
    // Each takes arguments of its own; here they are whatever somebody sends.
    'form-state': buildFormStateHandler as (args: object) => Promise<unknown>,
    'table-state': buildTableStateHandler as (args: object) => Promise<unknown>,
    'copy-data-from-locale': copyDataFromLocaleHandler as (args: object) => Promise<unknown>,
  }
  studio = await openStudio({ log })
  documents = await plant(studio)
  for (const role of ['reader', 'translator', 'editor'] as const)
    staff.set(role, await studio.user(role, role === 'translator' ? ['uk', 'en'] : []))
})
afterAll(() => studio.close())

const hidden = new RegExp(`${canary}(?!-user)|${canaryDate}`, 'i')

async function asked(role: Role): Promise<{ req: PayloadRequest; permissions: object; user: object }> {
  const user = await studio.payload.findByID({ collection: 'users', id: staff.get(role)?.id ?? '' })
  studio.payload.importMap = {}
  const req = await createLocalReq({ user: { ...user, collection: 'users' }, locale: 'en' }, studio.payload)
  const permissions = await getAccessResults({ req })
  return { req, permissions, user }
}

/** What would go over the wire: a page is drawn from it, and holds no more. */
async function answerOf(name: keyof typeof functions, role: Role, args: object): Promise<string> {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    const result = await functions[name]({ ...args, ...(await asked(role)) })
    const { Table: _, renderedFilters: __, ...data } = Object(result)
    return textOf(data)
  } catch (error) {
    return String(error)
  } finally {
    print.mockRestore()
  }
}

function textOf(value: unknown): string {
  const seen = new WeakSet<object>()
  return JSON.stringify(value, (key, one) => {
    if (typeof one !== 'object' || one === null) return one
    if (seen.has(one) || key === 'req' || key === 'payload' || key === '_owner') return undefined
    seen.add(one)
    return one
  })
}

describe.each(['reader', 'translator'] as const)('%s', (role) => {
  it('the state of a form holds no internal value', async () => {
    for (const { type, id } of documents) {
      const read = await studio.rest('GET', `/${type}/${id}`, {
        user: staff.get(role) as TestUser,
        query: { depth: '0', locale: 'en' },
      })
      const paths = internalFieldsOf(studio.config).flatMap((one) => (one.type === type ? [one.path] : []))
      const common = {
        id,
        collectionSlug: type,
        data: read.body,
        operation: 'update',
        renderAllFields: true,
        mockRSCs: true,
      }
      for (const schemaPath of [type, ...paths.map((path) => `${type}.${path}`)]) {
        const state = await answerOf('form-state', role, { ...common, schemaPath, docPermissions: true })
        expect(state, `${type} ${schemaPath}`).not.toMatch(hidden)
        if (schemaPath === type) expect(state).toContain('"initialValue":"Words')
      }
    }
  })

  it('a list holds none, and is sorted and filtered by none', async () => {
    for (const { type } of documents) {
      const paths = internalFieldsOf(studio.config).flatMap((one) => (one.type === type ? [one.path] : []))
      const plain = await answerOf('table-state', role, { collectionSlug: type, query: { limit: 5 } })
      expect(plain, type).not.toMatch(hidden)
      expect(plain).toContain('"heading"')
      for (const path of paths) {
        const search = (query: object) => answerOf('table-state', role, { collectionSlug: type, query })
        const [met, missed] = [
          await search({ where: { [path]: { like: 'CANAR' } } }),
          await search({ where: { [path]: { like: 'zzz' } } }),
        ]
        expect(met, path).toBe(missed)
        expect(met).not.toMatch(hidden)
        expect(await search({ sort: path })).toBe(await search({ sort: `-${path}` }))
      }
    }
  })

  it('words copied between languages bring none along, and lose none', async () => {
    const { id = '' } = documents.find(({ type }) => type === 'people') ?? {}
    const stored = async () =>
      (
        await studio.rest('GET', `/people/${id}`, {
          user: staff.get('editor') as TestUser,
          query: { locale: 'all', depth: '0' },
        })
      ).body.safety
    const before = await stored()
    const copied = await answerOf('copy-data-from-locale', role, {
      collectionSlug: 'people',
      docID: id,
      fromLocale: 'en',
      toLocale: 'uk',
      overrideData: true,
    })
    expect(copied).not.toMatch(hidden)
    expect(await stored()).toEqual(before)
  })

  it('nothing of it is in the log', () => {
    expect(log.join('')).not.toMatch(hidden)
  })
})

it('an editor’s form holds them: there is something to find', async () => {
  const { id = '', type = 'people' } = documents.find((one) => one.type === 'people') ?? {}
  const read = await studio.rest('GET', `/people/${id}`, {
    user: staff.get('editor') as TestUser,
    query: { depth: '0', locale: 'en' },
  })
  const args = {
    id,
    collectionSlug: type,
    data: read.body,
    operation: 'update',
    schemaPath: type,
    renderAllFields: true,
    mockRSCs: true,
    docPermissions: true,
  }
  expect(await answerOf('form-state', 'editor', args)).toMatch(hidden)
})
