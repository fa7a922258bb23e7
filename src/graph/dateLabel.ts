import { formatDate } from '#dates/format.ts'
import type { PartialDate } from '#record/shape.ts'

/** A date as a reader of `locale` says it. The same dates come back on every page, so labels are kept for a while. */
export function dateLabel(date: PartialDate, locale: string): string {
  const name = `${locale} ${date.edtf}`
  const known = labels.get(name)
  if (known !== undefined) return known
  if (labels.size >= mostLabels) labels.clear()
  const label = formatDate(date, locale)
  labels.set(name, label)
  return label
}

const labels = new Map<string, string>()
const mostLabels = 50_000
