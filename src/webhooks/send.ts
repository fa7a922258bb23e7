import { retryAfterOf } from './backoff.ts'

export type Sending = { url: string; headers: Record<string, string>; body: string }

/** Why an attempt failed: what a person is told, and a word of detail. */
export type Failure = { why: FailureKind; detail?: string }
export type FailureKind = 'status' | 'redirect' | 'gone' | 'late' | 'unreachable' | 'secret'

export type Outcome =
  | { ok: true; status: number }
  | { ok: false; status: number | null; failure: Failure; retryAfter: number | null }

/** What a receiver says beside its status is not read; so much of it is let pass before the line is cut. */
const mostBytes = 4096

/**
 * One attempt: a POST that follows no redirect and is given up after `limitMs`, or when `stop` says so (then it
 * throws).
 */
export async function send({ url, headers, body }: Sending, limitMs: number, stop: AbortSignal): Promise<Outcome> {
  const late = AbortSignal.timeout(limitMs)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      // Next puts a fetch of its own in Node's place, which would keep answers.
      cache: 'no-store',
      signal: AbortSignal.any([late, stop]),
      // A connection of its own: one that was kept may have been closed at the other end.
      headers: { 'User-Agent': 'Holos', Connection: 'close', 'Content-Type': 'application/json', ...headers },
      body,
    })
    // However the rest of the answer ends, the status has decided.
    letPass(answer).catch(() => undefined)
    return outcomeOf(answer)
  } catch (error) {
    if (stop.aborted) throw error
    return failed(null, late.aborted ? { why: 'late' } : { why: 'unreachable', detail: codeOf(error) })
  }
}

/** Lets a short answer end by itself, and cuts off a long one. */
async function letPass({ body }: Response): Promise<void> {
  const reader = body?.getReader()
  for (let bytes = 0; bytes <= mostBytes; ) {
    const piece = (await reader?.read())?.value
    if (!piece) return
    bytes += piece.length
  }
  await reader?.cancel()
}

function outcomeOf({ ok, status, headers }: Response): Outcome {
  if (ok) return { ok, status }
  return failed(status, failureOf(status), retryAfterOf(headers.get('Retry-After'), Date.now()))
}

function failureOf(status: number): Failure {
  if (status === 410) return { why: 'gone' }
  return { why: status >= 300 && status < 400 ? 'redirect' : 'status', detail: String(status) }
}

function failed(status: number | null, failure: Failure, retryAfter: number | null = null): Outcome {
  return { ok: false, status, failure, retryAfter }
}

/** `fetch` says what happened in the cause of its error. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (!(cause instanceof Error)) return 'ERROR'
  return 'code' in cause ? String(cause.code) : cause.message.replaceAll(' ', '-')
}
