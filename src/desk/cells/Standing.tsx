'use client'
// Slot: admin.components.Field of the field `publishedIn` = '/src/desk/cells/Standing.tsx#Standing'
import { useDocumentInfo } from '@payloadcms/ui'
import { useMessages } from '../language/useMessages.ts'
import { partMarks } from './partMarks.ts'
import { markWords } from './strip.ts'
import './strip.css'

/** Beside the form: how the facts and each locale stand towards the public, in words. */
export function Standing() {
  const { t } = useMessages()
  const { data, id } = useDocumentInfo()
  if (!id) return null
  return (
    <section aria-label={t('publish.wherePublic')} className="desk-standing">
      <h3>{t('publish.wherePublic')}</h3>
      <ul>
        {partMarks(data).map(({ part, short, name, mark }) => (
          <li key={part}>
            <span aria-hidden="true" className={`desk-strip__mark desk-strip__mark--${mark}`}>
              {short}
            </span>
            <bdi lang={name ? part : undefined}>{name ?? t('publish.facts')}</bdi>
            <span className="desk-standing__state">{t(markWords[mark])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
