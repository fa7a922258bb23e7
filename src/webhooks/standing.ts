import type { CollectionAfterReadHook, PayloadRequest } from 'payload'
import { message } from '#messages/message.ts'
import { type Delivery, findDelivery } from './deliveries.ts'
import type { FailureKind } from './send.ts'

/** Fills in how delivery stands, in the words of the reader's admin. */
export const withStanding: CollectionAfterReadHook = async ({ doc, req }) => {
  const delivery = await findDelivery({ payload: req.payload, req }, String(doc.id))
  if (!delivery) return doc
  const { cursor, lastAttempt, lastStatus, lastError, failingSince, nextAttempt } = delivery
  const isWaiting = doc.active === true && failingSince !== null
  return {
    ...doc,
    standing: standingOf(doc.active === true, delivery, req),
    deliveredSeq: cursor,
    lastAttempt: isoOf(lastAttempt),
    lastStatus,
    failingSince: isoOf(failingSince),
    nextAttempt: isWaiting ? isoOf(Math.max(nextAttempt, Date.now())) : null,
    lastError: lastError && errorText(lastError, req),
  }
}

function standingOf(isActive: boolean, { failingSince, lastError }: Delivery, req: PayloadRequest): string {
  const { language } = req.i18n
  if (failingSince === null) return message(language, `webhooks.standing.${isActive ? 'delivering' : 'off'}`)
  const time = momentText(failingSince, req)
  if (isActive) return message(language, 'webhooks.standing.waiting', { time })
  return message(language, `webhooks.standing.${lastError === 'gone' ? 'gone' : 'off'}`, { time })
}

function errorText(text: string, req: PayloadRequest): string {
  const [why = '', detail = ''] = text.split(' ')
  // Written by `deliver.ts` from a `FailureKind`.
  return message(req.i18n.language, `webhooks.failure.${why as FailureKind}`, { detail })
}

/** The server does not know where its reader is: it says which time it speaks. */
function momentText(at: number, { i18n }: PayloadRequest): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat(i18n.language, format).format(at)} UTC`
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
