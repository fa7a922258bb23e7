'use client'
// Slot: a field of its own in the form of a webhook
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { useMessages } from '../language/useMessages.ts'
import { useStudio } from '../request/useStudio.ts'
import { WebhookSecret } from './WebhookSecret.tsx'
import './webhooks.css'

/** Try again now, and the secret that the receiver needs. */
export function WebhookControls() {
  const { t } = useMessages()
  const { id, savedDocumentData } = useDocumentInfo()
  if (!id) return <p className="desk-hint">{t('webhooks.secret.afterSave')}</p>
  const path = `/webhooks/${id}`
  return (
    <div className="desk-webhook">
      <WebhookSecret path={`${path}/secret`} />
      {savedDocumentData?.active && savedDocumentData.failingSince && <Retry path={`${path}/retry`} />}
    </div>
  )
}

function Retry({ path }: { path: string }) {
  const { t } = useMessages()
  const studio = useStudio()
  const [notice, setNotice] = useState<string | null>(null)
  const retry = async () => {
    const answer = await studio.post(path, {})
    setNotice(answer.ok ? t('webhooks.retrying') : answer.message)
  }
  return (
    <div className="desk-webhook__row">
      <Button
        buttonStyle="secondary"
        id="action-webhook-retry"
        margin={false}
        onClick={() => void retry()}
        size="small"
        type="button"
      >
        {t('webhooks.retry')}
      </Button>
      <span role="status">{notice}</span>
    </div>
  )
}
