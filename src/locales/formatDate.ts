import type { PartialDate } from '#base/time/partialDate.ts'
import { dateInWords } from '#dates/format.ts'
import { isLocale, localeRow } from './table.ts'

/**
 * A date as a reader of `locale` reads it: "about 2018", "20–21 May 2018", "між 20 і 21 травня 2018". Text that is
 * no EDTF comes back as it is, and so does a date for a code that is not configured. The same dates come back on
 * every page, so labels are kept for a while.
 */
export function formatDate(date: PartialDate | string, locale: string): string {
  const edtf = typeof date === 'string' ? date : date.edtf
  if (!isLocale(locale)) return edtf
  const ofLocale = labelsIn(locale)
  const known = ofLocale.get(edtf)
  if (known !== undefined) return known
  if (ofLocale.size >= mostLabels) ofLocale.clear()
  const label = dateInWords(edtf, localeRow(locale).dates)
  ofLocale.set(edtf, label)
  return label
}

const labels = new Map<string, Map<string, string>>()
const mostLabels = 10_000

function labelsIn(locale: string): Map<string, string> {
  const known = labels.get(locale)
  if (known) return known
  const made = new Map<string, string>()
  labels.set(locale, made)
  return made
}
