import { formatDate } from '#dates/format.ts'
import type { PartialDate } from '#record/shape.ts'

/** A date as a reader of `locale` says it. The same dates come back on every page, so labels are kept for a while. */
export function dateLabel(date: PartialDate, locale: string): string {
  const ofLocale = labelsOf(locale)
  const known = ofLocale.get(date.edtf)
  if (known !== undefined) return known
  if (ofLocale.size >= mostLabels) ofLocale.clear()
  const label = formatDate(date, locale)
  ofLocale.set(date.edtf, label)
  return label
}

const labels = new Map<string, Map<string, string>>()
const mostLabels = 10_000

function labelsOf(locale: string): Map<string, string> {
  const known = labels.get(locale)
  if (known) return known
  const made = new Map<string, string>()
  labels.set(locale, made)
  return made
}
