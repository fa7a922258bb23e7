'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { useLocaleCode } from '../language/useLocaleCode.ts'
import { useMessages } from '../language/useMessages.ts'
import { useStudio } from '../request/useStudio.ts'

type MadeLink = { url: string | null }

/** Makes a link that ends by itself and opens it beside the studio, in the locale that is being edited. */
export function OpenPreview({ path }: { path: string }) {
  const { t } = useMessages()
  const studio = useStudio()
  const locale = useLocaleCode()
  const [busy, setBusy] = useState(false)

  const open = async () => {
    // Opened within the click, which browsers ask for; the address follows. The page cannot reach back.
    const page = window.open('about:blank', '_blank')
    if (page) page.opener = null
    setBusy(true)
    const answer = await studio.post<MadeLink>(path, { locale })
    setBusy(false)
    if (answer.ok && answer.body.url && page) return page.location.replace(answer.body.url)
    page?.close()
    toast.error(answer.ok ? t('preview.blocked') : answer.message)
  }

  return (
    <Button
      buttonStyle="secondary"
      disabled={busy || locale === null}
      extraButtonProps={{ title: t('preview.help') }}
      id="action-preview"
      margin={false}
      onClick={() => void open()}
      size="medium"
      type="button"
    >
      {t('preview.open')} <span aria-hidden="true">↗</span>
    </Button>
  )
}
