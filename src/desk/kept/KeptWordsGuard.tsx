'use client'
// Slot: root admin.components.providers = ['/src/desk/kept/KeptWordsGuard.tsx#KeptWordsGuard']
import { useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { keepFor, keepForNobody } from './keptStore.ts'

/**
 * Unsaved words belong to who is signed in. They go when that person signs out, and when another one signs in; a session that only
 * ended by itself leaves them, without any internal field, to the same person.
 */
export function KeptWordsGuard({ children }: { children: React.ReactNode }) {
  const { user } = useAuth()
  const { config } = useConfig()
  const isSigningOut = usePathname().endsWith(`${config.routes.admin}${config.admin.routes.logout}`)
  const id = user?.id
  useEffect(() => {
    if (isSigningOut) keepForNobody(window.localStorage)
    else if (id !== undefined) keepFor(window.localStorage, String(id))
  }, [id, isSigningOut])
  return children
}
