import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyOfTree } from './copyOfTree.ts'

const languages = ['en', 'uk', 'ru', 'tr']

/** The walk of CONTRIBUTING.md, "Adding a kind of document", for campaigns: each file, and what becomes of it. */
const steps: { readonly [path: string]: (text: string) => string } = {
  'src/record/shape.ts': (text) =>
    changed(
      text,
      [`'places', 'sources'] as const`, `'places', 'sources', 'campaigns'] as const`],
      [
        '} as const satisfies Record<DocumentType, Fields>',
        `  campaigns: { title: text, until: date, about: refs('people'), sources },
} as const satisfies Record<DocumentType, Fields>`,
      ],
      [
        '} as const satisfies { readonly [Type in DocumentType]: DocumentTraits',
        `  campaigns: {
    typeName: 'Campaign',
    heading: ['title'],
    name: ['title'],
    searched: { names: [], texts: ['title'] },
    date: 'until',
    dates: { until: 'expected' },
    required: { words: ['title'], facts: [] },
  },
} as const satisfies { readonly [Type in DocumentType]: DocumentTraits`,
      ],
    ),
  'collections/documents/campaigns.ts': () => `import { dateField } from '../fields/dateField.ts'
import { links, sources } from '../fields/links.ts'
import { words } from '../fields/words.ts'
import { documentCollection } from './documentCollection.ts'

export const campaigns = documentCollection({
  type: 'campaigns',
  columns: ['heading', 'until', 'publishedIn', 'updatedAt'],
  fields: [words('title'), dateField('until'), links('about', 'people'), sources],
})
`,
  'payload.config.ts': (text) =>
    changed(
      text,
      [`import { events }`, `import { campaigns } from '#collections/documents/campaigns.ts'\nimport { events }`],
      [
        '} satisfies Record<DocumentType, CollectionConfig>',
        '  campaigns,\n} satisfies Record<DocumentType, CollectionConfig>',
      ],
    ),
  'src/graph/lists/documentLists.ts': (text) =>
    changed(text, [
      'const lists = {\n',
      `const lists = {
  campaigns: {
    all: 'Campaigns',
    usual: 'DATE_ASC',
    orders: [...byDate, ...byName],
    where: { ...common, about: naming('Id of a person it is for.', ({ about }) => about) },
  },
`,
    ]),
  'src/graph/types/documents/campaign.ts': () => `import { exactDate, tagged } from '../../documents/jsonLd.ts'
import { date, references, words } from '../fields/facts.ts'
import { PersonRef, SourceRef } from '../refs.ts'
import { implementDocument } from './localized.ts'

implementDocument('campaigns', {
  description: 'What people do together for somebody.',
  called: 'campaign',
  fields: (t) => ({
    title: t.string(words('title', 'What it is called.')),
    until: t.field(date('until', 'When it ends.')),
    about: t.field(references('about', PersonRef, 'Whom it is for.')),
    sources: t.field(references('sources', SourceRef, 'Where it is told.')),
  }),
  schemaOrg: (node, context) => ({
    '@type': 'Event',
    name: tagged(node, 'title', context),
    endDate: exactDate(node.entry.card.facts.until),
  }),
})
`,
  'src/graph/schema.ts': (text) =>
    changed(text, [`import './types/query.ts'`, `import './types/documents/campaign.ts'\nimport './types/query.ts'`]),
  ...Object.fromEntries(
    languages.map((language) => [
      `src/messages/${language}.json`,
      (text: string) => changed(text, ['"people.singular"', `${words(language)}"people.singular"`]),
    ]),
  ),
}

/** The test is about where they stand: all languages say the same. */
const words = (language: string) =>
  [
    ['singular', 'Campaign'],
    ['plural', 'Campaigns'],
    ['help', 'What people do together for somebody.'],
    ['fields.title.label', 'Title'],
    ['fields.title.help', 'What it is called.'],
    ['fields.until.label', 'Until'],
    ['fields.until.help', 'When it ends.'],
    ['fields.about.label', 'For whom'],
    ['fields.about.help', 'Whom it is for.'],
  ]
    .map(([key, text]) => `"campaigns.${key}": "${text}${language === 'en' ? '' : ` (${language})`}",\n  `)
    .join('')

/** A step whose place is not there any more is a step of a walk that is not true. */
function changed(text: string, ...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((before, [from, to]) => {
    expect(before.split(from), from).toHaveLength(2)
    return before.replace(from, () => to)
  }, text)
}

/** What an editor and a reader see of it: in the copy, through the doors of the studio and of delivery. */
const servedTest = `import { expect, it } from 'vitest'
import { openDelivery } from '#tests/harness/delivery/delivery.ts'
import { openStudio } from '#tests/harness/studio.ts'

it('a campaign is written, published, listed, filtered, found and named by its id', async () => {
  const studio = await openStudio()
  const delivery = await openDelivery(studio.databaseUrl)
  const user = await studio.user('editor')
  const published = async (type: string, body: object) => {
    const saved = await studio.rest('POST', \`/\${type}\`, { user, query: { locale: 'en' }, body })
    expect(saved.status, JSON.stringify(saved.body)).toBe(201)
    const { id } = saved.body.doc
    const empty = await studio.rest('POST', \`/\${type}/\${id}/publish\`, { user, body: { facts: true, locales: ['uk'] } })
    expect(empty.status).toBe(422)
    const answer = await studio.rest('POST', \`/\${type}/\${id}/publish\`, { user, body: { facts: true, locales: ['en'] } })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return id
  }
  const person = await published('people', { slug: 'a', name: { given: 'Asan' }, description: 'Somebody.' })
  const id = await published('campaigns', { title: 'Letters for Asan', until: '2030-05', about: [person] })
  const { body } = await delivery.ask(\`{
    campaigns(where: { about: "people:\${person}" }) { nodes { title until { label } about { slug } jsonLd } }
    none: campaigns(where: { about: "people:x" }) { totalCount }
    search(text: "letters") { nodes { id } }
    node(id: "campaigns:\${id}") { ... on Campaign { title } }
  }\`)
  expect(body.errors).toBeUndefined()
  expect(body.data).toMatchObject({
    campaigns: { nodes: [{ title: 'Letters for Asan', until: { label: 'May 2030' }, about: [{ slug: 'a' }] }] },
    none: { totalCount: 0 },
    search: { nodes: [{ id: \`campaigns:\${id}\` }] },
    node: { title: 'Letters for Asan' },
  })
  await delivery.stop()
  await studio.close()
})
`

let copy: ReturnType<typeof copyOfTree>
beforeAll(() => {
  copy = copyOfTree()
})
afterAll(() => copy.remove())

const take = (paths: readonly string[]) => {
  for (const path of paths) writeFileSync(copy.path(path), steps[path]?.(textOf(path)) ?? '')
}
const textOf = (path: string) => (isNew(path) ? '' : readFileSync(path, 'utf8'))
const isNew = (path: string) => path.endsWith('campaigns.ts') || path.endsWith('campaign.ts')

/** Unit tests that walk every type of document, or the tree itself: a new file must find room. */
const walks = [
  'repository',
  'rules/messages',
  'rules/record',
  'studio/access',
  'studio/collections',
  'studio/publishing',
].map((room) => `tests/unit/${room}`)

const typeCheck = () => copy.run(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
const vitest = (...args: string[]) => copy.run(['node_modules/vitest/vitest.mjs', 'run', ...args])

it('touches at most ten files, and CONTRIBUTING.md names each', () => {
  const walk = readFileSync('CONTRIBUTING.md', 'utf8').split('## Adding a kind of document')[1]?.split('\n## ')[0] ?? ''
  const named = (path: string) =>
    path.replace(/campaigns?\.ts$/, '<type>.ts').replace(/[a-z]{2}\.json$/, '<language>.json')
  expect(Object.keys(steps).length).toBeLessThanOrEqual(10)
  expect(Object.keys(steps).filter((path) => !walk.includes(named(path)))).toEqual([])
})

it('with only its shape the types name every table that lacks it', async () => {
  take(['src/record/shape.ts'])
  const { exitCode, output } = await typeCheck()
  expect(exitCode).not.toBe(0)
  for (const path of ['payload.config.ts', 'src/graph/lists/documentLists.ts']) expect(output).toContain(path)
})

it('without its words the studio does not start and says which are missing', async () => {
  take(Object.keys(steps).filter((path) => !path.endsWith('.json')))
  const { exitCode, output } = await copy.run(['--conditions=production', 'src/cli/run.mjs', 'generate'])
  expect(exitCode).not.toBe(0)
  expect(output).toContain('campaigns')
})

it('the whole walk is generated, typed, tested and served', async () => {
  take(Object.keys(steps))
  writeFileSync(copy.path('tests/integration/documents/campaigns.test.ts'), servedTest)
  const generated = await copy.run(['--conditions=production', 'src/cli/run.mjs', 'generate'])
  expect(generated).toMatchObject({ exitCode: 0, output: expect.stringContaining('schema.graphql') })
  expect(await typeCheck()).toEqual({ exitCode: 0, output: '' })
  const served = await vitest('--project', 'sqlite', 'tests/integration/documents/campaigns.test.ts')
  expect(served.exitCode, served.output.slice(-10_000)).toBe(0)
  const walked = await vitest('--project', 'unit', ...walks)
  expect(walked.exitCode, walked.output.slice(-10_000)).toBe(0)
})
