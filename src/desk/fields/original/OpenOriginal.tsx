'use client'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useMessages } from '../../language/useMessages.ts'
import { useStudio } from '../../request/useStudio.ts'

/** Asks why before it downloads the original. */
export function OpenOriginal({ id }: { id: string }) {
  const { t } = useMessages()
  const studio = useStudio()
  const inputId = useId()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState('')

  const open = async () => {
    setBusy(true)
    const answer = await studio.download(`/media/${id}/original`, { reason })
    setBusy(false)
    if (!answer.ok) return void toast.error(answer.message)
    setAsking(false)
    setReason('')
    const isSealed = answer.body.headers.get('Holos-Original') === 'sealed'
    toast.success(t(isSealed ? 'media.original.sealed' : 'media.original.opened'), { duration: 10_000 })
  }

  if (!isAsking)
    return (
      <Button
        buttonStyle="secondary"
        extraButtonProps={{ title: t('media.original.help') }}
        id="action-open-original"
        margin={false}
        onClick={() => setAsking(true)}
        size="small"
        type="button"
      >
        {t('media.original.open')}
      </Button>
    )
  return (
    <div className="desk-original__ask">
      <label htmlFor={inputId}>{t('media.original.reason')}</label>
      <input
        id={inputId}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        // The document's own form would be saved.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        value={reason}
      />
      <p className="desk-hint">{t('media.original.help')}</p>
      <div className="desk-original__row">
        <Button
          disabled={isBusy || reason.trim() === ''}
          id="action-download-original"
          margin={false}
          onClick={() => void open()}
          size="small"
          type="button"
        >
          {t('media.original.download')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => setAsking(false)} size="small" type="button">
          {t('studio.cancel')}
        </Button>
      </div>
    </div>
  )
}
