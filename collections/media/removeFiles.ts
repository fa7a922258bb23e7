import type { CollectionAfterDeleteHook, CollectionBeforeOperationHook, SanitizedCollectionConfig } from 'payload'
import { afterCommit } from '#database/locks/afterCommit.ts'
import { picturePlaces } from '#media/mediaHooks.ts'
import { forgetReasons } from '#media/originals/openings.ts'
import { removePictures, stemOf } from '#media/storage.ts'
import { formOf, publicRow } from '#publishing/log/log.ts'
import { refOf } from '#record/record.ts'

/**
 * beforeOperation: Payload removes the main file while its transaction is open; were that rolled back, a document that is still public
 * would have lost its picture. A collection without a folder has nothing that Payload removes.
 */
export const leaveFilesAlone: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'delete') return args
  // The union of all operations is not narrowed by the operation's name; each of them carries its collection.
  const { collection } = args as { collection: { config: SanitizedCollectionConfig } }
  const upload = { ...collection.config.upload, staticDir: '' }
  return { ...args, collection: { ...collection, config: { ...collection.config, upload } } }
}

/**
 * afterDelete: no edition of the picture stays, no sealed original, and no reason for which one was opened, once the deletion is committed. Files that the public record still
 * shows stay until it does not; `holos tidy` finds them then.
 */
export const removeFiles: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
  const stem = stemOf(doc.filename)
  const { payload } = req
  await afterCommit(req, async () => {
    try {
      await forgetReasons(picturePlaces(payload.collections.media.config).originals, `media:${id}`)
      if (!stem) return
      if (formOf(await publicRow({ payload }, refOf('media', String(id))))) return
      await removePictures(picturePlaces(payload.collections.media.config), stem)
    } catch (err) {
      payload.logger.error({ err, key: `media:${id}` }, 'Files of a deleted picture stay; `holos tidy` removes them.')
    }
  })
}
