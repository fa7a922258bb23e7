'use client'
import { Link, useListQuery } from '@payloadcms/ui'
import { GateMessages } from '../publish/GateMessages.tsx'
import { useStudio } from '../useStudio.ts'
import { useWords } from '../useWords.ts'
import type { BulkAction } from './BulkPublish.tsx'
import { type BulkResult, isRefused, tallyOf } from './bulk.ts'

type Props = { results: BulkResult[]; action: BulkAction; collection: string }

/** The sum in a sentence, then each document with what became of it and what would cure it. */
export function BulkResults({ results, action, collection }: Props) {
  const { say } = useWords()
  const { adminPath } = useStudio()
  const headingOf = useHeadings()
  const tally = tallyOf(results)
  const done = action === 'publish' ? 'resultPublished' : 'resultWithdrawn'
  const sorted = [...results].sort((a, b) => Number(isRefused(b)) - Number(isRefused(a)))
  return (
    <>
      <p className={`desk-notice desk-notice--${tally.refused > 0 ? 'warning' : 'done'}`} role="status">
        {say(action === 'publish' ? 'bulkDone' : 'bulkWithdrawn', tally)}
      </p>
      <ul className="desk-bulk-results">
        {sorted.map((one) => (
          <li data-id={one.id} key={one.id}>
            <Link href={adminPath(`/collections/${collection}/${one.id}`)}>{headingOf(one.id)}</Link>{' '}
            <span className="desk-hint">
              {isRefused(one) ? say('refused') : say(one.unchanged ? 'resultUnchanged' : done)}
            </span>
            {one.message && !one.refusals?.length && <p>{one.message}</p>}
            <GateMessages kind="refusal" messages={one.refusals ?? []} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the list calls each of its rows. */
function useHeadings(): (id: string) => string {
  const { data } = useListQuery()
  return (id) => {
    const row: unknown = data?.docs.find((one: { id: unknown }) => String(one.id) === id)
    const heading = typeof row === 'object' && row !== null && 'heading' in row ? row.heading : null
    return typeof heading === 'string' && heading !== '' ? heading : id
  }
}
