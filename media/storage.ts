import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Encoded, ProcessedPicture } from './pipeline.ts'

/**
 * Files of pictures. Every file of one document begins with its stem; a new picture for the same
 * document gets a new edition, and the older editions stay: the public record may still show them.
 *
 *     <stem>-<edition>.jpg  <stem>-<edition>-w640.webp  originals/<stem>-<edition>.jpg
 */
export type StoredVariant = {
  name: string
  file: string
  mimeType: string
  width: number
  height: number
  bytes: number
  sha256: string
}
export type StoredPicture = {
  filename: string
  mimeType: string
  filesize: number
  width: number
  height: number
  thumbhash: string
  sha256: string
  variants: StoredVariant[]
  original: string
  originalSha256: string
  hadLocation: boolean
}

/** Names of a picture's files, all made here: nothing of the name that came with the upload is kept. */
export function namePicture(picture: ProcessedPicture, stem: string = randomBytes(8).toString('hex')): StoredPicture {
  const edition = `${stem}-${randomBytes(6).toString('hex')}`
  return {
    filename: `${edition}.${picture.extension}`,
    mimeType: picture.mimeType,
    filesize: picture.data.length,
    width: picture.width,
    height: picture.height,
    thumbhash: picture.thumbhash,
    sha256: picture.sha256,
    variants: picture.variants.map((variant) => nameVariant(edition, variant)),
    original: `${edition}.${picture.original.extension}`,
    originalSha256: picture.original.sha256,
    hadLocation: picture.hadLocation,
  }
}

function nameVariant(
  edition: string,
  { name, extension, mimeType, width, height, data, sha256 }: Encoded & { name: string },
): StoredVariant {
  return { name, file: `${edition}-${name}.${extension}`, mimeType, width, height, bytes: data.length, sha256 }
}

export function stemOf(filename: unknown): string | undefined {
  return typeof filename === 'string' ? /^([0-9a-f]{16})-/.exec(filename)?.[1] : undefined
}

const originals = 'originals'

/** Writes the variants and the sealed original, and the main file too unless somebody else writes it. */
export async function storePicture(
  directory: string,
  picture: ProcessedPicture,
  names: StoredPicture,
  { main }: { main: boolean },
): Promise<void> {
  await mkdir(join(directory, originals), { recursive: true, mode: 0o700 })
  await write(join(directory, originals, names.original), picture.original.data, 0o600)
  for (const [at, variant] of picture.variants.entries()) {
    await write(join(directory, names.variants[at]?.file ?? ''), variant.data, 0o644)
  }
  if (main) await write(join(directory, names.filename), picture.data, 0o644)
}

/** The main file of a new picture, which Payload writes, is read by delivery as its variants are. */
export async function letDeliveryRead(directory: string, filename: string): Promise<void> {
  await chmod(join(directory, filename), 0o644)
  await chmod(directory, 0o755)
}

/** Whole or not at all, and on the disk before it is acknowledged. */
async function write(path: string, data: Buffer, mode: number): Promise<void> {
  const partial = `${path}.part`
  const file = await open(partial, 'w', mode)
  try {
    // A studio keeps what it writes to its own user; delivery, which may be another one, reads public files all the same.
    await file.chmod(mode)
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, path)
}

/** The sealed original, or null where it is gone. */
export async function readOriginal(directory: string, name: unknown): Promise<Buffer | null> {
  if (typeof name !== 'string' || !stemOf(name) || name.includes('/')) return null
  try {
    return await readFile(join(directory, originals, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Removes every edition of a document's picture, the sealed originals included. */
export async function removePictures(directory: string, stem: string): Promise<void> {
  for (const folder of [directory, join(directory, originals)]) {
    const names = await readdir(folder).catch(() => [])
    const own = names.filter((name) => name.startsWith(`${stem}-`))
    await Promise.all(own.map((name) => rm(join(folder, name), { force: true })))
  }
}
