import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#access/endpoints.ts'
import { type Role, roleNames } from '#access/roles.ts'
import { type DocumentType, documentTypes } from '#record/shape.ts'
import { openStudio, type RestOptions, type Studio, type TestUser } from '#tests/harness/studio.ts'

/**
 * Whatever is sent to any endpoint, as anybody: the answer is never a fault of the studio's. The runs are few and the same
 * each time; `FUZZ_RUNS=200 FUZZ_SEED=7` looks further. A failure prints its seed and the smallest request that fails.
 */
const settings = { numRuns: Number(process.env.FUZZ_RUNS ?? 8), seed: Number(process.env.FUZZ_SEED ?? 10) }

let studio: Studio
const staff = new Map<Role, TestUser>()
const ids: Record<string, string[]> = {}

beforeAll(async () => {
  studio = await openStudio()
  const words: { readonly [Type in DocumentType]?: object } = {
    people: { name: { given: 'Asan', family: 'Umerov' }, description: 'Words.', charges: [{ label: 'Words' }] },
    quotes: { text: 'Words' },
    events: { title: 'Words', date: '2018' },
    organizations: { name: 'Words' },
    places: { name: 'Words' },
    sources: { title: 'Words', url: 'https://example.org' },
    media: { alt: 'Words' },
  }
  for (const type of documentTypes.filter((one) => one !== 'media')) {
    // The words of each type are fields of it.
    const make = async () =>
      studio.payload.create({ collection: type, locale: 'en', data: (words[type] ?? {}) as never })
    ids[type] = [String((await make()).id), String((await make()).id)]
  }
})
afterAll(() => studio.close())

const rows = Object.entries(endpoints).flatMap(([owner, table]) =>
  Object.keys(table).map((door) => {
    const [method = '', path = ''] = door.split(' ')
    return { owner, method, path }
  }),
)

describe.each(Object.keys(endpoints))('%s', (owner) => {
  it.each(rows.filter((row) => row.owner === owner))('$method $path', async ({ method, path }) => {
    await ensureStaff()
    const fields = studio.payload.config.collections.find(({ slug }) => slug === owner)?.flattenedFields ?? []
    await fc.assert(
      fc.asyncProperty(requestTo(owner, method, path, fields), async (sent) => {
        const { who, address, options } = sent
        const user = who && staff.get(who)
        const answer = await studio.rest(method.toUpperCase(), address, { ...options, ...(user && { user }) })
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
      }),
      settings,
    )
  })
})

/** Some requests delete accounts or end sessions. */
async function ensureStaff(): Promise<void> {
  for (const role of roleNames) {
    const user = staff.get(role)
    const me = user && (await studio.rest('GET', '/users/me', { user })).body.user
    if (me?.role !== role) staff.set(role, await studio.user(role, role === 'translator' ? ['uk', 'en'] : []))
  }
}

type Sent = { who: Role | null; address: string; options: RestOptions }

function requestTo(owner: string, method: string, path: string, fields: readonly FlattenedField[]): fc.Arbitrary<Sent> {
  const place = owner === 'root' ? path : `/${owner}${path === '/' ? '' : path}`
  return fc
    .record({
      who: fc.constantFrom<Role | null>(...roleNames, 'admin', 'editor', null),
      steps: fc.array(stepOf(owner), { minLength: 3, maxLength: 3 }),
      search: searchOf(fields),
      options: method === 'get' || method === 'delete' ? fc.constant({}) : bodyOf(owner, fields),
    })
    .map(({ who, steps, search, options }) => {
      let next = 0
      const filled = place.replace(/:\w+\??/g, () => encodeURIComponent(steps[next++] ?? ''))
      return { who, options, address: `${filled}?${search}` }
    })
}

const nasty = [
  '',
  '0',
  '-1',
  '1e9',
  '1e400',
  '99999999999999999999',
  'NaN',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'я-org',
  '\0',
  'a\nb\u001b[31m',
  '\u202e',
  '[]',
  '{}',
  '{"x":1}',
  '"',
  "'; --",
  '%',
  '_',
  '$ne',
  '$where',
  'a.b.c',
  '../../etc/passwd',
  '2018-05-21',
  '2018-02-30',
  'yesterday',
  'x'.repeat(3000),
  '00000000-0000-4000-8000-000000000000',
  '507f1f77bcf86cd799439011',
] as const

const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

function stepOf(owner: string): fc.Arbitrary<string> {
  const known = ids[owner] ?? []
  const nonEmpty = text.map((one) => one || 'x').filter((one) => !/\p{Surrogate}/u.test(one))
  return known.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, nonEmpty) : nonEmpty
}

/** What a list is asked in earnest. */
const tame = fc.constantFrom('', 'Words', '0', '7', 'true', 'null', '2018-05-21', 'en', '1,2', '%', 'people')
const operators = fc.constantFrom(...'equals not_equals in not_in all exists greater_than less_than_equal'.split(' '))
const textOperators = fc.constantFrom(...'like not_like contains'.split(' '))
const noOperators = fc.constantFrom(...'near within intersects foo'.split(' '))
const parameters = fc.constantFrom(
  ...'depth limit page trash draft pagination locale fallbackLocale select populate where sort joins data autosave'.split(
    ' ',
  ),
  ...'selectedLocales publishSpecificLocale uploadEdits prefix key query variables flattenLocales'.split(' '),
)

type Piece = [name: string, value: string]

function searchOf(fields: readonly FlattenedField[]): fc.Arbitrary<string> {
  const known = fc.constantFrom('id', 'createdAt', ...pathsIn(fields))
  const lists = fc.constantFrom('quotesSaid', 'quotesAbout', 'eventsWith')
  const earnest = fc.oneof(
    fc
      .tuple(known, fc.oneof(operators, textOperators), tame)
      .map(([path, how, value]): Piece => [`where[${path}][${how}]`, value]),
    fc
      .tuple(known, operators, tame)
      .map(([path, how, value]): Piece => [`where[or][0][and][0][${path}][${how}]`, value]),
    fc.tuple(lists, operators, tame).map(([list, how, value]): Piece => [`joins[${list}][where][id][${how}]`, value]),
    known.map((path): Piece => ['sort', `-${path}`]),
    known.map((path): Piece => [`select[${path.replaceAll('.', '][')}]`, 'true']),
    known.map((path): Piece => [`populate[people][${path.replaceAll('.', '][')}]`, 'true']),
    lists.map((list): Piece => [`joins[${list}][count]`, 'true']),
    fc.constantFrom<Piece>(['locale', 'uk'], ['locale', 'all'], ['depth', '2'], ['trash', 'true'], ['limit', '0']),
    fc.constantFrom<Piece>(['joins', 'false'], ['select[name]', 'false'], ['page', '7'], ['fallbackLocale', 'en']),
  )
  const paths = fc.oneof(known, text)
  const wrong = fc.oneof(
    fc
      .tuple(paths, fc.oneof(operators, textOperators, noOperators), text)
      .map(([path, how, value]): Piece => [`where[${path}][${how}]`, value]),
    fc.tuple(paths, paths, text).map(([list, path, value]): Piece => [`joins[${list}][where][${path}][equals]`, value]),
    fc.tuple(paths, text).map(([path, value]): Piece => [`select[${path}]`, value]),
    paths.map((path): Piece => ['sort', `${path},-${path}`]),
    fc.tuple(parameters, text).map(([name, value]): Piece => [name, value]),
    fc.tuple(parameters, text, text).map(([name, key, value]): Piece => [`${name}[${key}]`, value]),
  )
  return fc
    .oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.array(earnest, { minLength: 1, maxLength: 3 }) },
      { weight: 2, arbitrary: fc.array(fc.oneof(earnest, wrong), { minLength: 1, maxLength: 2 }) },
    )
    .map((pieces) => pieces.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&'))
}

/** Half of a character has no percent signs; broken ones stand for it. */
function percent(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%EF%BF%BD', '%E0%A4')
}

function pathsIn(fields: readonly FlattenedField[], prefix = ''): string[] {
  return fields.flatMap((field) => [
    `${prefix}${field.name}`,
    ...('flattenedFields' in field ? pathsIn(field.flattenedFields, `${prefix}${field.name}.`) : []),
    ...(field.type === 'relationship' || field.type === 'upload' || field.type === 'join'
      ? [`${prefix}${field.name}.id`, `${prefix}${field.name}.heading`, `${prefix}${field.name}.value`]
      : []),
  ])
}

function bodyOf(owner: string, fields: readonly FlattenedField[]): fc.Arbitrary<RestOptions> {
  const object = fc.oneof(
    { weight: 3, arbitrary: valuesOf(fields) },
    fc.dictionary(text, fc.jsonValue(), { maxKeys: 4 }),
  )
  const body = fc.oneof({ weight: 4, arbitrary: object }, partsOf(owner), fc.jsonValue({ maxDepth: 3 }))
  const raw = fc.tuple(
    fc.constantFrom(
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ),
    fc.oneof(
      text,
      body.map((one) => JSON.stringify(one)),
      fc.constant('['.repeat(20_000)),
      fc.constant('{"x":1e400}'),
    ),
    fc.constantFrom('', 'GET'),
  )
  return fc.oneof(
    { weight: 6, arbitrary: body.map((one): RestOptions => ({ body: one ?? null })) },
    {
      weight: 1,
      arbitrary: raw.map(([type, sent, override]) => ({
        raw: sent,
        headers: { ...(type && { 'Content-Type': type }), ...(override && { 'X-HTTP-Method-Override': override }) },
      })),
    },
    { weight: 1, arbitrary: fc.tuple(body, fc.uint8Array({ maxLength: 40 }), text, fc.boolean()).map(formOf) },
  )
}

/** A person who sends a form with a file, or with something that is none. */
function formOf([body, bytes, name, isWhole]: [unknown, Uint8Array, string, boolean]): RestOptions {
  const form = new FormData()
  form.set('_payload', isWhole ? JSON.stringify(body) : name)
  form.set('file', isWhole ? new File([new Uint8Array(bytes)], name || 'x', { type: 'image/png' }) : name)
  return { body: form }
}

function partsOf(owner: string): fc.Arbitrary<object> {
  const known = fc.constantFrom(...(ids[owner] ?? ['x']))
  return fc.record(
    {
      facts: fc.oneof(fc.boolean(), text),
      locales: fc.array(fc.oneof(fc.constantFrom('en', 'uk'), text), { maxLength: 3 }),
      revision: fc.oneof(fc.integer(), fc.double(), text),
      ids: fc.array(fc.oneof(known, text), { maxLength: 3 }),
      days: fc.oneof(fc.integer(), text),
      email: text,
      password: fc.oneof(text, fc.jsonValue()),
      value: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
}

/** Values for fields that there are: some of the right kind, some of any. */
function valuesOf(fields: readonly FlattenedField[]): fc.Arbitrary<object> {
  if (fields.length === 0) return fc.constant({})
  const some = fc.subarray([...fields], { maxLength: Math.min(4, fields.length) })
  return some.chain((chosen) =>
    fc.record(
      Object.fromEntries(
        chosen.map((field) => [field.name, fc.oneof(fc.jsonValue({ maxDepth: 2 }), valuesFor(field))]),
      ),
    ),
  )
}

function valuesFor(field: FlattenedField): fc.Arbitrary<unknown> {
  if (field.type === 'array')
    return fc.array(
      fc
        .tuple(valuesOf(field.flattenedFields), fc.constantFrom({}, { id: 'a' }, { id: 'b' }))
        .map(([row, id]) => ({ ...id, ...row })),
      { maxLength: 3 },
    )
  if (field.type === 'group') return valuesOf(field.flattenedFields)
  if (field.type === 'relationship' || field.type === 'upload') {
    const slugs = [field.relationTo].flat()
    const one = fc.constantFrom(
      ...slugs.flatMap((slug) => (ids[slug] ?? []).map((id) => [slug, id] as const)),
      ['people', 'nothing'] as const,
      ['media', '00000000-0000-4000-8000-000000000000'] as const,
    )
    const reference = one.map(([relationTo, value]) =>
      Array.isArray(field.relationTo) ? { relationTo, value } : value,
    )
    return field.hasMany ? fc.array(reference, { maxLength: 3 }) : reference
  }
  if (field.type === 'number') return fc.oneof(fc.integer(), fc.double(), fc.constantFrom(1e308, -0, 3e9, 2.5))
  if (field.type === 'richText')
    return fc.constantFrom(
      { root: {} },
      { root: { type: 'root', children: [] } },
      { root: { type: 'root', children: [{ type: 'nothing', version: 1 }] } },
      { root: { type: 'root', children: [{ type: 'link', fields: null, children: [] }] } },
      { root: { type: 'root', children: [{ type: 'upload', value: {}, relationTo: 'x' }], direction: 7 } },
    )
  return 'hasMany' in field && field.hasMany ? fc.array(text, { maxLength: 3 }) : text
}
