import type { Payload } from 'payload'
import { picturePlaces } from '#media/mediaHooks.ts'
import { recipientOf } from '#media/originals/key.ts'
import { openOriginals, sealOpenOriginals } from '#media/originals/sealOpenOriginals.ts'

/**
 * Before a studio answers anything: there is a key to seal to, and no original lies open. Earlier versions of Holos kept them as they came,
 * beside the public files.
 */
export async function prepareOriginals({ collections, logger }: Payload): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const { directory, originals } = picturePlaces(collections.media.config)
  await recipientOf(originals)
  if ((await openOriginals(directory)).length === 0) return
  const { sealed, check } = await sealOpenOriginals(directory, originals)
  logger.info({ sealed, check }, 'Originals that lay open are sealed now.')
}
