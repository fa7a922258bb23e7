import type { APIError } from 'payload'
import { readEnvironment } from '#base/env.ts'
import { languageAccepted } from '#messages/languageAccepted.ts'
import { type Language, message } from '#messages/message.ts'
import { withCappedBody } from './bodies.ts'
import { outwardCookie } from './sessionCookie.ts'

type Handler<Args> = (request: Request, args: Args) => Promise<Response> | Response
type Options = {
  /** How a refusal looks to whoever asks this route. */
  refusal: (status: number, sentence: string, language: Language) => Response
  /** Asked before the body of a question is read that comes as a POST; without it there is none. */
  isSignedIn?: (headers: Headers) => Promise<boolean>
}

/** A route of the studio as the world meets it: bodies are capped, nothing is kept by anybody, and what breaks says no more than that. */
export function behindDoor<Args>(handler: Handler<Args>, { refusal, isSignedIn }: Options): Handler<Args> {
  return async (request, args) => {
    const language = languageAccepted(request.headers.get('Accept-Language'))
    const answerTo = ({ status, message }: APIError) => refusal(status, message, language)
    try {
      const early = isSignedIn && (await refuseQuestion(request, language, isSignedIn, refusal))
      if (early) return outward(early)
      const body = withCappedBody(request, language)
      const answer = await answerOf(() => handler(body.request, args), body.refusal)
      return outward(answer instanceof Response ? answer : answerTo(answer))
    } catch (error) {
      if (isRefusal(error)) return outward(answerTo(error))
      console.error('A request failed.', error)
      return outward(refusal(500, message(language, 'doors.failed'), language))
    }
  }
}

/** What the handler answers; a body that was given up is the answer, whatever the handler made of it. */
async function answerOf(
  handle: () => Promise<Response> | Response,
  refusal: () => APIError | null,
): Promise<Response | APIError> {
  try {
    const answer = await handle()
    return refusal() ?? answer
  } catch (error) {
    const given = refusal()
    if (given) return given
    throw error
  }
}

const overrides = ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'] as const

/**
 * A long question may come as a POST, whose body Payload reads before it asks who is there: here it is asked first. Payload reads
 * JSON there, too, and answers a broken one without a word; the admin sends forms.
 */
async function refuseQuestion(
  request: Request,
  language: Language,
  isSignedIn: (headers: Headers) => Promise<boolean>,
  refusal: Options['refusal'],
): Promise<Response | null> {
  // Payload takes either of the two at its word, whatever the other says.
  const isQuestion = overrides.some((name) => request.headers.get(name) === 'GET')
  if (request.method !== 'POST' || !isQuestion) return null
  if (!(await isSignedIn(request.headers))) return refusal(403, message(language, 'access.signInFirst'), language)
  const type = request.headers.get('Content-Type')
  if (type === 'application/x-www-form-urlencoded') return null
  return refusal(415, message(language, 'doors.questionAsForm'), language)
}

function isRefusal(error: unknown): error is APIError {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
}

/** With the headers of every answer. */
function outward(answer: Response): Response {
  const headers = new Headers(answer.headers)
  headers.set('Cache-Control', 'no-store')
  if (isHttps()) {
    const cookies = headers.getSetCookie()
    headers.delete('Set-Cookie')
    for (const cookie of cookies) headers.append('Set-Cookie', outwardCookie(cookie))
  }
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}

function isHttps(): boolean {
  return readEnvironment().STUDIO_URL?.startsWith('https:') ?? false
}
