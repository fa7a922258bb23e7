import { getPayload } from 'payload'
import { z } from 'zod'
import { hasUsers, isSetupToken, withSetupToken } from '#access/setup.ts'
import { readEnvironment } from '#base/env.ts'
import { behindDoor } from '#doors/behindDoor.ts'
import { languageAccepted } from '#messages/languageAccepted.ts'
import { message } from '#messages/message.ts'
import config from '#payload.config'
import { sentenceOfFault } from '#signin/newPassword.ts'
import { faultOfPassword, passwordLengths } from '#signin/passwordRules.ts'
import { html, refusalPage, seeOther, setupForm, setupRefusal } from '../html/forms.ts'

export const dynamic = 'force-dynamic'

const answerShape = z.object({
  token: z.string(),
  name: z.string().trim().max(200).optional(),
  email: z.email(),
  password: z.string(),
})

/** The page behind the setup link. */
export const GET = behindDoor(showForm, { refusal: refusalPage })

/** Creates the first user, an administrator, and spends the link. */
export const POST = behindDoor(createFirst, { refusal: refusalPage })

async function showForm(request: Request): Promise<Response> {
  const payload = await getPayload({ config })
  if (await hasUsers(payload)) return seeOther('/admin')
  const language = languageAccepted(request.headers.get('Accept-Language'))
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return isSetupToken(token, readEnvironment())
    ? html(200, setupForm(language, token))
    : html(403, setupRefusal(language))
}

async function createFirst(request: Request): Promise<Response> {
  const language = languageAccepted(request.headers.get('Accept-Language'))
  const form = Object.fromEntries(await request.formData().catch(() => new FormData()))
  const token = typeof form.token === 'string' ? form.token : ''
  if (!isSetupToken(token, readEnvironment())) return html(403, setupRefusal(language))
  const answer = answerShape.safeParse(form)
  if (!answer.success)
    return html(
      400,
      setupForm(language, token, message(language, 'setup.incomplete', { least: passwordLengths.least })),
    )
  const { name, email, password } = answer.data
  const fault = faultOfPassword(password, { name, email })
  if (fault) return html(400, setupForm(language, token, sentenceOfFault(language, fault)))
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
