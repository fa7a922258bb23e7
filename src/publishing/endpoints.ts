import { APIError, type Endpoint, headersWithCors, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { bodyOf, localeCode, says } from '#access/requests/requestBody.ts'
import { isReadable } from '#base/text/isReadable.ts'
import { refused } from '#messages/refused.ts'
import { refOf } from '#record/record.ts'
import { documentTypes, type Ref } from '#record/shape.ts'
import { longestReason } from './overrides/overrides.ts'
import { publicationOf } from './panel/publication.ts'
import { type PublishAnswer, publish, withdraw } from './publish.ts'

const locales = z.array(localeCode).max(50)
/** A finding is answered by its digest, with a reason that says something. */
const confirmation = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{32}$/),
  reason: z.string().trim().max(longestReason).refine(isReadable, says('request.emptyReason')),
})
const publishBody = z.strictObject({
  facts: z.boolean().default(false),
  locales: locales.default([]),
  revision: z.number().int().min(0).optional(),
  confirm: z.array(confirmation).max(1000).optional(),
})
const withdrawBody = z.strictObject({ locales: locales.min(1).optional() })
const bulkIds = z.array(z.string().min(1).max(100)).min(1).max(500)
const bulkPublishBody = publishBody.omit({ revision: true }).extend({
  ids: bulkIds,
  confirm: z
    .unknown()
    .refine((confirm) => confirm === undefined, says('request.oneAtATime'))
    .optional(),
})
const bulkWithdrawBody = withdrawBody.extend({ ids: bulkIds })

/** The doors of publishing on each of the seven collections. What a body says is parsed here once. */
export const publishEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/publish',
    method: 'post',
    handler: async (req) => answer(req, await publish({ ...asked(req), ...(await bodyOf(req, publishBody)) })),
  },
  {
    path: '/:id/withdraw',
    method: 'post',
    handler: async (req) => answer(req, await withdraw({ ...asked(req), ...(await bodyOf(req, withdrawBody)) })),
  },
  { path: '/:id/publication', method: 'get', handler: async (req) => answer(req, await publicationOf(asked(req))) },
  {
    path: '/publish',
    method: 'post',
    handler: async (req) => {
      const { ids, facts, locales } = await bodyOf(req, bulkPublishBody)
      return answer(req, await eachOf(req, ids, (key) => publish({ ...caller(req), key, facts, locales })))
    },
  },
  {
    path: '/withdraw',
    method: 'post',
    handler: async (req) => {
      const { ids, ...parts } = await bodyOf(req, bulkWithdrawBody)
      return answer(req, await eachOf(req, ids, (key) => withdraw({ ...caller(req), key, ...parts })))
    },
  },
]

/** How one document of a bulk request fared. One that is refused does not hold up the others. */
type BulkResult =
  | { id: string; status: 200; answer: PublishAnswer }
  | { id: string; status: number; message: string; data: unknown }

async function eachOf(
  req: PayloadRequest,
  ids: string[],
  change: (key: Ref) => Promise<PublishAnswer>,
): Promise<{ docs: BulkResult[] }> {
  const docs: BulkResult[] = []
  for (const id of new Set(ids)) docs.push(await resultOf(id, () => change(keyOf(req, id))))
  return { docs }
}

async function resultOf(id: string, change: () => Promise<PublishAnswer>): Promise<BulkResult> {
  try {
    return { id, status: 200, answer: await change() }
  } catch (error) {
    if (!(error instanceof APIError) || error.status >= 500) throw error
    return { id, status: error.status, message: error.message, data: error.data }
  }
}

function asked(req: PayloadRequest) {
  return { ...caller(req), key: keyOf(req, String(req.routeParams?.id)) }
}

function caller(req: PayloadRequest) {
  if (!req.user) throw refused(req, 401, 'publish.signInFirst')
  return { payload: req.payload, req, user: req.user }
}

function keyOf(req: PayloadRequest, id: string): Ref {
  const type = documentTypes.find((one) => one === req.routeParams?.collection)
  if (!type) throw refused(req, 404, 'publish.nothingHere')
  return refOf(type, id)
}

function answer(req: PayloadRequest, body: unknown): Response {
  return Response.json(body, {
    headers: headersWithCors({ headers: new Headers({ 'Cache-Control': 'no-store' }), req }),
  })
}
