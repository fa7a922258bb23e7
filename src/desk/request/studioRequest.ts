import { message } from '#messages/message.ts'

export type Answer<Body> =
  | { ok: true; body: Body }
  | { ok: false; status: number; message: string; data: Record<string, unknown> }

type Call = {
  method: 'GET' | 'POST' | 'DELETE'
  url: string
  query?: Record<string, string>
  /** Of the admin, and no locale of the content: it goes as `Accept-Language`, never as `?locale=`. */
  language: string
  body?: unknown
}

/** One request to the studio's REST interface; a refusal comes back as a sentence and its data, never thrown. */
export async function studioRequest<Body>({ method, url, query = {}, language, body }: Call): Promise<Answer<Body>> {
  const search = new URLSearchParams(query).toString()
  try {
    const response = await fetch(search ? `${url}?${search}` : url, {
      method,
      credentials: 'include',
      headers: { 'Accept-Language': language, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json: unknown = await response.json().catch(() => null)
    // The studio's own endpoints answer the shape that the caller names.
    return response.ok ? { ok: true, body: json as Body } : refusalOf(response.status, json, language)
  } catch {
    return { ok: false, status: 0, message: message(language, 'studio.noAnswer'), data: {} }
  }
}

/** Payload wraps an error as `{ errors: [{ message, data }] }`. */
function refusalOf(status: number, json: unknown, language: string): Answer<never> {
  const first = firstError(json)
  if (status === 401) return { ok: false, status, message: message(language, 'studio.signedOut'), data: {} }
  return { ok: false, status, message: first.message ?? message(language, 'studio.noAnswer'), data: first.data ?? {} }
}

type PayloadError = { message?: string; data?: Record<string, unknown> }

function firstError(json: unknown): PayloadError {
  if (typeof json !== 'object' || json === null || !('errors' in json) || !Array.isArray(json.errors)) return {}
  // Payload's error list; every field of it is optional here.
  return (json.errors[0] ?? {}) as PayloadError
}
