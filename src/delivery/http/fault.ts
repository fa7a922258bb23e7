import { faultAnswer } from '#graph/request/answering.ts'
import { type Exchange, sendErrors } from './reply.ts'

export type ReportFault = (error: unknown, requestId: string) => void

export function sendFault(exchange: Exchange, error: unknown, report: ReportFault): void {
  sendErrors(exchange, faultAnswer(error, exchange.requestId, report))
}
