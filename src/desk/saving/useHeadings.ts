'use client'
import { useEffect, useState } from 'react'
import { useStudio } from '../request/useStudio.ts'
import { headingsOf, keyOf, type Related } from './headings.ts'

/** How documents are called: by their headings once those are there, until then by their ids. */
export function useHeadings(related: readonly Related[]): (one: Related) => string {
  const studio = useStudio()
  const [headings, setHeadings] = useState<ReadonlyMap<string, string>>(new Map())
  const asked = JSON.stringify(related)
  useEffect(() => {
    // Written a few lines above.
    const documents = JSON.parse(asked) as Related[]
    if (documents.length > 0) headingsOf(studio.get, documents).then(setHeadings)
  }, [asked, studio])
  return (one) => headings.get(keyOf(one)) ?? one.id
}
