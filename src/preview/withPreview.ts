import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import type { Environment } from '#base/env.ts'
import { refOf } from '#record/record.ts'
import { documentTypes } from '#record/shape.ts'
import { linkEndpoints } from './linkEndpoints.ts'
import { forgetDocument, forgetUser } from './tokens.ts'

/** Documents get preview links, which end with their document and with the account of who made them. */
export function withPreview(env: Pick<Environment, 'SITE_URL' | 'DEFAULT_LOCALE'>) {
  return (collection: CollectionConfig): CollectionConfig => {
    if (collection.slug === 'users') return withHooks(collection, { afterDelete: [endOfUser] })
    if (!documentTypes.some((type) => type === collection.slug)) return collection
    const withLinks = { ...collection, endpoints: [...(collection.endpoints || []), ...linkEndpoints(env)] }
    return withHooks(withLinks, { afterDelete: [endOfDocument], afterChange: [endInTrash] })
  }
}

type Hooks = { afterDelete?: CollectionAfterDeleteHook[]; afterChange?: CollectionAfterChangeHook[] }

function withHooks(collection: CollectionConfig, { afterDelete = [], afterChange = [] }: Hooks): CollectionConfig {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterDelete: [...(hooks.afterDelete ?? []), ...afterDelete],
      afterChange: [...(hooks.afterChange ?? []), ...afterChange],
    },
  }
}

const endOfUser: CollectionAfterDeleteHook = async ({ id, req }) => {
  await forgetUser(req, String(id))
}

const endOfDocument: CollectionAfterDeleteHook = ({ collection, id, req }) => endLinks(collection.slug, id, req)

const endInTrash: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, req }) => {
  if (doc.deletedAt && !previousDoc?.deletedAt) await endLinks(collection.slug, doc.id, req)
}

async function endLinks(
  slug: string,
  id: number | string,
  req: Parameters<CollectionAfterDeleteHook>[0]['req'],
): Promise<void> {
  const type = documentTypes.find((one) => one === slug)
  if (type) await forgetDocument(req, refOf(type, String(id)))
}
