'use client'
import { Button, useRouteCache } from '@payloadcms/ui'
import { useState } from 'react'
import { locales } from '#locales/table.ts'
import type { Part } from '#record/record.ts'
import { useMessages } from '../language/useMessages.ts'
import { useStudio } from '../request/useStudio.ts'
import { BulkResults } from './BulkResults.tsx'
import {
  type BulkAction,
  type BulkAnswer,
  type BulkDocument,
  type BulkRequest,
  type BulkResult,
  bulkPlan,
  leftAfter,
} from './bulk.ts'

type Props = {
  collection: string
  action: BulkAction
  documents: readonly BulkDocument[]
  /** Is told which documents are left whenever some are done. */
  onLeft: (left: readonly BulkDocument[]) => void
}
type Run = {
  documents: readonly BulkDocument[]
  plan: readonly BulkRequest[]
  results: BulkResult[]
  finished: boolean
}

/**
 * Which parts of the documents, then what became of each. Can be left: what was sent is done. What was refused, was not
 * reached, or has other parts that can still go, is what another press goes on with.
 */
export function BulkForm({ collection, action, documents, onLeft }: Props) {
  const { t } = useMessages()
  const studio = useStudio()
  const { clearRouteCache } = useRouteCache()
  const [left, setLeft] = useState(documents)
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set())
  const [run, setRun] = useState<Run | null>(null)
  const [fault, setFault] = useState('')
  const busy = run !== null && !run.finished

  const start = async () => {
    setFault('')
    const plan = bulkPlan(action, left, chosen)
    const results: BulkResult[] = []
    let still = left
    const show = (finished: boolean) => setRun({ documents: left, plan, results: [...results], finished })
    show(false)
    for (const request of plan) {
      const answer = await studio.post<BulkAnswer>(`/${collection}/${action}`, request)
      if (!answer.ok) {
        setFault(answer.message)
        break
      }
      results.push(...answer.body.docs)
      still = leftAfter(action, still, request, answer.body.docs)
      setLeft(still)
      onLeft(still)
      show(false)
    }
    show(true)
    // After a fault too: what was sent before it is done.
    clearRouteCache()
  }

  return (
    <div aria-busy={busy} className="desk-publish">
      <p className="desk-hint">{t(action === 'publish' ? 'bulk.help' : 'withdraw.help')}</p>
      <ul className="desk-bulk-documents">
        {left.map(({ id, heading }) => (
          <li key={id}>
            <bdi>{heading || id}</bdi>
          </li>
        ))}
      </ul>
      <fieldset className="desk-publish__parts" disabled={busy}>
        <legend>{t(action === 'publish' ? 'publish.chooseParts' : 'withdraw.title')}</legend>
        <PartChoice action={action} chosen={chosen} onChange={setChosen} />
      </fieldset>
      <div className="desk-publish__actions">
        <Button
          buttonStyle={action === 'publish' ? 'primary' : 'error'}
          disabled={busy || chosen.size === 0 || left.length === 0}
          id="bulk-confirm"
          margin={false}
          onClick={() => void start()}
        >
          {t(action === 'publish' ? 'publish.publish' : 'withdraw.withdraw')}
        </Button>
        {busy && (
          <span role="status">{t('bulk.progress', { done: run.results.length, count: run.documents.length })}</span>
        )}
      </div>
      {fault && (
        <p className="desk-notice desk-notice--error" role="alert">
          {fault}
        </p>
      )}
      {run && <BulkResults action={action} collection={collection} {...run} />}
    </div>
  )
}

type ChoiceProps = { action: BulkAction; chosen: ReadonlySet<Part>; onChange: (chosen: ReadonlySet<Part>) => void }

/** Facts are withdrawn with the whole document only: then no locale is chosen beside them. */
function PartChoice({ action, chosen, onChange }: ChoiceProps) {
  const { t } = useMessages()
  const whole = action === 'withdraw' && chosen.has('facts')
  const flip = (part: Part) => {
    const next = new Set(chosen)
    if (!next.delete(part)) next.add(part)
    onChange(next)
  }
  return (
    <div className="desk-bulk-parts">
      <label className="desk-choice">
        <input checked={chosen.has('facts')} onChange={() => flip('facts')} type="checkbox" />{' '}
        {t(action === 'publish' ? 'publish.facts' : 'withdraw.wholeDocument')}
      </label>
      {locales.map(({ code, name }) => (
        <label className="desk-choice" key={code} lang={code}>
          <input checked={whole || chosen.has(code)} disabled={whole} onChange={() => flip(code)} type="checkbox" />{' '}
          <bdi>{name}</bdi>
        </label>
      ))}
    </div>
  )
}
