'use client'
import { Button, useRouteCache, useSelection } from '@payloadcms/ui'
import { useState } from 'react'
import { locales } from '#locales/table.ts'
import type { Part } from '#record/record.ts'
import { requestFor } from '../publish/selection.ts'
import { useStudio } from '../useStudio.ts'
import { useWords } from '../useWords.ts'
import type { BulkAction } from './BulkPublish.tsx'
import { BulkResults } from './BulkResults.tsx'
import { type BulkAnswer, type BulkResult, inChunks } from './bulk.ts'

type Props = { collection: string; action: BulkAction }
type Progress = { done: number; count: number } | null

/** Which parts of the chosen documents, then what became of each. Can be left: what was sent is done. */
export function BulkForm({ collection, action }: Props) {
  const { say } = useWords()
  const studio = useStudio()
  const idsOf = useSelectedIds(collection)
  const { clearRouteCache } = useRouteCache()
  const [chosen, setChosen] = useState<ReadonlySet<Part>>(new Set())
  const [progress, setProgress] = useState<Progress>(null)
  const [results, setResults] = useState<BulkResult[]>([])
  const [fault, setFault] = useState('')
  const busy = progress !== null && progress.done < progress.count && fault === ''

  const run = async () => {
    const ids = await idsOf()
    const all: BulkResult[] = []
    setFault('')
    setProgress({ done: 0, count: ids.length })
    for (const chunk of inChunks(ids)) {
      const answer = await studio.post<BulkAnswer>(`/${collection}/${action}`, {
        ids: chunk,
        ...bodyFor(action, chosen),
      })
      if (!answer.ok) return setFault(answer.message)
      all.push(...answer.body.results)
      setResults([...all])
      setProgress({ done: all.length, count: ids.length })
    }
    clearRouteCache()
  }

  return (
    <div aria-busy={busy} className="desk-publish">
      <p className="desk-hint">{say(action === 'publish' ? 'bulkHelp' : 'withdrawHelp')}</p>
      <fieldset className="desk-publish__parts" disabled={busy}>
        <legend>{say(action === 'publish' ? 'chooseParts' : 'withdrawTitle')}</legend>
        <PartChoice action={action} chosen={chosen} onChange={setChosen} />
      </fieldset>
      <div className="desk-publish__actions">
        <Button
          buttonStyle={action === 'publish' ? 'primary' : 'error'}
          disabled={busy || chosen.size === 0}
          id="bulk-confirm"
          margin={false}
          onClick={() => void run()}
        >
          {say(action === 'publish' ? 'publish' : 'withdrawNow')}
        </Button>
        {progress && <span role="status">{say('bulkProgress', progress)}</span>}
      </div>
      {fault && (
        <p className="desk-notice desk-notice--error" role="alert">
          {fault}
        </p>
      )}
      {results.length > 0 && <BulkResults action={action} collection={collection} results={results} />}
    </div>
  )
}

type ChoiceProps = { action: BulkAction; chosen: ReadonlySet<Part>; onChange: (chosen: ReadonlySet<Part>) => void }

/** Facts are withdrawn with the whole document only: then no locale is chosen beside them. */
function PartChoice({ action, chosen, onChange }: ChoiceProps) {
  const { say } = useWords()
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
        {say(action === 'publish' ? 'facts' : 'wholeDocument')}
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

function bodyFor(action: BulkAction, chosen: ReadonlySet<Part>): object {
  if (action === 'publish') return requestFor(chosen)
  return chosen.has('facts') ? {} : { locales: [...chosen] }
}

/** The chosen rows; where all pages are chosen, the ids that the list's own filter finds. */
function useSelectedIds(collection: string): () => Promise<string[]> {
  const { selectAll, selectedIDs, getQueryParams } = useSelection()
  const studio = useStudio()
  return async () => {
    // The enumeration of Payload's own selection is not exported; this is its value for "all pages".
    if (String(selectAll) !== 'allAvailable') return selectedIDs.map(String)
    const filter = Object.fromEntries(new URLSearchParams(getQueryParams()))
    const answer = await studio.get<{ docs: { id: string }[] }>(`/${collection}`, {
      ...filter,
      pagination: 'false',
      depth: '0',
      'select[revision]': 'true',
    })
    return answer.ok ? answer.body.docs.map((one) => one.id) : []
  }
}
