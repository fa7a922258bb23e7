import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayDo, type Staff } from '#access/roles.ts'
import type { Environment } from '#base/env.ts'
import { pathOf } from '#graph/paths.ts'
import { isLocale } from '#locales/table.ts'
import type { Place } from '#publishing/log.ts'
import { wouldBe } from '#publishing/standing.ts'
import { workingCopyOf } from '#publishing/workingCopy.ts'
import { refOf } from '#record/record.ts'
import { type DocumentType, documentTypes, type Ref } from '#record/shape.ts'
import { heldBackNamesIn } from './heldBack.ts'
import { days, linksOf, makeToken, revoke } from './tokens.ts'

const body = z.strictObject({
  days: z.number().int().min(1).max(days.most).default(days.usual),
  /** In which the page is opened. */
  locale: z.string().refine(isLocale, 'is no locale of this studio').optional(),
})

/** What the front end looks for in the address that a preview opens. */
const parameter = 'holos-preview'

type Door = Omit<Endpoint, 'root'>

/** Preview links of one document: make one, list them, take one back. */
export function linkEndpoints({ SITE_URL, DEFAULT_LOCALE }: Pick<Environment, 'SITE_URL' | 'DEFAULT_LOCALE'>): Door[] {
  return [
    {
      path: '/:id/preview',
      method: 'post',
      handler: async (req) => {
        const user = callerWho(req, 'preview')
        const { days, locale = DEFAULT_LOCALE } = await bodyOf(req)
        const path = await pagePath(req, locale)
        await refuseHeldBackNames(req)
        const link = await makeToken(placeOf(req), keyOf(req), user, days)
        const search = new URLSearchParams({ [parameter]: link.token })
        return answer({ ...link, url: SITE_URL ? `${SITE_URL}${path}?${search}` : null }, 201)
      },
    },
    {
      path: '/:id/preview',
      method: 'get',
      handler: async (req) => {
        callerWho(req, 'read')
        await workingCopyOf(placeOf(req), keyOf(req))
        return answer({ docs: await linksOf(placeOf(req), keyOf(req)) })
      },
    },
    {
      path: '/:id/preview/:link',
      method: 'delete',
      handler: async (req) => {
        callerWho(req, 'read')
        const id = String(req.routeParams?.link)
        if (await revoke(placeOf(req), keyOf(req), id)) return answer({ id })
        throw new APIError('There is no such preview link any more.', 404, null, true)
      },
    },
  ]
}

/** Where the front end would show the document. */
async function pagePath(req: PayloadRequest, locale: string): Promise<string> {
  const copy = await workingCopyOf(placeOf(req), keyOf(req))
  return pathOf({ entry: wouldBe(typeOf(req), copy, null) }, locale)
}

async function refuseHeldBackNames(req: PayloadRequest): Promise<void> {
  const refusals = await heldBackNamesIn(placeOf(req), keyOf(req))
  if (refusals.length === 0) return
  const messages = refusals.map(({ message, cure }) => `${message} ${cure}`)
  throw new APIError(messages.join(' '), 422, { refusals }, true)
}

function callerWho({ user }: PayloadRequest, right: 'preview' | 'read'): Staff {
  if (user && mayDo(user, right)) return user
  throw new APIError(
    'Your account has no right to this. Translators, editors and administrators make preview links.',
    403,
    null,
    true,
  )
}

function placeOf(req: PayloadRequest): Place {
  return { payload: req.payload, req }
}

function typeOf({ routeParams }: PayloadRequest): DocumentType {
  const type = documentTypes.find((one) => one === routeParams?.collection)
  if (type) return type
  throw new APIError('This collection has nothing to preview.', 404, null, true)
}

function keyOf(req: PayloadRequest): Ref {
  return refOf(typeOf(req), String(req.routeParams?.id))
}

async function bodyOf(req: PayloadRequest): Promise<z.infer<typeof body>> {
  const parsed = body.safeParse(jsonOf((await req.text?.()) ?? ''))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
  throw new APIError(`The request is not usable. ${faults.join('; ')}`, 400, { faults }, true)
}

/** No body at all is an empty one. */
function jsonOf(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw new APIError('The request is not usable. Its body is not JSON.', 400, null, true)
  }
}

/** A token is in it: nobody keeps this. */
function answer(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'Cache-Control': 'private, no-store' } })
}
