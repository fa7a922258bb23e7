import type { Endpoint, PayloadRequest } from 'payload'
import { mayManageWebhooks, type WebhookRight } from '#access/roles.ts'
import { refused } from '#messages/refused.ts'
import { findWebhook, type Webhook } from './deliver.ts'
import { deliveryOf, replaceSecrets, retryNow } from './deliveries.ts'
import { firstSecrets, opened, rotated, type Secrets, sealed } from './secrets.ts'

type CollectionEndpoint = Omit<Endpoint, 'root'>

/** Try again now; see the secret; make a new one. */
export const webhookEndpoints: CollectionEndpoint[] = [
  {
    path: '/:id/retry',
    method: 'post',
    handler: async (req) => {
      const webhook = await webhookIn(req, 'update')
      if (!webhook.active) throw refused(req, 409, 'webhooks.refused.off')
      await retryNow(scopeOf(req), webhook.id)
      return Response.json({ id: webhook.id })
    },
  },
  {
    path: '/:id/secret',
    method: 'get',
    handler: async (req) => {
      const { id } = await webhookIn(req, 'update')
      const { secrets } = await deliveryOf(scopeOf(req), id)
      return Response.json(shown(opened(req.payload, secrets)))
    },
  },
  {
    path: '/:id/secret',
    method: 'post',
    handler: async (req) => {
      const { id } = await webhookIn(req, 'update')
      const delivery = await deliveryOf(scopeOf(req), id)
      const known = opened(req.payload, delivery.secrets)
      const next = known ? rotated(known, Date.now()) : firstSecrets()
      if (!(await replaceSecrets(scopeOf(req), delivery, sealed(req.payload, next))))
        throw refused(req, 409, 'webhooks.refused.secretMoved')
      if (!known) await retryNow(scopeOf(req), id)
      return Response.json(shown(next))
    },
  },
]

/** `previousUntil`: until when the secret before this one signs along. */
function shown(secrets: Secrets | null) {
  const { previous } = secrets ?? {}
  const isCurrent = previous !== undefined && previous.until > Date.now()
  return { secret: secrets?.current ?? null, previousUntil: isCurrent ? new Date(previous.until).toISOString() : null }
}

async function webhookIn(req: PayloadRequest, right: WebhookRight): Promise<Webhook> {
  if (!mayManageWebhooks(req.user, right)) throw refused(req, 403, 'webhooks.refused.notYours')
  const webhook = await findWebhook(req.payload, String(req.routeParams?.id))
  if (webhook) return webhook
  throw refused(req, 404, 'webhooks.refused.unknown')
}

function scopeOf(req: PayloadRequest) {
  return { payload: req.payload, req }
}
