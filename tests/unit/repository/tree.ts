import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const notOurs: readonly string[] = [
  '.git',
  'node_modules',
  '.next',
  '.holos',
  'data',
  'coverage',
  'media/files',
  'tests/.cache',
  'next-env.d.ts',
]
const source = /\.(ts|tsx|mjs)$/

/** Every file of the repository, as a path from its root. What git ignores is left out. */
export function files(folder = ''): string[] {
  return readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (notOurs.includes(path)) return []
    return entry.isDirectory() ? files(path) : [path]
  })
}

export const sources = (): string[] => files().filter((path) => source.test(path))

export const read = (path: string): string => readFileSync(path, 'utf8')

export type Import = {
  /** The file that imports. */
  from: string
  /** As written. */
  specifier: string
  /** The file that is imported, as a path from the root; null for a package. */
  target: string | null
}

type Aliases = Record<string, string>
const aliases: Aliases = JSON.parse(read('package.json')).imports

/** Static and dynamic imports, type-only ones too: a type is knowledge as well. */
export function importsOf(path: string): Import[] {
  const { importedFiles } = ts.preProcessFile(read(path), true, true)
  return importedFiles.map(({ fileName }) => ({ from: path, specifier: fileName, target: targetOf(path, fileName) }))
}

function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return join(from, '..', specifier)
  if (!specifier.startsWith('#')) return null
  for (const [alias, place] of Object.entries(aliases)) {
    const stem = alias.replace('*', '')
    if (alias === specifier) return join(place)
    if (alias.endsWith('*') && specifier.startsWith(stem)) return join(place.replace('*', specifier.slice(stem.length)))
  }
  return specifier
}
