'use client'
// Slot: a ui field after the name of people: { type: 'ui', name: 'similarNames',
//   admin: { disableBulkEdit: true, disableListColumn: true, components: { Field: '/src/desk/fields/SimilarNames.tsx#SimilarNames' } } }
import { Link, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { nameKeys } from '#names/fold.ts'
import { useMessages } from '../language/useMessages.ts'
import { useStudio } from '../request/useStudio.ts'
import './fields.css'

/** How long after the last key the studio is asked, in milliseconds. */
const pause = 500

type Found = { id: string; heading?: string | null }

/** Warns, and never blocks, when a new person's name is somebody's already, in whatever spelling or script. */
export function SimilarNames() {
  const { id } = useDocumentInfo()
  const given = useFormFields(([fields]) => fields['name.given']?.value)
  const family = useFormFields(([fields]) => fields['name.family']?.value)
  const found = useSimilar(id ? '' : fullName(given, family))
  const { t } = useMessages()
  const { adminPath } = useStudio()
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <div className="desk-similar">
          <p>{t('form.similarNames')}</p>
          <ul>
            {found.map((person) => (
              <li key={person.id}>
                <Link href={adminPath(`/collections/people/${person.id}`)} target="_blank">
                  {person.heading ?? person.id} ↗
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** Empty until both names are there: half a name fits too many people. */
function fullName(given: unknown, family: unknown): string {
  return typeof given === 'string' && typeof family === 'string' && given.trim() && family.trim()
    ? `${given} ${family}`
    : ''
}

function useSimilar(name: string): Found[] {
  const studio = useStudio()
  const [found, setFound] = useState<Found[]>([])
  useEffect(() => {
    if (name === '') return setFound([])
    const timer = setTimeout(async () => {
      const answer = await studio.get<{ docs: Found[] }>('/people', {
        'where[nameKeys][in]': nameKeys([name]).join(','),
        'select[heading]': 'true',
        depth: '0',
        limit: '5',
      })
      setFound(answer.ok ? answer.body.docs : [])
    }, pause)
    return () => clearTimeout(timer)
  }, [name, studio])
  return found
}
