import type { Card } from '#record/record.ts'
import type { Node } from '../documents/node.ts'
import { resolveText } from './resolveWords.ts'
import { keysOf, searchedPaths, searchTokens, titleOf } from './searchText.ts'

/** A served text in which a search found something; marked pieces are what it found. */
export type Snippet = { path: string; locale: string; pieces: Piece[] }
export type Piece = { text: string; isMatch: boolean }

/** Characters of context on either side of the first match. */
const context = 80

export function snippetsOf({ entry: { card }, request }: Pick<Node, 'entry' | 'request'>, text: string): Snippet[] {
  const asked = searchTokens(text).flatMap((token) => keysOf(token))
  return servedTexts(card, request.chain).flatMap(({ text: shown, ...where }) => {
    const pieces = piecesOf(shown, asked)
    return pieces.length > 0 ? [{ ...where, pieces }] : []
  })
}

/** The texts of a document that search looks into and that are served along a chain. */
function servedTexts(card: Card, chain: readonly string[]): { path: string; locale: string; text: string }[] {
  const words = searchedPaths(card.type).flatMap(({ path, responsePath }) => {
    const served = resolveText(card, path, chain)
    return served ? [{ path: responsePath, locale: served.locale, text: served.value }] : []
  })
  const title = titleOf(card)
  return title ? [...words, { path: 'title', locale: title.locale, text: title.text }] : words
}

function piecesOf(text: string, asked: readonly string[]): Piece[] {
  const pieces = [...text.matchAll(wordOrGap)].map(([piece]) => ({ text: piece, isMatch: isFound(piece, asked) }))
  const first = pieces.findIndex(({ isMatch }) => isMatch)
  return first === -1 ? [] : joined(around(pieces, first))
}

// A word with its apostrophes, or what stands between words.
const wordOrGap = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’ʼ]*[\p{L}\p{M}\p{N}])?|[^\p{L}\p{M}\p{N}]+/gu

function isFound(piece: string, asked: readonly string[]): boolean {
  const word = piece.normalize('NFKC').toLowerCase().replace(/['’ʼ]/g, '')
  return /[\p{L}\p{N}]/u.test(word) && keysOf(word).some((key) => asked.some((one) => key.startsWith(one)))
}

function around(pieces: Piece[], at: number): Piece[] {
  const from = reach(pieces, at, -1)
  const to = reach(pieces, at, 1)
  const shown = pieces.slice(from, to + 1)
  const before = from > 0 ? [{ text: '…', isMatch: false }] : []
  return [...before, ...shown, ...(to < pieces.length - 1 ? [{ text: '…', isMatch: false }] : [])]
}

function reach(pieces: Piece[], from: number, step: 1 | -1): number {
  let at = from
  for (let room = context; room > 0 && pieces[at + step]; at += step) room -= pieces[at + step]?.text.length ?? 0
  return at
}

function joined(pieces: Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1)
    if (last && last.isMatch === piece.isMatch) last.text += piece.text
    else done.push({ ...piece })
    return done
  }, [])
}

/** The snippet as HTML with `<mark>` around what was found. */
export function markedHtml(pieces: readonly Piece[]): string {
  return pieces.map(({ text, isMatch }) => (isMatch ? `<mark>${escaped(text)}</mark>` : escaped(text))).join('')
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] ?? character)
}
