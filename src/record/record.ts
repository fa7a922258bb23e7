import { type DocumentType, documentTypes, type Facts, type Ref } from './shape.ts'

/** A BCP 47 code from the locale table (this floor knows the record, not the table). */
export type LocaleCode = string

/** What a publish ships: the facts, or the words of one locale. */
export type Part = 'facts' | LocaleCode

export const origins = ['authored', 'human', 'machine', 'official', 'transliterated'] as const
export type Origin = (typeof origins)[number]

/**
 * Where a localized field stands in a document: names and row ids joined by `/`
 * (`description`, `name/given`, `charges/65f0a1/label`).
 */
export type WordPath = string

/** One localized field's words in one locale. Stale is a comparison: `from` is not the digest of the source locale's words. */
export type Words<Value = string> = {
  value: Value
  /** `digestOfWords(value)`: of the text, or of the tree of a rich text. */
  digest: string
  origin: Origin
  /** Digest of the source words that these were translated from; absent in the source locale and where nobody knows. */
  from?: string
}

/** Rich text in its three public forms. `json` is the editor's document without block keys or editor state. */
export type RichText = { version: 1; json: unknown; html: string; plainText: string }

export type WordsByLocale<Value> = { [locale: LocaleCode]: { [path: WordPath]: Words<Value> } }

/** What lists, filters, sorting and search need of one public document. Delivery keeps all cards in memory. */
export type Card<Type extends DocumentType = DocumentType> = {
  type: Type
  id: string
  slug?: string
  formerSlugs?: string[]
  sourceLocale: LocaleCode
  facts: Facts<Type>
  /** Short words per published locale. A published locale without any words has an empty object. */
  words: WordsByLocale<string>
  /** ISO time at which each public part last changed; its keys are what is public. */
  parts: { [part: Part]: string }
  /** ISO time of the first publish since the document was last withdrawn as a whole. */
  publishedAt: string
}

/** Long words per published locale, asked for one document at a time. */
export type Body = { words: WordsByLocale<RichText> }

/** What is public of one document. `null` stands for a withdrawn document. */
export type Form<Type extends DocumentType = DocumentType> = { card: Card<Type>; body: Body }

/**
 * Version of the form's shape; a reader understands older ones and refuses newer ones. 2: sizes of pictures say their format and crop,
 * which a reader of version 1 would offer as sizes of the whole picture.
 */
export const formVersion = 2

/**
 * A row of `published`. `card` and `body` are canonical JSON text, null when withdrawn, so that a
 * hash is the same on every database. `hash` is `formHash(form)`.
 */
export type PublishedRow = {
  key: Ref
  seq: number
  hash: string
  formVersion: number
  publishedAt: string | null
  withdrawnAt: string | null
  card: string | null
  body: string | null
}

/** What a log entry's hash covers, in canonical JSON together with `prev`. */
export type ChangeFacts = {
  seq: number
  key: Ref
  kind: 'publish' | 'withdraw'
  facts: boolean
  locales: LocaleCode[]
  formHash: string
  /** `hash` of the entry before; 64 zeros for the first. */
  prev: string
  /** ISO time */
  at: string
}

/** An entry of the log as the public may read it: without its form. */
export type PublicEntry = ChangeFacts & { hash: string }

/**
 * A row of `changes`. `form` is the canonical JSON of `{card, body}` (or `null` for a whole
 * withdrawal) until the entry is applied to its row; then it is the empty value null.
 * `locales` is stored as canonical JSON text in the database column of the same name.
 */
export type ChangeEntry = PublicEntry & { applied: boolean; form: string | null }

export const firstPrev = '0'.repeat(64)

export function refOf<Type extends DocumentType>(type: Type, id: string): Ref<Type> {
  // The template type of a generic parameter is not narrowed by TypeScript.
  return `${type}:${id}` as Ref<Type>
}

/** The parts of a key, or null where the text is no key of a known type. */
export function parseRef(key: string): { type: DocumentType; id: string } | null {
  const [type, id, ...more] = key.split(':')
  const known = documentTypes.find((one) => one === type)
  return known && id && more.length === 0 ? { type: known, id } : null
}
