import { expect, it } from 'vitest'
import { files, read } from './tree.ts'

const documents = ['README.md', 'CONTRIBUTING.md', 'DECISIONS.md', 'src/README.md']
const present = files()
const roots = new Set(present.map((path) => path.split('/')[0] ?? ''))

/** What stands in backticks and is a path of the repository, or the name of a file of it. */
function pathsNamedIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '')
  return quoted.filter((name) => /^[\w.-]+\.(ts|tsx|mjs|json|md|yml)$/.test(name) || isBelowRoot(name))
}

function isBelowRoot(name: string): boolean {
  return name.includes('/') && roots.has(name.split('/')[0] ?? '')
}

/** `{en,uk}` stands for each of them, `<type>` for any name. */
function spelledOut(name: string): string[] {
  const [whole, choices] = /\{([^}]+)\}/.exec(name) ?? []
  return whole && choices ? choices.split(',').map((choice) => name.replace(whole, choice)) : [name]
}

function isThere(name: string): boolean {
  const literal = name.replace(/\/$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`^${literal.replace(/<\w+>/g, '[^/]+')}(/|$)`)
  return present.some((path) => pattern.test(path))
}

it.each(documents)('every path that %s names is there', (document) => {
  const named = pathsNamedIn(read(document))
  expect(named.length).toBeGreaterThan(0)
  expect(named.flatMap(spelledOut).filter((name) => !isThere(name))).toEqual([])
})

it('the README names every place that CONTRIBUTING.md leads a new kind of document to', () => {
  const walk = read('CONTRIBUTING.md').split('## Adding a kind of document')[1]?.split('\n## ')[0] ?? ''
  const row = /^\| a collection \|.*$/m.exec(read('README.md'))?.[0] ?? ''
  const places = pathsNamedIn(row).flatMap(spelledOut)
  const steps = [...walk.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '')
  expect(steps.length).toBeGreaterThan(5)
  expect(steps.filter((step) => !places.some((place) => leadsTo(place, step)))).toEqual([])
})

/** A file by its name, or the folder that a new one goes to. */
function leadsTo(place: string, step: string): boolean {
  return place === step || place.slice(0, place.lastIndexOf('/')) === step.slice(0, step.lastIndexOf('/'))
}
