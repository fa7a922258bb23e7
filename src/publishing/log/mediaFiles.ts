import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Form } from '#record/record.ts'
import type { Facts } from '#record/shape.ts'

/** A file that the record promises, and the SHA-256 that it promises it with. */
export type MediaFile = { name: string; sha256: string | undefined }

/** The picture of a media document and its sizes; nothing for other documents. */
export function filesOf({ card }: Form): MediaFile[] {
  if (card.type !== 'media') return []
  // Just checked; a generic type does not narrow by its own field.
  const { filename, sha256, variants = [] } = card.facts as Facts<'media'>
  return [
    ...(filename ? [{ name: filename, sha256 }] : []),
    ...variants.map((one) => ({ name: one.file, sha256: one.sha256 })),
  ]
}

/** What is wrong with a stored file, or null. */
export async function faultOfFile(mediaDir: string, { name, sha256 }: MediaFile): Promise<string | null> {
  if (basename(name) !== name) return 'Its name leaves the folder of media files. Withdraw it.'
  if (!sha256) return 'The record holds no hash of it. Publish it again.'
  const found = await hashOfFile(join(mediaDir, name))
  if (found === null) return `The file is not in ${mediaDir}. Restore it from a backup.`
  return found === sha256 ? null : 'The file is not the one that was published. Restore it from a backup.'
}

/** SHA-256 of a file, read in pieces; null where there is none. */
async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
