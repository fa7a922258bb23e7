import { eachInSteps, inTurns, type MaybePromise, type Steps } from '#base/turns.ts'
import { type Entry, mostHits, type SearchHit } from '#graph/catalog.ts'
import { isVisible } from '#graph/words/resolveWords.ts'
import { keysOf, searchedTexts, searchTokens, tokensOf } from '#graph/words/searchText.ts'
import { isLocale, localeRow } from '#locales/table.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'
import { createTally, type Note, type Scored, type Tally } from './tally.ts'

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

/** A beginning that fits more keys than this is no help to anybody; one or two letters begin too much of a text. */
const expansions = { most: 200, shortestInTexts: 3 } as const

/**
 * An index of script-folded keys. Changes wait until somebody searches (or `warm` has time) and then
 * touch only the keys of the document that changed.
 */
export function createSearchIndex() {
  const names = createDictionary()
  const texts = new Map<string, Dictionary>()
  const documents: (Entry | undefined)[] = []
  const numbers = new Map<string, number>()
  const free: number[] = []
  const idleTallies: Tally[] = []
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
    eachKey(entry, (dictionary, key) => dictionary.add(key, number))
  }

  function forget(entry: Entry): void {
    const number = numbers.get(entry.key)
    if (number === undefined) return
    eachKey(entry, (dictionary, key) => dictionary.remove(key, number))
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
    const dictionary = createDictionary()
    texts.set(locale, dictionary)
    return dictionary
  }

  function find(text: string, chain: readonly string[]): MaybePromise<readonly SearchHit[]> {
    return inTurns(found(text, chain))
  }

  function* found(text: string, chain: readonly string[]): Steps<readonly SearchHit[]> {
    while (!warm(1)) yield
    const tokens = searchTokens(text)
    if (tokens.length === 0) return []
    const readable = storedLocales(chain).flatMap((locale) => texts.get(locale) ?? [])
    const tally = idleTallies.pop() ?? createTally()
    tally.fit(documents.length)
    const scores = yield* matching(tokens, names, readable, tally)
    tally.clear()
    idleTallies.push(tally)
    let hits: SearchHit[] = []
    const rank = rankingOf(text, tokens.length)
    yield* eachInSteps(scores, ({ number, score }) => {
      const entry = documents[number]
      if (!entry || !isVisible(entry.card, chain)) return
      hits.push({ entry, score: rank(entry, score) })
      if (hits.length === 4 * mostHits) hits = kept(hits)
    })
    return best(hits)
  }

  return { replace, find, warm }
}

/** Documents that hold every token; with typos in names, then in texts, where there are none; else those that hold some. */
function* matching(
  tokens: readonly string[],
  names: Dictionary,
  texts: readonly Dictionary[],
  tally: Tally,
): Steps<readonly Scored[]> {
  for (const way of [noTypos, typosInNames, typosEverywhere]) {
    tally.clear()
    for (const token of tokens) yield* tally.token((note) => noteToken(token, names, texts, way, note))
    const all = tally.scored(tokens.length)
    if (all.length > 0) return all
  }
  return tally.scored(1)
}

type Way = { names: boolean; texts: boolean }
const noTypos: Way = { names: false, texts: false }
const typosInNames: Way = { names: true, texts: false }
const typosEverywhere: Way = { names: true, texts: true }

function* noteToken(
  token: string,
  names: Dictionary,
  texts: readonly Dictionary[],
  typos: Way,
  note: Note,
): Steps<void> {
  const keys = keysOf(token)
  // The readings of a word differ by a letter or two: for typos one of them is near enough to the others.
  const [likeliest = ''] = keys
  for (const key of keys) noteBeginnings(names, key, weights.names, note)
  if (typos.names) noteTypos(names, likeliest, weights.names, note)
  yield
  for (const dictionary of texts) {
    for (const key of keys) noteBeginnings(dictionary, key, weights.texts, note, expansions.shortestInTexts)
    if (typos.texts) noteTypos(dictionary, likeliest, weights.texts, note)
    yield
  }
}

function noteBeginnings(dictionary: Dictionary, key: string, weight: Weights, note: Note, shortest = 1): void {
  const exact = dictionary.get(key)
  if (exact) note(exact, weight.exact)
  if (key.length < shortest) return
  for (const [found, postings] of dictionary.beginningWith(key, expansions.most)) {
    if (found !== key) note(postings, weight.prefix * (key.length / found.length))
  }
}

function noteTypos(dictionary: Dictionary, key: string, weight: Weights, note: Note): void {
  const most = typosIn(key)
  if (most === 0) return
  for (const [postings, edits] of dictionary.near(key, most)) if (edits > 0) note(postings, weight.typo / edits)
}

/** Ranks a document by its score; only those that may be a whole name are looked at closely. */
function rankingOf(text: string, tokens: number): (entry: Entry, score: number) => number {
  const typed = plain(text)
  const folded = foldedName(text)
  const bonus = (entry: Entry, score: number) => {
    if (score < tokens * weights.names.exact) return 0
    const names = searchedTexts(entry.card).filter(({ isName }) => isName)
    if (names.some((one) => plain(one.text) === typed)) return wholeName.asTyped
    return names.some((one) => foldedName(one.text) === folded) ? wholeName.folded : 0
  }
  return (entry, score) => rankOf(score + bonus(entry, score), entry.seq)
}

/** One number that no two documents share: of equally good ones the last published comes first. */
function rankOf(score: number, seq: number): number {
  return Math.round(score * 100) * 2 ** 30 + seq
}

function best(hits: SearchHit[]): SearchHit[] {
  return kept(hits).sort((one, other) => other.score - one.score)
}

/** The best of these, in no order. Numbers are sorted, not documents. */
function kept(hits: SearchHit[]): SearchHit[] {
  if (hits.length <= mostHits) return hits
  const scores = Float64Array.from(hits, ({ score }) => score).sort()
  const least = scores[scores.length - mostHits] ?? 0
  return hits.filter(({ score }) => score >= least)
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
