'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import { type MessageKey, message, type Values } from '#messages/message.ts'

export type Translate = (key: MessageKey, values?: Values) => string

/** The messages of the studio in the language that this person reads the admin in. */
export function useMessages(): { t: Translate; language: string } {
  const { i18n } = useTranslation()
  const language = i18n.language
  const t = useCallback<Translate>((key, values) => message(language, key, values), [language])
  return { t, language }
}
