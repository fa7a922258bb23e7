import { getPayload } from 'payload'
import { readEnvironment } from '#base/env.ts'
import { behindDoor } from '#doors/behindDoor.ts'
import { languageAccepted } from '#messages/languageAccepted.ts'
import config from '#payload.config'
import { deviceCookieFor } from '#signin/deviceCookie.ts'
import { sentenceOfFault } from '#signin/newPassword.ts'
import { ownerOfLink, setPasswordByLink } from '#signin/passwordLink.ts'
import { faultOfPassword } from '#signin/passwordRules.ts'
import { html, passwordForm, passwordNotice, refusalPage, seeOther } from '../html/forms.ts'

export const dynamic = 'force-dynamic'

/** The page behind a link for a new password; without a link, how to get one. */
export const GET = behindDoor(showForm, { refusal: refusalPage })

/** Sets the new password, spends the link and ends every session of the account. */
export const POST = behindDoor(setPassword, { refusal: refusalPage })

async function showForm(request: Request): Promise<Response> {
  const language = languageAccepted(request.headers.get('Accept-Language'))
  const token = new URL(request.url).searchParams.get('token')
  if (!token) return html(200, passwordNotice(language, 'password.forgotten'))
  const owner = await ownerOfLink(await getPayload({ config }), token)
  return owner
    ? html(200, passwordForm(language, token, owner.email))
    : html(403, passwordNotice(language, 'password.over'))
}

async function setPassword(request: Request): Promise<Response> {
  const language = languageAccepted(request.headers.get('Accept-Language'))
  const { token, password } = Object.fromEntries(await request.formData().catch(() => new FormData()))
  const payload = await getPayload({ config })
  const owner = typeof token === 'string' ? await ownerOfLink(payload, token) : null
  if (!owner || typeof token !== 'string') return html(403, passwordNotice(language, 'password.over'))
  const fault = faultOfPassword(String(password ?? ''), owner)
  if (fault) return html(400, passwordForm(language, token, owner.email, sentenceOfFault(language, fault)))
  const isSet = await setPasswordByLink(payload, token, String(password))
  return isSet ? signInNext(payload.secret, owner) : html(403, passwordNotice(language, 'password.over'))
}

/** This browser may sign in at once, however many strangers are held off at the same address. */
function signInNext(secret: string, owner: { email: string }): Response {
  const isHttps = readEnvironment().STUDIO_URL?.startsWith('https:') ?? false
  const answer = seeOther('/admin/login')
  answer.headers.append('Set-Cookie', deviceCookieFor(owner, { secret, isHttps }))
  return answer
}
