import { useConfig, useListDrawerContext, useListQuery, useLocale, useSelection } from '@payloadcms/ui'
import { useParams } from 'next/navigation.js'
import type { ClientCollectionConfig, Where } from 'payload'
import type { Answer } from '../request/studioRequest.ts'
import { useStudio } from '../request/useStudio.ts'
import type { BulkDocument } from './bulk.ts'
import { listFilter, whereAsQuery } from './listFilter.ts'

const select = { 'select[heading]': 'true', 'select[pendingIn]': 'true', 'select[publishedIn]': 'true' }

/** Whether this is a collection's own list: in the trash nothing is public, and a picker in a drawer is there to pick. */
export function useIsLiveList(): boolean {
  const { segments } = useParams<{ segments?: string[] }>()
  const { isInDrawer } = useListDrawerContext()
  return !isInDrawer && segments?.[2] !== 'trash'
}

/**
 * Asks for the ticked rows with what of each is pending; nothing ticked is no document. "All of all pages" is what the list
 * itself was asked with: `getQueryParams` of Payload leaves the search out.
 */
export function useTickedDocuments(collection: string): () => Promise<Answer<{ docs: BulkDocument[] }>> {
  const { count, selectAll, selectedIDs } = useSelection()
  const { query } = useListQuery()
  const { getEntityConfig } = useConfig()
  const { code: locale } = useLocale()
  const studio = useStudio()
  return async () => {
    if (count === 0) return { ok: true, body: { docs: [] } }
    const { admin }: ClientCollectionConfig = getEntityConfig({ collectionSlug: collection })
    const where: Where = selectAll === 'allAvailable' ? listFilter(admin, query) : { id: { in: selectedIDs } }
    return studio.get(`/${collection}`, { ...whereAsQuery(where), ...select, locale, pagination: 'false', depth: '0' })
  }
}
