import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { files, type Import, importsOf, sources } from './tree.ts'

/** The floors of the house, top to bottom. An import goes down or stays in its folder. */
const floors: readonly (readonly string[])[] = [
  ['tests', 'next.config.mjs', 'vitest.config.ts'],
  ['src/app', 'src/proxy.ts', 'src/instrumentation.ts', 'src/cli'],
  ['payload.config.ts', 'src/generated/importMap.ts'],
  ['src/delivery', 'src/preview', 'src/webhooks', 'src/desk', 'src/doors', 'src/explorer', 'src/import'],
  ['collections'],
  ['src/publishing', 'src/catalog'],
  ['src/access', 'src/signin', 'src/database', 'src/graph'],
  ['src/locales'],
  ['src/dates', 'src/names', 'src/record', 'media'],
  ['src/base', 'src/messages', 'src/generated'],
]

/** Delivery reads the record and nothing else: of the floor of rules it may know the graph only, and its catalog. */
const deliveryKnows = ['src/delivery', 'src/catalog', 'src/graph', ...floors.slice(-3).flat()]

/** Packages that a folder must never import, itself or through what it imports. */
const forbiddenPackages: readonly { folder: string; packages: RegExp; because: string }[] = [
  {
    folder: 'src/delivery',
    packages: /^(payload|@payloadcms\/.*|next|react|react-dom)(\/|$)/,
    because: 'delivery holds nothing of the studio',
  },
  {
    folder: 'src/graph',
    packages:
      /^(node:(fs|net|http|https|child_process|worker_threads).*|mongodb|libsql|@libsql\/.*|payload|@payloadcms\/.*)$/,
    because: 'the graph does no I/O',
  },
  {
    folder: 'src/catalog',
    packages:
      /^(node:(fs|net|http|https|child_process|worker_threads).*|mongodb|libsql|@libsql\/.*|payload|@payloadcms\/.*)$/,
    because: 'the catalog is memory and does no I/O',
  },
]

const topLevel = {
  folders: ['.ci', '.github', 'collections', 'media', 'src', 'tests'],
  files: [
    '.dockerignore',
    '.env.example',
    '.gitignore',
    '.npmrc',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'DECISIONS.md',
    'Dockerfile',
    'LICENSE',
    'README.md',
    'biome.json',
    'docker-compose.yml',
    'knip.json',
    'next.config.mjs',
    'package-lock.json',
    'package.json',
    'payload.config.ts',
    'schema.graphql',
    'tsconfig.json',
    'vitest.config.ts',
  ],
  // Made on each machine and ignored by git.
  local: ['tsconfig.tsbuildinfo', '.env', '.env.local'],
}

const imports: Import[] = sources().flatMap(importsOf)
const inside = imports.filter((one) => one.target !== null)

describe('floors', () => {
  it('every file has a place', () => {
    expect(sources().filter((path) => placeOf(path) === undefined)).toEqual([])
  })

  it('an import goes down or stays in its folder', () => {
    expect(inside.filter(goesUpOrAcross).map(spelled)).toEqual([])
  })

  it('draft-blind: delivery imports the graph and the floors of truth only', () => {
    const foreign = inside.filter(
      ({ from, target }) => isIn(from, 'src/delivery') && !deliveryKnows.some((place) => isIn(target, place)),
    )
    expect(foreign.map(spelled)).toEqual([])
  })

  it.each(forbiddenPackages)('$folder: $because', ({ folder, packages }) => {
    const reached = [...reachableFrom(sources().filter((path) => isIn(path, folder)))]
    const wrong = imports.filter(
      ({ from, target, specifier }) => target === null && reached.includes(from) && packages.test(specifier),
    )
    expect(wrong.map(spelled)).toEqual([])
  })

  it('folders do not import each other in a circle', () => {
    expect(circles(folderGraph())).toEqual([])
  })

  it('inside a folder imports are relative with their extension, across folders by name', () => {
    expect(inside.filter(isMisspelled).map(spelled)).toEqual([])
  })

  it('every import finds its file', () => {
    expect(inside.filter(({ target, from }) => !existsSync(target ?? '') && !isGenerated(from)).map(spelled)).toEqual(
      [],
    )
  })
})

describe('top level', () => {
  it('has exactly the folders that are agreed', () => {
    const folders = files()
      .filter((path) => path.includes('/'))
      .map((path) => path.split('/')[0])
    expect([...new Set(folders)].sort()).toEqual(topLevel.folders)
  })

  it('has only the files that tools force', () => {
    const found = files().filter((path) => !path.includes('/') && !topLevel.local.includes(path))
    expect(found.filter((path) => !topLevel.files.includes(path))).toEqual([])
  })

  it('src has only the folders that have a floor', () => {
    const folders = files()
      .filter((path) => /^src\/.*\//.test(path))
      .map((path) => path.split('/').slice(0, 2).join('/'))
    expect([...new Set(folders)].filter((folder) => placeOf(`${folder}/x.ts`) === undefined)).toEqual([])
  })
})

function goesUpOrAcross({ from, target }: Import): boolean {
  const [here, there] = [placeOf(from), placeOf(target ?? '')]
  if (!here || !there) return true
  return here.name !== there.name && there.floor <= here.floor
}

/** The longest row of the table that holds the path; `floor` counts from the top. */
function placeOf(path: string): { name: string; floor: number } | undefined {
  const rows = floors.flatMap((names, floor) => names.map((name) => ({ name, floor })))
  return rows.filter(({ name }) => isIn(path, name)).sort((a, b) => b.name.length - a.name.length)[0]
}

function isIn(path: string | null, place: string): boolean {
  return path === place || Boolean(path?.startsWith(`${place}/`))
}

function isMisspelled({ from, target, specifier }: Import): boolean {
  if (isGenerated(from) || from === 'next.config.mjs' || from === 'vitest.config.ts') return false
  const isSameFolder = placeOf(from)?.name === placeOf(target ?? '')?.name
  const hasExtension = /\.(ts|tsx|mjs|js|css|scss|json)$/.test(specifier) || specifier === '#payload.config'
  return !hasExtension || (!isSameFolder && !specifier.startsWith('#'))
}

function isGenerated(path: string): boolean {
  return isIn(path, 'src/generated') || isIn(path, 'src/database/migrations')
}

function reachableFrom(start: string[]): Set<string> {
  const seen = new Set(start)
  for (const path of seen) {
    for (const { from, target } of inside) if (from === path && target !== null) seen.add(target)
  }
  return seen
}

function folderGraph(): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const { from, target } of inside) {
    const [here, there] = [placeOf(from)?.name, placeOf(target ?? '')?.name]
    if (here && there && here !== there) graph.set(here, (graph.get(here) ?? new Set()).add(there))
  }
  return graph
}

function circles(graph: Map<string, Set<string>>): string[] {
  const found: string[] = []
  const walk = (name: string, trail: string[]) => {
    if (trail.includes(name)) found.push([...trail.slice(trail.indexOf(name)), name].join(' → '))
    else for (const next of graph.get(name) ?? []) walk(next, [...trail, name])
  }
  for (const name of graph.keys()) walk(name, [])
  return [...new Set(found)]
}

function spelled({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`
}
