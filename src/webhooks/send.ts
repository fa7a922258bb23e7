import { type ClientRequest, type IncomingMessage, request as requestInTheClear } from 'node:http'
import { request as requestOverTls } from 'node:https'
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
 * One attempt, over a connection of its own: a POST that follows no redirect and is given up after `limitMs`,
 * or when `stop` says so (then it throws).
 */
export async function send({ url, headers, body }: Sending, limitMs: number, stop: AbortSignal): Promise<Outcome> {
  const late = AbortSignal.timeout(limitMs)
  try {
    return outcomeOf(await answerTo(url, headers, body, AbortSignal.any([late, stop])))
  } catch (error) {
    if (stop.aborted) throw error
    return failed(null, late.aborted ? { why: 'late' } : { why: 'unreachable', detail: codeOf(error) })
  }
}

function answerTo(
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? requestOverTls : requestInTheClear
    const length = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }
    const call = request(url, {
      method: 'POST',
      agent: false,
      signal,
      headers: { 'User-Agent': 'Holos', ...length, ...headers },
    })
    call.on('error', reject)
    call.on('response', (answer) => {
      letPass(call, answer)
      resolve(answer)
    })
    call.end(body)
  })
}

/** Lets a short answer end by itself, and cuts off a long one. */
function letPass(call: ClientRequest, answer: IncomingMessage): void {
  let bytes = 0
  answer.on('data', (piece: Buffer) => {
    bytes += piece.length
    if (bytes > mostBytes) call.destroy()
  })
  // The status has decided; how the rest of the answer ends changes nothing.
  answer.on('error', () => undefined)
}

function outcomeOf({ statusCode = 0, headers }: IncomingMessage): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { ok: true, status: statusCode }
  return failed(statusCode, failureOf(statusCode), retryAfterOf(headers['retry-after'], Date.now()))
}

function failureOf(status: number): Failure {
  if (status === 410) return { why: 'gone' }
  return { why: status >= 300 && status < 400 ? 'redirect' : 'status', detail: String(status) }
}

function failed(status: number | null, failure: Failure, retryAfter: number | null = null): Outcome {
  return { ok: false, status, failure, retryAfter }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'ERROR'
}
