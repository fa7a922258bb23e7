import type { AfterErrorHook } from 'payload'
import { fieldLabel } from './fieldKey.ts'
import { type MessageKey, message } from './message.ts'
import { languageOf } from './refused.ts'

/** What Payload and its editor say in English to everybody, and what the studio says in its place. */
const hardCoded: readonly (readonly [said: RegExp, key: MessageKey])[] = [
  [/^This relationship field has the following invalid relationships:/, 'errors.relation'],
  // Of the nodes that a story may hold only links are validated.
  [/ node failed to validate: /, 'errors.link'],
  [/^Missing 'where' query of documents to /, 'errors.whichDocuments'],
  [/^Something went wrong\.$/, 'errors.ours'],
]

/** Fields of the sign-in, which are in no form of a document. */
const ofSignIn: { readonly [path: string]: MessageKey } = { password: 'setup.password' }

type Fault = { path: string; label?: string; message: string }
type Said = { message?: string; data?: Record<string, unknown> }

/** Errors over REST in the language of whoever asks: the one place where Payload's own English texts are replaced. */
export const wordErrors: AfterErrorHook = ({ req, result }) => {
  if (!result) return
  const language = languageOf(req)
  return { response: { ...result, errors: result.errors.map((error) => worded(error, language)) } }
}

function worded<Error extends Said>(error: Error, language: string): Error {
  const { data = {}, message: said = '' } = error
  if (!isOfFields(data)) return { ...error, message: inLanguage(said, language) }
  const errors = data.errors.map((fault) => ({
    ...fault,
    label: fault.label ?? labelOf(fault.path, data.collection, language),
    message: inLanguage(fault.message, language),
  }))
  const fields = errors.map(({ label }) => label).join(', ')
  return { ...error, data: { ...data, errors }, message: message(language, 'errors.fieldsInvalid', { fields }) }
}

/** The data of Payload's `ValidationError`. */
function isOfFields(data: Record<string, unknown>): data is { collection: string; errors: Fault[] } {
  return Array.isArray(data.errors) && typeof data.collection === 'string'
}

function inLanguage(said: string, language: string): string {
  const key = hardCoded.find(([pattern]) => pattern.test(said))?.[1]
  return key ? message(language, key) : said
}

function labelOf(path: string, collection: string, language: string): string {
  const key = ofSignIn[path]
  return key ? message(language, key) : fieldLabel(language, collection, path.split('.'))
}
