import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { bodyOf, localeCode } from '#access/requests/requestBody.ts'
import { mayDo, type Staff } from '#access/roles.ts'
import type { Environment } from '#base/env.ts'
import { pathOf } from '#graph/documents/paths.ts'
import { refused } from '#messages/refused.ts'
import { wouldBe } from '#publishing/form/standing.ts'
import type { RequestScope } from '#publishing/requestScope.ts'
import { workingCopyOf } from '#publishing/workingCopy.ts'
import { refOf } from '#record/record.ts'
import { type DocumentType, documentTypes, type Ref } from '#record/shape.ts'
import { heldBackNamesIn } from './heldBack.ts'
import { days, linksOf, makeToken, revoke } from './tokens.ts'

const body = z.strictObject({
  days: z.number().int().min(1).max(days.most).default(days.usual),
  /** In which the page is opened. */
  locale: localeCode.optional(),
})

/** What the front end looks for in the address that a preview opens. */
const parameter = 'holos-preview'

type CollectionEndpoint = Omit<Endpoint, 'root'>

/** Preview links of one document: make one, list them, take one back, which those may who could make one. */
export function linkEndpoints({
  SITE_URL,
  DEFAULT_LOCALE,
}: Pick<Environment, 'SITE_URL' | 'DEFAULT_LOCALE'>): CollectionEndpoint[] {
  return [
    {
      path: '/:id/preview',
      method: 'post',
      handler: async (req) => {
        const user = callerWho(req, 'preview')
        const { days, locale = DEFAULT_LOCALE } = await bodyOf(req, body)
        const path = await pagePath(req, locale)
        await refuseHeldBackNames(req)
        const link = await makeToken(scopeOf(req), keyOf(req), user, days)
        const search = new URLSearchParams({ [parameter]: link.token })
        return Response.json({ ...link, url: SITE_URL ? `${SITE_URL}${path}?${search}` : null }, { status: 201 })
      },
    },
    {
      path: '/:id/preview',
      method: 'get',
      handler: async (req) => {
        callerWho(req, 'read')
        await workingCopyOf(scopeOf(req), keyOf(req))
        return Response.json({ docs: await linksOf(scopeOf(req), keyOf(req)) })
      },
    },
    {
      path: '/:id/preview/:link',
      method: 'delete',
      handler: async (req) => {
        callerWho(req, 'preview')
        const id = String(req.routeParams?.link)
        if (await revoke(scopeOf(req), keyOf(req), id)) return Response.json({ id })
        throw refused(req, 404, 'preview.linkGone')
      },
    },
  ]
}

/** Where the front end would show the document. */
async function pagePath(req: PayloadRequest, locale: string): Promise<string> {
  const copy = await workingCopyOf(scopeOf(req), keyOf(req))
  return pathOf({ entry: wouldBe(typeOf(req), copy, null) }, locale)
}

/** Whoever makes links sees what is internal, and may know where it stands. */
async function refuseHeldBackNames(req: PayloadRequest): Promise<void> {
  const refusals = await heldBackNamesIn(scopeOf(req), keyOf(req))
  if (refusals.length === 0) return
  const messages = refusals.map(({ message, cure }) => `${message} ${cure}`)
  throw new APIError(messages.join(' '), 422, { refusals }, true)
}

function callerWho(req: PayloadRequest, right: 'preview' | 'read'): Staff {
  if (req.user && mayDo(req.user, right)) return req.user
  throw refused(req, 403, 'preview.notYours')
}

function scopeOf(req: PayloadRequest): RequestScope {
  return { payload: req.payload, req }
}

function typeOf(req: PayloadRequest): DocumentType {
  const type = documentTypes.find((one) => one === req.routeParams?.collection)
  if (type) return type
  throw refused(req, 404, 'preview.nothingHere')
}

function keyOf(req: PayloadRequest): Ref {
  return refOf(typeOf(req), String(req.routeParams?.id))
}
