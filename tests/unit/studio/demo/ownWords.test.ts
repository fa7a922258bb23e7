import { describe, expect, it } from 'vitest'
import { sha256 } from '#base/digest.ts'
import { Link, Localized, type PerLocale, writtenLocales } from '#import/demo/content.ts'
import { linksIn, localesOf } from '#import/demo/copies.ts'
import { demoDocuments } from '#import/demo/documents.ts'
import { locales } from '#locales/table.ts'
import { files, read } from '#tests/unit/repository/tree.ts'
import shingles from './articleShingles.json' with { type: 'json' }

/** Hashes of every eight words in a row of the article that the profile goes back to; the article itself is not ours to keep. */
const foreign = new Set(shingles)
const length = 8

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’‘']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function copiedIn(text: string): string[] {
  const words = wordsOf(text)
  const runs = words
    .map((_, at) => words.slice(at, at + length).join(' '))
    .slice(0, Math.max(0, words.length - length + 1))
  return runs.filter((run) => foreign.has(sha256(run).slice(0, 12)))
}

describe('the first profile is told in our own words', () => {
  it('no eight words in a row are copied, here or anywhere in the repository', () => {
    const texts = files().filter(
      (path) => /\.(ts|tsx|md|json|graphql|yml)$/.test(path) && !/package-lock|articleShingles/.test(path),
    )
    expect(texts.filter((path) => copiedIn(read(path)).length > 0)).toEqual([])
  })
})

describe('the tables of the demo', () => {
  const everything = demoDocuments.map((document) => [`${document.type} ${document.key}`, document] as const)

  it('every document has a name of its own', () => {
    expect(new Set(everything.map(([name]) => name)).size).toBe(everything.length)
  })

  it('every link leads to a document', () => {
    const known = new Set(everything.map(([name]) => name))
    const lost = everything
      .flatMap(([, { data }]) => linksIn(data))
      .filter(({ type, key }) => !known.has(`${type} ${key}`))
    expect(lost).toEqual([])
  })

  it('only locales of the table are written, and the derived one is not', () => {
    const written = new Set(demoDocuments.flatMap(localesOf))
    expect([...written].filter((code) => !locales.some((row) => row.code === code))).toEqual([])
    expect(written.has('crh-Cyrl')).toBe(false)
  })

  it('a story has as many paragraphs in every locale, so that its units can be paired', () => {
    for (const [name, { data }] of everything) {
      for (const value of Object.values(data)) {
        const counts = value instanceof Localized ? writtenLocales.map((locale) => paragraphs(value, locale)) : []
        expect([name, new Set(counts).size <= 1]).toEqual([name, true])
      }
    }
  })

  it('a description fits its field', () => {
    const people = demoDocuments.filter(({ type }) => type === 'people')
    const descriptions = people.flatMap(({ data }) => Object.values((data.description as Localized).values))
    expect(descriptions.filter((text) => String(text).length > 300)).toEqual([])
  })

  it('no two locales share a sentence by accident', () => {
    const sentences = everything.flatMap(([name, { data }]) => textsIn(data).map((texts) => ({ name, texts })))
    const doubled = sentences.filter(({ texts }) => {
      const long = Object.values(texts).filter((text) => String(text).length > 60)
      return new Set(long).size < long.length
    })
    expect(doubled).toEqual([])
  })
})

function paragraphs(value: Localized, locale: string): number {
  const story = value.values[locale] as { root?: { children: unknown[] } } | string
  return typeof story === 'string' ? 1 : (story.root?.children.length ?? 0)
}

function textsIn(value: unknown): PerLocale<unknown>[] {
  if (value instanceof Localized) return [value.values as PerLocale<unknown>]
  if (value instanceof Link || typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
