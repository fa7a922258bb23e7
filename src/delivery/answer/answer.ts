import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from '#delivery/http/negotiate.ts'

/** One answer without errors, its bytes ready to send. */
export type Answer = {
  /** The served version it was computed from: it is the answer while that version is served. */
  readonly version: number
  readonly etag: string
  /** Value of `Cache-Tag`. */
  readonly tags: string
  readonly bytes: { readonly identity: Buffer } & { [encoding in Encoding]?: Buffer }
  isCompressing: boolean
}

/** Below this, headers outweigh what compression saves. */
const smallestCompressed = 1000

export function createAnswer(version: number, text: string, tags: string): Answer {
  const identity = Buffer.from(text)
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 27)
  // Weak: one answer in several encodings has one tag.
  return { version, etag: `W/"${digest}"`, tags, bytes: { identity }, isCompressing: false }
}

export function sizeOf({ bytes, tags }: Answer): number {
  return 500 + tags.length + bytes.identity.length + (bytes.br?.length ?? 0) + (bytes.gzip?.length ?? 0)
}

const compressors = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
} satisfies Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>>

/**
 * Makes the compressed forms in the background and calls `done` when they are kept. An answer that
 * was asked for once is never compressed: the second request for it starts this.
 */
export function compressInBackground(answer: Answer, done: () => void, failed: (error: unknown) => void): void {
  const { bytes } = answer
  if (answer.isCompressing || bytes.identity.length < smallestCompressed) return
  answer.isCompressing = true
  Promise.all([compressors.br(bytes.identity), compressors.gzip(bytes.identity)])
    .then(([br, zipped]) => {
      bytes.br = br
      bytes.gzip = zipped
      done()
    })
    .catch(failed)
}
