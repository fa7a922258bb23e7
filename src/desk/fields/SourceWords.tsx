'use client'
// Slot: admin.components.afterInput of every localized text and textarea, and of rich text
//   = ['/src/desk/fields/SourceWords.tsx#SourceWords']
import { useConfig, useDocumentInfo, useField, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { isLocale, localeRow } from '#locales/table.ts'
import { useLocaleCode } from '../language/useLocaleCode.ts'
import { useMessages } from '../language/useMessages.ts'
import { plainText } from '../text/plainText.ts'
import { sourceDocument, valueAt } from './sourceDocument.ts'
import './fields.css'

/** Longer source texts start folded. */
const shownOpen = 400

/** Under a word field, in any locale but the source: the saved source text, to translate from. */
export function SourceWords({ path: renderedPath }: { path: string }) {
  const { path } = useField({ potentiallyStalePath: renderedPath })
  const source = useFormFields(([fields]) => fields.sourceLocale?.value)
  const locale = useLocaleCode()
  const text = useSourceText(path, typeof source === 'string' && locale !== null && source !== locale ? source : null)
  const { t } = useMessages()
  if (!text || !isLocale(source)) return null
  const { name, dir } = localeRow(source)
  return (
    <details className="desk-source" open={text.length <= shownOpen}>
      <summary>{t('form.original', { locale: name })}</summary>
      <p dir={dir} lang={source}>
        {text}
      </p>
    </details>
  )
}

function useSourceText(path: string, source: string | null): string {
  const { id, collectionSlug, data } = useDocumentInfo()
  const { getField } = useForm()
  const { config } = useConfig()
  const { language } = useMessages()
  const [text, setText] = useState('')
  const url = id && collectionSlug ? `${config.serverURL ?? ''}${config.routes.api}/${collectionSlug}/${id}` : null
  const version = String(data?.updatedAt ?? '')
  useEffect(() => {
    let current = true
    if (url && source)
      void sourceDocument(url, source, version, language).then((answer) => {
        const value = answer.ok && valueAt(answer.body, path, (row) => getField(`${row}.id`)?.value)
        if (current) setText(value ? plainText(value) : '')
      })
    return () => {
      current = false
    }
  }, [url, source, version, language, path, getField])
  return source ? text : ''
}
