'use client'
// Part of SaveControls (edit.SaveButton): the button beside Save and the panel it opens.
import { Button, Drawer, useDocumentInfo, useDocumentTitle, useDrawerSlug, useModal } from '@payloadcms/ui'
import { useWords } from '../useWords.ts'
import { PanelBody } from './PanelBody.tsx'
import './publish.css'

export type PublishPanelProps = { save: () => Promise<boolean> }

/** "Publish ▾ n": opens the panel that shows what is public, what differs, and publishes what it showed. */
export function PublishPanel({ save }: PublishPanelProps) {
  const { id, collectionSlug, data } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const { openModal, isModalOpen } = useModal()
  const slug = useDrawerSlug('publish')
  const { say } = useWords()
  if (!id || !collectionSlug) return null
  const pending = countOf(data?.pendingIn)
  const label = pending > 0 ? `${say('publish')}, ${say('pendingParts', { count: pending })}` : say('publish')
  return (
    <>
      <Button
        aria-label={label}
        buttonStyle={pending > 0 ? 'primary' : 'secondary'}
        className="desk-publish-button"
        extraButtonProps={{ 'aria-haspopup': 'dialog', 'aria-expanded': isModalOpen(slug) }}
        id="action-publish-panel"
        margin={false}
        onClick={() => openModal(slug)}
        size="medium"
        type="button"
      >
        {say('publish')} <span aria-hidden="true">▾{pending > 0 && ` ${pending}`}</span>
      </Button>
      <Drawer className="desk-publish-drawer" slug={slug} title={say('publishTitle', { title })}>
        <PanelBody path={`/${collectionSlug}/${id}`} save={save} />
      </Drawer>
    </>
  )
}

function countOf(parts: unknown): number {
  return Array.isArray(parts) ? parts.length : 0
}
