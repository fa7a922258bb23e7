'use client'
// Part of SaveControls (edit.SaveButton): the button beside Save and the panel it opens.
import { Button, Drawer, useAuth, useDocumentInfo, useDocumentTitle, useDrawerSlug, useModal } from '@payloadcms/ui'
import { mayPublish, type Staff } from '#access/roles.ts'
import { useMessages } from '../language/useMessages.ts'
import { PanelBody } from './PanelBody.tsx'
import './publish.css'

export type PublishPanelProps = { save: () => Promise<boolean> }

/** "Publish ▾ n": opens the panel that shows what is public, what differs, and publishes what it showed. */
export function PublishPanel({ save }: PublishPanelProps) {
  const { id, collectionSlug, data } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const { openModal, isModalOpen } = useModal()
  const slug = useDrawerSlug('publish')
  const { t } = useMessages()
  const { user } = useAuth<Staff & { collection: 'users' }>()
  if (!id || !collectionSlug) return null
  const pending = countOf(data?.pendingIn)
  const name = t(mayPublish(user) ? 'publish.publish' : 'publish.publicState')
  const label = pending > 0 ? `${name}, ${t('publish.pendingParts', { count: pending })}` : name
  return (
    <>
      <Button
        aria-label={label}
        buttonStyle={pending > 0 && mayPublish(user) ? 'primary' : 'secondary'}
        className="desk-publish-button"
        extraButtonProps={{ 'aria-haspopup': 'dialog', 'aria-expanded': isModalOpen(slug) }}
        id="action-publish-panel"
        margin={false}
        onClick={() => openModal(slug)}
        size="medium"
        type="button"
      >
        {name} <span aria-hidden="true">▾{pending > 0 && ` ${pending}`}</span>
      </Button>
      <Drawer
        className="desk-publish-drawer"
        slug={slug}
        title={mayPublish(user) ? t('publish.title', { title }) : `${name}: ${title}`}
      >
        <PanelBody path={`/${collectionSlug}/${id}`} save={save} />
      </Drawer>
    </>
  )
}

function countOf(parts: unknown): number {
  return Array.isArray(parts) ? parts.length : 0
}
