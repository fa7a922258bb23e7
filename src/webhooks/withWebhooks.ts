import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import { deliveryOf, forget, retryNow } from './deliveries.ts'
import { webhookEndpoints } from './endpoints.ts'
import { withStanding } from './standing.ts'

/** The collection of webhooks gets what delivers to them: its doors, its standing, a beginning and an end with theirs. */
export function withWebhooks(collection: CollectionConfig): CollectionConfig {
  return {
    ...collection,
    endpoints: webhookEndpoints,
    hooks: { afterRead: [withStanding], afterChange: [beginOrRetry], afterDelete: [end] },
  }
}

/** A new webhook starts at the log's present end. One that was mended or switched on again need not wait. */
const beginOrRetry: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const scope = { payload: req.payload, req }
  if (operation === 'create') await deliveryOf(scope, String(doc.id))
  else if (doc.active && (doc.url !== previousDoc.url || !previousDoc.active)) await retryNow(scope, String(doc.id))
}

const end: CollectionAfterDeleteHook = async ({ id, req }) => {
  await forget({ payload: req.payload, req }, String(id))
}
