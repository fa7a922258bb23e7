import { getPayload } from 'payload'
import { z } from 'zod'
import { hasUsers, isSetupToken, withSetupToken } from '#access/setup.ts'
import { readEnvironment } from '#base/env.ts'
import { shortestPassword } from '#collections/administration/users.ts'
import { languageAccepted } from '#messages/languageAccepted.ts'
import { message } from '#messages/message.ts'
import config from '#payload.config'
import { setupForm, setupRefusal } from './html.ts'

export const dynamic = 'force-dynamic'

const answerShape = z.object({
  token: z.string(),
  name: z.string().trim().max(200).optional(),
  email: z.email(),
  password: z.string().min(shortestPassword).max(1000),
})

/** The page behind the setup link. */
export async function GET(request: Request): Promise<Response> {
  const payload = await getPayload({ config })
  if (await hasUsers(payload)) return seeOther('/admin')
  const language = languageAccepted(request.headers.get('Accept-Language'))
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return isSetupToken(token, readEnvironment())
    ? html(200, setupForm(language, token))
    : html(403, setupRefusal(language))
}

/** Creates the first user, an administrator, and spends the link. */
export async function POST(request: Request): Promise<Response> {
  const language = languageAccepted(request.headers.get('Accept-Language'))
  const form = Object.fromEntries(await request.formData().catch(() => new FormData()))
  const token = typeof form.token === 'string' ? form.token : ''
  if (!isSetupToken(token, readEnvironment())) return html(403, setupRefusal(language))
  const answer = answerShape.safeParse(form)
  if (!answer.success)
    return html(400, setupForm(language, token, message(language, 'setup.incomplete', { least: shortestPassword })))
  const { name, email, password } = answer.data
  const created = await withSetupToken(token, readEnvironment(), async () => {
    const payload = await getPayload({ config })
    if (await hasUsers(payload)) return false
    await payload.create({
      collection: 'users',
      data: { name: name || email, email, password, role: 'admin' },
      overrideAccess: true,
    })
    return true
  })
  return created ? seeOther('/admin/login') : html(403, setupRefusal(language))
}

function html(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

/** A relative address: behind a proxy the request's own host is not the one that the browser knows. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } })
}
