import type { TextFieldSingleValidation } from 'payload'
import { message } from '#messages/message.ts'

type Fault = 'unreadable' | 'credentials' | 'insecure'

/**
 * Why an address may not be told of changes; null where it may. In the clear only this machine is
 * spoken to: everybody else proves by a certificate who they are.
 */
export function faultOfWebhookUrl(text: unknown): Fault | null {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : null
  if (!url || !(url.protocol === 'https:' || url.protocol === 'http:')) return 'unreadable'
  if (url.username || url.password) return 'credentials'
  return url.protocol === 'https:' || isThisMachine(url.hostname) ? null : 'insecure'
}

export const validateWebhookUrl: TextFieldSingleValidation = (value, { req }) => {
  const fault = faultOfWebhookUrl(value)
  return fault === null || message(req.i18n.language, `webhooks.url.${fault}`)
}

/** URL has written every spelling of an IPv4 address (127.1, 0x7f000001) as four decimal numbers. */
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
