'use client'
// Slot: admin.components.afterInput of every EDTF date field = ['/src/desk/fields/DateReading.tsx#DateReading']
import { useField, useLocale } from '@payloadcms/ui'
import { parseEdtf } from '#dates/edtf.ts'
import { formatDate } from '#locales/formatDate.ts'
import { useMessages } from '../useMessages.ts'
import './fields.css'

/** Under a date field, while it is typed: how the date will read in this locale, or how to write it right. */
export function DateReading({ path }: { path: string }) {
  const { value } = useField<string | null>({ potentiallyStalePath: path })
  const { code } = useLocale()
  const { t } = useMessages()
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return null
  const parsed = parseEdtf(text)
  return (
    <output aria-live="polite" className="desk-reading">
      {parsed.ok
        ? t('dates.readsAs', { date: formatDate(text, code) })
        : t('dates.writeLike', { example: parsed.example })}
    </output>
  )
}
