import { languageAccepted, message } from '#messages/message.ts'

/**
 * A POST may ask to be taken as a GET whose address is too long for an address: the admin sends such as a form. Payload also
 * takes JSON, of which it makes an address before it looks whether it is any; nobody sends that.
 */
export function refuseOverriddenJson(request: Request): Response | null {
  const { headers, method } = request
  const asked = headers.get('X-Payload-HTTP-Method-Override') ?? headers.get('X-HTTP-Method-Override')
  if (method !== 'POST' || asked !== 'GET' || headers.get('Content-Type') !== 'application/json') return null
  const language = languageAccepted(headers.get('Accept-Language'))
  return Response.json({ errors: [{ message: message(language, 'request.notForm') }] }, { status: 415 })
}
