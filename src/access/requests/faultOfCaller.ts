import type { PayloadRequest } from 'payload'
import { isObject } from '#base/isObject.ts'
import { refused } from '#messages/refused.ts'

/** What busboy, which reads forms for Payload, says of a body that is no form. */
const unreadable = [
  'Unexpected end of form',
  'Unexpected end of file',
  'Malformed part header',
  'Malformed content type',
  'Multipart: Boundary not found',
]

/** What Payload says where a form names a file that lies somewhere else: no such place is known here. */
const fileAsText = /^(uploadConfig\.handlers is not present|Expected response from the upload handler)/

/**
 * What an error means that was thrown while a request was read or carried out: where it is the caller's fault, the answer
 * that says so. Any other error stays what it is, and is ours.
 */
export function faultOfCaller(req: PayloadRequest, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  return faultOfForm(req, error) ?? faultOfDatabase(req, error) ?? faultOfFileName(req, error) ?? error
}

/** Payload answers 500 where a multipart body is broken or its `_payload` is no JSON object. */
function faultOfForm(req: PayloadRequest, error: Error): Error | null {
  const isForm = req.headers.get('content-type')?.startsWith('multipart/') ?? false
  if (!isForm) return null
  if (fileAsText.test(error.message)) return refused(req, 400, 'access.formFileAsText')
  if (req.data !== undefined) return isObject(req.data) ? null : refused(req, 400, 'request.notObject')
  if (error instanceof SyntaxError) return refused(req, 400, 'access.formNotJson')
  if (unreadable.includes(error.message)) return refused(req, 400, 'access.formUnreadable', { fault: error.message })
  return null
}

/** What the databases say of a value or an id that does not fit, by the code or the name of their error. */
const unfit: ReadonlySet<unknown> = new Set([
  'SQLITE_CONSTRAINT_FOREIGNKEY',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'CastError',
  'BSONError',
])

function faultOfDatabase(req: PayloadRequest, error: Error): Error | null {
  return causesOf(error).some(({ code, name }) => unfit.has(code) || unfit.has(name))
    ? refused(req, 400, 'request.unknownDocument')
    : null
}

/** No file can have the name that is asked for. */
function faultOfFileName(req: PayloadRequest, error: Cause): Error | null {
  const isNoName = error.code === 'ENAMETOOLONG' || error.code === 'EISDIR' || error.code === 'ENOTDIR'
  return isNoName && req.routeParams?.filename !== undefined ? refused(req, 404, 'request.nothingHere') : null
}

type Cause = { code?: unknown; name?: unknown; cause?: unknown }

function causesOf(error: Cause, most = 5): Cause[] {
  const { cause } = error
  return most > 0 && isObject(cause) ? [error, ...causesOf(cause, most - 1)] : [error]
}
