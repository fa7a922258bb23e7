'use client'
// Slot: collection admin.components.beforeListTable = ['/src/desk/lists/BulkPublish.tsx#BulkPublish']
import { Button, Drawer, useAuth, useDrawerSlug, useModal, useSelection } from '@payloadcms/ui'
import { useState } from 'react'
import { mayPublish, type Staff } from '#access/roles.ts'
import { useMessages } from '../useMessages.ts'
import { BulkForm } from './BulkForm.tsx'
import type { BulkAction } from './bulk.ts'
import '../publish/publish.css'
import './lists.css'

/** Shown once rows are chosen in a list: publishes or withdraws all of them, each by itself. */
export function BulkPublish({ collectionSlug }: { collectionSlug: string }) {
  const { user } = useAuth<Staff & { collection: 'users' }>()
  const { count } = useSelection()
  const { t } = useMessages()
  const { openModal } = useModal()
  const slug = useDrawerSlug('bulk')
  const [action, setAction] = useState<BulkAction>('publish')
  if (!mayPublish(user)) return null
  const open = (chosen: BulkAction) => {
    setAction(chosen)
    openModal(slug)
  }
  return (
    <>
      {count > 0 && (
        <div className="desk-bulk-actions">
          <Button buttonStyle="pill" id="bulk-publish" margin={false} onClick={() => open('publish')} size="small">
            {t('bulk.publish')}
          </Button>
          <Button buttonStyle="pill" id="bulk-withdraw" margin={false} onClick={() => open('withdraw')} size="small">
            {t('withdraw.open')}
          </Button>
        </div>
      )}
      <Drawer
        className="desk-publish-drawer"
        slug={slug}
        title={t(action === 'publish' ? 'bulk.publishTitle' : 'bulk.withdrawTitle', { count })}
      >
        <BulkForm action={action} collection={collectionSlug} key={action} />
      </Drawer>
    </>
  )
}
