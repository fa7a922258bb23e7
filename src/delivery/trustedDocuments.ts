import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sha256 } from '#base/digest.ts'
import { ConfigurationError } from '#base/errors.ts'

/** Query texts by their SHA-256. */
export type TrustedDocuments = ReadonlyMap<string, string>

/** `{ "<sha256>": "query …" }`, as Relay and most code generators write it, or Apollo's manifest. */
const manifest = z.union([
  z.object({ operations: z.array(z.object({ id: z.string(), body: z.string() })) }),
  z.record(z.string(), z.string()),
])

/**
 * The operations that a closed delivery answers, from the file that a front end's build wrote. Each
 * stands under the SHA-256 of its text, by which a request may name it.
 */
export function readTrustedDocuments(path: string): TrustedDocuments {
  const read = manifest.safeParse(jsonOf(path))
  if (!read.success) throw mistake(path, 'is neither a JSON object of queries by hash nor a manifest of operations')
  const entries = Object.entries(read.data)
  const documents = Array.isArray(read.data.operations)
    ? read.data.operations.map(({ id, body }) => [id, body] as const)
    : entries.map(([hash, text]) => [hash, String(text)] as const)
  const wrong = documents.find(([hash, text]) => sha256(text) !== hash)
  if (wrong) throw mistake(path, `names ${wrong[0].slice(0, 80)}, which is not the SHA-256 of its query`)
  return new Map(documents)
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw mistake(path, 'cannot be read as JSON')
  }
}

function mistake(path: string, what: string): ConfigurationError {
  return new ConfigurationError(`TRUSTED_DOCUMENTS: ${path} ${what}. Build it anew, or leave the variable empty.`)
}
