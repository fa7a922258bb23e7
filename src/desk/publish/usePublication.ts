'use client'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../request/useStudio.ts'
import type { Publication } from './publication.ts'

export type PublicationState =
  | { status: 'loading' }
  | { status: 'failed'; message: string }
  | { status: 'ready'; publication: Publication }

/** What is public of one document and what is pending, asked for anew at each `reload`. */
export function usePublication(path: string): { state: PublicationState; reload: () => Promise<Publication | null> } {
  const studio = useStudio()
  const [state, setState] = useState<PublicationState>({ status: 'loading' })
  const reload = useCallback(async () => {
    const answer = await studio.get<Publication>(`${path}/publication`)
    setState(answer.ok ? { status: 'ready', publication: answer.body } : { status: 'failed', message: answer.message })
    return answer.ok ? answer.body : null
  }, [studio, path])
  useEffect(() => void reload(), [reload])
  return { state, reload }
}
