'use client'
import { Link } from '@payloadcms/ui'
import { type Translate, useMessages } from '../language/useMessages.ts'
import { GateMessages } from '../publish/findings/GateMessages.tsx'
import { useStudio } from '../request/useStudio.ts'
import { type BulkAction, type BulkDocument, type BulkRequest, type BulkResult, isRefused, tallyOf } from './bulk.ts'

type Props = {
  action: BulkAction
  collection: string
  documents: readonly BulkDocument[]
  plan: readonly BulkRequest[]
  results: BulkResult[]
}

/** The sum in a sentence, then each document with what became of it and what would cure it. */
export function BulkResults({ action, collection, documents, plan, results }: Props) {
  const { t } = useMessages()
  const { adminPath } = useStudio()
  const { notReached, ...tally } = tallyOf(documents.length, plan, results)
  const headings = new Map(documents.map(({ id, heading }) => [id, heading]))
  const refusedFirst = [...results].sort((a, b) => Number(isRefused(b)) - Number(isRefused(a)))
  return (
    <>
      <p className={`desk-notice desk-notice--${tally.refused + notReached > 0 ? 'warning' : 'done'}`} role="status">
        {t(action === 'publish' ? 'bulk.published' : 'bulk.withdrawn', tally)}
        {notReached > 0 && `. ${t('bulk.notReached', { count: notReached })}`}
      </p>
      <ul className="desk-bulk-results">
        {refusedFirst.map((one) => (
          <li data-id={one.id} key={one.id}>
            <Link href={adminPath(`/collections/${collection}/${one.id}`)}>{headings.get(one.id) || one.id}</Link>{' '}
            <span className="desk-hint">{outcomeOf(one, action, t)}</span>
            {isRefused(one) && <GateMessages kind="refusal" messages={one.data?.refusals ?? []} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function outcomeOf(result: BulkResult, action: BulkAction, t: Translate): string {
  if (isRefused(result)) return result.data?.refusals ? t('publish.refused') : result.message
  if (result.answer.unchanged) return t('bulk.result.unchanged')
  return t(action === 'publish' ? 'bulk.result.published' : 'bulk.result.withdrawn')
}
