import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CallerError } from '#base/errors.ts'
import { headerText } from '#base/headerText.ts'
import type { PublicFile } from '#delivery/media/publicFiles.ts'
import { rangeOf } from '#delivery/media/range.ts'
import type { Route } from './methods.ts'
import { matchesEtag } from './negotiate.ts'
import { type Exchange, sendEmpty, sendHead } from './reply.ts'

export type MediaRouteOptions = {
  directory: string
  find: (name: string) => PublicFile | undefined
  upToDate: () => Promise<void> | undefined
  onMissing: (file: PublicFile) => void
}

/** Names that the picture pipeline makes: no folder, no hidden file, nothing that a path could mean. */
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/

/** `/media/<file>`: files of public documents. A name stands for one content for ever, so a cache may keep it. */
export function mediaRoute({ directory, find, upToDate, onMissing }: MediaRouteOptions): Route {
  async function open(file: PublicFile): Promise<FileHandle> {
    try {
      return await openPlainFile(join(directory, file.name))
    } catch (error) {
      if (!isNoFile(error)) throw error
      onMissing(file)
      throw notFound()
    }
  }

  return {
    async GET(exchange) {
      await upToDate()
      const name = nameOf(exchange.request.url ?? '')
      const file = name === null ? undefined : find(name)
      if (!file) throw notFound()
      const handle = await open(file)
      try {
        await sendFile(exchange, file, handle)
      } finally {
        await handle.close()
      }
    },
  }
}

function nameOf(url: string): string | null {
  const name = url.replace(/^\/media\//, '').replace(/[?#].*$/s, '')
  return fileName.test(name) ? name : null
}

/** A link that somebody left in the folder leads nowhere. */
function openPlainFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
}

function isNoFile(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ELOOP' || code === 'ENAMETOOLONG'
}

function notFound(): CallerError {
  return new CallerError('BAD_REQUEST', 404, 'There is no public file of this name.')
}

async function sendFile(exchange: Exchange, file: PublicFile, handle: FileHandle): Promise<void> {
  const stats = await handle.stat()
  if (!stats.isFile()) throw notFound()
  const { headers, method } = exchange.request
  const etag = file.sha256 ? `"${file.sha256}"` : `"${stats.size}-${stats.mtimeMs}"`
  const known = [
    'ETag',
    etag,
    'Cache-Control',
    'public, max-age=31536000, immutable',
    'Cache-Tag',
    headerText(file.key),
  ]
  if (matchesEtag(headers['if-none-match'], etag)) return sendEmpty(exchange, 304, known)
  // A part can be had by GET only (RFC 9110, 14.2), and only of the file that the caller means.
  const isAsked = method === 'GET' && (headers['if-range'] === undefined || headers['if-range'] === etag)
  const range = isAsked ? rangeOf(headers.range, stats.size) : null
  if (range === 'unsatisfiable') return sendUnsatisfiable(exchange, stats.size)
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  const head = [
    ...known,
    'Content-Type',
    file.mimeType,
    'Content-Length',
    String(end - start + 1),
    'Accept-Ranges',
    'bytes',
  ]
  if (range) head.push('Content-Range', `bytes ${start}-${end}/${stats.size}`)
  if (!sendHead(exchange, range ? 206 : 200, head)) return
  if (method === 'HEAD' || stats.size === 0) return void exchange.response.end()
  await pipeline(handle.createReadStream({ start, end, autoClose: false }), exchange.response).catch(ignoreGone)
}

function sendUnsatisfiable(exchange: Exchange, size: number): void {
  const head = ['Content-Range', `bytes */${size}`, 'Content-Length', '0', 'Cache-Control', 'no-store']
  if (sendHead(exchange, 416, head)) exchange.response.end()
}

/** A caller that hangs up in the middle of a file is no fault. */
function ignoreGone(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE') throw error
}
