import { sha256 } from '#base/digest.ts'
import { refusePicture } from '../refusals.ts'
import { type Credit, creditXmp } from '../stamp/credit.ts'
import { canStamp, stampCredit } from '../stamp/stampCredit.ts'
import {
  editionOf,
  type NewEdition,
  newEdition,
  type PublicFile,
  publicFilesOf,
  readPublicFile,
  type StoredPicture,
  stemOf,
} from '../storage.ts'

/**
 * The present edition with another credit, without its original and without a loss: only the credit in the containers is exchanged.
 * Null where a file is of a kind whose credit cannot be exchanged.
 */
export async function restampPicture(
  directory: string,
  present: StoredPicture,
  credit: Credit,
): Promise<NewEdition | null> {
  const all = publicFilesOf(present)
  if (!all.every(({ mimeType }) => canStamp(mimeType))) return null
  const before = editionOf(present.filename) ?? ''
  const after = newEdition(stemOf(present.filename) ?? '')
  const files: PublicFile[] = []
  for (const { name, mimeType } of all) {
    const data = await readPublicFile(directory, name)
    if (!data) throw refusePicture('PICTURE_FILES_GONE')
    files.push({ name: name.replace(before, after), data: stampCredit(data, mimeType, creditXmp(credit)) })
  }
  return { stored: described(present, files), files }
}

function described(present: StoredPicture, [main, ...others]: PublicFile[]): StoredPicture {
  if (!main) throw new Error('A picture without a file.')
  return {
    ...present,
    filename: main.name,
    filesize: main.data.length,
    sha256: sha256(main.data),
    variants: present.variants.map((variant, at) => {
      const { name, data } = others[at] ?? main
      return { ...variant, file: name, bytes: data.length, sha256: sha256(data) }
    }),
  }
}
