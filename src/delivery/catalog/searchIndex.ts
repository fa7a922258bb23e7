import SearchableMap from 'minisearch/SearchableMap'
import { type Entry, mostHits, type SearchHit } from '#graph/catalog.ts'
import { isVisible } from '#graph/resolveWords.ts'
import { keysOf, searchedTexts, searchTokens, tokensOf } from '#graph/searchText.ts'
import { isLocale, localeRow } from '#locales/table.ts'

/** Documents, by number in rising order, that hold a key. */
type Postings = number[]
type Dictionary = SearchableMap<Postings>

/** What a match is worth, by how it was found and where. Names count in every locale, other words where they can be read. */
const weights = {
  names: { exact: 10, prefix: 6, typo: 3 },
  texts: { exact: 2, prefix: 1, typo: 0.5 },
} as const
type Weights = (typeof weights)[keyof typeof weights]

/** A whole name, as typed or but for its spelling, stands above everything that merely contains it. */
const wholeName = { asTyped: 1000, folded: 500 } as const

/** How many letters may be wrong in a key of this length. */
const typosIn = (key: string): number => (key.length >= 8 ? 2 : key.length >= 4 ? 1 : 0)

/** A beginning that fits more keys than this is no help to anybody. */
const mostExpansions = 300

/**
 * An index of script-folded keys. Changes wait until somebody searches (or `warm` has time) and then
 * touch only the keys of the document that changed.
 */
export function createSearchIndex() {
  const names: Dictionary = new SearchableMap()
  const texts = new Map<string, Dictionary>()
  const documents: (Entry | undefined)[] = []
  const numbers = new Map<string, number>()
  const free: number[] = []
  const pending = new Map<string, { before: Entry | undefined; after: Entry | undefined }>()

  function replace(before: Entry | undefined, after: Entry | undefined): void {
    const key = (after ?? before)?.key
    if (key === undefined) return
    const known = pending.get(key)
    pending.set(key, { before: known ? known.before : before, after })
  }

  function warm(milliseconds: number): boolean {
    const until = performance.now() + milliseconds
    for (const [key, { before, after }] of pending) {
      if (before) forget(before)
      if (after) remember(after)
      pending.delete(key)
      if (performance.now() > until) break
    }
    return pending.size === 0
  }

  function remember(entry: Entry): void {
    const number = free.pop() ?? documents.length
    documents[number] = entry
    numbers.set(entry.key, number)
    eachKey(entry, (dictionary, key) => insert(dictionary, key, number))
  }

  function forget(entry: Entry): void {
    const number = numbers.get(entry.key)
    if (number === undefined) return
    eachKey(entry, (dictionary, key) => drop(dictionary, key, number))
    numbers.delete(entry.key)
    documents[number] = undefined
    free.push(number)
  }

  function eachKey(entry: Entry, visit: (dictionary: Dictionary, key: string) => void): void {
    for (const { locale, text, isName } of searchedTexts(entry.card)) {
      const dictionary = isName ? names : textsIn(locale)
      for (const token of tokensOf(text)) for (const key of keysOf(token)) visit(dictionary, key)
    }
  }

  function textsIn(locale: string): Dictionary {
    const known = texts.get(locale)
    if (known) return known
    const dictionary: Dictionary = new SearchableMap()
    texts.set(locale, dictionary)
    return dictionary
  }

  function find(text: string, chain: readonly string[]): readonly SearchHit[] {
    warm(Number.POSITIVE_INFINITY)
    const tokens = searchTokens(text)
    if (tokens.length === 0) return []
    const places = [
      { dictionary: names, weight: weights.names },
      ...storedLocales(chain).flatMap((locale) => {
        const dictionary = texts.get(locale)
        return dictionary ? [{ dictionary, weight: weights.texts }] : []
      }),
    ]
    return ranked(text, visibleOf(matching(tokens, places), chain))
  }

  function visibleOf(scores: Map<number, number>, chain: readonly string[]): SearchHit[] {
    const hits: SearchHit[] = []
    for (const [number, score] of scores) {
      const entry = documents[number]
      if (entry && isVisible(entry.card, chain)) hits.push({ entry, score })
    }
    return hits
  }

  return { replace, find, warm }
}

type Place = { dictionary: Dictionary; weight: Weights }

/** Documents that hold every token; with typos where there are none; else those that hold some. */
function matching(tokens: readonly string[], places: readonly Place[]): Map<number, number> {
  const asTyped = tokens.map((token) => matchesOf(token, places, false))
  const all = inAll(asTyped)
  if (all.size > 0) return all
  const nearly = tokens.map((token) => matchesOf(token, places, true))
  const nearlyAll = inAll(nearly)
  return nearlyAll.size > 0 ? nearlyAll : inSome(nearly)
}

type Matches = ReadonlyMap<number, number>

function matchesOf(token: string, places: readonly Place[], withTypos: boolean): Matches {
  const best = new Map<number, number>()
  const note = (postings: Postings, score: number) => {
    for (const number of postings) if ((best.get(number) ?? 0) < score) best.set(number, score)
  }
  for (const key of keysOf(token)) {
    for (const { dictionary, weight } of places) {
      noteBeginnings(dictionary, key, weight, note)
      if (withTypos) noteTypos(dictionary, key, weight, note)
    }
  }
  return best
}

type Note = (postings: Postings, score: number) => void

function noteBeginnings(dictionary: Dictionary, key: string, weight: Weights, note: Note): void {
  const exact = dictionary.get(key)
  if (exact) note(exact, weight.exact)
  let expansions = 0
  for (const [found, postings] of dictionary.atPrefix(key)) {
    if (found === key) continue
    if (++expansions > mostExpansions) break
    note(postings, weight.prefix * (key.length / found.length))
  }
}

function noteTypos(dictionary: Dictionary, key: string, weight: Weights, note: Note): void {
  const most = typosIn(key)
  if (most === 0) return
  for (const [, [postings, edits]] of dictionary.fuzzyGet(key, most)) {
    if (edits > 0) note(postings, weight.typo / edits)
  }
}

function inAll(matches: readonly Matches[]): Map<number, number> {
  const [fewest, ...rest] = [...matches].sort((one, other) => one.size - other.size)
  const result = new Map<number, number>()
  for (const [number, score] of fewest ?? []) {
    let sum: number | undefined = score
    for (const other of rest) {
      const more: number | undefined = other.get(number)
      sum = sum === undefined || more === undefined ? undefined : sum + more
    }
    if (sum !== undefined) result.set(number, sum)
  }
  return result
}

function inSome(matches: readonly Matches[]): Map<number, number> {
  const result = new Map<number, number>()
  for (const one of matches) for (const [number, score] of one) result.set(number, (result.get(number) ?? 0) + score)
  return result
}

/** The best first; only as many as can be asked for are looked at closely. */
function ranked(text: string, hits: SearchHit[]): SearchHit[] {
  const best = hits.sort(byScore).slice(0, mostHits)
  const typed = plain(text)
  const folded = foldedName(text)
  for (const hit of best) {
    const whole = searchedTexts(hit.entry.card).filter(({ isName }) => isName)
    if (whole.some((one) => plain(one.text) === typed)) hit.score += wholeName.asTyped
    else if (whole.some((one) => foldedName(one.text) === folded)) hit.score += wholeName.folded
  }
  return best.sort(byScore)
}

function byScore(one: SearchHit, other: SearchHit): number {
  return other.score - one.score || (one.entry.key < other.entry.key ? -1 : 1)
}

function plain(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

function foldedName(text: string): string {
  return tokensOf(text)
    .map((token) => keysOf(token)[0])
    .sort()
    .join(' ')
}

/** The locales that words for this chain may be stored in: a derived script's words stand in the other. */
function storedLocales(chain: readonly string[]): string[] {
  return [
    ...new Set(
      chain.flatMap((locale) => {
        const source = isLocale(locale) ? localeRow(locale).derivesFrom : undefined
        return source ? [locale, source] : [locale]
      }),
    ),
  ]
}

function insert(dictionary: Dictionary, key: string, number: number): void {
  const postings = dictionary.get(key)
  if (!postings) {
    dictionary.set(key, [number])
    return
  }
  const at = lowerBound(postings, number)
  if (postings[at] !== number) postings.splice(at, 0, number)
}

function drop(dictionary: Dictionary, key: string, number: number): void {
  const postings = dictionary.get(key)
  const at = postings ? lowerBound(postings, number) : 0
  if (!postings || postings[at] !== number) return
  postings.splice(at, 1)
  if (postings.length === 0) dictionary.delete(key)
}

function lowerBound(numbers: Postings, number: number): number {
  if ((numbers.at(-1) ?? -1) < number) return numbers.length
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}
