import { documentTypes } from '#record/shape.ts'
import type { RestOptions, Studio } from '#tests/harness/studio.ts'
import { canaryFor, internalFieldsOf, pathsThroughRelations, planted } from './internalFields.ts'
import type { Planted } from './plant.ts'

export type Request = { method: string; address: string; options?: RestOptions }

/** Requests whose answers must be the same but for what was asked: one guesses the value that is stored, the others do not. */
export type Walk = { single: Request[]; alike: Request[][] }

type Place = { studio: Studio; owner: string; documents: readonly Planted[] }
type Make = (place: Place) => Partial<Walk>

/** What is asked of each door. A door that is not here has not been thought of, and the walk fails. */
const doors: Readonly<Record<string, Make>> = {
  'get /': lists(''),
  'get /count': lists('/count'),
  'get /versions': lists('/versions'),
  'get /:id': ({ owner, documents, studio }) => ({
    single: idsIn(owner, documents).flatMap((id) =>
      forms(studio, owner).map((search) => get(`/${owner}/${id}?${search}`)),
    ),
  }),
  'get /versions/:id': ({ owner, documents }) => ({
    single: of(owner, documents).flatMap(({ versions }) =>
      versions.flatMap((id) =>
        ['', 'depth=2', 'locale=all', 'select[version][safety]=true'].map((search) =>
          get(`/${owner}/versions/${id}?${search}`),
        ),
      ),
    ),
  }),
  'post /access/:id?': ({ owner, documents }) => ({
    single: [post(`/${owner}/access`, {}), ...idsIn(owner, documents).map((id) => post(`/${owner}/access/${id}`, {}))],
  }),
  'post /': writes((owner) => [{ method: 'POST', address: `/${owner}?locale=uk` }]),
  'patch /:id': writes((owner, ids) =>
    ids.map((id) => ({ method: 'PATCH', address: `/${owner}/${id}?locale=uk&trash=true` })),
  ),
  'patch /': writes((owner, ids) =>
    ids.map((id) => ({ method: 'PATCH', address: `/${owner}?locale=uk&trash=true&where[id][equals]=${id}` })),
  ),
  'post /:id/duplicate': writes((owner, ids) =>
    ids.map((id) => ({ method: 'POST', address: `/${owner}/${id}/duplicate?locale=uk` })),
  ),
  'post /versions/:id': ({ owner, documents }) => ({
    single: of(owner, documents).flatMap(({ versions }) => versions.map((id) => post(`/${owner}/versions/${id}`, {}))),
  }),
  // Who may delete would delete what is planted: they are not asked.
  'delete /': ({ owner, studio }) => ({
    alike: searches(studio, owner).map((all) =>
      all.map((search) => ({ method: 'DELETE', address: `/${owner}?${search}` })),
    ),
  }),
  'delete /:id': ({ owner }) => ({ single: [{ method: 'DELETE', address: `/${owner}/nothing` }] }),
  'get /:id/publication': eachDocument((path) => get(`${path}/publication`)),
  'post /:id/publish': eachDocument((path) => post(`${path}/publish`, { facts: true, locales: ['en', 'uk'] })),
  'post /:id/withdraw': eachDocument((path) => post(`${path}/withdraw`, {})),
  'post /publish': ({ owner, documents }) => ({
    single: [post(`/${owner}/publish`, { ids: [...idsIn(owner, documents), 'nothing'], facts: true })],
  }),
  'post /withdraw': ({ owner, documents }) => ({
    single: [post(`/${owner}/withdraw`, { ids: [...idsIn(owner, documents), 'nothing'] })],
  }),
  'post /:id/preview': eachDocument((path) => post(`${path}/preview`, {})),
  'get /:id/preview': eachDocument((path) => get(`${path}/preview`)),
  'delete /:id/preview/:link': eachDocument((path) => ({ method: 'DELETE', address: `${path}/preview/nothing` })),
  'get /file/:filename': ({ documents }) => ({
    single: documents.flatMap(({ filename }) =>
      filename ? [get(`/media/file/${filename}`), get(`/media/file/x-${filename}`)] : [],
    ),
  }),
  'get /:id/original': ({ documents }) => ({
    single: documents.flatMap(({ type, id }) =>
      type === 'media' ? [get(`/media/${id}/original`), get(`/media/${id}/original?reason=curiosity`)] : [],
    ),
  }),
  'get /paste-url/:id?': () => ({ single: [get('/media/paste-url?src=http://127.0.0.1/')] }),
  'get /me': () => ({ single: [get('/users/me'), get('/users/me?depth=2')] }),
  'get /init': () => ({ single: [get('/users/init')] }),
  'get /access': () => ({ single: [get('/access')] }),
  'get /og': () => ({ single: [get('/og')] }),
  'get /:key': () => ({ single: [get('/payload-preferences/theirs')] }),
  'post /:key': () => ({ single: [post('/payload-preferences/theirs', { value: 'mine' })] }),
  'delete /:key': () => ({ single: [{ method: 'DELETE', address: '/payload-preferences/theirs' }] }),
  'post /:id/retry': () => ({ single: [post('/webhooks/nothing/retry', {})] }),
  'get /:id/secret': () => ({ single: [get('/webhooks/nothing/secret')] }),
  'post /:id/secret': () => ({ single: [post('/webhooks/nothing/secret', {})] }),
  'post /login': () => ({
    single: [post('/users/login', { email: 'nobody@example.org', password: 'x' }), post('/users/login', { email: {} })],
  }),
  'post /unlock': () => ({ single: [post('/users/unlock', { email: 'nobody@example.org' })] }),
  'post /:id/link': () => ({ single: [post('/users/nobody/link', {})] }),
  'post /refresh-token': () => ({ single: [post('/users/refresh-token', {})] }),
  'post /first-register': () => ({ single: [post('/users/first-register', {})] }),
  'post /forgot-password': () => ({ single: [post('/users/forgot-password', {})] }),
  'post /reset-password': () => ({ single: [post('/users/reset-password', {})] }),
  'post /verify/:id': () => ({ single: [post('/users/verify/x', {})] }),
  // It would end the session that the walk goes on with.
  'post /logout': () => ({}),
  'get /preview/graphql': ({ documents }) => ({
    single: documents.map(({ type, id }) =>
      get(`/preview/graphql?key=${type}:${id}&query=${encodeURIComponent(wholeDocument(type, id))}`),
    ),
  }),
  'post /preview/graphql': ({ documents }) => ({
    single: documents.map(({ type, id }) => post('/preview/graphql', { query: wholeDocument(type, id) })),
  }),
  'options /preview/graphql': () => ({ single: [{ method: 'OPTIONS', address: '/preview/graphql' }] }),
}

/** What is asked of one door of the table; null where nobody has said what. */
export function requestsTo(door: string, place: Place): Walk | null {
  const make = Object.hasOwn(doors, door) ? doors[door] : undefined
  return make ? { single: [], alike: [], ...make(place) } : null
}

const get = (address: string): Request => ({ method: 'GET', address })
const post = (address: string, body: object): Request => ({ method: 'POST', address, options: { body } })
const of = (owner: string, documents: readonly Planted[]) => documents.filter(({ type }) => type === owner)
const idsIn = (owner: string, documents: readonly Planted[]) =>
  of(owner, documents).flatMap(({ id, trashed }) => [id, trashed])

function eachDocument(make: (path: string) => Request): Make {
  return ({ owner, documents }) => ({ single: idsIn(owner, documents).map((id) => make(`/${owner}/${id}`)) })
}

function lists(door: '' | '/count' | '/versions'): Make {
  return ({ owner, studio }) => {
    const inVersions = door === '/versions'
    const shown =
      door === '' ? forms(studio, owner) : ['', 'depth=2&locale=all&trash=true', 'select[version][safety]=true']
    return {
      single: shown.map((search) => get(`/${owner}${door}?${search}`)),
      alike: searches(studio, owner, inVersions).map((all) => all.map((search) => get(`/${owner}${door}?${search}`))),
    }
  }
}

/** Ways to ask for more of a document than a list shows. */
function forms(studio: Studio, owner: string): string[] {
  const paths = internalFieldsOf(studio.config).flatMap(({ type, path }) => (type === owner ? [path] : []))
  const selected = paths.map((path) => `select[${path.replaceAll('.', '][')}]=true`)
  const populated = internalFieldsOf(studio.config).map(
    ({ type, path }) => `depth=2&populate[${type}][${path.replaceAll('.', '][')}]=true`,
  )
  const joined = ['quotesSaid', 'quotesAbout', 'eventsWith'].map(
    (name) => `depth=3&joins[${name}][limit]=5&joins[${name}][count]=true`,
  )
  return [
    '',
    'depth=0',
    'depth=10',
    'depth=10&locale=all',
    'locale=uk&fallbackLocale=en',
    'trash=true&depth=2',
    'draft=true',
    'limit=0&pagination=false&trash=true&locale=all&depth=3',
    'select[safety]=true',
    'flattenLocales=true&locale=all',
    ...selected,
    ...populated,
    ...(owner === 'people' ? joined : []),
  ]
}

/** The paths by which a condition, or an order, could ask for an internal value. */
function pathsTo(studio: Studio, owner: string, inVersions: boolean): string[] {
  const own = internalFieldsOf(studio.config).flatMap(({ type, path }) => (type === owner ? [path] : []))
  const all = [...own, ...pathsThroughRelations(studio.config, owner)]
  return inVersions ? all.map((path) => `version.${path}`) : all
}

/** Half of a canary: what comes back is not what was sent. */
const part = 'CANAR'

function conditions(studio: Studio, owner: string, inVersions = false): string[] {
  return pathsTo(studio, owner, inVersions).flatMap((path) => [
    `sort=${path}`,
    `sort=-${path},-createdAt`,
    `where[${path}][exists]=true`,
    `where[${path}.uk][like]=${part}`,
    `where[${path.replaceAll('.', '__')}][like]=${part}`,
    `where[or][0][and][0][${path}][contains]=${part}`,
    `where=${encodeURIComponent(JSON.stringify({ [path]: { like: part } }))}`,
    ...(owner === 'people'
      ? [`joins[quotesSaid][where][speaker.${path}][like]=${part}`, `joins[quotesSaid][sort]=speaker.${path}`]
      : []),
  ])
}

/** What nobody may ask who may not read the answer: one by one, and guesses that must be answered alike. */
function searches(studio: Studio, owner: string, inVersions = false): string[][] {
  return [...conditions(studio, owner, inVersions).map((search) => [search]), ...guesses(studio, owner, inVersions)]
}

/** For each path one condition that is met, and one that is not. */
function guesses(studio: Studio, owner: string, inVersions = false): string[][] {
  return pathsTo(studio, owner, inVersions).flatMap((path) => [
    [`where[${path}][like]=${part}`, `where[${path}][like]=zzz`],
    [`where[${path}][equals]=pseudonym`, `where[${path}][equals]=full`],
    [`sort=${path}`, `sort=-${path}`],
  ])
}

/** Saves that name an internal field, with the value that is stored and with others, from revisions that are and are not. */
function writes(targets: (owner: string, ids: string[]) => Omit<Request, 'options'>[]): Make {
  return ({ owner, documents, studio }) => {
    const fields = internalFieldsOf(studio.config).filter(({ type }) => type === owner)
    const ids = idsIn(owner, documents)
    const bodies = (revisions: readonly (number | undefined)[]) =>
      fields.map((field) =>
        [canaryFor(field, 'newer'), canaryFor(field, 'other'), null].flatMap((value) =>
          revisions.map((revision) => ({ ...(revision && { revision }), ...nested(field.path, value) })),
        ),
      )
    const send = (target: Omit<Request, 'options'>, body: object): Request => ({ ...target, options: { body } })
    return {
      single: targets(owner, ids).flatMap((target) => [
        ...[{}, { revision: 'x' }, { revision: 1, kind: 'other' }, { revision: 99999, description: 'Слова' }].map(
          (body) => send(target, body),
        ),
        ...(fields.length > 0 ? [send(target, planted(fields, 'newer', false))] : []),
      ]),
      alike: targets(owner, ids.slice(0, 1)).flatMap((target) =>
        bodies([undefined, 1, 99999]).map((all) => all.map((body) => send(target, body))),
      ),
    }
  }
}

function nested(path: string, value: unknown): object {
  return path
    .split('.')
    .reverse()
    .reduce((inner: unknown, name) => ({ [name]: inner }), value) as object
}

const roots = {
  people: 'name { display sort given family } alternateNames { value } description jsonLd',
  media: 'alt',
} as const

function wholeDocument(type: string, id: string): string {
  const own = Object.entries(roots).map(
    ([one, fields]) => `... on ${one === 'people' ? 'Person' : 'Media'} { ${fields} }`,
  )
  const key = `${documentTypes.find((one) => one === type)}:${id}`
  return `{ node(id: "${key}") { id ${own.join(' ')} } search(text: "CANARY") { totalCount } people { nodes { name { display } } } }`
}
