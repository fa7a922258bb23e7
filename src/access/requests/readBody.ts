import type { PayloadRequest } from 'payload'
import { isObject } from '#base/isObject.ts'
import { refused } from '#messages/refused.ts'
import { faultOfJson } from './plainJson.ts'

/**
 * Reads a JSON body before anything else does, and refuses what no part of the studio can take. It is handed on as it came.
 * A body of another type is left to whoever reads it.
 */
export async function readBody(req: PayloadRequest): Promise<void> {
  if (req.headers.get('Content-Type')?.split(';', 1)[0]?.trim() !== 'application/json') return
  const text = (await req.text?.()) ?? ''
  const value = jsonIn(req, text)
  refuseUnusable(req, value)
  req.text = async () => text
  req.json = async () => value
}

/** A whole body, or what a form carries in `_payload`. */
export function refuseUnusable(req: PayloadRequest, value: unknown): asserts value is { [name: string]: unknown } {
  if (!isObject(value)) throw refused(req, 400, 'request.notObject')
  const fault = faultOfJson(value)
  if (fault) throw refused(req, 400, fault.key, fault.values)
}

/** No body at all is an empty one. */
export function jsonIn(req: PayloadRequest, text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw refused(req, 400, 'request.notJson')
  }
}
