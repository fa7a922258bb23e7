'use client'
// Slot: admin.components.afterInput of every EDTF date field = ['/src/desk/fields/DateReading.tsx#DateReading']
import { useField } from '@payloadcms/ui'
import { parseEdtf } from '#dates/edtf.ts'
import { formatDate } from '#locales/formatDate.ts'
import { useLocaleCode } from '../language/useLocaleCode.ts'
import { useMessages } from '../language/useMessages.ts'
import './fields.css'

/** Under a date field, while it is typed: how the date will read in this locale, or how to write it right. */
export function DateReading({ path }: { path: string }) {
  const { value } = useField<string | null>({ potentiallyStalePath: path })
  const locale = useLocaleCode()
  const { t } = useMessages()
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '' || locale === null) return null
  const parsed = parseEdtf(text)
  return (
    <output aria-live="polite" className="desk-reading">
      {parsed.ok
        ? t('dates.readsAs', { date: formatDate(text, locale) })
        : t('dates.writeLike', { example: parsed.example })}
    </output>
  )
}
