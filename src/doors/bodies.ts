import { APIError } from 'payload'
import { pictureLimits } from '#media/limits.ts'
import { type Language, message } from '#messages/message.ts'

type Cap = { path: RegExp; bytes: number; seconds: number }

const kilobytes = 1024
const megabytes = 1024 * kilobytes

/** The most that a body may hold, and how long it may take to arrive, by path. The first row that fits counts. */
const caps: readonly Cap[] = [
  { path: /^\/(setup|password)$/, bytes: 16 * kilobytes, seconds: 15 },
  {
    path: /^\/api\/users\/(login|logout|refresh-token|unlock|forgot-password|reset-password)$/,
    bytes: 16 * kilobytes,
    seconds: 15,
  },
  // Which columns a list shows, which rows are folded.
  { path: /^\/api\/payload-preferences\//, bytes: 16 * kilobytes, seconds: 15 },
  // The picture, and beside it what describes it.
  { path: /^\/api\/media(\/[^/]+)?$/, bytes: pictureLimits.bytes + megabytes, seconds: 300 },
  { path: /^/, bytes: 4 * megabytes, seconds: 30 },
]

/** A body that is more than it may be, or slower. Payload answers it as it is. */
class BodyRefused extends APIError {
  override name = 'BodyRefused'
}

export type Capped = {
  request: Request
  /** Why reading the body was given up, where it was. */
  refusal(): APIError | null
}

/** The request with a body that ends in an error where it passes its cap: nobody behind this reads more, whatever the head announced. */
export function withCappedBody(request: Request, language: Language): Capped {
  const { bytes, seconds } = capOf(new URL(request.url).pathname)
  const refusals = {
    tooLarge: () => new BodyRefused(message(language, 'doors.tooLarge', { most: shown(bytes) }), 413, null, true),
    tooSlow: () => new BodyRefused(message(language, 'doors.tooSlow', { seconds }), 408, null, true),
  }
  if (Number(request.headers.get('Content-Length') ?? 0) > bytes) throw refusals.tooLarge()
  if (!request.body) return { request, refusal: () => null }
  const state: { refusal: APIError | null } = { refusal: null }
  const body = request.body.pipeThrough(
    capped(bytes, seconds * 1000, (why) => {
      state.refusal = refusals[why]()
      return state.refusal
    }),
  )
  return { request: withBody(request, body), refusal: () => state.refusal }
}

function capOf(path: string): Cap {
  const cap = caps.find((one) => one.path.test(path))
  if (!cap) throw new Error('The last row of the caps fits every path.')
  return cap
}

type Refuse = (why: 'tooLarge' | 'tooSlow') => Error

function capped(bytes: number, ms: number, refuse: Refuse): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  let timer: NodeJS.Timeout | undefined
  return new TransformStream({
    start(controller) {
      timer = setTimeout(() => controller.error(refuse('tooSlow')), ms)
      timer.unref()
    },
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size <= bytes) return controller.enqueue(chunk)
      clearTimeout(timer)
      throw refuse('tooLarge')
    },
    flush: () => clearTimeout(timer),
  })
}

function withBody(request: Request, body: ReadableStream<Uint8Array>): Request {
  const { url, method, headers, signal } = request
  // `duplex` is asked for by fetch where a body is a stream; the library of types does not know it.
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
}

function shown(bytes: number): string {
  return bytes < megabytes ? `${bytes / kilobytes} kB` : `${bytes / megabytes} MB`
}
