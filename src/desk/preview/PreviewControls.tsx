'use client'
// Slot: collection admin.components.edit.beforeDocumentControls
import { useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { mayDo, type Staff } from '#access/roles.ts'
import { OpenPreview } from './OpenPreview.tsx'
import { PreviewLinks } from './PreviewLinks.tsx'
import './preview.css'

/** Shows the saved document in the front end, and who else was given a link to it. Nothing where there is no front end. */
export function PreviewControls() {
  const { id, collectionSlug, isTrashed } = useDocumentInfo()
  const { config } = useConfig()
  const { user } = useAuth<Staff & { collection: 'users' }>()
  if (!id || !collectionSlug || isTrashed || !config.admin.custom?.siteUrl) return null
  const path = `/${collectionSlug}/${id}/preview`
  return (
    <>
      {mayDo(user, 'preview') && <OpenPreview path={path} />}
      <PreviewLinks mayRevoke={mayDo(user, 'preview')} path={path} />
    </>
  )
}
