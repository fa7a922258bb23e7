import type { PayloadRequest } from 'payload'
import { CallerError } from '#base/errors.ts'
import { limits } from '#graph/limits/table.ts'

/** Reads a JSON request's bytes, and no more of them than the limit. */
export async function readBody(req: PayloadRequest): Promise<Buffer> {
  const type = req.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new CallerError('BAD_REQUEST', 415, `POST takes application/json, not ${type ?? 'a body without a type'}.`)
  }
  refuseLarge(Number(req.headers.get('Content-Length') ?? 0))
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = req.body?.getReader()
  for (;;) {
    const chunk = (await reader?.read())?.value
    if (!chunk) return Buffer.concat(chunks)
    size += chunk.length
    refuseLarge(size)
    chunks.push(chunk)
  }
}

function refuseLarge(size: number): void {
  const { most, says, code } = limits.bodyBytes
  if (size > most) throw new CallerError(code, 413, says(size, most), { asked: size, limit: most })
}
