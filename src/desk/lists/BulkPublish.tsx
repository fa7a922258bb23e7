'use client'
// Slot: collection admin.components.beforeListTable = ['/src/desk/lists/BulkPublish.tsx#BulkPublish']
import { Button, Drawer, toast, useAuth, useDrawerSlug, useModal, useSelection } from '@payloadcms/ui'
import { useState } from 'react'
import { mayPublish, type Staff } from '#access/roles.ts'
import { useMessages } from '../language/useMessages.ts'
import { BulkForm } from './BulkForm.tsx'
import type { BulkAction, BulkDocument } from './bulk.ts'
import { useIsLiveList, useTickedDocuments } from './useTickedDocuments.ts'
import '../publish/publish.css'
import './lists.css'

/** An action and the documents that were ticked when it was opened: whatever the list does meanwhile, it acts on no others. */
type Opened = { action: BulkAction; documents: readonly BulkDocument[]; times: number }

/** Shown once rows are ticked in a list of live documents: publishes or withdraws all of them, each by itself. */
export function BulkPublish({ collectionSlug }: { collectionSlug: string }) {
  const { user } = useAuth<Staff & { collection: 'users' }>()
  const { count } = useSelection()
  const { t } = useMessages()
  const { openModal } = useModal()
  const slug = useDrawerSlug('bulk')
  const tickedDocuments = useTickedDocuments(collectionSlug)
  const untick = useUntick()
  const isLiveList = useIsLiveList()
  const [opened, setOpened] = useState<Opened>({ action: 'publish', documents: [], times: 0 })
  if (!mayPublish(user) || !isLiveList) return null
  const open = async (action: BulkAction) => {
    const ticked = await tickedDocuments()
    if (!ticked.ok) return toast.error(ticked.message)
    setOpened({ action, documents: ticked.body.docs, times: opened.times + 1 })
    openModal(slug)
  }
  const { action, documents, times } = opened
  return (
    <>
      {count > 0 && (
        <div className="desk-bulk-actions">
          <Button buttonStyle="pill" id="bulk-publish" margin={false} onClick={() => void open('publish')} size="small">
            {t('bulk.publish')}
          </Button>
          <Button
            buttonStyle="pill"
            id="bulk-withdraw"
            margin={false}
            onClick={() => void open('withdraw')}
            size="small"
          >
            {t('withdraw.open')}
          </Button>
        </div>
      )}
      <Drawer
        className="desk-publish-drawer"
        slug={slug}
        title={t(action === 'publish' ? 'bulk.publishTitle' : 'bulk.withdrawTitle', { count: documents.length })}
      >
        <BulkForm
          action={action}
          collection={collectionSlug}
          documents={documents}
          key={times}
          onLeft={(left) => untick(documents.filter((one) => !left.some(({ id }) => id === one.id)))}
        />
      </Drawer>
    </>
  )
}

/** Takes the ticks off rows that are done. "All of all pages" is no list of rows: it stays as it was chosen. */
function useUntick(): (documents: readonly BulkDocument[]) => void {
  const { selected, selectAll, setSelection } = useSelection()
  return (documents) => {
    if (selectAll === 'allAvailable') return
    for (const { id } of documents) if (selected.get(id)) setSelection(id)
  }
}
