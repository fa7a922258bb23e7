import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Answer } from '#delivery/answer/answer.ts'
import type { Answers } from '#delivery/answer/answers.ts'
import { inTime, NotNow } from '#graph/request/answering.ts'
import { type CheckJson, type GraphqlRequest, requestOfBody, requestOfSearch } from '#graph/request/request.ts'
import type { Route } from './methods.ts'
import { type Encoding, encodingFor, type MediaType, matchesEtag, mediaTypeFor } from './negotiate.ts'
import { readBody } from './readBody.ts'
import { type Exchange, type FlatHeaders, sendEmpty, sendErrorText, sendHead } from './reply.ts'

export type GraphqlRouteOptions = {
  answers: Answers
  /** Waits for what was committed before this request, where there is something to wait for. */
  upToDate: () => Promise<void> | undefined
  isReady: () => boolean
  limits: { bodyBytes: number; timeMs: number }
  checkJson: CheckJson
}

/**
 * Shared caches may answer for ten seconds and, while they fetch anew, for thirty more; whoever
 * purges by tag on a webhook is fresh at once. Browsers ask each time and mostly get 304.
 */
const cacheControl = 'public, max-age=0, s-maxage=10, stale-while-revalidate=30'

/** `/graphql`: a kept answer is sent in the turn of the event loop in which its request came. */
export function graphqlRoute({ answers, upToDate, isReady, limits, checkJson }: GraphqlRouteOptions): Route {
  function answerGet(exchange: Exchange): void | Promise<void> {
    const { url = '' } = exchange.request
    const answer = answers.recall(url)
    if (answer) return sendAnswer(exchange, answer)
    return answerAnew(exchange, url, () => requestOfSearch(searchOf(url), checkJson))
  }

  async function answerPost(exchange: Exchange, body: Buffer): Promise<void> {
    const raw = nameOf(body)
    const answer = answers.recall(raw)
    if (answer) return sendAnswer(exchange, answer)
    // node:http may not have seen yet that the request is whole, and a refusal would then end the connection.
    await setImmediate()
    return answerAnew(exchange, raw, () => requestOfBody(body, checkJson))
  }

  async function answerAnew(exchange: Exchange, raw: string, request: () => GraphqlRequest): Promise<void> {
    if (!isReady()) throw new NotNow('Delivery has not read the public record yet; /readyz says why.')
    const outcome = await inTime(answers.answer(raw, request, exchange.requestId), limits.timeMs)
    if (outcome.kind === 'answer') return sendAnswer(exchange, outcome.answer)
    sendErrorText(exchange, outcome.status, outcome.text)
  }

  return {
    GET(exchange) {
      mediaTypeFor(exchange.request.headers.accept)
      const pending = upToDate()
      return pending ? pending.then(() => answerGet(exchange)) : answerGet(exchange)
    },
    async POST(exchange) {
      mediaTypeFor(exchange.request.headers.accept)
      const body = await readBody(exchange.request, limits.bodyBytes, limits.timeMs)
      await upToDate()
      return answerPost(exchange, body)
    },
  }
}

const mostNameBytes = 4096
const brace = 0x7b

/**
 * What tells one body from every other: its own bytes, or their hash where they are many. Only what begins as
 * JSON does names itself, so that no body is taken for a URL or a hash.
 */
function nameOf(body: Buffer): string {
  if (body.length <= mostNameBytes && body[0] === brace) return body.toString('latin1')
  return createHash('sha256').update(body).digest('base64')
}

function searchOf(url: string): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}

function sendAnswer(exchange: Exchange, answer: Answer): void {
  const { headers, method } = exchange.request
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined && method !== 'POST' && matchesEtag(ifNoneMatch, answer.etag)) {
    sendEmpty(exchange, 304, policyOf(answer))
    return
  }
  const wanted = encodingFor(headers['accept-encoding'])
  const encoding = answer.bytes[wanted] ? wanted : 'identity'
  const bytes = answer.bytes[encoding] ?? answer.bytes.identity
  const head = headOf(answer, encoding, mediaTypeFor(headers.accept), bytes.length)
  if (sendHead(exchange, 200, head)) exchange.response.end(method === 'HEAD' ? undefined : bytes)
}

const heads = new WeakMap<Answer, Map<string, FlatHeaders>>()

/** Made once for an answer in each of its forms: this is the hit path. */
function headOf(answer: Answer, encoding: Encoding, mediaType: MediaType, length: number): FlatHeaders {
  const ofAnswer = heads.get(answer) ?? new Map<string, FlatHeaders>()
  const form = mediaType === 'application/json' ? encoding : `modern ${encoding}`
  const known = ofAnswer.get(form)
  if (known) return known
  const head = [...policyOf(answer), 'Content-Type', `${mediaType}; charset=utf-8`, 'Content-Length', String(length)]
  if (encoding !== 'identity') head.push('Content-Encoding', encoding)
  heads.set(answer, ofAnswer.set(form, head))
  return head
}

function policyOf({ etag, tags }: Answer): FlatHeaders {
  return ['ETag', etag, 'Cache-Control', cacheControl, 'Vary', 'Accept, Accept-Encoding', 'Cache-Tag', tags]
}
