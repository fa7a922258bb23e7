'use client'
import { Button, useRouteCache, useSelection } from '@payloadcms/ui'
import { useState } from 'react'
import { locales } from '#locales/table.ts'
import type { Part } from '#record/record.ts'
import type { Answer } from '../request/studioRequest.ts'
import { useStudio } from '../request/useStudio.ts'
import { useMessages } from '../useMessages.ts'
import { BulkResults } from './BulkResults.tsx'
import { type BulkAction, type BulkAnswer, type BulkDocument, type BulkResult, bulkPlan } from './bulk.ts'

type Props = { collection: string; action: BulkAction }
type Run = { documents: BulkDocument[]; results: BulkResult[]; finished: boolean }

/** Which parts of the chosen documents, then what became of each. Can be left: what was sent is done. */
export function BulkForm({ collection, action }: Props) {
  const { t } = useMessages()
  const studio = useStudio()
  const chosenDocuments = useChosenDocuments(collection)
  const { clearRouteCache } = useRouteCache()
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set())
  const [run, setRun] = useState<Run | null>(null)
  const [fault, setFault] = useState('')
  const busy = run !== null && !run.finished && fault === ''

  const start = async () => {
    setFault('')
    const documents = await chosenDocuments()
    if (!documents.ok) return setFault(documents.message)
    const results: BulkResult[] = []
    const show = (finished: boolean) => setRun({ documents: documents.body.docs, results: [...results], finished })
    show(false)
    for (const request of bulkPlan(action, documents.body.docs, chosen)) {
      const answer = await studio.post<BulkAnswer>(`/${collection}/${action}`, request)
      if (!answer.ok) return setFault(answer.message)
      results.push(...answer.body.docs)
      show(false)
    }
    show(true)
    clearRouteCache()
  }

  return (
    <div aria-busy={busy} className="desk-publish">
      <p className="desk-hint">{t(action === 'publish' ? 'bulk.help' : 'withdraw.help')}</p>
      <fieldset className="desk-publish__parts" disabled={busy}>
        <legend>{t(action === 'publish' ? 'publish.chooseParts' : 'withdraw.title')}</legend>
        <PartChoice action={action} chosen={chosen} onChange={setChosen} />
      </fieldset>
      <div className="desk-publish__actions">
        <Button
          buttonStyle={action === 'publish' ? 'primary' : 'error'}
          disabled={busy || chosen.size === 0}
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
      {run && <BulkResults action={action} collection={collection} documents={run.documents} results={run.results} />}
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

/** The chosen rows, on all pages where all are chosen, with what of each is pending. */
function useChosenDocuments(collection: string): () => Promise<Answer<{ docs: BulkDocument[] }>> {
  const { getQueryParams } = useSelection()
  const studio = useStudio()
  return () => {
    const filter = Object.fromEntries(new URLSearchParams(getQueryParams()))
    const select = { 'select[heading]': 'true', 'select[pendingIn]': 'true' }
    return studio.get(`/${collection}`, { ...filter, ...select, pagination: 'false', depth: '0' })
  }
}
