import { digestOf } from '#base/digest.ts'
import type { PartialDate } from '#base/time/partialDate.ts'
import { parseEdtf } from '#dates/edtf.ts'
import type { Card, Form, Origin, RichText, Words } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'

/** Words as a test writes them: plain text is authored, an object says where it came from. */
type Written<Value> = Value | { value: Value; origin: Origin; from?: string }
type WrittenWords<Value> = { [locale: string]: { [path: string]: Written<Value> } }

export type Draft<Type extends DocumentType> = {
  /** A new one where none is given. */
  id?: string
  slug?: string
  formerSlugs?: string[]
  sourceLocale?: string
  facts?: Facts<Type>
  /** Short words: locale, then path, then text. */
  words?: WrittenWords<string>
  /** Long words; a plain text is one paragraph. */
  body?: WrittenWords<RichText | string>
  /** Published locales without words of their own. */
  locales?: string[]
  at?: string
}

type PersonDraft = Draft<'people'> & {
  /** One name is an English one. */
  name?: string | { [locale: string]: string }
}

/** Public forms as publish() would have written them, from the few parts that a test is about. */
export const build = {
  form,
  person,
  quote: (draft?: Draft<'quotes'>) => form('quotes', draft),
  event: (draft?: Draft<'events'>) => form('events', draft),
  media: (draft?: Draft<'media'>) => form('media', draft),
  organization: (draft?: Draft<'organizations'>) => form('organizations', draft),
  place: (draft?: Draft<'places'>) => form('places', draft),
  source: (draft?: Draft<'sources'>) => form('sources', draft),
  date,
  richText,
}

const someday = '2024-01-01T00:00:00.000Z'

let numbers = 0

function form<Type extends DocumentType>(type: Type, draft: Draft<Type> = {}): Form<Type> {
  const { id = `d${++numbers}`, sourceLocale = 'en', words = {}, body = {}, locales = [], at = someday } = draft
  const published = [...new Set([...Object.keys(words), ...Object.keys(body), ...locales])]
  const card: Card<Type> = {
    type,
    id,
    ...(draft.slug !== undefined && { slug: draft.slug }),
    ...(draft.formerSlugs && { formerSlugs: draft.formerSlugs }),
    sourceLocale,
    // No facts are facts of every type.
    facts: draft.facts ?? ({} as Facts<Type>),
    words: {
      ...Object.fromEntries(published.map((locale) => [locale, {}])),
      ...written(words, (text) => text, digestOf),
    },
    parts: { facts: at, ...Object.fromEntries(published.map((locale) => [locale, at])) },
    publishedAt: at,
  }
  const long = (value: RichText | string) => (typeof value === 'string' ? richText(value) : value)
  return { card, body: { words: written(body, long, ({ json }) => digestOf(json)) } }
}

/** Somebody whose id is the slug, with each name in its parts. */
function person({ name = {}, ...draft }: PersonDraft = {}): Form<'people'> {
  const names = Object.entries(typeof name === 'string' ? { en: name } : name)
  const named = names.map(([locale, one]) => [locale, { ...partsOfName(one), ...draft.words?.[locale] }])
  return form('people', { slug: draft.id, ...draft, words: { ...draft.words, ...Object.fromEntries(named) } })
}

function partsOfName(name: string): Record<string, string> {
  const [given = '', family] = name.split(' ')
  const parts = { displayName: name, sortName: family ? `${family}, ${given}` : given, 'name/given': given }
  return family ? { ...parts, 'name/family': family } : parts
}

function written<Value, Stored>(
  words: WrittenWords<Value>,
  store: (value: Value) => Stored,
  digest: (stored: Stored) => string,
) {
  const wordsOf = (one: Written<Value>): Words<Stored> => {
    const isObject = typeof one === 'object' && one !== null && 'origin' in one
    // What has no origin is the value itself.
    const { value, ...rest } = isObject ? one : { value: one as Value, origin: 'authored' as const }
    const stored = store(value)
    return { value: stored, digest: digest(stored), ...rest }
  }
  return Object.fromEntries(
    Object.entries(words).map(([locale, fields]) => [
      locale,
      Object.fromEntries(Object.entries(fields).map(([path, one]) => [path, wordsOf(one)])),
    ]),
  )
}

function date(edtf: string): PartialDate {
  const parsed = parseEdtf(edtf)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.date
}

function richText(plainText: string): RichText {
  const paragraph = {
    type: 'paragraph',
    version: 1,
    children: [{ type: 'text', version: 1, text: plainText, format: 0 }],
  }
  return {
    version: 1,
    json: { root: { type: 'root', version: 1, children: [paragraph] } },
    html: `<p>${plainText}</p>`,
    plainText,
  }
}

/** The key of a form's document. */
export function keyOf({ card }: Form): Ref {
  // A card's type and id make its key.
  return `${card.type}:${card.id}` as Ref
}
