import { digestOf } from '#base/digest.ts'
import type { Body, Card, Form, RichText, Words, WordsByLocale } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'

export type FormParts<Type extends DocumentType> = {
  id: string
  facts?: Facts<Type>
  /** Short words: locale, then path, then text. */
  words?: Record<string, Record<string, string>>
  /** Long words as plain text. */
  long?: Record<string, Record<string, string>>
  slug?: string
  formerSlugs?: string[]
  at?: string
}

const someday = '2024-01-01T00:00:00.000Z'

/** A public form as the record holds it, from the few parts that a test is about. */
export function formOf<Type extends DocumentType>(type: Type, parts: FormParts<Type>): Form<Type> {
  const { id, words = {}, long = {}, slug, formerSlugs, at = someday } = parts
  const locales = new Set([...Object.keys(words), ...Object.keys(long)])
  const card: Card<Type> = {
    type,
    id,
    ...(slug !== undefined && { slug }),
    ...(formerSlugs && { formerSlugs }),
    sourceLocale: [...locales][0] ?? 'en',
    // No facts are facts of every type.
    facts: parts.facts ?? ({} as Facts<Type>),
    words: Object.fromEntries([...locales].map((locale) => [locale, wordsOf(words[locale] ?? {}, (text) => text)])),
    parts: Object.fromEntries(['facts', ...locales].map((part) => [part, at])),
    publishedAt: at,
  }
  return { card, body: { words: longWords(long) } }
}

export function personForm(id: string, name: string, parts: Partial<FormParts<'people'>> = {}): Form<'people'> {
  const words = parts.words ?? { en: { displayName: name, sortName: name } }
  return formOf('people', { id, slug: slugOf(`${name}-${id}`), facts: { kind: 'prisoner' }, ...parts, words })
}

/** The key of a form's document. */
export function keyOf({ card }: Form): Ref {
  // A card's type and id make its key.
  return `${card.type}:${card.id}` as Ref
}

function longWords(long: Record<string, Record<string, string>>): Body['words'] {
  const byLocale = Object.entries(long).map(([locale, texts]) => [locale, wordsOf(texts, richText)])
  return Object.fromEntries(byLocale) as WordsByLocale<RichText>
}

function richText(plainText: string): RichText {
  const node = { type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: plainText, format: 0 }] }
  return {
    version: 1,
    json: { root: { type: 'root', version: 1, children: [node] } },
    html: `<p>${plainText}</p>`,
    plainText,
  }
}

function wordsOf<Value>(texts: Record<string, string>, value: (text: string) => Value): Record<string, Words<Value>> {
  const words = Object.entries(texts).map(([path, text]) => [
    path,
    { value: value(text), digest: digestOf(text), origin: 'authored' },
  ])
  return Object.fromEntries(words) as Record<string, Words<Value>>
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
