import { isLocale, localeRow } from './table.ts'

/** Years and months as a reader of `locale` reads them, "14 years and 6 months"; null where both are empty or the code is not configured. */
export function lengthInWords(length: { years?: number; months?: number }, locale: string): string | null {
  if (!isLocale(locale)) return null
  const { years, months, joined } = localeRow(locale).durations
  const parts = [...(length.years ? [years(length.years)] : []), ...(length.months ? [months(length.months)] : [])]
  return parts.length > 0 ? joined(parts) : null
}
