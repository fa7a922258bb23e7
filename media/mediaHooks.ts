import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  UploadConfig,
} from 'payload'
import { APIError } from 'payload'
import { CallerError } from '#base/errors.ts'
import { languageOf } from '#messages/refused.ts'
import { makeAnew } from './editions/makeAnew.ts'
import { restampPicture } from './editions/restampPicture.ts'
import { rememberTakenBack, takenBackIn } from './editions/takenBack.ts'
import { faultOfFaces } from './faces.ts'
import { type Look, lookOf, sameFaces, sameLook, samePixels } from './look.ts'
import { placeIn } from './originals/place.ts'
import { uploadedName } from './originals/uploadedName.ts'
import { processPicture } from './pipeline.ts'
import { refusalIn, refusePicture } from './refusals.ts'
import { creditXmp } from './stamp/credit.ts'
import {
  missingFiles,
  type NewEdition,
  namePicture,
  type PictureDocument,
  type PicturePlaces,
  pictureFields,
  publicFilesOf,
  type StoredPicture,
  stemOf,
  storeFiles,
  storePicture,
} from './storage.ts'

/**
 * How the media collection takes files. Payload resizes, crops, fetches, writes and serves nothing: `takePicture` makes every file, and
 * `collections/media` serves and removes them.
 */
export function pictureUpload(directory: string): UploadConfig {
  return {
    staticDir: directory,
    disableLocalStorage: true,
    mimeTypes: [
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/avif',
      'image/heic',
      'image/heif',
      'image/tiff',
      'image/gif',
    ],
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
 * beforeOperation, after the merge of what came in: turns an upload into clean files and a sealed original. On create the request's file
 * becomes the clean one, by which Payload names the document. On update Payload sees no file: it would delete the old one, which the
 * public record or a version may still show. A changed credit makes a new edition of the files that are there; a restored version takes
 * its own files back.
 */
export const takePicture: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
  // The union of all operations is not narrowed by the operation's name.
  const given = args as unknown as Arguments
  keepFocalPoint(given)
  // Access is asked before anything is decoded; Payload itself refuses a moment later.
  const right = operation === 'create' ? 'create' : 'update'
  if (!overrideAccess && !(await collection.access[right]({ req, data: given.data, id: given.id?.toString() })))
    return args
  try {
    if (given.duplicateFromID) throw refusePicture('ONE_PICTURE_EACH')
    await takes[operation](given, collection, req)
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

const takes = { create: takeNew, update: takeNext, restoreVersion: takeBack } as const

async function takeNew(args: Arguments, collection: SanitizedCollectionConfig, req: PayloadRequest): Promise<void> {
  const bytes = await uploadedBytes(req)
  if (!bytes) throw refusePicture('PICTURE_MISSING')
  const look = fittingLook(args.data ?? {})
  const picture = await processPicture(bytes, look)
  const names = namePicture(picture, uploadedName(req.file?.name))
  await storePicture(picturePlaces(collection), picture, names)
  req.file = { data: picture.data, mimetype: picture.mimeType, name: names.filename, size: picture.data.length }
  // Payload reads a focal point on the edge, zero, as none.
  req.context[contextKey] = { ...names, focalX: look.focalPoint.x, focalY: look.focalPoint.y }
}

async function takeNext(args: Arguments, collection: SanitizedCollectionConfig, req: PayloadRequest): Promise<void> {
  const bytes = await uploadedBytes(req)
  if (!bytes) return
  const originalName = uploadedName(req.file?.name)
  req.file = undefined
  if (!args.id) throw refusePicture('ONE_PICTURE_EACH')
  const present = await presentPicture(args.id, req)
  if (!present) return
  // Regions that the save does not speak of stay covered: what is covered in vain can be uncovered, what was shown cannot be taken back.
  const picture = await processPicture(bytes, fittingLook({ ...present, ...args.data }))
  const names = namePicture(picture, originalName, stemOf(present.filename))
  await storePicture(picturePlaces(collection), picture, names)
  req.context[contextKey] = names
}

/** A new edition that looks otherwise. Where only the credit is another one, and can be exchanged, no pixel is touched. */
async function nextEdition(
  places: PicturePlaces,
  present: StoredPicture,
  before: Look,
  after: Look,
): Promise<StoredPicture> {
  const restamped = samePixels(before, after) ? await restampPicture(places.directory, present, after.credit) : null
  return keptEdition(places, restamped ?? (await makeAnew(places, present, before, after)))
}

async function keptEdition({ directory }: PicturePlaces, { stored, files }: NewEdition): Promise<StoredPicture> {
  await storeFiles(directory, files)
  return stored
}

/**
 * A restored version brings its picture back, focal point included; Payload by itself keeps the present file. Its files are there as long
 * as a version names them.
 */
async function takeBack({ id }: Arguments, collection: SanitizedCollectionConfig, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.db.findVersions<PictureDocument>({
    collection: 'media',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  const version = docs[0]?.version
  if (!version) return
  const names = publicFilesOf(version).map(({ name }) => name)
  if ((await missingFiles(picturePlaces(collection).directory, names)).length > 0)
    throw refusePicture('PICTURE_FILES_GONE')
  req.context[contextKey] = { ...pictureIn(version), focalX: version.focalX, focalY: version.focalY }
  rememberTakenBack(req.context, { originalSha256: version.originalSha256, look: lookOf(version) })
}

/** The longest segment of a JPEG holds it, with what stands around it. */
const longestCredit = 60_000

function fittingLook(document: Record<string, unknown>): Look {
  const look = lookOf(document)
  if (Buffer.byteLength(creditXmp(look.credit) ?? '') > longestCredit) throw refusePicture('CREDIT_TOO_LONG')
  return look
}

async function presentPicture(id: string | number, req: PayloadRequest): Promise<PictureDocument | null> {
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

export function picturePlaces(
  collection: Pick<SanitizedCollectionConfig, 'upload' | 'custom' | 'slug'>,
): PicturePlaces {
  const { staticDir } = collection.upload
  if (!staticDir) throw new Error('The media collection does not say where its files are (staticDir).')
  return { directory: staticDir, originals: placeIn(collection) }
}

function asApiError(error: unknown, req: PayloadRequest): unknown {
  if (!(error instanceof CallerError)) return error
  if (error.code === 'PICTURE_READER_FAILED') req.payload.logger.error('The process that reads pictures broke down.')
  return new APIError(refusalIn(languageOf(req), error), error.status, { code: error.code }, true)
}

const contextKey = 'holosPicture'

/** What a document or a version says of its picture. */
function pictureIn(document: PictureDocument): StoredPicture {
  // Written by `describePicture`; what an older version of Holos did not know is absent.
  return Object.fromEntries(pictureFields.map((name) => [name, document[name] ?? null])) as StoredPicture
}

/**
 * beforeChange: what describes the file comes from the file, whatever a request or a restored version says: from the picture just taken
 * (or taken back), else from the document as it is. Where the credit changes, the focal point or what is covered, the files get a new
 * edition; here, because a change of many documents at once comes by here for each of them.
 */
export const describePicture: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const taken = req.context[contextKey] as StoredPicture | undefined
  const takenBack = takenBackIn(req.context)
  delete req.context[contextKey]
  if (taken && takenBack)
    return { ...data, ...(await coveredAsNow(picturePlaces(collection), data, taken, takenBack.look, req)) }
  if (taken || operation === 'create') return { ...data, ...(taken ?? pictureIn({})) }
  const present = pictureIn(originalDoc)
  // The field's own rule comes after this hook, and says what is wrong.
  if (faultOfFaces(data.faces) !== null) return { ...data, ...present }
  const isAsked = req.context[remakeKey] === originalDoc.id
  try {
    const [before, after] = [lookOf(originalDoc), fittingLook({ ...originalDoc, ...data })]
    if (!present.filename || (sameLook(before, after) && !isAsked)) return { ...data, ...present }
    const places = picturePlaces(collection)
    const next = isAsked
      ? keptEdition(places, await makeAnew(places, present, before, after))
      : nextEdition(places, present, before, after)
    return { ...data, ...(await next) }
  } catch (error) {
    throw asApiError(error, req)
  }
}

/** The files of a version that is restored, with more covered where the document has covered more since then. */
async function coveredAsNow(
  places: PicturePlaces,
  data: Record<string, unknown>,
  taken: StoredPicture,
  before: Look,
  req: PayloadRequest,
): Promise<StoredPicture> {
  const after = lookOf({ ...data, ...taken })
  if (!taken.filename || sameFaces(before.faces, after.faces)) return taken
  try {
    return { ...taken, ...(await nextEdition(places, taken, before, after)) }
  } catch (error) {
    throw asApiError(error, req)
  }
}

/** In the context of an update, with the document's id: its files are made anew although nothing changed that they are made by. */
export const remakeKey = 'holosRemakePicture'
