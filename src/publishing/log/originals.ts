import { createHash } from 'node:crypto'
import { identityIn } from '#media/originals/key.ts'
import { type OriginalsPlace, placeIn } from '#media/originals/place.ts'
import { unseal } from '#media/originals/seal.ts'
import { readSealed } from '#media/originals/sealedOriginals.ts'
import type { RequestScope } from '../requestScope.ts'

type Original = { id: string; original?: string | null; originalSha256?: string | null }

/** What is wrong with a sealed original, and which one it is. */
export type OriginalFault = { what: string; message: string }

const pageSize = 100

/**
 * The sealed original of every picture, those in the trash too, one at a time: whether it is there, and, where its key is on this
 * machine, whether it is the file that was uploaded.
 */
export async function* originalFaults({ payload }: RequestScope): AsyncGenerator<OriginalFault | null> {
  const place = placeIn(payload.collections.media.config)
  const identity = await identityIn(place)
  for (let page = 1; ; page++) {
    const { docs } = await payload.db.find<Original>({
      collection: 'media',
      where: { original: { exists: true } },
      select: { original: true, originalSha256: true },
      sort: 'id',
      limit: pageSize,
      page,
      pagination: true,
    })
    for (const one of docs) {
      const message = one.original ? await faultOf(place, identity, one.original, one.originalSha256) : null
      yield message === null ? null : { what: `media:${one.id} ${one.original}`, message }
    }
    if (docs.length < pageSize) return
  }
}

const restore = 'Restore it from a backup.'

async function faultOf(
  place: OriginalsPlace,
  identity: string | null,
  name: string,
  digest: string | null | undefined,
): Promise<string | null> {
  const sealed = await readSealed(place, name)
  if (!sealed) return `The sealed original is not in ${place.folder}. ${restore}`
  const opened = identity ? await unseal(identity, sealed).catch(() => 'damaged' as const) : null
  if (opened === 'damaged') return `The sealed original is damaged: it cannot be opened. ${restore}`
  // Sealed to a key that is elsewhere, nobody can look into it here.
  if (!opened)
    return place.recipient
      ? null
      : `The sealed original cannot be opened with ${place.keyFile}. Restore its key from a backup.`
  if (!digest) return null
  const found = createHash('sha256').update(opened).digest('hex')
  return found === digest ? null : `The sealed original is not the file that was uploaded. ${restore}`
}
