'use client'
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { useMessages } from '../../language/useMessages.ts'
import { useStudio } from '../../request/useStudio.ts'

type Made = { url: string; expiresAt: string }

/** For administrators, on the account of somebody else: a link with which a forgotten password is set anew. */
export function PasswordLink() {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const { t, language } = useMessages()
  const studio = useStudio()
  const [made, setMade] = useState<Made | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  if (!id || user?.role !== 'admin' || id === user.id) return null

  const make = async () => {
    const answer = await studio.post<Made>(`/users/${id}/link`, {})
    setFault(answer.ok ? null : answer.message)
    if (answer.ok) setMade(answer.body)
  }
  return (
    <section aria-live="polite" className="field-type">
      <p className="desk-hint">{t('users.link.help')}</p>
      <Button
        buttonStyle="secondary"
        id="action-password-link"
        margin={false}
        onClick={() => void make()}
        size="small"
        type="button"
      >
        {t('users.link.make')}
      </Button>
      {fault && <p role="alert">{fault}</p>}
      {made && (
        <p>
          {t('users.link.made', { time: moment(made.expiresAt, language) })} <code id="password-link">{made.url}</code>
        </p>
      )}
    </section>
  )
}

function moment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}
