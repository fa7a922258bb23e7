'use client'
// Slot: admin.components.Diff of `faces`.
import type { JSONFieldDiffClientComponent } from 'payload'
import { facesIn } from '#media/faces.ts'
import { useMessages } from '../../language/useMessages.ts'

/** How many faces were marked in one version and in the other; where exactly, no number would show. */
export const FacesDifference: JSONFieldDiffClientComponent = ({ comparisonValue, versionValue }) => {
  const { t } = useMessages()
  const marked = (value: unknown) => t('media.faces.marked', { count: facesIn(value).length })
  return (
    <dl className="desk-differences">
      <div>
        <dt>{t('media.fields.faces.label')}</dt>
        <dd>
          <del>{marked(comparisonValue)}</del>
          <span aria-hidden="true"> → </span>
          <span className="desk-only-heard"> {t('publish.becomes')} </span>
          <ins>{marked(versionValue)}</ins>
        </dd>
      </div>
    </dl>
  )
}
