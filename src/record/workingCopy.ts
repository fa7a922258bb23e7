import { digestOf } from '#base/digest.ts'
import { isObject } from '#base/isObject.ts'
import type { LocaleCode, Origin, RichText, WordPath } from './record.ts'
import { digestOfRichText, richTextOf } from './richText.ts'
import { type DocumentType, recordShape } from './shape.ts'
import { leavesOf } from './walk.ts'

/**
 * A working copy as the database holds it: read with `locale: 'all'` and depth 0, so that every
 * localized field is an object of one value per locale. What else it holds is nobody's promise.
 */
export type WorkingCopy = UnsavedCopy & { readonly id: string }

/** A working copy before its first save gave it an id. */
export type UnsavedCopy = {
  readonly revision?: number | null
  readonly sourceLocale?: LocaleCode | null
  readonly origins?: Stamps | null
  readonly [field: string]: unknown
}

/** Where one field's words in one locale came from. Holds for the words of this `digest` and for no others. */
export type Stamp = { digest: string; origin: Origin; from?: string; at?: string; by?: string }
export type Stamps = { [locale: LocaleCode]: { [path: WordPath]: Stamp } }

/** One localized field that has words in at least one locale. */
export type WordField = {
  path: WordPath
  kind: 'text' | 'richText'
  values: { [locale: LocaleCode]: string | RichText }
}

/** Every localized field of a working copy that holds words, clean as they would be published. */
export function wordFieldsOf(type: DocumentType, copy: { readonly [field: string]: unknown }): WordField[] {
  return leavesOf(recordShape[type], copy).flatMap(({ field: { kind }, path, value }) =>
    kind === 'text' || kind === 'richText' ? wordField(path, kind, value) : [],
  )
}

/** The digest that stamps, published words and staleness compare. */
export function digestOfWords(value: string | RichText): string {
  return typeof value === 'string' ? digestOf(value) : digestOfRichText(value)
}

function wordField(path: WordPath, kind: WordField['kind'], value: unknown): WordField[] {
  const read = kind === 'text' ? textOf : richTextOf
  const values = Object.entries(isObject(value) ? value : {})
    .map(([locale, words]) => [locale, read(words)] as const)
    .filter((entry): entry is readonly [string, string | RichText] => entry[1] !== null)
  return values.length > 0 ? [{ path, kind, values: Object.fromEntries(values) }] : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
