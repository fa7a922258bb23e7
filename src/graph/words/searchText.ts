import { foldings } from '#names/fold.ts'
import type { Card, LocaleCode, WordPath } from '#record/record.ts'
import { type DocumentType, documents } from '#record/shape.ts'

/** One text of a card that search looks into. Names are found from every locale, other words where they can be read. */
export type SearchedText = { locale: LocaleCode; path: WordPath; text: string; isName: boolean }

/** Where search looks in a type, and how an answer calls the field. */
export function searchedPaths(type: DocumentType): { path: WordPath; responsePath: string }[] {
  const { names, texts } = documents[type].searched
  return [...names, ...texts].map((path) => ({
    path,
    responsePath: path === 'displayName' ? 'name' : path.replaceAll('/', '.'),
  }))
}

export function searchedTexts(card: Card): SearchedText[] {
  const found: SearchedText[] = []
  const { names, texts } = documents[card.type].searched
  for (const locale in card.words) {
    const fields = card.words[locale] ?? {}
    const note = (path: WordPath, isName: boolean) => {
      const words = fields[path]
      if (words) found.push({ locale, path, text: words.value, isName })
    }
    for (const path of names) note(path, true)
    for (const path of texts) note(path, false)
  }
  return [...found, ...namesInFacts(card)]
}

function namesInFacts(card: Card): SearchedText[] {
  // The type of a card says whose facts it holds.
  if (card.type === 'people') {
    const { alternateNames = [] } = (card as Card<'people'>).facts
    return alternateNames.flatMap(({ value, locale }) =>
      value ? [{ locale: locale ?? 'und', path: 'alternateNames', text: value, isName: true }] : [],
    )
  }
  const title = titleOf(card)
  return title ? [title] : []
}

/** The title of a source: a fact, in the language of the source, told alike to every reader. */
export function titleOf(card: Card): SearchedText | null {
  if (card.type !== 'sources') return null
  // The type of a card says whose facts it holds.
  const { title, locale = 'und' } = (card as Card<'sources'>).facts
  return title ? { locale, path: 'title', text: title, isName: true } : null
}

/** Longest text that is searched for, and most words of it. */
export const searchLimits = { characters: 200, tokens: 8 } as const

export function searchTokens(text: string): string[] {
  return [...new Set(tokensOf(text.slice(0, searchLimits.characters)))].slice(0, searchLimits.tokens)
}

/** Words as they are told apart for search: apostrophes belong to a word, hyphens part it. */
export function tokensOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replace(apostrophes, '').match(word) ?? []
}

const apostrophes = /['’ʼ‘`´ʹ′ʿʾ]/gu
const word = /[\p{L}\p{M}\p{N}]+/gu

/** The skeletons of one word; words come back often, so what was folded is kept for a while. */
export function keysOf(token: string): readonly string[] {
  const known = folded.get(token)
  if (known) return known
  if (folded.size >= mostFolded) folded.clear()
  const keys = foldings(token).filter(Boolean)
  folded.set(token, keys)
  return keys
}

const folded = new Map<string, readonly string[]>()
const mostFolded = 100_000
