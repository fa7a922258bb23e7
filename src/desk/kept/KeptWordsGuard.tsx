'use client'
// Slot: root admin.components.providers = ['/src/desk/kept/KeptWordsGuard.tsx#KeptWordsGuard']
import { useAuth } from '@payloadcms/ui'
import { useEffect } from 'react'
import { forgetOthers } from './keptStore.ts'

/** When another person signs in on this browser, the unsaved words of the one before are removed. */
export function KeptWordsGuard({ children }: { children: React.ReactNode }) {
  const { user } = useAuth()
  const id = user?.id
  useEffect(() => {
    if (id !== undefined) forgetOthers(window.localStorage, String(id))
  }, [id])
  return children
}
