import { timeZoneHeader } from '#base/time/localTime.ts'
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
  try {
    const response = await fetch(withQuery(url, query), {
      method,
      credentials: 'include',
      headers: { ...readerOf(language), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json: unknown = await response.json().catch(() => null)
    // The studio's own endpoints answer the shape that the caller names.
    return response.ok ? { ok: true, body: json as Body } : refusalOf(response.status, json, language)
  } catch {
    return { ok: false, status: 0, message: message(language, 'studio.noAnswer'), data: {} }
  }
}

/** In which language and by which clock the answer is read. */
function readerOf(language: string): Record<string, string> {
  return { 'Accept-Language': language, [timeZoneHeader]: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** A file of the studio, saved by the browser under the name that the answer gives it. */
export async function studioDownload({
  url,
  query = {},
  language,
}: Pick<Call, 'url' | 'query' | 'language'>): Promise<Answer<{ headers: Headers }>> {
  try {
    const response = await fetch(withQuery(url, query), {
      credentials: 'include',
      headers: { 'Accept-Language': language },
    })
    if (!response.ok) return refusalOf(response.status, await response.json().catch(() => null), language)
    saveAs(await response.blob(), nameIn(response.headers))
    return { ok: true, body: { headers: response.headers } }
  } catch {
    return { ok: false, status: 0, message: message(language, 'studio.noAnswer'), data: {} }
  }
}

function withQuery(url: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString()
  return search ? `${url}?${search}` : url
}

function nameIn(headers: Headers): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(headers.get('Content-Disposition') ?? '') ?? []
  return decodeURIComponent(encoded)
}

function saveAs(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken the file over once the click is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
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
