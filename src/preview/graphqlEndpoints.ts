import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import type { Environment } from '#base/env.ts'
import { limits } from '#graph/limits/table.ts'
import { faultAnswer, inTime, NotNow } from '#graph/request/answering.ts'
import { checkJson } from '#graph/request/prepare.ts'
import { type GraphqlRequest, requestOfBody, requestOfSearch } from '#graph/request/request.ts'
import { isLocale, locales } from '#locales/table.ts'
import { type Answer, type AnswerSettings, previewAnswer } from './answer.ts'
import { readBody } from './readBody.ts'
import { copiesFor } from './visitor.ts'

export type PreviewEnvironment = Pick<
  Environment,
  'SITE_URL' | 'DELIVERY_URL' | 'DELIVERY_HOST' | 'DELIVERY_PORT' | 'DEFAULT_LOCALE'
>

const path = '/preview/graphql'

/** `/api/preview/graphql`: the public schema over working copies. */
export function graphqlEndpoints(env: PreviewEnvironment): Endpoint[] {
  const settings = settingsOf(env)
  const headers = headersFor(env)
  const answering =
    (read: (req: PayloadRequest) => Promise<GraphqlRequest> | GraphqlRequest): Endpoint['handler'] =>
    async (req) => {
      const { status, data, errors, cost, retryAfter } = await answerTo(req, read, settings)
      const retry: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
      return Response.json(
        { data, errors, extensions: { cost, preview: true } },
        { status, headers: { ...headers, ...retry } },
      )
    }
  return [
    { path, method: 'get', handler: answering(({ search }) => requestOfSearch(search?.slice(1) ?? '', checkJson)) },
    { path, method: 'post', handler: answering(async (req) => requestOfBody(await readBody(req), checkJson)) },
    { path, method: 'options', handler: () => new Response(null, { status: 204, headers }) },
  ]
}

async function answerTo(
  req: PayloadRequest,
  read: (req: PayloadRequest) => Promise<GraphqlRequest> | GraphqlRequest,
  settings: AnswerSettings,
): Promise<Answer> {
  const requestId = randomUUID()
  const work = async () => {
    const copies = await copiesFor({ payload: req.payload }, req)
    return previewAnswer(req.payload, copies, await read(req), settings, requestId)
  }
  return inTime(work(), limits.milliseconds.most).catch((error) => {
    if (error instanceof NotNow) req.payload.logger.warn({ err: error, requestId }, 'A preview has to wait.')
    return faultAnswer(error, requestId, (err) => req.payload.logger.error({ err, requestId }, 'A preview failed.'))
  })
}

function settingsOf({
  SITE_URL,
  DELIVERY_URL,
  DELIVERY_HOST,
  DELIVERY_PORT,
  DEFAULT_LOCALE,
}: PreviewEnvironment): AnswerSettings {
  // Delivery and the studio refuse to start with a locale that is not in the table.
  const defaultLocale = isLocale(DEFAULT_LOCALE) ? DEFAULT_LOCALE : locales[0].code
  const delivery = DELIVERY_URL ?? `http://${DELIVERY_HOST}:${DELIVERY_PORT}`
  return { defaultLocale, urls: { ...(SITE_URL && { site: SITE_URL }), delivery } }
}

/** Nobody finds a preview; that nobody keeps it, the studio's door says. A page of the front end may ask with a token; cookies stay at home. */
function headersFor({ SITE_URL }: PreviewEnvironment): Record<string, string> {
  return {
    'X-Robots-Tag': 'noindex',
    Vary: 'Authorization, Cookie, Origin',
    ...(SITE_URL && {
      'Access-Control-Allow-Origin': new URL(SITE_URL).origin,
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    }),
  }
}
