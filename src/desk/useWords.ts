'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import { say, type Values } from './say.ts'
import type { SentenceName } from './words.ts'

export type Say = (name: SentenceName, values?: Values) => string

/** The studio's own sentences in the language that this person reads the admin in. */
export function useWords(): { say: Say; language: string } {
  const { i18n } = useTranslation()
  const language = i18n.language
  const bound = useCallback<Say>((name, values) => say(language, name, values), [language])
  return { say: bound, language }
}
