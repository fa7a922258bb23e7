import { CallerError } from '#base/errors.ts'
import { internalError, Refusal, statusOf } from '#graph/request/refusal.ts'
import { type Exchange, sendErrors, sendRefusal } from './reply.ts'

/** Ours, but passing: 503, and try again. */
export class NotNow extends Error {
  override name = 'NotNow'
}

export type ReportFault = (error: unknown, requestId: string) => void

/** The one place where what was thrown becomes an answer. */
export function sendFault(exchange: Exchange, error: unknown, report: ReportFault): void {
  if (error instanceof CallerError) sendRefusal(exchange, error, retryAfter(error))
  else if (error instanceof Refusal) sendList(exchange, statusOf(error.errors, false), error.errors, error.cost)
  else if (error instanceof NotNow) sendNotNow(exchange, error)
  else {
    report(error, exchange.requestId)
    sendList(exchange, 500, [internalError(exchange.requestId)])
  }
}

function sendNotNow(exchange: Exchange, { message }: NotNow): void {
  sendList(exchange, 503, [{ ...internalError(exchange.requestId), message }], 0, ['Retry-After', '1'])
}

type List = readonly unknown[]

function sendList(exchange: Exchange, status: number, errors: List, cost = 0, headers: string[] = []): void {
  sendErrors(exchange, status, `${JSON.stringify({ errors, extensions: { cost } })}\n`, headers)
}

function retryAfter({ details }: CallerError): string[] {
  return typeof details.retryAfter === 'number' ? ['Retry-After', String(details.retryAfter)] : []
}
