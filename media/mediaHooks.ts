import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  UploadConfig,
} from 'payload'
import { APIError } from 'payload'
import { CallerError } from '#base/errors.ts'
import { languageOf } from '#messages/refused.ts'
import { type Credit, creditFields, creditOf, sameCredit } from './credit.ts'
import { type ProcessedPicture, processPicture } from './pipeline.ts'
import { refusalIn, refusePicture } from './refusals.ts'
import {
  letDeliveryRead,
  namePicture,
  readOriginal,
  removePictures,
  type StoredPicture,
  stemOf,
  storePicture,
} from './storage.ts'

/** How the media collection takes files. Payload resizes, crops and fetches nothing: `takePicture` makes every file. */
export function pictureUpload(directory: string): UploadConfig {
  return {
    staticDir: directory,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    crop: false,
    focalPoint: true,
    pasteURL: false,
    hideRemoveFile: true,
    adminThumbnail: ({ doc }) => thumbnailOf(doc),
  }
}

function thumbnailOf(doc: Record<string, unknown>): string | null {
  const variants = Array.isArray(doc.variants) ? (doc.variants as StoredPicture['variants']) : []
  const file = variants[0]?.file ?? doc.filename
  return typeof file === 'string' ? `/api/media/file/${file}` : null
}

/**
 * beforeOperation, after the merge of what came in: turns an upload into clean files. On create Payload
 * writes the main file, so the request's file becomes the clean one. On update the files are written
 * here and Payload sees no file: it would delete the old one, which the public record may still show.
 * A changed credit makes a new edition from the sealed original.
 */
export const takePicture: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  // The union of all operations is not narrowed by the operation's name.
  const given = args as unknown as Arguments
  keepFocalPoint(given)
  // Access is asked before anything is decoded; Payload itself refuses a moment later.
  if (!overrideAccess && !(await collection.access[operation]({ req, data: given.data, id: given.id?.toString() })))
    return args
  try {
    if (given.duplicateFromID) throw refusePicture('ONE_PICTURE_EACH')
    await (operation === 'create' ? takeNew : takeNext)(given, collection, req)
    return args
  } catch (error) {
    throw asApiError(error, req)
  }
}

/** What is read of an operation's arguments; Payload's own type is a union of all operations. */
type Arguments = {
  id?: string | number
  data?: Record<string, unknown>
  req: PayloadRequest
  duplicateFromID?: string | number
}

async function takeNew(args: Arguments, collection: SanitizedCollectionConfig, req: PayloadRequest): Promise<void> {
  const bytes = await uploadedBytes(req)
  if (!bytes) throw refusePicture('PICTURE_MISSING')
  const picture = await processPicture(bytes, creditOf(args.data ?? {}))
  const names = namePicture(picture)
  await storePicture(directoryOf(collection), picture, names, { main: false })
  req.file = { data: picture.data, mimetype: picture.mimeType, name: names.filename, size: picture.data.length }
  req.context[contextKey] = names
}

async function takeNext(args: Arguments, collection: SanitizedCollectionConfig, req: PayloadRequest): Promise<void> {
  const bytes = await uploadedBytes(req)
  req.file = undefined
  if (!args.id) {
    if (bytes) throw refusePicture('ONE_PICTURE_EACH')
    return
  }
  if (!bytes && !creditFields.some((name) => name in (args.data ?? {}))) return
  const present = await presentPicture(args.id, req)
  if (!present) return
  const credit: Credit = { ...creditOf(present), ...blankedCredit(args.data), ...creditOf(args.data ?? {}) }
  const source =
    bytes ??
    (sameCredit(creditOf(present), credit) ? null : await readOriginal(directoryOf(collection), present.original))
  if (!source) return
  const picture: ProcessedPicture = await processPicture(source, credit)
  const names = namePicture(picture, stemOf(present.filename))
  await storePicture(directoryOf(collection), picture, names, { main: true })
  req.context[contextKey] = names
}

/** Credit fields that the save empties. */
function blankedCredit(data: Record<string, unknown> = {}): Credit {
  return Object.fromEntries(creditFields.filter((name) => name in data).map((name) => [name, undefined]))
}

async function presentPicture(id: string | number, req: PayloadRequest): Promise<Record<string, unknown> | null> {
  const found = await req.payload.find({
    collection: 'media',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    trash: true,
    req,
  })
  return found.docs[0] ? { ...found.docs[0] } : null
}

/** The admin sends the focal point beside the data; Payload would answer it by working on the file again. */
function keepFocalPoint({ req, data }: Arguments): void {
  const edits = req.query?.uploadEdits as { focalPoint?: { x?: unknown; y?: unknown } } | undefined
  const focalPoint = edits?.focalPoint
  const [x, y] = [Number(focalPoint?.x), Number(focalPoint?.y)]
  if (data && focalPoint && inPercent(x) && inPercent(y))
    Object.assign(data, { focalX: Math.round(x), focalY: Math.round(y) })
  if (edits) delete req.query.uploadEdits
}

const inPercent = (value: number): boolean => value >= 0 && value <= 100

async function uploadedBytes(req: PayloadRequest): Promise<Buffer | null> {
  const { file } = req
  if (!file) return null
  if (!file.tempFilePath || file.data?.length > 0) return file.data
  const { readFile } = await import('node:fs/promises')
  return readFile(file.tempFilePath)
}

function directoryOf(collection: SanitizedCollectionConfig): string {
  return collection.upload.staticDir ?? collection.slug
}

function asApiError(error: unknown, req: PayloadRequest): unknown {
  if (!(error instanceof CallerError)) return error
  return new APIError(refusalIn(languageOf(req), error), error.status, { code: error.code }, true)
}

const contextKey = 'holosPicture'

const pictureFields = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'thumbhash',
  'sha256',
  'variants',
  'original',
  'originalSha256',
  'hadLocation',
] as const satisfies (keyof StoredPicture)[]

/**
 * beforeChange: what describes the file comes from the file, whatever a request or a restored version
 * says: from the picture just taken, else from the document as it is.
 */
export const describePicture: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const taken = req.context[contextKey] as StoredPicture | undefined
  delete req.context[contextKey]
  const source: Record<string, unknown> = taken ?? originalDoc ?? {}
  return { ...data, ...Object.fromEntries(pictureFields.map((name) => [name, source[name]])) }
}

/** afterChange: on create Payload has just written the main file, with the rights of everything that a studio writes. */
export const openMainFile: CollectionAfterChangeHook = async ({ collection, doc, operation }) => {
  if (operation === 'create' && stemOf(doc.filename)) await letDeliveryRead(directoryOf(collection), doc.filename)
}

/** afterDelete: no edition of the picture stays. */
export const removeFiles: CollectionAfterDeleteHook = async ({ collection, doc }) => {
  const stem = stemOf(doc.filename)
  if (stem) await removePictures(directoryOf(collection), stem)
}
