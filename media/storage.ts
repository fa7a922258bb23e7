import { randomBytes } from 'node:crypto'
import { access, chmod, constants, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PictureCrop, PictureFormat } from '#base/pictureCopies.ts'
import type { OriginalsPlace } from './originals/place.ts'
import { sealOriginal } from './originals/sealedOriginals.ts'
import type { Told } from './originals/told.ts'
import type { ProcessedPicture } from './pipeline.ts'
import { isCode, writeWhole } from './wholeFile.ts'
import type { Copy } from './worker/encode.ts'

/**
 * Files of pictures. Every file of one document begins with its stem; a new picture for the same document gets a new edition, and the
 * older editions stay: the public record or a version may still show them. A sealed original may belong to several editions.
 *
 *     MEDIA_DIR/<stem>-<edition>.jpg  MEDIA_DIR/<stem>-<edition>-square-w640.avif  DATA_DIR/originals/<stem>-<edition>.jpg.age
 */
export type StoredVariant = {
  name: string
  file: string
  mimeType: string
  width: number
  height: number
  bytes: number
  sha256: string
  /** Absent in what earlier versions of Holos stored: the whole picture as WebP. */
  format?: PictureFormat
  crop?: PictureCrop
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
  originalName: string | null
  originalSha256: string
  hadLocation: boolean
  told: Told | null
}

export const pictureFields = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'thumbhash',
  'sha256',
  'variants',
  'original',
  'originalName',
  'originalSha256',
  'hadLocation',
  'told',
] as const satisfies (keyof StoredPicture)[]

export type PublicFile = { name: string; data: Buffer }

/** What describes a new edition, and its files, the main one first. */
export type NewEdition = { stored: StoredPicture; files: PublicFile[] }

/** The folder of public files, and where originals are sealed. */
export type PicturePlaces = { directory: string; originals: OriginalsPlace }

/** Names of a picture's files, all made here: nothing of the name that came with the upload is in them. */
export function namePicture(
  picture: ProcessedPicture,
  originalName: string | null,
  stem: string = randomBytes(8).toString('hex'),
): StoredPicture {
  const edition = newEdition(stem)
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
    originalName,
    originalSha256: picture.original.sha256,
    hadLocation: picture.hadLocation,
    told: picture.told,
  }
}

export function newEdition(stem: string): string {
  return `${stem}-${randomBytes(6).toString('hex')}`
}

function nameVariant(edition: string, { data, extension, ...copy }: Copy): StoredVariant {
  return { ...copy, file: `${edition}-${copy.name}.${extension}`, bytes: data.length }
}

/** What the main file of an edition may be called. */
export function mainNames(edition: string): string[] {
  return ['jpg', 'png', 'webp', 'avif'].map((extension) => `${edition}.${extension}`)
}

const ownName = /^([0-9a-f]{16})-[0-9a-f]{12}(?=[-.])/

export function stemOf(filename: unknown): string | undefined {
  return typeof filename === 'string' ? ownName.exec(filename)?.[1] : undefined
}

/** What the files of one edition share, or undefined for a name that is not made here. */
export function editionOf(filename: string): string | undefined {
  return ownName.exec(filename)?.[0]
}

/** A document or a version, read for what it says of files. */
export type PictureDocument = { filename?: unknown; variants?: unknown; [field: string]: unknown }

/** Every public file of a picture, and its type. */
export function publicFilesOf({ filename, mimeType, variants }: PictureDocument): { name: string; mimeType: string }[] {
  const all: { file?: unknown; mimeType?: unknown }[] = [
    { file: filename, mimeType },
    // Written by `namePicture` and by nothing else.
    ...(Array.isArray(variants) ? (variants as StoredVariant[]) : []),
  ]
  return all.flatMap(({ file, mimeType }) =>
    typeof file === 'string' ? [{ name: file, mimeType: typeof mimeType === 'string' ? mimeType : '' }] : [],
  )
}

/** Writes the sealed original first: there is no public file without its evidence. */
export async function storePicture(
  { directory, originals }: PicturePlaces,
  picture: ProcessedPicture,
  names: StoredPicture,
): Promise<void> {
  await sealOriginal(originals, names.original, picture.original.data)
  await storeFiles(directory, filesOf(picture, names))
}

/** The public files of a picture under their names. */
export function filesOf(picture: ProcessedPicture, names: StoredPicture): PublicFile[] {
  const variants = picture.variants.map(({ data }, at) => ({ name: names.variants[at]?.file ?? '', data }))
  return [{ name: names.filename, data: picture.data }, ...variants]
}

export async function storeFiles(directory: string, files: readonly PublicFile[]): Promise<void> {
  await mkdir(directory, { recursive: true })
  // A studio keeps what it writes to its own user; delivery, which may be another one, reads public files all the same.
  await chmod(directory, 0o755)
  await Promise.all(files.map(({ name, data }) => writeWhole(join(directory, name), data, 0o644)))
}

/** A public file, or null where it is gone. A link that somebody left in the folder leads nowhere. */
export async function readPublicFile(directory: string, name: string): Promise<Buffer | null> {
  if (basename(name) !== name) return null
  const flag = constants.O_RDONLY | constants.O_NOFOLLOW
  return readFile(join(directory, name), { flag }).catch((error) => {
    if (isCode(error, 'ENOENT') || isCode(error, 'ELOOP')) return null
    throw error
  })
}

/** Names among these that are not in the folder. */
export async function missingFiles(directory: string, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    names.map((name) =>
      access(join(directory, name)).then(
        () => true,
        () => false,
      ),
    ),
  )
  return names.filter((_, at) => !found[at])
}

/** Removes every edition of a document's picture, the sealed originals included. */
export async function removePictures({ directory, originals }: PicturePlaces, stem: string): Promise<void> {
  for (const folder of [directory, originals.folder]) {
    const names = await readdir(folder).catch((): string[] => [])
    const own = names.filter((name) => name.startsWith(`${stem}-`))
    await Promise.all(own.map((name) => rm(join(folder, name), { force: true })))
  }
}
