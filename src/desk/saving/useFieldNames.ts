'use client'
import { getTranslation } from '@payloadcms/translations'
import { useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import { type FieldPlace, placeOf } from './fieldPlaces.ts'

export type NamedPlace = FieldPlace & { name: string }

/** Finds a field of the open document by its word path and says its name as the form does ("Charges 2 › Label"). */
export function useFieldNames(): (path: string) => NamedPlace {
  const { docConfig } = useDocumentInfo()
  const { getFields } = useForm()
  const { i18n } = useTranslation()
  return useCallback(
    (path) => {
      const place = placeOf(docConfig?.fields ?? [], getFields(), path)
      const names = place.labels.map(({ label, row }) => `${asText(label, i18n)}${row ? ` ${row}` : ''}`)
      return { ...place, name: names.join(' › ') }
    },
    [docConfig, getFields, i18n],
  )
}

function asText(label: unknown, i18n: Parameters<typeof getTranslation>[1]): string {
  if (typeof label === 'string') return label
  // A label is a text per language here: functions and components do not reach the browser.
  return typeof label === 'object' && label !== null ? getTranslation(label as Record<string, string>, i18n) : ''
}
