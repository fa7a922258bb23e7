import { isLocale, localeRow } from '#locales/table.ts'

/** Words in the quotation marks of their language; words of a language without a row stand as they are. */
export function inQuotationMarks<Words extends { value: string; locale: string }>(words: Words): Words {
  if (!isLocale(words.locale)) return words
  const [opening, closing] = localeRow(words.locale).quotationMarks
  return { ...words, value: `${opening}${words.value}${closing}` }
}
