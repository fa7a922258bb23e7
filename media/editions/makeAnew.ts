import { sha256 } from '#base/digest.ts'
import { coversAll, type Look, sameFaces } from '../look.ts'
import { storedOriginal } from '../originals/sealedOriginals.ts'
import { type ProcessedPicture, processPicture } from '../pipeline.ts'
import { refusePicture } from '../refusals.ts'
import { creditXmp } from '../stamp/credit.ts'
import { canStamp, stampCredit } from '../stamp/stampCredit.ts'
import {
  filesOf,
  type NewEdition,
  namePicture,
  type PicturePlaces,
  readPublicFile,
  type StoredPicture,
  stemOf,
} from '../storage.ts'

/**
 * The public files once more: from the original where it can be opened here, else from the public main file. That has what is covered
 * already covered, so it does for another focal point and for more regions; uncovering needs the original.
 */
export async function makeAnew(
  places: PicturePlaces,
  present: StoredPicture,
  before: Look,
  after: Look,
): Promise<NewEdition> {
  const original = await storedOriginal(places.originals, present.original)
  if (original?.isOpen) return described(present, await processPicture(original.data, after))
  if (!coversAll(after.faces, before.faces)) throw refusePicture('ORIGINAL_NEEDED')
  return described(present, await fromMain(places.directory, present, before, after))
}

async function fromMain(
  directory: string,
  { filename, mimeType }: StoredPicture,
  before: Look,
  after: Look,
): Promise<ProcessedPicture> {
  const main = await readPublicFile(directory, filename)
  if (!main) throw refusePicture('PICTURE_FILES_GONE')
  const picture = await processPicture(main, after)
  // A main file in which nothing more is to be covered is not encoded a second time: that would cost quality.
  if (!sameFaces(before.faces, after.faces) || !canStamp(mimeType) || mimeType !== picture.mimeType) return picture
  const data = stampCredit(main, mimeType, creditXmp(after.credit))
  return { ...picture, data, sha256: sha256(data) }
}

/** What is known of the original stays: the file that was read just now may be the public one. */
function described(present: StoredPicture, picture: ProcessedPicture): NewEdition {
  const { original, originalName, originalSha256, hadLocation, told } = present
  const names = namePicture(picture, originalName, stemOf(present.filename))
  const stored = { ...names, original, originalSha256, hadLocation, told }
  return { stored, files: filesOf(picture, stored) }
}
