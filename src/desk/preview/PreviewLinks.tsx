'use client'
import { Button, Drawer, useDrawerSlug, useModal } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '../language/useMessages.ts'
import { useStudio } from '../request/useStudio.ts'

type Link = { id: string; madeBy: { id: string; name: string }; createdAt: string; expiresAt: string }
type Props = { path: string; mayRevoke: boolean }

/** Everybody who works here sees which links to a document are out; those who could make one can take each of them back. */
export function PreviewLinks({ path, mayRevoke }: Props) {
  const { t } = useMessages()
  const { openModal, isModalOpen } = useModal()
  const slug = useDrawerSlug('preview-links')
  return (
    <>
      <Button
        buttonStyle="none"
        extraButtonProps={{ 'aria-haspopup': 'dialog', 'aria-expanded': isModalOpen(slug) }}
        id="action-preview-links"
        margin={false}
        onClick={() => openModal(slug)}
        type="button"
      >
        {t('preview.links')}
      </Button>
      <Drawer className="desk-preview-drawer" slug={slug} title={t('preview.links')}>
        <p className="desk-hint">{t('preview.linksHelp')}</p>
        {isModalOpen(slug) && <LinkList mayRevoke={mayRevoke} path={path} />}
      </Drawer>
    </>
  )
}

function LinkList({ path, mayRevoke }: Props) {
  const { t, language } = useMessages()
  const studio = useStudio()
  const [links, setLinks] = useState<Link[] | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const load = useCallback(async () => {
    const answer = await studio.get<{ docs: Link[] }>(path)
    setFault(answer.ok ? null : answer.message)
    if (answer.ok) setLinks(answer.body.docs)
  }, [studio, path])
  useEffect(() => void load(), [load])

  const revoke = async (id: string) => {
    const answer = await studio.remove(`${path}/${id}`)
    await load()
    // A link that is gone already is what was wanted.
    if (!answer.ok && answer.status !== 404) setFault(answer.message)
  }

  if (fault) return <p role="alert">{fault}</p>
  if (!links) return <p role="status">{t('studio.loading')}</p>
  if (links.length === 0) return <p role="status">{t('preview.linksNone')}</p>
  return (
    <ul className="desk-preview-links">
      {links.map(({ id, madeBy, createdAt, expiresAt }) => (
        <li key={id}>
          <span>
            <bdi>{madeBy.name}</bdi>, <time dateTime={createdAt}>{moment(createdAt, language)}</time>
          </span>
          <time dateTime={expiresAt}>{t('preview.until', { time: moment(expiresAt, language) })}</time>
          {mayRevoke && (
            <Button
              aria-label={`${t('preview.revoke')}: ${madeBy.name}, ${moment(createdAt, language)}`}
              buttonStyle="secondary"
              margin={false}
              onClick={() => void revoke(id)}
              size="small"
              type="button"
            >
              {t('preview.revoke')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function moment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}
