'use client'
import { useAuth, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { useMemo } from 'react'
import { keptKey } from './keptKey.ts'
import type { KeptKey } from './keptStore.ts'

/** Where unsaved words of the open form are kept; null where nobody is signed in. */
export function useKeptKey(): KeptKey | null {
  const { user } = useAuth()
  const { id, collectionSlug } = useDocumentInfo()
  const { code } = useLocale()
  const userId = user?.id === undefined ? null : String(user.id)
  return useMemo(
    () =>
      userId && collectionSlug
        ? keptKey(userId, collectionSlug, id === undefined ? undefined : String(id), code)
        : null,
    [userId, collectionSlug, id, code],
  )
}
