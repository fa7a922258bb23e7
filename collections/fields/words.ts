import type { RichTextField, TextareaField, TextField, TextFieldSingleValidation } from 'payload'

type Options = Pick<TextField, 'admin' | 'defaultValue' | 'hooks' | 'index' | 'unique'>
type SingleOptions = Options & { validate?: TextFieldSingleValidation }

/** How many characters a text may have; a field may have a bound of its own. A biography of 3,000 words has some 20,000. */
export const longest = { text: 20_000, story: 100_000 } as const

/** Short words: one value per locale. */
export function words(name: string, options: SingleOptions = {}): TextField {
  return { ...options, name, type: 'text', localized: true }
}

/** Words of a paragraph or two: one value per locale, plain text. */
export function paragraphs(name: string, options: Pick<TextareaField, 'maxLength'> = {}): TextareaField {
  return { ...options, name, type: 'textarea', localized: true }
}

/** Long words with headings, lists, quotations and links: one value per locale. */
export function story(name: string): RichTextField {
  return { name, type: 'richText', localized: true }
}

/** Text that is the same in every locale. */
export function fact(name: string, options: SingleOptions = {}): TextField {
  return { ...options, name, type: 'text' }
}

/** Paragraphs that are the same in every locale. */
export function longFact(name: string): TextareaField {
  return { name, type: 'textarea' }
}

/** Several short texts that are the same in every locale. */
export function facts(name: string, options: Options = {}): TextField {
  return { ...options, name, type: 'text', hasMany: true }
}
