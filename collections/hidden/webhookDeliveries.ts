import { closedCollection } from './closedCollection.ts'

/**
 * How far each webhook has been told, and the secrets that sign it (encrypted). Apart from the webhook
 * itself, so that an admin's save and a delivery never write over each other. Every door is closed.
 * Times are milliseconds since 1970: the database compares them.
 */
export const webhookDeliveries = closedCollection({
  slug: 'webhookDeliveries',
  dbName: 'webhook_deliveries',
  fields: [
    { name: 'webhook', type: 'text', required: true, unique: true },
    { name: 'secrets', type: 'text', required: true },
    { name: 'cursor', type: 'number', required: true },
    { name: 'failures', type: 'number', required: true },
    { name: 'failingSince', type: 'number' },
    { name: 'lastAttempt', type: 'number' },
    { name: 'lastStatus', type: 'number' },
    { name: 'lastError', type: 'text' },
    { name: 'nextAttempt', type: 'number', required: true },
    { name: 'leaseUntil', type: 'number', required: true },
    { name: 'leaseOwner', type: 'text' },
  ],
})
