import { fieldLabel } from '#messages/fieldKey.ts'
import { message } from '#messages/message.ts'
import { isLocale, localeRow } from './table.ts'

/** A field as a sentence names it: by its label and, of words, their locale, “Given name (Українська)”; inside a row, “Charges 2 › Article”. */
export function fieldInWords(language: string, collection: string, path: string, locale?: string): string {
  const steps = path.split(/[/.]/)
  const [list = '', row = '', ...inside] = steps
  const isInRow = inside.length > 0 && isRow(row)
  const label = fieldLabel(language, collection, steps)
  const name = isInRow ? `${rowInWords(fieldLabel(language, collection, [list]), row)} › ${label}` : label
  return locale ? `${name} (${localeInWords(locale)})` : name
}

/** A locale by its own name, as the admin calls it everywhere. */
export function localeInWords(code: string): string {
  return isLocale(code) ? localeRow(code).name : code
}

/** A part of a document: its facts, or the words of a locale. */
export function partInWords(language: string, part: string): string {
  return part === 'facts' ? message(language, 'publish.facts') : localeInWords(part)
}

/** Rows are named by their id, or by their place as a form posts them. */
function isRow(step: string): boolean {
  return /\d/.test(step)
}

function rowInWords(list: string, row: string): string {
  return /^\d{1,3}$/.test(row) ? `${list} ${Number(row) + 1}` : list
}
