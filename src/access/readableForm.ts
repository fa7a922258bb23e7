import type { PayloadRequest } from 'payload'
import { refused } from '#messages/refused.ts'

/** What busboy, which reads forms for Payload, says of a body that is no form. */
const unreadable = [
  'Unexpected end of form',
  'Unexpected end of file',
  'Malformed part header',
  'Malformed content type',
  'Multipart: Boundary not found',
]

/**
 * What a failure to read a form means. Payload answers 500 where a multipart body is broken or its
 * `_payload` is no JSON; both are the caller's fault. Any other error stays what it is.
 */
export function faultOfForm(req: PayloadRequest, error: unknown): unknown {
  const isForm = req.headers.get('content-type')?.startsWith('multipart/') ?? false
  if (!isForm || req.data !== undefined || !(error instanceof Error)) return error
  if (error instanceof SyntaxError) return refused(req, 400, 'access.formNotJson')
  if (unreadable.includes(error.message)) return refused(req, 400, 'access.formUnreadable', { fault: error.message })
  return error
}
