'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { useMessages } from '../language/useMessages.ts'
import type { Answer } from '../request/studioRequest.ts'
import { useStudio } from '../request/useStudio.ts'

type Secret = { secret: string | null; previousUntil: string | null }
type Props = { path: string }

/** The secret is fetched when it is asked for and forgotten when it is hidden. */
export function WebhookSecret({ path }: Props) {
  const { t, language } = useMessages()
  const studio = useStudio()
  const [secret, setSecret] = useState<Secret | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const take = (answer: Answer<Secret>) => {
    setAsking(false)
    setFault(answer.ok ? null : answer.message)
    if (answer.ok) setSecret(answer.body)
  }
  const show = async () => take(await studio.get<Secret>(path))
  const make = async () => take(await studio.post<Secret>(path, {}))

  return (
    <section aria-labelledby="webhook-secret" className="desk-webhook__secret">
      <h3 id="webhook-secret">{t('webhooks.secret.title')}</h3>
      <p className="desk-hint">{t('webhooks.secret.help')}</p>
      {secret && <code id="webhook-secret-value">{secret.secret ?? t('webhooks.secret.lost')}</code>}
      {secret?.previousUntil && (
        <p className="desk-hint">{t('webhooks.secret.until', { time: moment(secret.previousUntil, language) })}</p>
      )}
      {fault && <p role="alert">{fault}</p>}
      <div className="desk-webhook__row">
        {secret ? (
          <Small id="action-webhook-hide" onClick={() => setSecret(null)} text={t('webhooks.secret.hide')} />
        ) : (
          <Small id="action-webhook-show" onClick={() => void show()} text={t('webhooks.secret.show')} />
        )}
        {!isAsking && <Small id="action-webhook-new" onClick={() => setAsking(true)} text={t('webhooks.secret.new')} />}
      </div>
      {isAsking && (
        <div className="desk-webhook__ask" role="alert">
          <p>{t('webhooks.secret.sure')}</p>
          <div className="desk-webhook__row">
            <Small id="action-webhook-make" onClick={() => void make()} text={t('webhooks.secret.make')} />
            <Small id="action-webhook-cancel" onClick={() => setAsking(false)} text={t('studio.cancel')} />
          </div>
        </div>
      )}
    </section>
  )
}

function Small({ id, onClick, text }: { id: string; onClick: () => void; text: string }) {
  return (
    <Button buttonStyle="secondary" id={id} margin={false} onClick={onClick} size="small" type="button">
      {text}
    </Button>
  )
}

function moment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}
