'use client'
import { useLocale } from '@payloadcms/ui'
import { isLocale } from '#locales/table.ts'
import type { LocaleCode } from '#record/record.ts'

/** The locale that is being edited; null in the first moments after signing in into a document, when Payload has none yet. */
export function useLocaleCode(): LocaleCode | null {
  // Its type promises a locale at once.
  const locale: { code?: string } | false | null | undefined = useLocale()
  const code = locale ? locale.code : undefined
  return isLocale(code) ? code : null
}
