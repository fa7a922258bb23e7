import type { Payload } from 'payload'
import { picturePlaces } from '#media/mediaHooks.ts'
import { recipientOf } from '#media/originals/key.ts'
import { openOriginals, type SealingReport, sealOpenOriginals } from '#media/originals/sealOpenOriginals.ts'

/**
 * Before a studio answers anything: there is a key to seal to, and no original lies open. Earlier versions of Holos kept them as they came,
 * beside the public files.
 */
export async function prepareOriginals({ collections, logger }: Payload): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const { directory, originals } = picturePlaces(collections.media.config)
  await recipientOf(originals)
  if ((await openOriginals(directory)).length === 0) return
  const report = await sealOpenOriginals(directory, originals)
  logger.info(sealedSentence(report, originals.folder))
}

export function sealedSentence({ sealed, check }: SealingReport, folder: string): string {
  const checked = {
    opened: 'each was opened again and compared before the open file went',
    'header and size':
      'their private key is elsewhere, so header and size of each were compared before the open file went',
  }[check]
  return `${sealed} originals lay open and are sealed in ${folder} now; ${checked}.`
}
