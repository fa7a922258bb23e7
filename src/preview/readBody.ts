import type { PayloadRequest } from 'payload'
import { CallerError } from '#base/errors.ts'
import { limits } from '#graph/limits/table.ts'
import { message } from '#messages/message.ts'
import { languageOf } from '#messages/refused.ts'

/** Reads a JSON request's bytes, and no more of them than the limit. */
export async function readBody(req: PayloadRequest): Promise<Buffer> {
  const type = req.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new CallerError(
      'BAD_REQUEST',
      415,
      message(languageOf(req), 'preview.refused.notJson', { type: type ?? '–' }),
    )
  }
  refuseLarge(req, Number(req.headers.get('Content-Length') ?? 0))
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = req.body?.getReader()
  for (;;) {
    const chunk = (await reader?.read())?.value
    if (!chunk) return Buffer.concat(chunks)
    size += chunk.length
    refuseLarge(req, size)
    chunks.push(chunk)
  }
}

function refuseLarge(req: PayloadRequest, asked: number): void {
  const { most, code } = limits.bodyBytes
  if (asked <= most) return
  throw new CallerError(code, 413, message(languageOf(req), 'preview.refused.tooLarge', { asked, most }), {
    asked,
    limit: most,
  })
}
