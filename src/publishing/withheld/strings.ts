import { isObject } from '#base/isObject.ts'
import type { Form, Part, RichText, WordPath } from '#record/record.ts'
import { type Field, recordShape } from '#record/shape.ts'
import { leavesOf } from '#record/walk.ts'

/** A text of a public form, and where it stands: words and facts by their paths, with the ids of rows. */
export type PublicString = { part: Part; path: WordPath; text: string }

/**
 * Every string of a form that may leave, by the shape of the record: a field that is new there is read here. JSON-LD, pages
 * and addresses of files are made of these and of nothing else.
 */
export function stringsOf({ card, body }: Form): PublicString[] {
  const facts = leavesOf(recordShape[card.type], card.facts).flatMap(({ field, path, value }) =>
    isMeasured(path) ? [] : texts[field.kind](value).map((text) => ({ part: 'facts', path, text })),
  )
  const short = inEachLocale(card.words, (value) => [value])
  const long = inEachLocale(body.words, textsOfRichText)
  return [...ownStrings(card), ...facts, ...short, ...long].filter(({ text }) => /[\p{L}\p{So}%&\\]/u.test(text))
}

/** What of a fact is text that somebody wrote. */
const texts = {
  value: textsIn,
  list: textsIn,
  ref: idsIn,
  refs: idsIn,
  // A vocabulary is ours, a date is digits and signs: `factsOf` lets nothing else through.
  word: () => [],
  date: () => [],
  // Words stand beside the facts.
  text: () => [],
  richText: () => [],
} satisfies { [Kind in Exclude<Field['kind'], 'rows' | 'group'>]: (value: unknown) => string[] }

/** Made from the bytes of a picture. */
const isMeasured = (path: WordPath): boolean => path === 'thumbhash'

function ownStrings({ id, slug, formerSlugs = [], sourceLocale }: Form['card']): PublicString[] {
  const own: [WordPath, string][] = [
    ...idsIn(id).map((text): [WordPath, string] => ['id', text]),
    ...[slug ?? []].flat().map((text): [WordPath, string] => ['slug', text]),
    ...formerSlugs.map((text): [WordPath, string] => ['formerSlugs', text]),
    ['sourceLocale', sourceLocale],
  ]
  return own.map(([path, text]) => ({ part: 'facts', path, text }))
}

type InLocales<Value> = { readonly [locale: string]: { readonly [path: WordPath]: { readonly value: Value } } }

function inEachLocale<Value>(words: InLocales<Value>, read: (value: Value) => string[]): PublicString[] {
  return Object.entries(words).flatMap(([part, fields]) =>
    Object.entries(fields).flatMap(([path, { value }]) => read(value).map((text) => ({ part, path, text }))),
  )
}

/** What a reader sees of it, and the addresses that it links to. */
function textsOfRichText({ plainText, json }: RichText): string[] {
  const words = linesOf(json)
  return [plainText, ...(words.some(({ isStruck }) => isStruck) ? [withoutStruck(words)] : []), ...linksIn(json)]
}

type Word = { text: string; isStruck: boolean }

/** As Lexical marks text that is struck out. */
const struckOut = 4

/** The texts of a clean tree in their order, with a line between blocks. */
function linesOf(node: unknown): Word[] {
  if (Array.isArray(node)) return node.flatMap(linesOf)
  if (!isObject(node)) return []
  if (typeof node.text === 'string')
    return [{ text: node.text, isStruck: typeof node.format === 'number' && (node.format & struckOut) !== 0 }]
  const inside = linesOf(node.root ?? node.children)
  return node.type === 'paragraph' || node.type === 'linebreak' ? [...inside, { text: '\n', isStruck: false }] : inside
}

/** «Зі~~х~~ядінов» is read across what is struck out. */
const withoutStruck = (words: readonly Word[]): string =>
  words.flatMap(({ text, isStruck }) => (isStruck ? [] : text)).join('')

function linksIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(linksIn)
  if (!isObject(node)) return []
  return Object.entries(node).flatMap(([name, value]) => (name === 'fields' ? textsIn(value) : linksIn(value)))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return isMade(value) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}

/** Ids of documents that were not made here say what somebody put into them. */
function idsIn(value: unknown): string[] {
  const refs: unknown[] = [value ?? []].flat()
  return refs.map((ref) => String(ref).replace(/^\w+:/, '')).filter((id) => !isMade(id))
}

/** UUIDs, ObjectIds and SHA-256: their letters are digits. */
const isMade = (text: string): boolean =>
  /^(?:[0-9a-f]{24}|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text)
