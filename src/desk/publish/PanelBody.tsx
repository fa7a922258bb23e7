'use client'
import { Button, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { isReadable } from '#base/text/isReadable.ts'
import { locales } from '#locales/table.ts'
import type { Part } from '#record/record.ts'
import { useMessages } from '../language/useMessages.ts'
import { useStudio } from '../request/useStudio.ts'
import { withAnswers } from './findings/findingGroups.ts'
import { Notice, type NoticeContent } from './Notice.tsx'
import { PartRow } from './PartRow.tsx'
import type { GateMessage, PartStanding, Publication, PublishAnswer } from './publication.ts'
import {
  isOpen,
  isRefused,
  proposed,
  publicParts,
  requestFor,
  toggled,
  withChosen,
  withoutConfirmed,
} from './selection.ts'
import { usePublication } from './usePublication.ts'
import { Withdrawal } from './Withdrawal.tsx'

type Props = { path: string; save: () => Promise<boolean> }

/** The panel's inside: asks for the document's standing once it opens. */
export function PanelBody({ path, save }: Props) {
  const { state, reload } = usePublication(path)
  const { t } = useMessages()
  if (state.status === 'loading') return <p role="status">{t('studio.loading')}</p>
  if (state.status === 'failed')
    return (
      <div role="alert">
        <p>{state.message}</p>
        <Button onClick={() => void reload()}>{t('studio.tryAgain')}</Button>
      </div>
    )
  return <ReadyPanel path={path} publication={state.publication} reload={reload} save={save} />
}

type ReadyProps = Props & { publication: Publication; reload: () => Promise<Publication | null> }

function ReadyPanel({ path, publication, reload, save }: ReadyProps) {
  const { t } = useMessages()
  const studio = useStudio()
  const documentInfo = useDocumentInfo()
  const unsaved = useFormModified()
  const [chosen, setChosen] = useState(() => proposed(publication.parts))
  const [refusals, setRefusals] = useState<GateMessage[]>([])
  const [notice, setNotice] = useState<NoticeContent | null>(null)
  const [busy, setBusy] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const shown = withChosen(publication.parts, chosen)
  const answered = withoutConfirmed(shown, confirmed)
  const isExplained = confirmed.size === 0 || isReadable(reason)
  const mayPublish = publication.parts.some((one) => one.mayPublish)

  /** The panel and the count on its button, as they are now. */
  const refresh = async () => {
    const now = await reload()
    if (!now) return
    setChosen(proposed(now.parts))
    documentInfo.setData({ ...documentInfo.data, ...standingOf(now) })
  }

  // Opened while a save was under way, the panel shows what was there before it.
  const wasUnsaved = useRef(unsaved)
  useEffect(() => {
    if (wasUnsaved.current && !unsaved) void refresh()
    wasUnsaved.current = unsaved
  })

  const send = async (action: 'publish' | 'withdraw', body: object) => {
    setBusy(true)
    setNotice(null)
    const answer = await studio.post<PublishAnswer>(`${path}/${action}`, body)
    setRefusals(answer.ok ? [] : refusalsIn(answer.data))
    if (answer.ok) {
      setConfirmed(new Set())
      setReason('')
    }
    // The first of two has agreed: what is left is for somebody else.
    const isBegun = !answer.ok && refusalsIn(answer.data).some(({ agreed }) => agreed)
    if (isBegun) setConfirmed(new Set())
    if (answer.ok || answer.status === 409 || isBegun) await refresh()
    if (answer.ok) setNotice({ kind: 'done', action, answer: answer.body })
    else if (isBegun) setNotice({ kind: 'waiting', text: t('publish.agreedFirst') })
    else setNotice({ kind: 'refused', text: answer.status === 409 ? t('publish.showsNewest') : answer.message })
    setWithdrawing(false)
    setBusy(false)
  }

  const saveFirst = async () => {
    setBusy(true)
    if (await save()) await refresh()
    setBusy(false)
  }

  const publish = () => {
    const confirm = [...confirmed].map((digest) => ({ digest, reason }))
    return send('publish', {
      ...requestFor(chosen),
      revision: publication.revision,
      ...(confirm.length > 0 && { confirm }),
    })
  }
  const confirm = (digests: readonly string[]) => setConfirmed((before) => withAnswers(before, digests))
  const withdraw = (locales: string[] | null) => send('withdraw', locales ? { locales } : {})

  return (
    <div aria-busy={busy} className="desk-publish">
      {notice && <Notice content={notice} documentKey={publication.key} parts={publication.parts} />}
      {unsaved && <p className="desk-notice desk-notice--warning">{t('publish.unsavedFirst')}</p>}
      <fieldset className="desk-publish__parts" disabled={busy}>
        <legend>{t(mayPublish ? 'publish.chooseParts' : 'publish.wherePublic')}</legend>
        {shown.map((standing, index) => (
          <PartRow
            checked={chosen.has(standing.part)}
            confirmed={confirmed}
            disabled={!isOpen(answered, answered[index] ?? standing) || unsaved}
            key={standing.part}
            {...(mayPublish && { onConfirm: confirm })}
            onToggle={(part: Part) => setChosen(toggled(answered, chosen, part))}
            refusals={eachOnce([
              ...standing.refusals,
              ...refusals.filter((one) => isOfPart(one, standing, publication)),
            ])}
            standing={standing}
          />
        ))}
      </fieldset>
      {confirmed.size > 0 && (
        <label className="desk-publish__reason">
          {t('publish.confirm.reason')}
          <textarea id="publish-reason" onChange={({ target }) => setReason(target.value)} rows={2} value={reason} />
        </label>
      )}
      {!publication.isWhole && <p className="desk-hint">{t('publish.notWhole')}</p>}
      <Unwritten parts={publication.parts} />
      {mayPublish && !withdrawing && (
        <div className="desk-publish__actions">
          {unsaved ? (
            <Button disabled={busy} id="action-save-and-publish" margin={false} onClick={() => void saveFirst()}>
              {t('publish.saveAndPublish')}
            </Button>
          ) : (
            <Button
              disabled={busy || chosen.size === 0 || !isExplained || isRefused(answered, chosen)}
              id="action-publish"
              margin={false}
              onClick={() => void publish()}
            >
              {t('publish.publishParts', { count: chosen.size })}
            </Button>
          )}
          {publicParts(publication.parts).length > 0 && (
            <Button
              buttonStyle="secondary"
              disabled={busy}
              id="action-withdraw"
              margin={false}
              onClick={() => setWithdrawing(true)}
            >
              {t('withdraw.open')}
            </Button>
          )}
        </div>
      )}
      {withdrawing && (
        <Withdrawal
          busy={busy}
          onCancel={() => setWithdrawing(false)}
          onWithdraw={(locales) => void withdraw(locales)}
          parts={publicParts(publication.parts)}
        />
      )}
    </div>
  )
}

/** The locales of the table that this document has no words in. */
function Unwritten({ parts }: { parts: PartStanding[] }) {
  const { t } = useMessages()
  const missing = locales.filter(({ code }) => !parts.some((one) => one.part === code))
  if (missing.length === 0) return null
  return (
    <p className="desk-hint">
      {t('publish.state.empty')}: <bdi>{missing.map(({ name }) => name).join(', ')}</bdi>
    </p>
  )
}

/** What is found in another document stands with the facts, as in the panel. */
function isOfPart({ document, part }: GateMessage, standing: PartStanding, { key }: Publication): boolean {
  return (document === key ? part : 'facts') === standing.part
}

function eachOnce(messages: GateMessage[]): GateMessage[] {
  const nameOf = ({ gate, document, part, path, message }: GateMessage) =>
    [gate, document, part, path, message].join(' ')
  return [...new Map(messages.map((one) => [nameOf(one), one])).values()]
}

/** The two computed fields as this publication shows them. */
function standingOf({ parts }: Publication): { publishedIn: Part[]; pendingIn: Part[] } {
  const pending = parts.filter((one) => ['pending', 'never', 'withdrawn'].includes(one.state))
  return { publishedIn: publicParts(parts).map((one) => one.part), pendingIn: pending.map((one) => one.part) }
}

function refusalsIn(data: Record<string, unknown>): GateMessage[] {
  // `PublishRefused` of the publishing door carries them under this name.
  return Array.isArray(data.refusals) ? (data.refusals as GateMessage[]) : []
}
