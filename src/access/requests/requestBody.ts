import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { isLocale, localeCodes } from '#locales/table.ts'
import { forEachLanguage, isMessageKey, type Language, type MessageKey, message } from '#messages/message.ts'
import { languageOf, refused } from '#messages/refused.ts'
import { jsonIn } from './readBody.ts'

/** A locale of the table, as a request names it. */
export const localeCode = z.string().refine(isLocale)

/** What a rule of our own says of a body that breaks it. */
export function says(key: MessageKey): { params: { key: MessageKey } } {
  return { params: { key } }
}

/** The body of a request in the shape it must have; otherwise every fault of it, in the language of whoever asks. No body at all is an empty one. */
export async function bodyOf<Body>(req: PayloadRequest, shape: z.ZodType<Body>): Promise<Body> {
  const parsed = shape.safeParse(jsonIn(req, (await req.text?.()) ?? ''), { error: faultIn(languageOf(req)) })
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
  throw refused(req, 400, 'request.unusable', { faults: faults.join('; ') }, { faults })
}

type ErrorMap = z.core.$ZodErrorMap

/** What zod itself says in each language of the admin. */
const faultTexts: { readonly [language in Language]: ErrorMap } = forEachLanguage(
  (language) => z.locales[language]().localeError,
)

function faultIn(language: string): ErrorMap {
  const said: ErrorMap = faultTexts[language as Language] ?? faultTexts.en
  return (issue) => {
    if (issue.code !== 'custom') return said(issue)
    // A rule of our own: `localeCode`, or one that `says` its message.
    const key: unknown = issue.params?.key
    return typeof key === 'string' && isMessageKey(key)
      ? message(language, key)
      : message(language, 'access.unknownLocale', { locale: String(issue.input), locales: localeCodes.join(', ') })
  }
}
