'use client'
// Slot: a field of its own in the form of a webhook
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { useStudio } from '../useStudio.ts'
import { useWords } from '../useWords.ts'
import { WebhookSecret } from './WebhookSecret.tsx'
import './webhooks.css'

/** Try again now, and the secret that the receiver needs. */
export function WebhookControls() {
  const { say } = useWords()
  const { id, savedDocumentData } = useDocumentInfo()
  if (!id) return <p className="desk-hint">{say('webhookAfterSave')}</p>
  const path = `/webhooks/${id}`
  return (
    <div className="desk-webhook">
      <WebhookSecret path={`${path}/secret`} />
      {savedDocumentData?.active && savedDocumentData.failingSince && <Retry path={`${path}/retry`} />}
    </div>
  )
}

function Retry({ path }: { path: string }) {
  const { say } = useWords()
  const studio = useStudio()
  const [said, setSaid] = useState<string | null>(null)
  const retry = async () => {
    const answer = await studio.post(path, {})
    setSaid(answer.ok ? say('webhookRetrying') : answer.message)
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
        {say('webhookRetry')}
      </Button>
      <span role="status">{said}</span>
    </div>
  )
}
